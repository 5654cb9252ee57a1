import FundingModel

extension Table {
  /// `protection.csv`: what minima and floors give and caps take in each run and year.
  ///
  /// - Shape: a row for each adjustment of a run and year, those that give nothing too;
  ///   `schools_moving` is how many schools a floor or cap of the run still acts on in that year.
  static func protection(of result: ScenarioResult, outcomes: OrderedOutcomes) -> Table {
    let rows = outcomes.outcomes.flatMap { outcome in
      ProtectionTotals(of: outcome).rows.map { (outcome: outcome, row: $0) }
    }
    return Table(
      name: "protection",
      columns: [
        TableColumn("run", .texts(rows.map(\.outcome.specification.name))),
        TableColumn("year", .texts(rows.map(\.outcome.allocation.year.description))),
        TableColumn("line", .texts(rows.map(\.row.name))),
        TableColumn("schools", .wholes(rows.map { Int64($0.row.schools) })),
        TableColumn("amount", .moneys(rows.map(\.row.amount))),
        TableColumn(
          "without_baseline", .wholes(rows.map { Int64($0.row.withoutBaseline.count) })),
      ])
  }

  /// `transition.csv`: the year from which no floor or cap acts on a school any longer.
  ///
  /// - Shape: a row for each school and run with a floor or cap. `reaches` is blank, and `status`
  ///   is `moving`, where one still acts in the last year; `last_amount` is what it then gives or
  ///   takes.
  static func transition(of result: ScenarioResult, language: Language) -> Table {
    let rows = Transition.all(of: result).flatMap { transition in
      transition.schools.map { (transition: transition, school: $0) }
    }
    .enumerated().sorted { ($0.element.school.row, $0.offset) < ($1.element.school.row, $1.offset) }
    .map(\.element)
    return Table(
      name: "transition",
      columns: schoolColumns(
        of: rows.map(\.school.row), in: result.census.schools, language: language
      ) + [
        TableColumn("run", .texts(rows.map(\.transition.run))),
        TableColumn("reaches", .texts(rows.map { $0.school.reaches?.description })),
        TableColumn("status", .texts(rows.map(\.school.status))),
        TableColumn("acting_years", .wholes(rows.map { Int64($0.school.actingYears) })),
        TableColumn("last_year", .texts(rows.map(\.transition.last.description))),
        TableColumn("last_amount", .moneys(rows.map(\.school.lastAmount))),
      ])
  }
}
