/// Least squares within bounds, drawn a little toward starting values.
///
/// Minimises Σ weight × (target − row · x)² + ridge × Σ (scale × (x − start))²
/// + pull × Σ ((x − start) ÷ start)², where a column's scale is its weighted norm: so a column that
/// the rows say nothing about stays at its start. Where a start is nought, `pull` adds to `ridge`.
///
/// - Invariant: the same rows give the same result; no randomness, no threads.
struct BoundedLeastSquares {
  /// One row an observation, one driver a column.
  let rows: [[Double]]
  /// What each row should come to.
  let targets: [Double]
  /// How much each row counts.
  var weights: [Double]
  /// The least values.
  let lower: [Double]
  /// The greatest values; infinity for no end.
  let upper: [Double]
  /// The values that nothing else decides.
  let start: [Double]
  /// How strongly the start draws by the columns' norms.
  let ridge: Double
  /// How strongly the start draws by relative distance.
  var pull = 0.0
  /// What was found.
  struct Solution {
    /// The values.
    var values: [Double]
    /// For each column, how uncertain it is relative to a column that shares nothing with others:
    /// 1 for such a one, very large for one that others can stand in for; nil at a bound.
    let inflation: [Double?]
    /// Each column's weighted norm.
    let scales: [Double]
  }

  /// The best values.
  func solution() -> Solution {
    let scales = columns.map { column in
      let norm = zip(column, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }.squareRoot()
      return norm > 0 ? norm : 1
    }
    let problem = boxProblem(scales)
    let best = problem.minimised()
    let inverse = problem.inverseDiagonal(free: best.free)
    return Solution(
      values: zip(best.values, scales).enumerated().map { index, pair in
        min(max(pair.0 / pair.1, lower[index]), upper[index])
      }, inflation: inverse, scales: zip(columns, scales).map { $0.contains { $0 != 0 } ? $1 : 0 })
  }

  private var columns: [[Double]] {
    start.indices.map { column in rows.map { $0[column] } }
  }

  private func boxProblem(_ scales: [Double]) -> BoxProblem {
    let count = start.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var linear = [Double](repeating: 0, count: count)
    for (row, (target, weight)) in zip(rows, zip(targets, weights)) {
      let scaled = zip(row, scales).map { $0 / $1 }
      for i in 0..<count where scaled[i] != 0 {
        linear[i] += weight * scaled[i] * target
        for j in 0..<count { matrix[i][j] += weight * scaled[i] * scaled[j] }
      }
    }
    let lower = zip(lower, scales).map { $0 * $1 }
    let upper = zip(upper, scales).map { $0 * $1 }
    let start = zip(start, scales).enumerated().map { index, pair in
      min(max(pair.0 * pair.1, lower[index]), upper[index])
    }
    for i in 0..<count {
      let draw = ridge + (start[i] == 0 ? pull : pull / (start[i] * start[i]))
      matrix[i][i] += draw
      linear[i] += draw * start[i]
    }
    return BoxProblem(
      matrix: matrix, linear: linear, lower: lower, upper: upper, start: start)
  }
}
