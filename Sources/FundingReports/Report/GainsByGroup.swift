import FundingModel

/// Who gains and who loses in groups of schools: by sector, authority, size, language, free meals.
struct GainsByGroup {
  /// What the schools are grouped by.
  enum Kind: Hashable, CaseIterable {
    case all, sector, authority, size, language, freeMeals, rural
  }

  /// One group.
  struct Row: Hashable {
    /// The group: a sector, a code, a band.
    let value: String
    var schools = 0
    var winners = 0
    var losers = 0
    var gain = Money.zero
    /// The sum of losses, as a positive amount.
    var loss = Money.zero
    var largestGain = Money.zero
    /// As a positive amount.
    var largestLoss = Money.zero
    var pupilsGaining: Int64 = 0
    var pupilsLosing: Int64 = 0

    /// The gains less the losses.
    var net: Money { gain - loss }

    mutating func add(_ school: SchoolComparison) {
      schools += 1
      let change = school.change
      if change > .zero {
        winners += 1
        gain += change
        largestGain = max(largestGain, change)
        pupilsGaining += school.pupils
      } else if change < .zero {
        losers += 1
        loss += -change
        largestLoss = max(largestLoss, -change)
        pupilsLosing += school.pupils
      }
    }
  }

  /// The groups, in the order in which people expect them.
  let rows: [Row]

  /// Groups schools; none where the data does not say what to group by.
  ///
  /// - Parameters:
  ///   - comparisons: The schools, of one run and year.
  ///   - kind: What to group by.
  ///   - groups: Which group each school is in.
  init(_ comparisons: [SchoolComparison], by kind: Kind, in groups: SchoolGroups) {
    var found: [String: Row] = [:]
    for school in comparisons {
      guard let value = groups.value(kind, row: school.row) else { continue }
      found[value, default: Row(value: value)].add(school)
    }
    rows = groups.values(kind).compactMap { found[$0] }
  }
}

/// Which group of each kind every school is in.
struct SchoolGroups {
  private let groups: [GainsByGroup.Kind: [String?]]
  private let ordered: [GainsByGroup.Kind: [String]]

  /// The least roll of each band of size.
  static let sizes: [Int64] = [1, 50, 100, 200, 400, 600, 900, 1200]

  /// Groups a census.
  ///
  /// Fifths of free school meals are of the schools of one sector, each as many schools as can be,
  /// by the share of pupils eligible, ties by school number: 1 has the most.
  init(_ census: Census) {
    let schools = census.schools
    let rows = 0..<schools.count
    let heads = rows.map { census.pupils.heads(ofSchool: $0) }
    groups = [
      .all: rows.map { _ in "all" }, .sector: schools.sectors.map(Optional.some),
      .authority: schools.authorities.map { String($0) }, .size: heads.map(Self.band),
      .language: Self.texts(schools.column("language"), rows),
      .freeMeals: Self.fifths(census, heads),
      .rural: Self.texts(schools.column("rural"), rows),
    ]
    ordered = [
      .all: ["all"], .sector: schools.sectorsFound,
      .authority: Set(schools.authorities).sorted().map { String($0) },
      .size: Self.sizes.compactMap(Self.band),
      .language: StandardFields.languages.names, .freeMeals: (1...5).map { String($0) },
      .rural: Set(Self.texts(schools.column("rural"), rows).compactMap(\.self)).sorted(),
    ]
  }

  /// The group of a school; nil where the data does not say.
  func value(_ kind: GainsByGroup.Kind, row: Int) -> String? { groups[kind]?[row] }

  /// The groups of a kind, in order.
  func values(_ kind: GainsByGroup.Kind) -> [String] { ordered[kind] ?? [] }

  private static func texts(_ column: Column?, _ rows: Range<Int>) -> [String?] {
    guard let column else { return rows.map { _ in nil } }
    return rows.map { row in column[row].map { Names.value($0, .english) } }
  }

  private static func band(_ heads: Int64) -> String? {
    guard let index = sizes.lastIndex(where: { $0 <= heads }) else { return nil }
    guard index + 1 < sizes.count else { return "\(Prose.whole(sizes[index]))+" }
    return "\(Prose.whole(sizes[index]))–\(Prose.whole(sizes[index + 1] - 1))"
  }

  private static func fifths(_ census: Census, _ heads: [Int64]) -> [String?] {
    var fifths = [String?](repeating: nil, count: heads.count)
    guard let eligible = census.eligibleForFreeMeals else { return fifths }
    for sector in census.schools.sectorsFound {
      let rows = census.rowsByFreeMeals(eligible, heads: heads, sector: sector)
      for (place, row) in rows.enumerated() { fifths[row] = String(place * 5 / rows.count + 1) }
    }
    return fifths
  }
}
