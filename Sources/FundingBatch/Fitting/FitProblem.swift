import FundingModel

/// A fit as numbers: drivers, budgets and bounds.
struct FitProblem {
  /// The values to estimate.
  let cells: [FittedCell]
  /// Their drivers by school.
  let columns: DriverColumns
  /// The published budgets in pounds, by school; nought where there is none.
  let budgets: [Double]
  /// How the fit is made.
  let options: FitOptions
  /// The estimates, once made.
  var estimates: BoundedLeastSquares.Solution?

  /// Where the search starts and what draws it.
  var start: [Double]

  /// The most rounds of weighing errors beyond `squaresTo` less.
  static let rounds = 40

  init(
    cells: [FittedCell], columns: DriverColumns, budgets: [Double], options: FitOptions
  ) {
    self.cells = cells
    self.columns = columns
    self.budgets = budgets
    self.options = options
    start = cells.map { $0.written.value.approximation }
  }

  /// The best values by the errors of some schools, the total of others (`held`), if any, held
  /// at the published one; nil where it can't be.
  func solution(for positions: [Int], holding held: [Int]?) -> BoundedLeastSquares.Solution? {
    let full = self.weights(of: positions)
    var problem = BoundedLeastSquares(
      rows: positions.map { columns.drivers[$0] },
      targets: positions.map { budgets[$0] - columns.base[$0] }, weights: full,
      lower: cells.map { $0.lower.approximation },
      upper: cells.map { $0.upper?.approximation ?? .infinity },
      start: start, ridge: options.ridge, pull: options.pull)
    var found = problem.solution()
    if let limit = options.squaresTo {
      var parts = [Double](repeating: 1, count: positions.count)
      for _ in 0..<Self.rounds {
        let errors = FitStatistics.relativeErrors(
          predictions(found, for: positions), positions.map { budgets[$0] })
        let next = errors.map { abs($0) <= limit ? 1 : limit / abs($0) }
        let change = zip(parts, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
        guard change > 1e-5 else { break }
        parts = next
        problem.weights = zip(full, parts).map { $0 * $1 }
        found = problem.solution()
      }
    }
    return held.map { scaled(found, holding: $0) } ?? found
  }

  /// The values times one number, within their bounds, so that some schools get their published
  /// total; nil where the bounds keep it out of reach.
  ///
  /// One number for all moves every school by about the same part. Least squares under the demand
  /// would put what a few schools have above the rest on large schools, whose relative errors it
  /// costs least.
  private func scaled(
    _ solution: BoundedLeastSquares.Solution, holding positions: [Int]
  ) -> BoundedLeastSquares.Solution? {
    let published = positions.reduce(0) { $0 + budgets[$1] }
    let slack = options.totalWithin * published
    let free = predictions(solution, for: positions).reduce(0, +)
    let wanted = min(max(free, published - slack), published + slack)
    func times(_ factor: Double) -> BoundedLeastSquares.Solution {
      var scaled = solution
      for (index, cell) in cells.enumerated() {
        scaled.values[index] = min(
          max(solution.values[index] * factor, cell.lower.approximation),
          cell.upper?.approximation ?? .infinity)
      }
      return scaled
    }
    func total(_ factor: Double) -> Double {
      predictions(times(factor), for: positions).reduce(0, +)
    }
    var (low, high) = (0.0, 16.0)
    guard total(low) <= wanted, wanted <= total(high) else { return nil }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if total(middle) < wanted { low = middle } else { high = middle }
    }
    return times(high)
  }

  private func weights(of positions: [Int]) -> [Double] {
    let mean = positions.reduce(0) { $0 + budgets[$1] } / Double(max(positions.count, 1))
    return positions.map { position in
      switch options.weighting {
      case .relative: 1 / (budgets[position] * budgets[position])
      case .pounds: 1 / (mean * mean)
      }
    }
  }

  /// What some values give schools, in pounds, unrounded.
  func predictions(
    _ solution: BoundedLeastSquares.Solution, for positions: [Int]
  ) -> [Double] {
    positions.map { position in
      zip(columns.drivers[position], solution.values).reduce(columns.base[position]) {
        $0 + $1.0 * $1.1
      }
    }
  }

  /// The estimates as the file can say them, within their bounds.
  var values: [Rational] {
    zip(cells, estimates?.values ?? []).map { cell, estimate in
      let rounded = max(cell.unit.rounded(estimate), cell.lower)
      return cell.upper.map { min(rounded, $0) } ?? rounded
    }
  }

  /// Every estimate with what is known about it.
  func fittedRates(for positions: [Int], formula: Formula) -> [FittedRate] {
    guard let estimates else { return [] }
    let free = estimates.inflation.count { $0 != nil }
    let weights = weights(of: positions).map { $0.squareRoot() }
    let residuals = zip(predictions(estimates, for: positions), zip(positions, weights)).map {
      ($0 - budgets[$1.0]) * $1.1
    }
    let variance =
      residuals.reduce(0) { $0 + $1 * $1 } / Double(max(1, positions.count - free))
    return zip(cells, values).enumerated().map { index, pair in
      let (cell, value) = pair
      let inflation = estimates.inflation[index]
      let isUsed = estimates.scales[index] > 0
      let error =
        isUsed ? inflation.map { (variance * $0).squareRoot() / estimates.scales[index] } : nil
      let bound: FittedRate.Bound? =
        value == cell.lower ? .least : value == cell.upper ? .greatest : nil
      let isUncertain = error.map { abs(value.approximation) < 2 * $0 } ?? false
      return FittedRate(
        rate: formula.rates[cell.rate].name, path: cell.written.path, place: cell.written.place,
        before: cell.written.value, value: value, text: cell.unit.written(value), bound: bound,
        standardError: error,
        isWeaklyIdentified: !isUsed || (inflation ?? 1) > 1e5 || isUncertain)
    }
  }
}
