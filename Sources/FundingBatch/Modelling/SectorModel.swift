import FundingModel

/// Sizes and budgets of one sector's modelled schools, all authorities together.
struct SectorModel {
  /// One school: its pupils and its budget per pupil in pennies, nil where it has none.
  struct School: Hashable {
    let pupils: Int
    let pence: Int?
  }

  /// The schools of each group of facts.
  let groups: [[School]]

  /// How many attempts are made to meet the size bands.
  private static let attempts = 32

  /// Models a sector.
  ///
  /// An authority with two or three schools leaves little choice of sizes once its pupils and its
  /// budget are met, so that the national bands come out differently with every attempt; and
  /// sizes that luck made too even can't have both the published budgets per pupil and their
  /// total. The best of some attempts is kept.
  init(_ facts: [SchoolGroupFacts], bands: [SizeBand], using random: inout SeededGenerator) {
    var best: (misfit: Int, groups: [[School]])?
    // Bands count only schools whose pupils are published; that much can never fit.
    let least = abs(
      facts.reduce(0) { $0 + $1.schools } - bands.reduce(0) { $0 + $1.schools })
    for _ in 0..<(bands.isEmpty ? 1 : Self.attempts) {
      let (groups, moved) = Self.attempt(facts, bands: bands, using: &random)
      let misfit = Self.misfit(groups, bands: bands) + moved
      if misfit < best?.misfit ?? .max { best = (misfit, groups) }
      if misfit <= least { break }
    }
    groups = best?.groups ?? []
  }

  private static func attempt(
    _ facts: [SchoolGroupFacts], bands: [SizeBand], using random: inout SeededGenerator
  ) -> (groups: [[School]], moved: Int) {
    let sizes = SizeModel(facts, bands: bands, using: &random).groups
    var moved = 0
    let groups = zip(facts, sizes).map { facts, sizes in
      let budgets = BudgetModel(sizes: sizes.funded, facts: facts, using: &random)
      // A spread moved by a hundredth is no matter; each further half of one weighs as much as a
      // school in the wrong band.
      moved += max(0, budgets.movedThousandths - 10) / 5
      return zip(budgets.sizes, budgets.pence).map { School(pupils: $0, pence: $1) }
        + sizes.unfunded.map { School(pupils: $0, pence: nil) }
    }
    return (groups, moved)
  }

  /// How many schools the bands have too many or too few.
  private static func misfit(_ groups: [[School]], bands: [SizeBand]) -> Int {
    bands.reduce(0) { sum, band in
      let found = groups.reduce(0) { $0 + $1.count { band.contains($0.pupils) } }
      return sum + abs(found - band.schools)
    }
  }
}
