import FundingModel

/// Which group of each kind every school is in, in one year.
///
/// - Invariant: a school is in exactly one group of each kind.
struct SchoolGroups {
  /// The group of schools of which the data does not say what they would be grouped by.
  static let notKnown = "not_known"
  /// The least roll of each band of size.
  static let sizes: [Int64] = [0, 1, 50, 100, 200, 400, 600, 900, 1200]

  private let groups: [GainsByGroup.Kind: [String]]
  private let ordered: [GainsByGroup.Kind: [String]]

  /// Groups a year's census.
  ///
  /// Fifths of free school meals are of the schools of one sector, each as many schools as can be,
  /// by the share of pupils eligible, ties by school number: 1 has the most.
  init(_ census: Census) {
    let schools = census.schools
    let rows = 0..<schools.count
    let heads = rows.map { census.pupils.heads(ofSchool: $0) }
    let languages = rows.map { Self.text(schools.column("language")?[$0]) }
    let rural = rows.map { Self.flag(schools.column("rural")?[$0]) }
    groups = [
      .all: rows.map { _ in "all" }, .sector: schools.sectors,
      .authority: schools.authorities.map { String($0) }, .size: heads.map(Self.band),
      .language: languages,
      .freeMeals: Self.fifths(census, heads), .rural: rural,
    ]
    ordered = [
      .all: ["all"], .sector: schools.sectorsFound,
      .authority: Set(schools.authorities).sorted().map { String($0) },
      .size: Self.sizes.map(Self.band),
      .language: Self.ordered(languages, first: StandardFields.languages.names),
      .freeMeals: (1...5).map { String($0) } + [Self.notKnown],
      .rural: Self.ordered(rural, first: ["true", "false"]),
    ]
  }

  /// The group of a school.
  func value(_ kind: GainsByGroup.Kind, row: Int) -> String {
    guard let groups = groups[kind] else { preconditionFailure("every kind has its groups") }
    return groups[row]
  }

  /// The groups of a kind, in order.
  func values(_ kind: GainsByGroup.Kind) -> [String] { ordered[kind] ?? [] }

  /// Whether the data says of any school which group of a kind it is in.
  func isKnown(_ kind: GainsByGroup.Kind) -> Bool {
    groups[kind]?.contains { $0 != Self.notKnown } ?? false
  }

  /// Some groups first, then any other that occurs, and last the one of those not known.
  private static func ordered(_ found: [String], first: [String]) -> [String] {
    first + Set(found).subtracting(first + [notKnown]).sorted() + [notKnown]
  }

  private static func text(_ value: FieldValue?) -> String {
    value.map { Names.value($0, .english) } ?? notKnown
  }

  /// Whether something is so: as true or false, or 1 or 0; else what the data says.
  private static func flag(_ value: FieldValue?) -> String {
    switch value {
    case .flag(let flag): String(flag)
    case .number(.one): "true"
    case .number(.zero): "false"
    case .number, .category, nil: text(value)
    }
  }

  /// The band of a roll, as formulae write ranges: `1..49`; the last is `1200+`.
  private static func band(_ heads: Int64) -> String {
    guard let index = sizes.lastIndex(where: { $0 <= heads }), index > 0 else { return "0" }
    return index + 1 < sizes.count
      ? "\(sizes[index])..\(sizes[index + 1] - 1)" : "\(sizes[index])+"
  }

  private static func fifths(_ census: Census, _ heads: [Int64]) -> [String] {
    var fifths = [String](repeating: notKnown, count: heads.count)
    guard let eligible = census.eligibleForFreeMeals else { return fifths }
    for sector in census.schools.sectorsFound {
      let rows = census.rowsByFreeMeals(eligible, heads: heads, sector: sector)
      for (place, row) in rows.enumerated() { fifths[row] = String(place * 5 / rows.count + 1) }
    }
    return fifths
  }
}
