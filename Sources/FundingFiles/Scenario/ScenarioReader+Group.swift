internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// Some of the schools, by their fields; the data tell later whether there are any.
  mutating func readGroup(_ entry: YAMLMapping.Entry) -> SchoolGroup? {
    guard let table = entry.value.table("'group'", into: &mistakes) else { return nil }
    if table.entries.isEmpty { mistakes.report(.emptyGroup, at: entry.key.span) }
    let conditions = table.entries.compactMap { item -> SchoolGroup.Condition? in
      guard !item.value.isNothing else {
        mistakes.add(.noValue(of: "'\(item.key.text)'"), at: item.key.span)
        return nil
      }
      let nodes = oneOrMany(item.value)
      if nodes.isEmpty { mistakes.report(.noValues(item.key.text), at: item.key.span) }
      let values = nodes.compactMap { node in
        node.text("a value of '\(item.key.text)'", into: &mistakes)
          .map { SchoolGroup.Value(text: $0.text, place: $0.span.place) }
      }
      return SchoolGroup.Condition(
        field: item.key.text, place: item.key.span.place, values: values)
    }
    return SchoolGroup(conditions: conditions, place: entry.key.span.place)
  }
}
