import FundingEngine
import FundingModel

/// Works a run's formulae out on a census.
struct RunEvaluation: Sendable {
  /// The engine, packed with the census.
  let engine: Engine
  /// The rows that a run funds, ascending.
  let rows: [Int]
  /// The run's name.
  let run: String
  /// The year.
  let year: FundingYear
  /// How many threads to use.
  let threads: Int
  /// The earlier runs that floors and caps are held against.
  var baselines: [Allocation] = []
  /// What the same run gave the year before; nil in the first year.
  var previous: PreviousShares?

  /// How many schools make one piece of work; fixed, so that the pieces never depend on threads.
  static let schoolsPerPiece = 128

  /// What each group's formula gives its schools.
  ///
  /// - Throws: every reason of the first formula that can't be worked out.
  func allocations(
    of groups: [RunFormulas.Group]
  ) throws(ScenarioFailure) -> [FormulaAllocation] {
    let planned = ParallelWork.results(groups.count, threads: threads) { index in
      Result { () throws(EvaluationFailures) in try plan(groups[index]) }
    }
    var plans: [Plan] = []
    for result in planned { plans.append(try value(of: result)) }
    let all = plans
    let pieces = all.indices.flatMap { index in
      stride(from: 0, to: all[index].rows.count, by: Self.schoolsPerPiece).map { start in
        (plan: index, part: start..<min(start + Self.schoolsPerPiece, all[index].rows.count))
      }
    }
    let results = ParallelWork.results(pieces.count, threads: threads) { index in
      Result { () throws(EvaluationFailures) in
        try all[pieces[index].plan].amounts(of: pieces[index].part)
      }
    }
    var amounts = [[Money]](repeating: [], count: plans.count)
    for (piece, result) in zip(pieces, results) {
      switch result {
      case .success(let part): amounts[piece.plan] += part
      case .failure(let part):
        // One plan at a time counts a reason's schools over the whole formula, not over a piece.
        let whole = Result { () throws(EvaluationFailures) in
          try plans[piece.plan].allocation()
        }
        _ = try value(of: whole)
        throw .evaluation(run: run, part)
      }
    }
    return zip(plans, amounts).map {
      FormulaAllocation(
        formula: $0.formula, rows: $0.rows, lines: $0.lines, amounts: $1,
        withoutBaseline: $0.withoutBaseline)
    }
  }

  /// One formula's plan for its schools.
  func plan(_ group: RunFormulas.Group) throws(EvaluationFailures) -> Plan {
    try engine.plan(
      group.formula, rows: group.rows, runRows: rows, year: year, baselines: baselines,
      previous: previous)
  }

  private func value<Value>(
    of result: Result<Value, EvaluationFailures>
  ) throws(ScenarioFailure) -> Value {
    switch result {
    case .success(let value): return value
    case .failure(let failures): throw .evaluation(run: run, failures)
    }
  }
}
