import FundingModel

/// The pupils of one school, one code each.
///
/// - Invariant: as many as the school states; as many eligible for free school meals as the
///   nearest whole number to its share; numbers by every other attribute are the facts' shares
///   rounded down or up. They depend on the seed, the school's number and its own row alone.
struct PupilModel {
  private var random: SeededGenerator
  private var codes: [PupilAttributes.Code]
  /// The pupils' positions, in an order that is random in relation to every attribute given.
  private var order: [Int]

  /// The pupils.
  var pupils: [PupilAttributes.Code] { codes }

  /// Models the pupils of a school that has `heads` of them, `freeMeals` of these eligible for
  /// free school meals.
  init(
    school: Int, heads: Int, freeMeals: Int, taughtThroughWelsh: Millionths, shape: PupilShape,
    facts: NationalFacts, seed: UInt64
  ) {
    random = SeededGenerator(seed: seed, stream: school)
    codes = []
    codes.reserveCapacity(heads)
    order = Array(0..<heads)
    let years = WholeParts.systematic(heads, by: shape.years, offset: random.below(65_536))
    for (year, count) in years.enumerated() {
      codes.append(contentsOf: repeatElement(year * PupilAttributes.yearStep, count: count))
    }
    random.shuffle(&order)
    addMealsAndDeciles(freeMeals: freeMeals, shape: shape)
    let needs = WholeParts.systematic(heads, by: shape.needs, offset: random.below(65_536))
    scatter(needs, step: PupilAttributes.needStep)
    let stages = WholeParts.systematic(heads, by: shape.stages, offset: random.below(65_536))
    scatter(stages, step: PupilAttributes.stageStep)
    scatter(yes(taughtThroughWelsh), step: PupilAttributes.welshStep)
    scatter(yes(facts.lookedAfter), step: PupilAttributes.careStep)
  }

  /// Gives each pupil free school meals or not and a decile, together: the pupils eligible are
  /// more likely to live in the more deprived of the areas that the school's pupils live in, and
  /// so, of the others, are those protected.
  private mutating func addMealsAndDeciles(freeMeals: Int, shape: PupilShape) {
    let heads = codes.count
    let protection = shape.protection
    let onlyProtected = min(
      heads - freeMeals,
      protection.eligible == 0
        ? 0
        : (freeMeals * protection.onlyProtected * 2 + protection.eligible)
          / (2 * protection.eligible))
    let share = Millionths(freeMeals, of: heads)
    var left = WholeParts.systematic(
      heads, by: Self.tilted(shape.deciles, share: share, authority: shape.freeMeals),
      offset: random.below(65_536))
    var next = 0
    let groups: [(PupilAttributes.Meals, Int)] = [
      (.eligible, freeMeals), (.onlyProtected, onlyProtected),
      (.none, heads - freeMeals - onlyProtected),
    ]
    for (meals, count) in groups {
      // Weighted 10 for the most deprived decile down to 1 for the least; the last group has what
      // is left.
      let weights = left.indices.map { left[$0] * (10 - $0) }
      let parts = WholeParts.limited(count, by: weights, limits: left)
      for (decile, part) in parts.enumerated() {
        left[decile] -= part
        let code =
          meals.rawValue * PupilAttributes.mealsStep + decile * PupilAttributes.decileStep
        for position in next..<next + part { codes[order[position]] += code }
        next += part
      }
    }
  }

  /// The authority's small areas by decile, tilted towards the deprived ones in a school with a
  /// higher share of free school meals than its authority, and away from them in one with a lower.
  ///
  /// The tilt is a straight line through the authority's mean decile, where it is nothing: over
  /// all schools of the authority it cancels out.
  static func tilted(_ areas: [Int], share: Millionths, authority: Millionths) -> [Int] {
    let count = max(1, areas.reduce(0, +))
    let meanTenths = areas.indices.reduce(0) { $0 + areas[$1] * ($1 + 1) * 10 } / count
    let relative = min(3_000, share.parts * 1_000 / max(1, authority.parts))
    return areas.indices.map { index in
      let factor = 1_000_000 + (relative - 1_000) * (meanTenths - 10 * (index + 1)) * 20
      return areas[index] * max(50_000, factor)
    }
  }

  private mutating func yes(_ share: Millionths) -> [Int] {
    WholeParts.systematic(
      codes.count, by: [Millionths.whole.parts - share.parts, share.parts],
      offset: random.below(65_536))
  }

  /// Gives so many random pupils each value but the first, which everybody has already.
  private mutating func scatter(_ counts: [Int], step: Int) {
    var next = 0
    let heads = order.count
    for value in counts.indices.dropFirst() {
      for _ in 0..<counts[value] {
        order.swapAt(next, next + random.below(heads - next))
        codes[order[next]] += value * step
        next += 1
      }
    }
  }
}
