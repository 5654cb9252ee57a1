import FundingModel

extension Table {
  /// `equity.csv`: every measure of equity with its convention.
  static func equity(of result: ScenarioResult) -> Table {
    let rows = result.equity
    return Table(
      name: "equity",
      columns: [
        TableColumn("unit", .texts(rows.map(\.unit.rawValue))),
        TableColumn("group", .texts(rows.map(group))),
        TableColumn("run", .texts(rows.map(\.run))),
        TableColumn("year", .texts(rows.map(\.year.description))),
        TableColumn("measure", .texts(rows.map(\.measure))),
        TableColumn("convention", .texts(rows.map(\.convention))),
        TableColumn("value", .decimals(rows.map { $0.value.flatMap(statistic) })),
      ])
  }

  /// Whom a row compares: `all`, `sector=primary`, `authority=660`, `authority=660 sector=primary`.
  private static func group(_ row: EquityRow) -> String {
    let parts =
      [row.authority.map { "authority=\($0)" }, row.sector.map { "sector=\($0)" }]
      .compactMap(\.self)
    return parts.isEmpty ? "all" : parts.joined(separator: " ")
  }

  /// A statistic to ten decimals; nil for what is no number.
  static func statistic(_ value: Double) -> Rational? {
    guard value.isFinite, abs(value) < 1e15 else { return nil }
    return try? Rational(Int128((value * 1e10).rounded()), over: 10_000_000_000)
  }
}
