internal import FundingModel

extension ScenarioReader {
  /// The formulae that a run pays beside its own: one, or a list.
  mutating func readGrants(_ entry: YAMLMapping.Entry) -> [GrantChoice] {
    let nodes = oneOrMany(entry.value)
    if nodes.isEmpty { mistakes.report(.noGrants, at: entry.key.span) }
    var grants: [GrantChoice] = []
    for node in nodes {
      guard let scalar = node.text("a grant", into: &mistakes) else { continue }
      if scalar.text == "local" {
        mistakes.report(.localGrant, at: scalar.span)
      } else if grants.contains(where: { $0.name == scalar.text }) {
        mistakes.report(.repeatedGrant(scalar.text), at: scalar.span)
      } else {
        grants.append(GrantChoice(name: formulaName(scalar), place: scalar.span.place))
      }
    }
    return grants
  }

  /// Whether the scenario's indices move a run's rates.
  mutating func readUprated(_ scalar: YAMLScalar) -> Bool? {
    guard let isUprated = ["true": true, "false": false][scalar.text] else {
      mistakes.add(
        .notOneOf(scalar.text, of: "'uprated'", known: ["true", "false"]), at: scalar.span)
      return nil
    }
    return isUprated
  }
}
