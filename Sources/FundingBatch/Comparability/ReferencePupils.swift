import FundingModel

/// The pupils of a reference school: as Wales's are, spread evenly rather than by chance.
///
/// - Invariant: every attribute's numbers are Wales's shares of the sector by largest remainder;
///   within the year groups, and by free school meals, they are spread as evenly as whole pupils
///   can be. No seed plays a part.
struct ReferencePupils {
  private(set) var codes: [PupilAttributes.Code] = []

  /// Makes the pupils of a school.
  ///
  /// Year groups are those of all pupils of the sector in Wales, so that a secondary school has the
  /// average sixth form and a primary school the average nursery. Nobody is taught through Welsh.
  init(_ school: ReferenceSchool, facts: ModelledFacts) {
    // No authority has the number nought: the shape is Wales's.
    var shapes = PupilShapes(facts)
    let shape = shapes.shape(authority: 0, sector: school.sector, schoolType: nil)
    var pupils = Self.parts(school.pupils, by: Self.years(of: school.sector, facts)).enumerated()
      .flatMap { year, count in
        repeatElement(Pupil(year: year), count: count)
      }
    let freeMeals = Millionths(school.freeMealsPercent * 10_000)
    let eligible = freeMeals.nearest(of: school.pupils)
    let onlyProtected = min(
      school.pupils - eligible,
      Self.share(eligible, shape.protection.onlyProtected, of: shape.protection.eligible))
    Self.spread(
      [school.pupils - eligible - onlyProtected, onlyProtected, eligible], over: &pupils,
      sortedBy: { [$0.year] }
    ) { $0.meals = $1 }
    addDeciles(shape, freeMeals, [eligible, onlyProtected], to: &pupils)
    Self.spread(
      Self.parts(school.pupils, by: shape.needs), over: &pupils,
      sortedBy: { [$0.meals, $0.year, $0.decile] }
    ) { $0.need = $1 }
    Self.spread(
      Self.parts(school.pupils, by: shape.stages), over: &pupils,
      sortedBy: { [$0.year, $0.meals, $0.need] }
    ) { $0.stage = $1 }
    let care = facts.national.lookedAfter.nearest(of: school.pupils)
    Self.spread(
      [school.pupils - care, care], over: &pupils,
      sortedBy: { [$0.meals, $0.need, $0.year] }
    ) { $0.care = $1 }
    codes = pupils.map(\.code)
  }

  /// Wales's pupils of a sector by year group.
  private static func years(of sector: String, _ facts: ModelledFacts) -> [Int] {
    var years = [Int](repeating: 0, count: PupilAttributes.years)
    for count in facts.yearGroups where count.authority == nil && count.sector == sector {
      years[count.yearGroup] += count.pupils
    }
    return years
  }

  /// Deciles of Wales, tilted by the school's share of free school meals as those of modelled
  /// schools are; the pupils eligible live in the more deprived of them.
  private func addDeciles(
    _ shape: PupilShape, _ freeMeals: Millionths, _ meals: [Int], to pupils: inout [Pupil]
  ) {
    let weights = PupilModel.tilted(shape.deciles, share: freeMeals, authority: shape.freeMeals)
    var left = Self.parts(pupils.count, by: weights)
    for (group, count) in [
      (PupilAttributes.Meals.eligible, meals[0]), (.onlyProtected, meals[1]),
      (.none, pupils.count - meals[0] - meals[1]),
    ] {
      let parts = WholeParts.limited(
        count, by: left.indices.map { left[$0] * (10 - $0) }, limits: left)
      for (decile, part) in parts.enumerated() { left[decile] -= part }
      var own = pupils.filter { $0.meals == group.rawValue }
      Self.spread(parts, over: &own, sortedBy: { [$0.year] }) { $0.decile = $1 }
      pupils = pupils.filter { $0.meals != group.rawValue } + own
    }
  }

  private static func parts(_ whole: Int, by weights: [Int]) -> [Int] {
    WholeParts.limited(whole, by: weights, limits: weights.map { _ in whole })
  }

  /// The part of a number that a ratio says, to the nearest whole.
  private static func share(_ number: Int, _ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : (number * part * 2 + whole) / (2 * whole)
  }

  /// Gives pupils, in some order, as many of each value as asked: at each pupil the value that is
  /// furthest behind its even pace, of equals the first.
  private static func spread(
    _ counts: [Int], over pupils: inout [Pupil], sortedBy key: (Pupil) -> [Int],
    _ give: (inout Pupil, Int) -> Void
  ) {
    let order = pupils.indices.sorted { left, right in
      let (a, b) = (key(pupils[left]), key(pupils[right]))
      return a == b ? left < right : a.lexicographicallyPrecedes(b)
    }
    var given = counts.map { _ in 0 }
    for (position, index) in order.enumerated() {
      var chosen: (behind: Int, value: Int)?
      for value in counts.indices where given[value] < counts[value] {
        // Half a step ahead, so that a single pupil comes in the middle rather than last.
        let behind = counts[value] * (2 * position + 1) - 2 * given[value] * order.count
        if behind > chosen?.behind ?? .min { chosen = (behind, value) }
      }
      guard let chosen else { preconditionFailure("the counts are as many as the pupils") }
      given[chosen.value] += 1
      give(&pupils[index], chosen.value)
    }
  }

  /// One pupil's attributes, each an index in the order of its field.
  private struct Pupil {
    var year: Int
    var meals = 0
    var decile = 0
    var need = 0
    var stage = 0
    var care = 0

    var code: PupilAttributes.Code {
      year * PupilAttributes.yearStep + meals * PupilAttributes.mealsStep
        + need * PupilAttributes.needStep + decile * PupilAttributes.decileStep
        + stage * PupilAttributes.stageStep + care * PupilAttributes.careStep
    }
  }
}
