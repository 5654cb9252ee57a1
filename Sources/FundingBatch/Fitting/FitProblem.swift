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

  /// How many parts the schools are dealt into for holding out.
  static let folds = 5

  init(cells: [FittedCell], columns: DriverColumns, budgets: [Double], options: FitOptions) {
    self.cells = cells
    self.columns = columns
    self.budgets = budgets
    self.options = options
  }

  /// The best values for some schools; nil where the total can't be held.
  func solution(for positions: [Int], holdingTotal: Bool) -> BoundedLeastSquares.Solution? {
    let targets = positions.map { budgets[$0] - columns.base[$0] }
    let mean = positions.reduce(0) { $0 + budgets[$1] } / Double(max(positions.count, 1))
    let problem = BoundedLeastSquares(
      rows: positions.map { columns.drivers[$0] }, targets: targets,
      weights: positions.map { position in
        switch options.weighting {
        case .relative: 1 / (budgets[position] * budgets[position])
        case .pounds: 1 / (mean * mean)
        }
      },
      lower: cells.map { $0.lower.approximation },
      upper: cells.map { $0.upper?.approximation ?? .infinity },
      start: cells.map { $0.written.value.approximation }, ridge: options.ridge)
    return problem.solution(holding: holdingTotal ? targets.reduce(0, +) : nil)
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

  /// What each school gets by rates fitted without it and the rest of its fifth, in the order of
  /// the positions; every fifth school, by number, makes a part.
  ///
  /// - Returns: nil with fewer than ten schools.
  func heldOutPredictions(for positions: [Int]) -> [Double]? {
    guard positions.count >= 2 * Self.folds else { return nil }
    var result = [Double](repeating: 0, count: positions.count)
    for fold in 0..<Self.folds {
      let held = positions.indices.filter { $0 % Self.folds == fold }
      let others = positions.indices.filter { $0 % Self.folds != fold }.map { positions[$0] }
      guard let found = solution(for: others, holdingTotal: false) else { return nil }
      for (index, value) in zip(held, predictions(found, for: held.map { positions[$0] })) {
        result[index] = value
      }
    }
    return result
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
    let weights = positions.map { position -> Double in
      switch options.weighting {
      case .relative: 1 / budgets[position]
      case .pounds: 1
      }
    }
    let residuals = zip(predictions(estimates, for: positions), zip(positions, weights)).map {
      ($0 - budgets[$1.0]) * $1.1
    }
    let variance =
      residuals.reduce(0) { $0 + $1 * $1 } / Double(max(1, positions.count - free))
    let scales = driverNorms(positions, weights)
    return zip(cells, values).enumerated().map { index, pair in
      let (cell, value) = pair
      let inflation = estimates.inflation[index]
      let isUsed = estimates.scales[index] > 0
      let error =
        isUsed ? inflation.map { (variance * $0).squareRoot() / scales[index] } : nil
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

  private func driverNorms(_ positions: [Int], _ weights: [Double]) -> [Double] {
    cells.indices.map { index in
      zip(positions, weights).reduce(0) { sum, pair in
        let driver = columns.drivers[pair.0][index] * pair.1
        return sum + driver * driver
      }.squareRoot()
    }
  }
}
