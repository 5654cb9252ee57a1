import FundingEngine
import FundingModel

/// Where a fit of one authority starts: the same formula fitted through every school in Wales.
///
/// - Invariant: it doesn't depend on the estimates that the file has, but for those that no school
///   in Wales tells, which stay.
struct WalesStart {
  private var problem: FitProblem
  private let runRows: [Int]
  /// The schools with a budget to which at least one estimate pays something.
  private let positions: [Int]

  /// Asks the engine for the drivers of every school; `budgets` are the run's schools'.
  ///
  /// - Throws: as `DriverColumns` does.
  init(
    _ formula: Formula, cells: [FittedCell], check: LinearityCheck, engine: Engine,
    runRows: [Int], budgets: [Double?], options: FitOptions
  ) throws(FitFailure) {
    let columns = try DriverColumns(
      formula.reachingAny, cells: cells, check: check, engine: engine, rows: runRows,
      runRows: runRows)
    var plain = options
    plain.pull = 0
    problem = FitProblem(
      cells: cells, columns: columns, budgets: budgets.map { $0 ?? 0 }, options: plain)
    positions = runRows.indices.filter { position in
      budgets[position] != nil && columns.drivers[position].contains { $0 != 0 }
    }
    self.runRows = runRows
    // Were the search to begin at the file's values, a second fit would differ in the pennies.
    for (index, cell) in cells.enumerated()
    where positions.contains(where: { columns.drivers[$0][index] != 0 }) {
      problem.start[index] = cell.lower.approximation
    }
  }

  /// The estimates through all schools but some, so that these may be predicted fairly.
  func start(leavingOut rows: [Int]) -> [Double] {
    let others = positions.filter { !rows.contains(runRows[$0]) }
    return problem.solution(for: others, holding: nil)?.values ?? problem.start
  }
}

extension Formula {
  /// The same formula for the schools of every authority.
  fileprivate var reachingAny: Formula {
    Formula(
      name: name, path: path, reach: .any, year: year, title: title, status: status,
      sources: sources, rates: rates, definitions: definitions, factors: factors,
      adjustments: adjustments, rounding: rounding)
  }
}
