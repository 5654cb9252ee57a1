import Diagnostics
import FundingModel

extension AdjustmentReader {
  /// Money beside a run's formulae; its total becomes a rate of the same name, so that scenarios can
  /// set it: `extra.total`.
  ///
  /// The total is an amount, or amounts by the year from which each holds.
  mutating func extra(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> ExtraMoney? {
    let name = entry.key
    guard case .run(let runs) = names else {
      mistakes.add(.extraInFormula, at: name.span)
      return nil
    }
    let before = mistakes.count
    guard
      let reader = MappingReader(
        entry.value, "'extra'", required: ["title", "total", "shared_by"],
        owner: name.span, into: &mistakes)
    else { return nil }
    let title = reader["title"].flatMap {
      readTitle($0, owner: reader.entry("title"), into: &mistakes)
    }
    let tables = reader["total"].map { totals($0, into: &mistakes) } ?? []
    guard let run = reader.text("shared_by", into: &mistakes),
      ScenarioReader.check(run, runs, into: &mistakes), mistakes.count == before,
      let title, !tables.isEmpty
    else { return nil }
    rates.append(
      Rate(
        name: name.text, unit: .pounds, axes: [.labels], tables: tables,
        isDated: tables.count > 1, sources: [], place: name.span.place))
    return ExtraMoney(
      title: title,
      total: .rate(
        RateLookup(
          rate: rates.count - 1, keys: [.fixed("total")], place: name.span.place)),
      run: run.text, place: run.span.place)
  }

  private func readTitle(
    _ node: YAMLNode, owner: YAMLMapping.Entry?, into mistakes: inout MistakeCollector
  ) -> BilingualText? {
    guard
      let table = MappingReader(
        node, "a title", required: ["en", "cy"], owner: owner?.key.span, into: &mistakes),
      let english = table.text("en", into: &mistakes)?.text,
      let welsh = table.text("cy", into: &mistakes)?.text
    else { return nil }
    return BilingualText(en: english, cy: welsh)
  }

  /// The total, by the year from which it holds.
  private func totals(
    _ node: YAMLNode, into mistakes: inout MistakeCollector
  ) -> [DatedTable] {
    let table = RateTableReader(fields: fields, axes: [], unit: .pounds)
    func dated(_ node: YAMLNode, from year: FundingYear) -> DatedTable? {
      guard let cell = table.value(node, path: ["total"], into: &mistakes) else { return nil }
      let key = RateCell(
        keys: [.categories(["total"])], value: cell.value, path: ["total"], place: cell.place)
      return DatedTable(from: year, cells: [key])
    }
    guard case .mapping(let mapping) = node else {
      return dated(node, from: year).map { [$0] } ?? []
    }
    var tables: [DatedTable] = []
    for entry in mapping.entries {
      guard let year = FundingYear(entry.key.text) else {
        mistakes.add(.badYear(entry.key.text), at: entry.key.span)
        continue
      }
      if let table = dated(entry.value, from: year) { tables.append(table) }
    }
    return tables.sorted { $0.from < $1.from }
  }
}
