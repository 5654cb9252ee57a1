import FundingModel

/// Budgets per pupil in ascending order, drawn through a published lowest, quartiles and highest.
enum BudgetCurve {
  /// Sixteen binary places: shares of a segment are whole numbers of 65,536ths.
  private static let one = 65_536

  /// The curve whose tails bend such that the sizes, cheapest school first, come closest to the
  /// total.
  ///
  /// The tails alone are free: the quartiles are published, but how fast budgets rise from the
  /// third quartile to the highest is not, and one outlier can be the highest.
  static func fitting(
    spread: BudgetSpread, sizes: [Int], total: Int, using random: inout SeededGenerator
  ) -> [Int] {
    let bends = sizes.count < 8 ? [1] : [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48]
    var best: (distance: Int, curve: [Int])?
    for lower in bends.prefix(5) {
      for upper in bends {
        let curve = curve(spread, count: sizes.count, lowerBend: lower, upperBend: upper)
        let distance = abs(total - zip(sizes, curve).reduce(0) { $0 + $1.0 * $1.1 })
        if distance < best?.distance ?? .max { best = (distance, curve) }
      }
    }
    // Up to half a per cent either way, so that no school's own published figure reappears.
    return (best?.curve ?? []).map { $0 * (1_000 + random.below(11) - 5) / 1_000 }.sorted()
  }

  /// The curve with tails of some bend.
  ///
  /// - Parameters:
  ///   - spread: The published amounts.
  ///   - count: How many values, at least 2.
  ///   - lowerBend: The power by which the lowest quarter falls away from the first quartile.
  ///   - upperBend: The power by which the highest quarter rises from the third.
  /// - Returns: The values in pennies, ascending.
  static func curve(_ spread: BudgetSpread, count: Int, lowerBend: Int, upperBend: Int) -> [Int] {
    let pins = spread.ascending.map { Int($0.pence) }
    var values = (0..<count).map { rank -> Int in
      let segment = min(3, 4 * rank / (count - 1))
      let along = (4 * rank - segment * (count - 1)) * one / (count - 1)
      let bent =
        switch segment {
        case 0: one - power(one - along, lowerBend)
        case 3: power(along, upperBend)
        default: along
        }
      return pins[segment] + (pins[segment + 1] - pins[segment]) * bent / one
    }
    if count > 3 { meetQuartiles(&values, pins: pins) }
    return values
  }

  /// Shifts the values on either side of each quartile until the quartiles are as published.
  private static func meetQuartiles(_ values: inout [Int], pins: [Int]) {
    let last = values.count - 1
    for _ in 0..<24 {
      for quarter in 1...3 {
        let below = quarter * last / 4
        let rest = quarter * last % 4
        guard rest > 0 else {
          values[below] = pins[quarter]
          continue
        }
        let found = (values[below] * (4 - rest) + values[below + 1] * rest) / 4
        let miss = pins[quarter] - found
        // The lowest and the highest are published too and stay.
        if below == 0 {
          values[1] += miss * 4 / rest
        } else if below + 1 == last {
          values[below] += miss * 4 / (4 - rest)
        } else {
          values[below] += miss
          values[below + 1] += miss
        }
      }
    }
    values.sort()
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(one) { product, _ in product * base / one }
  }
}
