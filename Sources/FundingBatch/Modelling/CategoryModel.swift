import FundingModel

/// Types and language categories of one sector's modelled schools.
///
/// - Invariant: Wales has as many schools of each type, and each authority as many Welsh-medium
///   schools, as published. Which authority has which other type or category is an estimate.
struct CategoryModel {
  /// For each group of facts, its schools' types.
  let types: [[String]]
  /// For each group of facts, its schools' language categories; nil where none are published for
  /// the sector.
  private(set) var languages: [[String?]]

  /// Deals types and categories to the schools of one sector.
  init(_ groups: [SchoolGroupFacts], facts: ModelledFacts, using random: inout SeededGenerator) {
    let sector = groups.first?.sector ?? ""
    let schools = groups.map(\.schools)
    types = Self.deal(
      facts.schoolTypes.filter { $0.sector == sector }, to: schools, using: &random
    ) { type in
      let years = YearRange(sector: sector, schoolType: type)
      return groups.map { Self.affinity(of: $0, to: years, facts: facts) }
    }
    let others = facts.languages.filter { $0.sector == sector && $0.category != "WM" }
    guard groups.contains(where: { $0.welshMedium > 0 }) || !others.isEmpty else {
      languages = schools.map { Array(repeating: nil, count: $0) }
      return
    }
    let welshShare = groups.map { group -> Int in
      let primary = facts.group(authority: group.authority, sector: "primary")
      return primary.map { $0.welshMedium * 1_000 / max(1, $0.schools) } ?? 0
    }
    let rest = groups.map { $0.schools - $0.welshMedium }
    let english = rest.reduce(0, +) - others.reduce(0) { $0 + $1.schools }
    let counts = others + [SchoolCategoryCount(sector: sector, category: "EM", schools: english)]
    let dealt = Self.deal(counts, to: rest, using: &random) { category in
      zip(groups, welshShare).map { group, share in
        // Bilingual schools where most primary schools are Welsh-medium; partly Welsh ones where
        // they are mixed.
        let weight = ["AB", "BB", "CB"].contains(category) ? share : 1_000 - share
        return share * weight * group.schools
      }
    }
    languages = zip(groups, dealt).map { group, others in
      var all = Array(repeating: "WM", count: group.welshMedium) + others
      random.shuffle(&all)
      return all
    }
  }

  /// Exchanges Welsh-medium and other schools within authorities until Welsh-medium schools have
  /// about as many pupils together as published.
  mutating func meet(welshMediumPupils: Int, sizes: [[Int]], using random: inout SeededGenerator) {
    var gap = welshMediumPupils
    for (languages, sizes) in zip(languages, sizes) {
      for (language, size) in zip(languages, sizes) where language == "WM" { gap -= size }
    }
    let mixed = languages.indices.filter {
      languages[$0].contains("WM") && languages[$0].contains { $0 != "WM" }
    }
    guard !mixed.isEmpty else { return }
    for _ in 0..<20_000 where abs(gap) > welshMediumPupils / 1_000 {
      let group = mixed[random.below(mixed.count)]
      let first = random.below(sizes[group].count)
      let second = random.below(sizes[group].count)
      guard languages[group][first] == "WM", languages[group][second] != "WM" else { continue }
      let change = sizes[group][second] - sizes[group][first]
      guard abs(gap - change) < abs(gap) else { continue }
      languages[group].swapAt(first, second)
      gap -= change
    }
  }

  /// Deals categories to groups, each in proportion to the groups' weights for it, the rarest
  /// first; the commonest takes what is left.
  private static func deal(
    _ counts: [SchoolCategoryCount], to schools: [Int], using random: inout SeededGenerator,
    weights: (String) -> [Int]
  ) -> [[String]] {
    var dealt = schools.map { _ in [String]() }
    let rarestFirst = counts.enumerated()
      .sorted { ($0.element.schools, $0.offset) < ($1.element.schools, $1.offset) }
      .map(\.element)
    for count in rarestFirst {
      let room = zip(schools, dealt).map { $0 - $1.count }
      let parts = WholeParts.limited(
        count.schools, by: weights(count.category), limits: room)
      for (index, part) in parts.enumerated() {
        dealt[index] += Array(repeating: count.category, count: part)
      }
    }
    for index in dealt.indices {
      if let common = rarestFirst.last {
        dealt[index] += Array(
          repeating: common.category, count: schools[index] - dealt[index].count)
      }
      random.shuffle(&dealt[index])
    }
    return dealt
  }

  /// How readily an authority has schools without a nursery or a sixth form: the more, the fewer
  /// pupils it has in those years; any other type follows the number of schools.
  private static func affinity(
    of group: SchoolGroupFacts, to years: YearRange, facts: ModelledFacts
  ) -> Int {
    func pupils(_ year: Int) -> Int {
      facts.yearGroups.first {
        $0.authority == group.authority && $0.sector == group.sector && $0.yearGroup == year
      }?.pupils ?? 0
    }
    let even = group.schools * 1_000
    switch group.sector {
    case "primary" where years == YearRange(YearRange.reception...YearRange.year(6)):
      let reception = pupils(YearRange.reception)
      guard reception > 0 else { return even }
      return even * max(0, reception - pupils(YearRange.reception - 1)) / reception
    case "secondary" where years == YearRange(YearRange.year(7)...YearRange.year(11)):
      // Three in five of Year 11 stay on where every school has a sixth form.
      let expected = pupils(YearRange.year(11)) * 3 / 5
      guard expected > 0 else { return even }
      return even * max(0, expected - pupils(YearRange.year(12))) / expected
    case "secondary":
      return even * pupils(YearRange.year(12)) / max(1, pupils(YearRange.year(11)))
    default: return even
    }
  }
}
