import FundingModel

/// What a solve is to reach, in pennies, and how a run's shares are held against it.
struct SolveGoal {
  /// What target and shares are summed over.
  let measure: SolveMeasure
  /// The sum that is to be reached.
  let target: Money
  /// Whether each census row is one of the schools that are measured; nil for all.
  let isMeasured: [Bool]?
  /// The heads by census row, where each school's amount per pupil is summed; nil elsewhere.
  let heads: [Int64]?

  /// The measured sum of what some formulae give, in pennies.
  func pence(_ groups: [FormulaAllocation]) -> Int64 {
    guard isMeasured != nil || heads != nil else {
      return groups.reduce(0) { $0 + $1.total.pence }
    }
    return groups.reduce(0) { sum, group in
      group.rows.enumerated().reduce(sum) { sum, school in
        sum + part(of: group.share(at: school.offset), row: school.element)
      }
    }
  }

  /// The measured sum of shares by census row, in pennies.
  func pence(_ shares: [Money?]) -> Int64 {
    shares.enumerated().reduce(0) { sum, school in
      sum + (school.element.map { part(of: $0, row: school.offset) } ?? 0)
    }
  }

  /// What one school's share adds.
  private func part(of share: Money, row: Int) -> Int64 {
    if let isMeasured, !isMeasured[row] { return 0 }
    guard let heads else { return share.pence }
    return share.each(of: Rational(Int(heads[row])))?.pence ?? 0
  }
}
