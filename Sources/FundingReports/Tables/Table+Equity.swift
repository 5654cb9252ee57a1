import FundingModel

extension Table {
  /// `equity.csv`: every measure of equity with its convention.
  static func equity(of result: ScenarioResult) -> Table {
    let rows = result.equity
    // Rows of one group, run and year stand together: their text is made once.
    func labels<Key: Equatable>(
      by key: (EquityRow) -> Key, _ text: (EquityRow) -> String
    ) -> TableCells {
      var column = LabelColumn()
      var last: (key: Key, code: Int)?
      for row in rows {
        let key = key(row)
        let code: Int
        if let last, last.key == key { code = last.code } else { code = column.code(of: text(row)) }
        last = (key, code)
        column.append(code: code)
      }
      return column.cells
    }
    return Table(
      name: "equity",
      columns: [
        TableColumn("unit", labels(by: \.unit, \.unit.rawValue)),
        TableColumn("group", labels(by: Group.init, group)),
        TableColumn("run", labels(by: \.run, \.run)),
        TableColumn("year", labels(by: \.year, \.year.description)),
        TableColumn("measure", labels(by: \.measure, \.measure)),
        TableColumn("convention", labels(by: \.convention, \.convention)),
        TableColumn("value", .decimals(rows.map { $0.value.flatMap(statistic) })),
      ])
  }

  /// Whose schools or authorities a row compares.
  private struct Group: Equatable {
    let authority: Int?
    let sector: String?

    init(_ row: EquityRow) {
      authority = row.authority
      sector = row.sector
    }
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
