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
    let wales =
      options.leansOnWales
      ? try WalesStart(
        formula, cells: cells, check: check, engine: engine, runRows: runRows,
        budgets: runRows.map(budget), options: options) : nil
    if let wales { problem.start = wales.start(leavingOut: []) }
    let counted = used
    let total = options.holdsTotal ? counted : nil
    if let limit = options.leavesOutBeyond {
      let first = try held(problem.solution(for: used, holding: total), problem, used)
      let errors = FitStatistics.relativeErrors(
        problem.predictions(first, for: used), used.map { problem.budgets[$0] })
      let outliers = FitStatistics.outliers(errors, beyond: limit)
      leftOut += outliers.map { note(rows[used[$0]], .outlier(error: errors[$0])) }
      used = used.indices.filter { !outliers.contains($0) }.map { used[$0] }
    }
    problem.estimates = try held(problem.solution(for: used, holding: total), problem, used)
    let fitted = formula.with(problem.values, for: cells)
    let allocation = try allocation(of: fitted, engine: engine, rows: rows, runRows: runRows)
    let heldOut = HoldingOut(problem: problem, rows: rows, wales: wales)
      .predictions(for: counted, fittedTo: used)
    let schools = counted.indices.map { index in
      let row = rows[counted[index]]
      return FittedSchool(
        school: census.schools.numbers[row], sector: census.schools.sectors[row],
        published: census.schools.publishedBudget(row) ?? .zero,
        modelled: allocation.share(at: counted[index]),
        heldOut: heldOut?[index], lines: Array(allocation.amounts(at: counted[index])),
        isSetAside: !used.contains(counted[index]))
    }
    let told = schools.filter { !$0.isSetAside }
    return FitOutcome(
      formula: fitted, estimates: problem.fittedRates(for: used, formula: formula),
      quality: FitQuality(of: told), sectors: FitOutcome.SectorQuality.list(of: told),
      schools: schools, published: schools.reduce(.zero) { $0 + $1.published },
      modelled: schools.reduce(.zero) { $0 + $1.modelled },
      leftOut: leftOut.sorted { $0.school < $1.school })
  }

  private func held(
    _ solution: BoundedLeastSquares.Solution?, _ problem: FitProblem, _ used: [Int]
  ) throws(FitFailure) -> BoundedLeastSquares.Solution {
    if let solution { return solution }
    let published = used.reduce(Money.zero) { sum, position in
      sum + Money(pence: Int64((problem.budgets[position] * 100).rounded()))
    }
    let free = problem.solution(for: used, holding: nil)
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
