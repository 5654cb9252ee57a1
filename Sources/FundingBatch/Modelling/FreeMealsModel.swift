import FundingModel

/// The shares of pupils eligible for free school meals in one authority's modelled schools of one
/// sector.
enum FreeMealsModel {
  /// Shares in tenths of a per cent whose mean, weighted by pupils, is the published share as
  /// closely as tenths allow.
  ///
  /// Schools range from a quarter of the share to about twice it. Those with a higher budget per
  /// pupil (`pence`, nil for none) than their size suggests come out higher, as most formulae fund
  /// deprivation.
  static func tenths(
    share: Millionths, sizes: [Int], pence: [Int?], using random: inout SeededGenerator
  ) -> [Int] {
    let count = sizes.count
    guard count > 1 else { return [(share.parts + 500) / 1_000] }
    let order = ascending(sizes: sizes, pence: pence, using: &random)
    var tenths = [Int](repeating: 0, count: count)
    for (rank, index) in order.enumerated() {
      let multiple = 250_000 + 1_500_000 * (2 * rank + 1) / (2 * count)
      tenths[index] = min(900, max(1, share.parts * multiple / 1_000_000_000))
    }
    let wanted = share.parts * sizes.reduce(0, +)
    var gap = wanted - zip(sizes, tenths).reduce(0) { $0 + $1.0 * $1.1 * 1_000 }
    // Scale to the share, then settle what is left by single tenths, largest schools first.
    let found = wanted - gap
    for index in tenths.indices where found > 0 {
      tenths[index] = min(900, max(1, tenths[index] * wanted / found))
    }
    gap = wanted - zip(sizes, tenths).reduce(0) { $0 + $1.0 * $1.1 * 1_000 }
    let bySize = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    for _ in 0..<1_000 {
      var moved = false
      for index in bySize {
        let step = gap > 0 ? 1 : -1
        let change = step * sizes[index] * 1_000
        guard abs(gap - change) < abs(gap), (1...900).contains(tenths[index] + step) else {
          continue
        }
        tenths[index] += step
        gap -= change
        moved = true
      }
      if !moved { break }
    }
    return tenths
  }

  /// The schools from the lowest share to the highest.
  private static func ascending(
    sizes: [Int], pence: [Int?], using random: inout SeededGenerator
  ) -> [Int] {
    let count = sizes.count
    var sizeRank = [Int](repeating: 0, count: count)
    var budgetRank = [Int](repeating: 0, count: count)
    for (rank, index) in sizes.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) })
      .enumerated()
    {
      sizeRank[index] = rank
    }
    let byBudget = sizes.indices.sorted { (pence[$0] ?? 0, $0) < (pence[$1] ?? 0, $1) }
    for (rank, index) in byBudget.enumerated() { budgetRank[index] = rank }
    let scores = sizes.indices.map {
      (budgetRank[$0] - sizeRank[$0]) * 1_000 + random.below(1_000 * count)
    }
    return sizes.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
  }
}
