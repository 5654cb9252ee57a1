import FundingModel

/// What the published facts say of the pupils of one authority and sector, as whole-number
/// weights.
struct PupilShape: Hashable {
  /// By year group, for the years that the school has.
  let years: [Int]
  /// By level of additional learning needs, `none` first.
  let needs: [Int]
  /// By decile of deprivation, before a school's own tilt.
  let deciles: [Int]
  /// By stage of English as an additional language, `none` first.
  let stages: [Int]
  /// The authority's share of pupils eligible for free school meals.
  let freeMeals: Millionths
  /// What to take for a school of the sector that states no share.
  let freeMealsIfUnstated: Millionths
  /// Pupils eligible for free school meals, and those only protected, where both were counted.
  let protection: FreeMealsFacts.Protection
}

/// Works out the shape of any school's pupils from the facts, each kind of school once.
struct PupilShapes {
  private struct Kind: Hashable {
    let authority: Int
    let sector: String
    let years: YearRange
  }

  private let facts: ModelledFacts
  private let needs: NeedsModel
  private var known: [Kind: PupilShape] = [:]

  init(_ facts: ModelledFacts) {
    self.facts = facts
    needs = NeedsModel(facts)
  }

  /// The shape of the pupils of a school.
  mutating func shape(authority: Int, sector: String, schoolType: String?) -> PupilShape {
    let years = YearRange(sector: sector, schoolType: schoolType)
    let kind = Kind(authority: authority, sector: sector, years: years)
    if let shape = known[kind] { return shape }
    let meals = facts.freeMeals.first { $0.authority == authority }
    let all = meals?.eligible ?? facts.national.freeMeals
    let shape = PupilShape(
      years: yearWeights(kind),
      needs: needs.weights(authority: authority, sector: sector),
      deciles: facts.deprivation.first { $0.authority == authority }?.areas ?? walesAreas,
      stages: stageWeights(authority),
      freeMeals: all,
      freeMealsIfUnstated: facts.group(authority: authority, sector: sector)?.freeMeals ?? all,
      protection: meals?.protection ?? nationalProtection)
    known[kind] = shape
    return shape
  }

  /// Pupils by year group in the years that a school has.
  ///
  /// The published counts are of all schools of the sector, of which not all have a nursery or a
  /// sixth form; one that has gets as many more as there are schools to one that has. A sixth form
  /// grows by that only up to what such schools have in all Wales: in some authorities every
  /// school has one already.
  private func yearWeights(_ kind: Kind) -> [Int] {
    let wales = counts(of: nil, kind.sector)
    let own = counts(of: kind.authority, kind.sector)
    let published = own.allSatisfy { $0 == 0 } ? wales : own
    let last = YearRange.year(11)
    var weights = [Int](repeating: 0, count: PupilAttributes.years)
    for year in kind.years.years {
      let more = schoolsToOne(having: year, sector: kind.sector)
      weights[year] = published[year] * more
      if year > last {
        let usual = published[last] * wales[year] * more / max(1, wales[last])
        weights[year] = max(published[year] * 1_000, min(weights[year], usual))
      }
    }
    if weights.allSatisfy({ $0 == 0 }) {
      for year in kind.years.years { weights[year] = 1 }
    }
    return weights
  }

  /// Published pupils by year group of an authority, or of Wales.
  private func counts(of authority: Int?, _ sector: String) -> [Int] {
    var counts = [Int](repeating: 0, count: PupilAttributes.years)
    for count in facts.yearGroups where count.authority == authority && count.sector == sector {
      counts[count.yearGroup] += count.pupils
    }
    return counts
  }

  /// A sector's schools for each one that has a year group, in thousandths.
  private func schoolsToOne(having year: Int, sector: String) -> Int {
    let types = facts.schoolTypes.filter { $0.sector == sector }
    let all = types.reduce(0) { $0 + $1.schools }
    let having =
      types
      .filter { YearRange(sector: sector, schoolType: $0.category).years.contains(year) }
      .reduce(0) { $0 + $1.schools }
    return having == 0 ? 1_000 : 1_000 * all / having
  }

  private var walesAreas: [Int] {
    facts.deprivation.reduce([Int](repeating: 0, count: 10)) { sums, authority in
      zip(sums, authority.areas).map { $0 + $1 }
    }
  }

  /// The authority's own pupils by stage, or those of every authority for which they are
  /// published.
  private func stageWeights(_ authority: Int) -> [Int] {
    if let own = facts.additionalLanguage.first(where: { $0.authority == authority }) {
      return own.pupils
    }
    let none = [1] + [Int](repeating: 0, count: PupilAttributes.stages - 1)
    guard !facts.additionalLanguage.isEmpty else { return none }
    return facts.additionalLanguage.reduce([Int](repeating: 0, count: none.count)) {
      sums, authority in zip(sums, authority.pupils).map { $0 + $1 }
    }
  }

  private var nationalProtection: FreeMealsFacts.Protection {
    let eligible = facts.national.freeMeals.parts
    return .init(
      eligible: eligible,
      onlyProtected: max(0, facts.national.freeMealsOrProtected.parts - eligible))
  }
}
