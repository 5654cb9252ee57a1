import FundingModel

/// Ways to divide a whole number into whole parts.
enum WholeParts {
  /// Parts in proportion to weights: each is its exact share rounded down or up, and the parts sum
  /// to the whole, exactly.
  ///
  /// Which parts are rounded up depends on `offset` alone: over many wholes with random offsets
  /// every weight gets its due, also one too small to deserve a whole part in any single one. (The
  /// largest remainder would give it nothing each time.)
  /// - Parameters:
  ///   - whole: What is divided, not negative.
  ///   - weights: None negative; all zero gives everything to the first.
  ///   - offset: From 0 up to, not including, 65,536.
  /// - Returns: One part a weight.
  static func systematic(_ whole: Int, by weights: [Int], offset: Int) -> [Int] {
    var parts = [Int](repeating: 0, count: weights.count)
    let total = weights.reduce(0, +)
    guard total > 0 else {
      if !parts.isEmpty { parts[0] = whole }
      return parts
    }
    var cumulative = 0
    var given = 0
    for index in weights.indices {
      cumulative += weights[index]
      let reached =
        cumulative == total
        ? whole : (whole * cumulative * 65_536 / total + offset) / 65_536
      parts[index] = reached - given
      given = reached
    }
    return parts
  }

  /// Parts in proportion to weights, by largest remainder (ties by position), none above its
  /// limit.
  ///
  /// What a limit cuts off goes to the others, in proportion. The parts sum to the whole, exactly,
  /// or to the sum of the limits where that is less. A weight of zero gets something only where
  /// every other part is at its limit.
  static func limited(_ whole: Int, by weights: [Int], limits: [Int]) -> [Int] {
    var parts = [Int](repeating: 0, count: weights.count)
    var left = min(whole, limits.reduce(0, +))
    while left > 0 {
      var open = weights.indices.filter { parts[$0] < limits[$0] && weights[$0] > 0 }
      let evenly = open.isEmpty
      if evenly { open = weights.indices.filter { parts[$0] < limits[$0] } }
      let shares = evenly ? open.map { _ in 1 } : open.map { weights[$0] }
      let total = shares.reduce(0, +)
      let rest = left
      var remainders: [(remainder: Int, index: Int)] = []
      for (index, share) in zip(open, shares) {
        let part = min(rest * share / total, limits[index] - parts[index])
        parts[index] += part
        left -= part
        remainders.append((rest * share % total, index))
      }
      remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
      for (_, index) in remainders where left > 0 && parts[index] < limits[index] {
        parts[index] += 1
        left -= 1
      }
    }
    return parts
  }

  /// Numbers times a factor, in whole numbers: each exact product rounded down, and one more where
  /// the remainder is among the largest (ties by position).
  ///
  /// - Invariant: the parts sum to the exact total to the nearest whole, halves up.
  /// - Parameters:
  ///   - numbers: None negative.
  ///   - factor: Not negative.
  /// - Returns: One part a number; nil where the numbers are too long for exact arithmetic.
  static func multiples(of numbers: [Int64], by factor: Rational) -> [Int64]? {
    var parts: [Int64] = []
    parts.reserveCapacity(numbers.count)
    var remainders: [Int128] = []
    remainders.reserveCapacity(numbers.count)
    var given: Int128 = 0
    for number in numbers {
      let (product, overflow) = factor.numerator.multipliedReportingOverflow(by: Int128(number))
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: factor.denominator)
      guard !overflow, let part = Int64(exactly: quotient) else { return nil }
      parts.append(part)
      remainders.append(remainder)
      given += quotient
    }
    let whole = numbers.reduce(Int128(0)) { $0 + Int128($1) }
    let (numerator, overflow) = factor.numerator.multipliedReportingOverflow(by: whole)
    guard !overflow, let exact = try? Rational(numerator, over: factor.denominator) else {
      return nil
    }
    let left = Int(exact.rounded() - given)
    let order = remainders.indices.sorted {
      remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
    }
    for index in order.prefix(left) { parts[index] += 1 }
    return parts
  }
}
