import FundingEngine
public import FundingModel

/// Estimates a formula's unknown rates from published school budgets.
///
/// Bounded, weighted least squares on the formula's own drivers, drawn a little toward the values
/// that the file has now. Estimates are statistics and worked out in floating point; what they
/// then pay is exact like any rate's.
public struct Fit: Sendable {
  private let formula: Formula
  private let census: Census
  private let options: FitOptions

  /// Makes a fit of one formula to the schools of a census that it funds.
  public init(formula: Formula, census: Census, options: FitOptions = FitOptions()) {
    self.formula = formula
    self.census = census
    self.options = options
  }

  /// Estimates the rates.
  ///
  /// - Throws: why they can't be estimated: which rate, where and how.
  public func outcome() throws(FitFailure) -> FitOutcome {
    let cells = try formula.fittedCells()
    guard !cells.isEmpty else {
      throw .nothingToFit(formula: formula.name, path: formula.path)
    }
    let check = LinearityCheck(formula)
    guard check.findings.isEmpty else {
      throw .nonlinear(formula: formula.name, path: formula.path, check.findings)
    }
    let engine = Engine(census: census)
    let runRows = census.fundedRows
    let reached = (0..<census.schools.count).filter {
      formula.reach.includes(census.schools.authorities[$0])
    }
    let rows = runRows.filter { formula.reach.includes(census.schools.authorities[$0]) }
    let columns = try DriverColumns(
      formula, cells: cells, check: check, engine: engine, rows: rows, runRows: runRows)
    var leftOut = unusable(of: reached)
    var used = rows.indices.filter { budget(rows[$0]) != nil }
    guard used.count > 1 else {
      throw .tooFewSchools(formula: formula.name, path: formula.path, schools: used.count)
    }
    var problem = FitProblem(
      cells: cells, columns: columns, budgets: rows.map { budget($0) ?? 0 }, options: options)
    if let limit = options.leavesOutBeyond {
      let first = try held(
        problem.solution(for: used, holdingTotal: options.holdsTotal), problem, used)
      let errors = FitStatistics.relativeErrors(
        problem.predictions(first, for: used), used.map { problem.budgets[$0] })
      let outliers = FitStatistics.outliers(errors, beyond: limit)
      leftOut += outliers.map { note(rows[used[$0]], .outlier(error: errors[$0])) }
      used = used.indices.filter { !outliers.contains($0) }.map { used[$0] }
    }
    problem.estimates = try held(
      problem.solution(for: used, holdingTotal: options.holdsTotal), problem, used)
    let values = problem.values
    let fitted = formula.with(values, for: cells)
    return try outcome(
      fitted, problem: problem, used: used, rows: rows,
      allocation: allocation(of: fitted, engine: engine, rows: rows, runRows: runRows),
      leftOut: leftOut.sorted { $0.school < $1.school })
  }

  private func outcome(
    _ fitted: Formula, problem: FitProblem, used: [Int], rows: [Int],
    allocation: FormulaAllocation, leftOut: [FitLeftOut]
  ) throws(FitFailure) -> FitOutcome {
    let shares = used.map { allocation.share(at: $0) }
    let modelled = shares.map(\.pounds.approximation)
    let published = used.map { problem.budgets[$0] }
    let heldOut = problem.heldOutPredictions(for: used)
    func quality(_ positions: [Int]) -> FitQuality {
      FitStatistics.quality(
        modelled: positions.map { modelled[$0] }, published: positions.map { published[$0] },
        heldOut: heldOut.map { predictions in positions.map { predictions[$0] } })
    }
    let sectors = [String].sectorsInOrder.compactMap { sector -> FitOutcome.SectorQuality? in
      let own = used.indices.filter { census.schools.sectors[rows[used[$0]]] == sector }
      return own.isEmpty ? nil : FitOutcome.SectorQuality(sector: sector, quality: quality(own))
    }
    return FitOutcome(
      formula: fitted, estimates: problem.fittedRates(for: used, formula: formula),
      quality: quality(Array(used.indices)), sectors: sectors,
      published: used.reduce(.zero) {
        $0 + (census.schools.publishedBudget(rows[$1]) ?? .zero)
      }, modelled: shares.reduce(.zero, +), leftOut: leftOut)
  }

  private func held(
    _ solution: BoundedLeastSquares.Solution?, _ problem: FitProblem, _ used: [Int]
  ) throws(FitFailure) -> BoundedLeastSquares.Solution {
    if let solution { return solution }
    let published = used.reduce(Money.zero) { sum, position in
      sum + Money(pence: Int64((problem.budgets[position] * 100).rounded()))
    }
    let free = problem.solution(for: used, holdingTotal: false)
    let nearest = free.map { problem.predictions($0, for: used).reduce(0, +) } ?? 0
    throw .totalOutOfReach(
      formula: formula.name, path: formula.path, published: published,
      nearest: Money(pence: Int64((nearest * 100).rounded())))
  }

  private func allocation(
    of fitted: Formula, engine: Engine, rows: [Int], runRows: [Int]
  ) throws(FitFailure) -> FormulaAllocation {
    do {
      return try engine.plan(fitted, rows: rows, runRows: runRows, year: fitted.year).allocation()
    } catch {
      throw .evaluation(error)
    }
  }

  /// A school's published budget in pounds; nil where there is none above nought.
  private func budget(_ row: Int) -> Double? {
    guard let budget = census.schools.publishedBudget(row), budget > .zero else { return nil }
    return budget.pounds.approximation
  }

  private func unusable(of rows: [Int]) -> [FitLeftOut] {
    rows.compactMap { row in
      if census.pupils.heads(ofSchool: row) == 0 { return note(row, .noPupils) }
      return budget(row) == nil ? note(row, .noBudget) : nil
    }
  }

  private func note(_ row: Int, _ reason: FitLeftOut.Reason) -> FitLeftOut {
    FitLeftOut(
      school: census.schools.numbers[row], name: census.schools.names[row], reason: reason)
  }
}
