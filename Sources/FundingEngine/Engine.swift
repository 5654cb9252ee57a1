public import FundingModel

/// Funds a census: packs it once, then plans and evaluates any formula on it.
///
/// The order of a calculation: rates of the year, each rounded if the formula says so; factors in
/// the file's order, each rounded; adjustments in the file's order; the share is the sum of the
/// lines.
public struct Engine: Sendable {
  let packed: PackedCensus

  /// The census that is funded.
  public var census: Census { packed.census }

  /// Packs a census for evaluation.
  public init(census: Census) { packed = PackedCensus(census) }

  /// Makes a formula ready to be evaluated for some schools.
  ///
  /// - Parameters:
  ///   - formula: The formula, its rates already changed as a scenario asks.
  ///   - rows: The census rows that this formula funds, ascending.
  ///   - runRows: All rows of the run, ascending: what `authority(…)` and `all(…)` add up.
  ///   - year: The year whose rates hold.
  ///   - baselines: The earlier runs that the formula's floors and caps are held against, every one
  ///     of them, with the factors that are left out.
  ///   - previous: What the same run gave the year before, which `against: previous` holds shares
  ///     against; nil in a first year, where it is the `first` run or the school file's columns.
  /// - Returns: A plan, good for any number of evaluations, in parts or as a whole.
  /// - Throws: Every failure of every school, where a quantum can't be shared out, a cap's total
  ///   can't be known or a count of pupils is too large; other failures are told by the evaluation of the schools concerned.
  public func plan(
    _ formula: Formula, rows: [Int], runRows: [Int], year: FundingYear,
    baselines: [Allocation] = [], previous: PreviousShares? = nil
  ) throws(EvaluationFailures) -> Plan {
    precondition(
      zip(rows, rows.dropFirst()).allSatisfy(<) && zip(runRows, runRows.dropFirst()).allSatisfy(<),
      "rows must ascend")
    guard packed.countsFit else {
      throw EvaluationFailures([
        EvaluationFailure(
          formula: formula.name, path: formula.path, part: "pupils", place: nil, school: nil,
          schools: rows.count, reason: .overflow)
      ])
    }
    let plan = Plan(
      formula, rows: rows, runRows: runRows, year: year, packed: packed,
      baselines: baselines, previous: previous)
    guard plan.quantumTroubles.isEmpty, !plan.hasUnknownTotals else {
      guard let failures = plan.failures() else {
        preconditionFailure("a quantum's or total's trouble is a failure")
      }
      throw failures
    }
    return plan
  }
}
