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

  /// The least point with c replaced by c + pull × direction.
  func minimised(pulling pull: Double, along direction: [Double]?) -> Minimum {
    let linear = direction.map { zip(self.linear, $0).map { $0 + pull * $1 } } ?? self.linear
    let tolerance = 1e-12 * max(1, linear.reduce(0) { max($0, abs($1)) })
    var z = start
    var isFree = [Bool](repeating: true, count: z.count)
    for _ in 0..<(50 + 20 * z.count) {
      let free = isFree.indices.filter { isFree[$0] }
      let target = solved(free: free, at: z, linear: linear)
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

  /// The least point at which a direction's product is as wanted; nil where the box forbids it.
  ///
  /// The product rises with the pull along the direction, in straight pieces; Newton's steps,
  /// kept between known sides, find it.
  func minimised(along direction: [Double], to wanted: Double) -> Minimum? {
    let least = zip(direction, zip(lower, upper)).reduce(0) { sum, pair in
      sum + (pair.0 == 0 ? 0 : pair.0 * (pair.0 > 0 ? pair.1.0 : pair.1.1))
    }
    let greatest = zip(direction, zip(lower, upper)).reduce(0) { sum, pair in
      sum + (pair.0 == 0 ? 0 : pair.0 * (pair.0 > 0 ? pair.1.1 : pair.1.0))
    }
    guard least <= wanted, wanted <= greatest else { return nil }
    var (low, high) = (-Double.infinity, Double.infinity)
    var pull = 0.0
    var best = minimised(pulling: 0, along: nil)
    for _ in 0..<200 {
      best = minimised(pulling: pull, along: direction)
      let excess = zip(direction, best.values).reduce(-wanted) { $0 + $1.0 * $1.1 }
      if abs(excess) <= 1e-12 * max(abs(wanted), 1e-3) { return best }
      if excess < 0 { low = max(low, pull) } else { high = min(high, pull) }
      let part = best.free.map { direction[$0] }
      let rise = zip(part, solve(free: best.free, part)).reduce(0) { $0 + $1.0 * $1.1 }
      var next = rise > 0 ? pull - excess / rise : pull - excess.sign.factor * max(1, abs(pull))
      if next <= low || next >= high || next == pull {
        next =
          low.isFinite && high.isFinite
          ? (low + high) / 2 : pull - excess.sign.factor * max(1, abs(pull))
      }
      if next == pull { return best }
      pull = next
    }
    return best
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
  private func solved(free: [Int], at z: [Double], linear: [Double]) -> [Double] {
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

extension FloatingPointSign {
  /// 1 or −1.
  fileprivate var factor: Double {
    switch self {
    case .plus: 1
    case .minus: -1
    }
  }
}
