import FundingModel

extension Table {
  /// `authorities.csv`: budgets by authority, and last the row `wales`.
  static func authorities(of result: ScenarioResult, language: Language) -> Table {
    Table(
      name: "authorities",
      columns: authorityColumns(
        of: result.authorities.map(\.authority), whole: result.census.schools.coverage.name,
        language: language)
        + budgets(result.authorities))
  }

  /// `sectors.csv`: the same by authority and sector.
  static func sectors(of result: ScenarioResult, language: Language) -> Table {
    let sector = TableColumn("sector", .texts(result.sectors.map { $0.sector ?? "all" }))
    return Table(
      name: "sectors",
      columns: authorityColumns(
        of: result.sectors.map(\.authority), whole: result.census.schools.coverage.name,
        language: language) + [sector]
        + budgets(result.sectors))
  }

  /// The columns from `run` on.
  ///
  /// What needs an authority's own lines (devolved, retained and what follows from them) is blank
  /// where they were not given.
  private static func budgets(_ rows: [BudgetRow]) -> [TableColumn] {
    func perPupil(_ amount: (BudgetRow) -> Money?) -> TableCells {
      .moneys(rows.map { row in amount(row)?.each(of: Rational(Int(row.pupils))) })
    }
    func percent(_ ratio: (BudgetRow) -> Rational?) -> TableCells {
      .percents(rows.map { row in ratio(row).flatMap(Names.percent) })
    }
    return [
      TableColumn("run", .texts(rows.map(\.run))),
      TableColumn("year", .texts(rows.map(\.year.description))),
      TableColumn("schools", .wholes(rows.map { Int64($0.schools) })),
      TableColumn("pupils", .wholes(rows.map(\.pupils))),
      TableColumn("isb", .moneys(rows.map(\.isb))),
      TableColumn("isb_per_pupil", perPupil(\.isb)),
      TableColumn("devolved", .moneys(rows.map(\.devolved))),
      TableColumn("delegated", .moneys(rows.map(\.delegated))),
      TableColumn("delegated_per_pupil", perPupil(\.delegated)),
      TableColumn("retained", .moneys(rows.map(\.retained))),
      TableColumn("retained_per_pupil", perPupil(\.retained)),
      TableColumn("gross", .moneys(rows.map(\.gross))),
      TableColumn("gross_per_pupil", perPupil(\.gross)),
      TableColumn("delegation_rate", percent(\.delegationRate)),
      TableColumn("mandatory_buyback", .moneys(rows.map { $0.line(.mandatoryBuyback) })),
      TableColumn("in_out", .moneys(rows.map { $0.line(.inOut) })),
      TableColumn("effective_delegated_per_pupil", perPupil(\.effectiveDelegated)),
      TableColumn("effective_delegation_rate", percent(\.effectiveDelegationRate)),
      TableColumn("pupil_led_pct", percent(\.pupilLed)),
      TableColumn("estimated", .texts(rows.map { $0.estimated.joined(separator: " ") })),
      TableColumn("unallocated", .moneys(rows.map { $0.line(.unallocated) })),
    ]
  }
}
