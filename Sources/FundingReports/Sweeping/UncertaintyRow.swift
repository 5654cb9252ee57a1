import FundingModel

/// How one total spreads over the draws.
///
/// - Rounding: the mean and the deviations to the penny, halves upwards, from exact sums of whole
///   pennies; percentiles are totals that were drawn: the smallest that the share of draws reaches.
struct UncertaintyRow: Hashable {
  let group: WinnersRow.Group
  let run: String
  let year: FundingYear
  let draws: Int
  let mean: Money
  /// The standard deviation of the draws (n − 1); nil of a single draw.
  let deviation: Money?
  /// The standard error of the mean; nil of a single draw.
  let standardError: Money?
  let p5: Money
  let median: Money
  let p95: Money

  /// The rows: by group, then in the order of runs and years; none without a draw.
  static func rows(of results: PointResults) -> [UncertaintyRow] {
    guard !results.figures.isEmpty else { return [] }
    return results.groups.indices.flatMap { group in
      results.runs.indices.compactMap { run in
        UncertaintyRow(
          results.groups[group], results.runs[run],
          results.figures.map { $0[run].groupTotals[group].pence })
      }
    }
  }

  /// Describes totals in pennies; nil where there is none, or where they are too large.
  init?(_ group: WinnersRow.Group, _ owner: PointResults.RunYear, _ totals: [Int64]) {
    let sorted = totals.sorted()
    guard let first = sorted.first else { return nil }
    let count = Int128(sorted.count)
    // Counted from the least, so that squares stay small.
    var (sum, squares): (Int128, Int128) = (0, 0)
    for total in sorted {
      let above = Int128(total) - Int128(first)
      let (square, first) = above.multipliedReportingOverflow(by: above)
      let (next, second) = squares.addingReportingOverflow(square)
      guard !first, !second else { return nil }
      sum += above
      squares = next
    }
    let (scaled, first1) = squares.multipliedReportingOverflow(by: count)
    let (product, second) = sum.multipliedReportingOverflow(by: sum)
    guard !first1, !second, let mean = try? Rational(sum, over: count) else { return nil }
    self.group = group
    run = owner.run
    year = owner.year
    draws = sorted.count
    self.mean = Money(pence: first + Int64(mean.rounded()))
    if count > 1 {
      // n Σx² − (Σx)² over n (n − 1), and that over n once more.
      deviation = Self.root(of: scaled - product, over: count * (count - 1))
      standardError = Self.root(of: scaled - product, over: count * count * (count - 1))
    } else {
      deviation = nil
      standardError = nil
    }
    func percentile(_ percent: Int) -> Money {
      Money(pence: sorted[max(0, (percent * sorted.count + 99) / 100 - 1)])
    }
    p5 = percentile(5)
    median = percentile(50)
    p95 = percentile(95)
  }

  /// The square root of a quotient of whole numbers, to the penny.
  static func root(of number: Int128, over divisor: Int128) -> Money {
    // ⌊2 √q⌋ by halves; its half rounded upwards is √q rounded.
    let (quotient, overflow) = number.multipliedReportingOverflow(by: 4)
    let target = overflow ? (number / divisor) * 4 : quotient / divisor
    var (low, high): (Int128, Int128) = (0, 1 << 62)
    while low < high {
      let middle = (low + high + 1) / 2
      if middle * middle <= target { low = middle } else { high = middle - 1 }
    }
    return Money(pence: Int64((low + 1) / 2))
  }
}
