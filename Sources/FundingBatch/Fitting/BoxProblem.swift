/// A quadratic to be made least within a box: ½ zᵀQz − cᵀz, low ≤ z ≤ high, Q positive definite.
///
/// - Source: the active-set method of Stark and Parker, "Bounded-variable least squares" (1995).
struct BoxProblem {
  /// Q.
  let matrix: [[Double]]
  /// c.
  let linear: [Double]
  /// The least values.
  let lower: [Double]
  /// The greatest values.
  let upper: [Double]
  /// Where to begin, within the box.
  let start: [Double]

  /// A least point and which of its coordinates are not held by a bound.
  struct Minimum {
    var values: [Double]
    var free: [Int]
  }

  /// The least point.
  func minimised() -> Minimum {
    let tolerance = 1e-12 * max(1, linear.reduce(0) { max($0, abs($1)) })
    var z = start
    var isFree = [Bool](repeating: true, count: z.count)
    for _ in 0..<(50 + 20 * z.count) {
      let free = isFree.indices.filter { isFree[$0] }
      let target = solved(free: free, at: z)
      // Go toward it as far as the box allows.
      var step = 1.0
      var blocking: [Int] = []
      for (index, goal) in zip(free, target) {
        let bound = goal < lower[index] ? lower[index] : goal > upper[index] ? upper[index] : nil
        guard let bound else { continue }
        let part = goal == z[index] ? 0 : max(0, (bound - z[index]) / (goal - z[index]))
        if part < step {
          (step, blocking) = (part, [index])
        } else if part == step {
          blocking.append(index)
        }
      }
      for (index, goal) in zip(free, target) { z[index] += step * (goal - z[index]) }
      guard blocking.isEmpty else {
        for index in blocking {
          z[index] =
            abs(z[index] - lower[index]) < abs(z[index] - upper[index])
            ? lower[index] : upper[index]
          isFree[index] = false
        }
        continue
      }
      // At a bound the slope must point out of the box; free the worst that doesn't.
      var worst = (index: -1, size: tolerance)
      for index in isFree.indices where !isFree[index] && lower[index] < upper[index] {
        let slope = zip(matrix[index], z).reduce(-linear[index]) { $0 + $1.0 * $1.1 }
        let inward = z[index] == lower[index] ? -slope : slope
        if inward > worst.size { worst = (index, inward) }
      }
      guard worst.index >= 0 else { break }
      isFree[worst.index] = true
    }
    return Minimum(values: z, free: isFree.indices.filter { isFree[$0] })
  }

  /// The diagonal of the free part's inverse; nil at a bound.
  func inverseDiagonal(free: [Int]) -> [Double?] {
    var result = [Double?](repeating: nil, count: linear.count)
    for (position, index) in free.enumerated() {
      var unit = [Double](repeating: 0, count: free.count)
      unit[position] = 1
      result[index] = solve(free: free, unit)[position]
    }
    return result
  }

  /// The least point of the free coordinates with the others held.
  private func solved(free: [Int], at z: [Double]) -> [Double] {
    var held = z
    for index in free { held[index] = 0 }
    let right = free.map { index in
      zip(matrix[index], held).reduce(linear[index]) { $0 - $1.0 * $1.1 }
    }
    return solve(free: free, right)
  }

  /// Solves the free part of Q, by Cholesky's factors.
  private func solve(free: [Int], _ right: [Double]) -> [Double] {
    let count = free.count
    var factor = free.map { row in free.map { matrix[row][$0] } }
    for i in 0..<count {
      for j in 0...i {
        var sum = factor[i][j]
        for k in 0..<j { sum -= factor[i][k] * factor[j][k] }
        factor[i][j] = i == j ? max(sum, 1e-300).squareRoot() : sum / factor[j][j]
      }
    }
    var x = right
    for i in 0..<count {
      for k in 0..<i { x[i] -= factor[i][k] * x[k] }
      x[i] /= factor[i][i]
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(count, i + 1) { x[i] -= factor[k][i] * x[k] }
      x[i] /= factor[i][i]
    }
    return x
  }
}
