import FundingModel

/// The budgets per pupil of one authority's modelled schools of one sector.
///
/// - Invariant: pupils × budget per pupil sum to the published total, to the penny, wherever whole
///   pennies can: one school alone may not divide its total.
/// - Units: pennies.
struct BudgetModel {
  /// The sizes: the model's, some moved by a few pupils where the published total needs it.
  private(set) var sizes: [Int]
  /// For each size the budget per pupil.
  private(set) var pence: [Int]

  /// By how many thousandths of the mean the published spread had to be moved, so that budgets
  /// come to the total.
  private(set) var movedThousandths = 0

  private let total: Int

  /// Models budgets: the published spread, dealt so that smaller schools have more per pupil,
  /// with exceptions.
  ///
  /// `sizes` are those of the schools that have a budget.
  init(sizes: [Int], facts: SchoolGroupFacts, using random: inout SeededGenerator) {
    self.sizes = sizes
    total = Int(facts.budget.pence)
    pence = []
    guard sizes.count > 1 else {
      if let size = sizes.first { pence = [(total * 2 + size) / (2 * size)] }
      return
    }
    let order = dealtOrder(using: &random)
    let curve = BudgetCurve.fitting(
      spread: facts.spread, sizes: order.map { sizes[$0] }, total: total, using: &random)
    pence = Array(repeating: 0, count: sizes.count)
    for (position, index) in order.enumerated() { pence[index] = curve[position] }
    exchangeBudgets(using: &random)
    movePupils()
    movedThousandths = abs(gap) / max(1, total / 1_000)
    level()
    settlePennies()
  }

  /// What is still missing from the total.
  private var gap: Int { total - zip(sizes, pence).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The schools from the cheapest to the dearest per pupil: the largest first, give or take.
  private func dealtOrder(using random: inout SeededGenerator) -> [Int] {
    let bySize = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let noise = max(1, sizes.count * 400)
    let scores = bySize.indices.map { $0 * 1_000 + random.below(noise) }
    return bySize.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }.map { bySize[$0] }
  }

  /// Exchanges the budgets of pairs of schools as long as that brings the total closer.
  private mutating func exchangeBudgets(using random: inout SeededGenerator) {
    var gap = gap
    for _ in 0..<sizes.count * 40 {
      guard abs(gap) > total / 2_000 else { return }
      let first = random.below(sizes.count)
      let second = random.below(sizes.count)
      let change = (sizes[first] - sizes[second]) * (pence[second] - pence[first])
      guard abs(gap - change) < abs(gap) else { continue }
      pence.swapAt(first, second)
      gap -= change
    }
  }

  /// In small groups, moves pupils between the cheapest and the dearest school, where no exchange
  /// of budgets comes near the total.
  private mutating func movePupils() {
    guard sizes.count < 8, abs(gap) > total / 200,
      let cheap = pence.indices.min(by: { (pence[$0], $0) < (pence[$1], $1) }),
      let dear = pence.indices.max(by: { (pence[$0], $0) < (pence[$1], $1) }),
      pence[cheap] < pence[dear]
    else { return }
    let wanted = gap / (pence[dear] - pence[cheap])
    let moved = min(max(wanted, 1 - sizes[dear]), sizes[cheap] - 1)
    sizes[dear] += moved
    sizes[cheap] -= moved
  }

  /// Adds the same to every budget per pupil, so that less than a penny a pupil is missing.
  private mutating func level() {
    let each = gap / sizes.reduce(0, +)
    for index in pence.indices { pence[index] += each }
  }

  /// Finds two schools whose budgets per pupil, moved by some pennies, make the total exact.
  ///
  /// Where no two can, because all sizes share a factor, some pupils move between two schools and
  /// the search begins again.
  private mutating func settlePennies() {
    let (modelledSizes, modelledPence) = (sizes, pence)
    for step in 0...Self.movedAtMost {
      for giver in sizes.indices {
        for moved in step == 0 ? [0] : [step, -step] {
          let taker = (giver + 1) % sizes.count
          (sizes, pence) = (modelledSizes, modelledPence)
          guard sizes[giver] > moved, sizes[taker] > -moved else { continue }
          sizes[giver] -= moved
          sizes[taker] += moved
          level()
          if gap == 0 || settle(within: 60) || settle(within: sizes.max() ?? 0) { return }
        }
      }
    }
    (sizes, pence) = (modelledSizes, modelledPence)
  }

  /// How many pupils may move for the sake of the pennies: enough to find two sizes that share no
  /// factor.
  private static let movedAtMost = 64

  private mutating func settle(within limit: Int) -> Bool {
    let gap = gap
    for first in sizes.indices {
      for second in sizes.indices where second != first {
        for change in 0...limit {
          for signed in change == 0 ? [0] : [change, -change] {
            let rest = gap - sizes[first] * signed
            guard rest % sizes[second] == 0, abs(rest / sizes[second]) <= limit else { continue }
            pence[first] += signed
            pence[second] += rest / sizes[second]
            return true
          }
        }
      }
    }
    return false
  }
}
