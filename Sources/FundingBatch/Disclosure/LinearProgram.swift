/// How large and how small a sum of unknowns can be that are not below nought and meet equations.
///
/// What an attacker can work out of published sums. It decides what is kept back, never an amount.
///
/// - Source: the simplex method in two phases, with Bland's rule, which always ends.
struct LinearProgram {
  private static let nearNought = 1e-7
  /// More steps than any school's equations need; beyond it rounding has led in a circle.
  private static let mostSteps = 20_000

  /// One row an equation: the unknowns' factors, then what they come to.
  private var rows: [[Double]]
  /// For each row the unknown that it gives.
  private var basis: [Int]
  private let count: Int

  /// Finds a first solution; nil where there is none.
  ///
  /// - Parameters:
  ///   - equations: For each equation the unknowns' factors, as many in each.
  ///   - sums: What each comes to; not below nought.
  init?(equations: [[Double]], sums: [Double]) {
    count = equations.first?.count ?? 0
    let unknowns = count
    rows = zip(equations, sums).enumerated().map { index, equation in
      let scale = max(1, equation.0.reduce(0) { max($0, abs($1)) })
      let artificial = equations.indices.map { $0 == index ? 1.0 : 0 }
      return equation.0.map { $0 / scale } + artificial + [equation.1 / scale]
    }
    basis = equations.indices.map { unknowns + $0 }
    var cost = [Double](repeating: 0, count: unknowns) + equations.map { _ in -1.0 }
    guard let most = climb(&cost, width: unknowns + equations.count),
      most > -1e-5 * max(1, sums.max() ?? 1)
    else { return nil }
    dropArtificial()
  }

  /// The largest sum of the unknowns that are weighed; nil where none is found.
  func maximum(of weights: [Double]) -> Double? {
    var copy = self
    var cost = weights
    return copy.climb(&cost, width: count)
  }

  /// Climbs to the largest value of a cost from where the basis stands.
  private mutating func climb(_ weights: inout [Double], width: Int) -> Double? {
    let last = (rows.first?.count ?? 1) - 1
    var cost = weights + [Double](repeating: 0, count: last + 1 - weights.count)
    for (row, unknown) in basis.enumerated() where unknown < weights.count {
      let factor = cost[unknown]
      guard factor != 0 else { continue }
      for column in cost.indices { cost[column] -= factor * rows[row][column] }
    }
    var steps = 0
    while let entering = (0..<width).first(where: { cost[$0] > Self.nearNought }) {
      var leaving: (row: Int, ratio: Double)?
      for row in rows.indices where rows[row][entering] > Self.nearNought {
        let ratio = rows[row][last] / rows[row][entering]
        if let best = leaving {
          let isLess = ratio < best.ratio - 1e-12
          let isFirst = ratio <= best.ratio + 1e-12 && basis[row] < basis[best.row]
          if isLess || isFirst { leaving = (row, ratio) }
        } else {
          leaving = (row, ratio)
        }
      }
      steps += 1
      guard let leaving, steps < Self.mostSteps else { return nil }
      pivot(leaving.row, entering)
      let factor = cost[entering]
      for column in cost.indices { cost[column] -= factor * rows[leaving.row][column] }
    }
    return -cost[last]
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let by = rows[row][column]
    for index in rows[row].indices { rows[row][index] /= by }
    let chosen = rows[row]
    for other in rows.indices where other != row {
      let factor = rows[other][column]
      guard factor != 0 else { continue }
      for index in chosen.indices { rows[other][index] -= factor * chosen[index] }
    }
    basis[row] = column
  }

  /// Takes the helpers of the first phase out; an equation that others imply goes with them.
  private mutating func dropArtificial() {
    for row in rows.indices where basis[row] >= count {
      if let column = (0..<count).first(where: { abs(rows[row][$0]) > Self.nearNought }) {
        pivot(row, column)
      }
    }
    let kept = rows.indices.filter { basis[$0] < count }
    rows = kept.map { Array(rows[$0][..<count]) + [rows[$0].last ?? 0] }
    basis = kept.map { basis[$0] }
  }
}
