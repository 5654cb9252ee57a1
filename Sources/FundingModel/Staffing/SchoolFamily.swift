/// What schools of one family have in common.
public enum FamilyCriterion: String, Hashable, Sendable, CaseIterable {
  /// The sector: an all-age school is only ever with all-age schools.
  case sector
  /// The number of pupils, in bands.
  case size
  /// The language of teaching, in groups.
  case language
  /// The percentage of pupils eligible for free school meals, in bands.
  case deprivation
}

/// A group of language categories.
public enum LanguageGroup: String, Hashable, Sendable, CaseIterable {
  /// Taught through Welsh.
  case welsh
  /// Taught through both.
  case bilingual
  /// Taught through English.
  case english
}

/// The rule by which schools are put into families.
public struct FamilyRule: Hashable, Sendable {
  /// The fewest schools of which a median and quartiles are told.
  public let smallest: Int
  /// For each sector the pupils at which a new band of size begins, ascending.
  public let sizes: [String: [Int]]
  /// The language categories of each group.
  public let languages: [LanguageGroup: [String]]
  /// The percentages at which a new band of deprivation begins, ascending.
  public let deprivation: [Rational]
  /// The criteria that a family too small gives up, in order; never the sector.
  public let dropped: [FamilyCriterion]
  /// The key of the source.
  public let source: String

  /// Makes a rule.
  public init(
    smallest: Int, sizes: [String: [Int]], languages: [LanguageGroup: [String]],
    deprivation: [Rational], dropped: [FamilyCriterion], source: String
  ) {
    precondition(!dropped.contains(.sector), "a family never crosses sectors")
    self.smallest = smallest
    self.sizes = sizes
    self.languages = languages
    self.deprivation = deprivation
    self.dropped = dropped
    self.source = source
  }

  /// What a school is by a criterion; nil where it isn't known or the rule says nothing of it.
  public func trait(_ criterion: FamilyCriterion, of row: StaffingRow) -> FamilyTrait? {
    guard let sector = row.kind.sector else { return nil }
    switch criterion {
    case .sector: return .sector(sector)
    case .size:
      guard let pupils = row[.pupils], let starts = sizes[sector] else { return nil }
      let band = starts.count { Rational($0) <= pupils }
      return .size(
        from: band == 0 ? 0 : starts[band - 1], below: band < starts.count ? starts[band] : nil)
    case .language:
      guard let language = row.kind.language else { return nil }
      return LanguageGroup.allCases.first { languages[$0]?.contains(language) ?? false }
        .map { .language($0) }
    case .deprivation:
      guard let percent = row.kind.freeMealsPercent else { return nil }
      let band = deprivation.count { $0 <= percent }
      return .deprivation(
        from: band == 0 ? .zero : deprivation[band - 1],
        below: band < deprivation.count ? deprivation[band] : nil)
    }
  }
}

/// One thing that the schools of a family have in common.
public enum FamilyTrait: Hashable, Sendable {
  /// The sector.
  case sector(String)
  /// Pupils from a number, and below another.
  case size(from: Int, below: Int?)
  /// The language group.
  case language(LanguageGroup)
  /// Per cent eligible for free school meals, from and below.
  case deprivation(from: Rational, below: Rational?)
}

/// Schools that are compared with one another.
public struct SchoolFamily: Hashable, Sendable {
  /// What they have in common, the sector first.
  public let traits: [FamilyTrait]
  /// The schools, as places in the result's list, ascending.
  public let members: [Int]

  /// Makes a family.
  public init(traits: [FamilyTrait], members: [Int]) {
    self.traits = traits
    self.members = members
  }
}

/// Why a family is wider than the whole rule.
public enum FamilyWidening: Hashable, Sendable {
  /// The criterion isn't known of the school.
  case unknown(FamilyCriterion)
  /// With the criterion the family would be too small.
  case tooFew(FamilyCriterion)
}
