internal import FundingModel

/// Money beside the formula, shared out at planning in proportion to an earlier run's shares.
struct PlannedExtra: Sendable {
  /// The earlier run's name.
  let run: String
  /// The node of the total.
  let total: Int32
  /// The total.
  let whole: Money
  /// The earlier run's total over the run's schools.
  let sum: Money
  /// The earlier run's share of each position of the plan's rows; nil where it has none.
  let baselines: [Money?]
  /// What each position gets.
  let parts: [Money]
  /// Why it can't be shared out; nil where it can.
  let trouble: Trouble?

  init(
    _ extra: ExtraMoney, rows: [Int], runRows: [Int], baselines: [Allocation],
    with compiler: inout Compiler
  ) {
    run = extra.run
    total = compiler.node(extra.total)
    guard let earlier = baselines.first(where: { $0.run == extra.run }) else {
      preconditionFailure("a run that money is shared out by must be given: '\(extra.run)'")
    }
    self.baselines = rows.map { earlier.shares[$0] }
    let shares = runRows.map { earlier.shares[$0] ?? .zero }
    sum = shares.reduce(.zero, +)
    do throws(Trouble) {
      let exact = try compiler.program.value(total, Subject(row: rows.first ?? 0))
      let whole = try exactly { () throws(ArithmeticFailure) in
        try exact.roundedToPenny().withinReach()
      }
      let parts = try Self.parts(of: whole, by: shares, runRows)
      var byRow: [Int: Money] = [:]
      for (row, part) in zip(runRows, parts) { byRow[row] = part }
      self.whole = whole
      self.parts = rows.map { byRow[$0] ?? .zero }
      trouble = nil
    } catch {
      whole = .zero
      parts = rows.map { _ in .zero }
      trouble = error
    }
  }

  private static func parts(
    of whole: Money, by shares: [Money], _ rows: [Int]
  ) throws(Trouble) -> [Money] {
    do throws(Apportionment.Failure) {
      return try Apportionment.share(whole, by: shares.map { Rational(Int($0.pence)) })
    } catch {
      let reason: EvaluationFailure.Reason =
        switch error {
        case .nothingToShareBy: .nothingToShareBy(total: whole)
        case .negativePart: .negativePart
        case .overflow: .overflow
        }
      var trouble = Trouble(reason)
      trouble.schools = .none(among: rows)
      throw trouble
    }
  }
}
