import FundingModel

/// Adjustments whose total over all schools is one school's kept-back line.
enum AdjustmentHiding {
  /// The totals that would give a line away, since every other school's is shown.
  ///
  /// - Parameters:
  ///   - outcomes: The runs.
  ///   - numbers: The schools' numbers by census row.
  ///   - schools: Schools of which nothing is shown.
  ///   - lines: Lines that are kept back.
  /// - Returns: Those that one kept-back line, and no more, adds to.
  static func totals(
    of outcomes: [RunOutcome], numbers: [Int], hiding schools: Set<Int>,
    lines: Set<HiddenFigures.Line>
  ) -> Set<HiddenFigures.AdjustmentTotal> {
    var counts: [HiddenFigures.AdjustmentTotal: Int] = [:]
    for outcome in outcomes {
      let (run, year) = (outcome.specification.name, outcome.allocation.year)
      for group in outcome.allocation.groups {
        for (index, adjustment) in group.formula.adjustments.enumerated() {
          let line = group.formula.factors.count + index
          let kept = group.rows.enumerated().count { position, row in
            guard group.amounts[position * group.lines.count + line] != .zero else { return false }
            return schools.contains(numbers[row])
              || lines.contains(
                HiddenFigures.Line(
                  school: numbers[row], run: run, year: year, name: adjustment.name))
          }
          let total = HiddenFigures.AdjustmentTotal(run: run, year: year, name: adjustment.name)
          counts[total, default: 0] += kept
        }
      }
    }
    return Set(counts.filter { $0.value == 1 }.keys)
  }
}
