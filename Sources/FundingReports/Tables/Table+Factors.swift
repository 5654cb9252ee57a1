import FundingModel

extension Table {
  /// `factors.csv`: every line of every school's share.
  ///
  /// - Shape: a row for each line of the school's formula in each run, those of nought too, so that
  ///   the lines of a school and run add up to its share, and a factor that gives a school nothing
  ///   is seen to.
  static func factors(of result: ScenarioResult, outcomes: OrderedOutcomes) -> Table {
    var (school, amounts): ([Int64?], [Money?]) = ([], [])
    var (run, year, kind, factor) = (LabelColumn(), LabelColumn(), LabelColumn(), LabelColumn())
    // The codes of each outcome's and line's names, found once rather than for each school.
    let runCodes = outcomes.outcomes.map { run.code(of: $0.specification.name) }
    let yearCodes = outcomes.outcomes.map { year.code(of: $0.allocation.year.description) }
    let lineCodes = outcomes.outcomes.map { outcome in
      outcome.allocation.groups.map { group in
        group.lines.map { (kind: kind.code(of: $0.kind.rawValue), name: factor.code(of: $0.name)) }
      }
    }
    for (row, number) in result.census.schools.numbers.enumerated() {
      for (index, outcome) in outcomes.outcomes.enumerated() {
        guard let place = outcomes.place(ofSchool: row, in: index) else { continue }
        let group = outcome.allocation.groups[place.group]
        for (codes, amount) in zip(
          lineCodes[index][place.group], group.amounts(at: place.position))
        {
          school.append(Int64(number))
          run.append(code: runCodes[index])
          year.append(code: yearCodes[index])
          kind.append(code: codes.kind)
          factor.append(code: codes.name)
          amounts.append(amount)
        }
      }
    }
    return Table(
      name: "factors",
      columns: [
        TableColumn("school", .wholes(school)),
        TableColumn("run", run.cells),
        TableColumn("year", year.cells),
        TableColumn("kind", kind.cells),
        TableColumn("factor", factor.cells),
        TableColumn("amount", .moneys(amounts)),
      ])
  }
}
