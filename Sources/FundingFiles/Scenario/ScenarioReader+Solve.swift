internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  private static let laterTargets = ["delegation_rate", "mean", "group", "minimise"]

  /// What a run's multiplier is solved for.
  mutating func readSolve(_ entry: YAMLMapping.Entry, _ names: RunNames) -> SolveSpecification? {
    guard
      let table = MappingReader(
        entry.value, "a solve", required: ["by"],
        optional: ["total", "per_pupil"] + Self.laterTargets, owner: entry.key.span,
        into: &mistakes)
    else { return nil }
    for key in Self.laterTargets { noteNotYet(table.entry(key)) }
    let by = table.entry("by").flatMap { readRates($0) }
    let total = table.entry("total")
    let perPupil = table.entry("per_pupil")
    let target: SolveSpecification.Target?
    switch (total, perPupil) {
    case (let total?, nil):
      target = readTarget(total, names, run: { .totalOf(run: $0) }, amount: { .total($0) })
    case (nil, let perPupil?):
      target = readTarget(
        perPupil, names, run: { .perPupilOf(run: $0) }, amount: { .perPupil($0) })
    case (_?, let perPupil?):
      mistakes.report(.twoTargets, at: perPupil.key.span)
      target = nil
    case (nil, nil):
      // A key that may have been meant for one has its own mistake.
      if table.mapping.entries.allSatisfy({ $0.key.text == "by" }) {
        mistakes.report(.noTarget, at: entry.key.span)
      }
      target = nil
    }
    guard let target, let by else { return nil }
    return SolveSpecification(target: target, by: by, place: entry.key.span.place)
  }

  private mutating func readTarget(
    _ entry: YAMLMapping.Entry, _ names: RunNames,
    run: (String) -> SolveSpecification.Target, amount: (Money) -> SolveSpecification.Target
  ) -> SolveSpecification.Target? {
    guard let scalar = entry.value.text("'\(entry.key.text)'", into: &mistakes) else { return nil }
    let looksLikeAmount = scalar.text.first.map { $0.isNumber || "£-+".contains($0) } ?? false
    if looksLikeAmount, !names.all.contains(scalar.text) {
      return readMoney(scalar).map(amount)
    }
    return check(scalar, names) ? run(scalar.text) : nil
  }

  /// The paths of the rates that are multiplied.
  private mutating func readRates(_ entry: YAMLMapping.Entry) -> [[String]]? {
    let nodes = oneOrMany(entry.value)
    guard !nodes.isEmpty else {
      mistakes.report(.noRates, at: entry.key.span)
      return nil
    }
    var paths: [[String]] = []
    for node in nodes {
      guard let scalar = node.text("a rate", into: &mistakes) else { return nil }
      guard let path = RatePath.parts(scalar.text) else {
        mistakes.report(.change(.badPath(scalar.text)), at: scalar.span)
        continue
      }
      if paths.contains(path) {
        mistakes.report(.repeatedRate(scalar.text), at: scalar.span)
      }
      paths.append(path)
    }
    return paths
  }

  /// The items of a list, or a single value as a list of one.
  func oneOrMany(_ node: YAMLNode) -> [YAMLNode] {
    switch node {
    case .scalar, .mapping: [node]
    case .list(let list): list.items
    }
  }
}
