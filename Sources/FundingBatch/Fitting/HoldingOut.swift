import FundingModel

/// Judges a fit by schools that it did not see: a fifth of them at a time.
///
/// Every fifth school, by its place in the census, makes a part. The start through all of Wales, if
/// there is one, is fitted without the part too.
struct HoldingOut {
  /// The fit.
  let problem: FitProblem
  /// The formula's schools: rows of the census.
  let rows: [Int]
  /// The start through all of Wales, if the fit leans on it.
  let wales: WalesStart?

  /// How many parts the schools are dealt into.
  static let folds = 5

  /// What each school gets by rates fitted without it and the rest of its part, in the order of
  /// `counted`.
  ///
  /// - Parameters:
  ///   - counted: The schools with a budget.
  ///   - told: Those of them that the fit may see.
  /// - Returns: nil with fewer than ten schools.
  func predictions(for counted: [Int], fittedTo told: [Int]) -> [Double]? {
    guard counted.count >= 2 * Self.folds else { return nil }
    var result = [Double](repeating: 0, count: counted.count)
    for fold in 0..<Self.folds {
      let out = counted.indices.filter { $0 % Self.folds == fold }
      let positions = out.map { counted[$0] }
      var problem = problem
      if let wales { problem.start = wales.start(leavingOut: positions.map { rows[$0] }) }
      let seen = told.filter { !positions.contains($0) }
      let rest = counted.filter { !positions.contains($0) }
      let holding = problem.options.holdsTotal ? rest : nil
      guard
        let found = problem.solution(for: seen, holding: holding)
          ?? problem.solution(for: seen, holding: nil)
      else { return nil }
      for (index, value) in zip(out, problem.predictions(found, for: positions)) {
        result[index] = value
      }
    }
    return result
  }
}
