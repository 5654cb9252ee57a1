/// Published figures about the schools of Wales, from which schools and pupils can be modelled.
///
/// No figure is one school's own, except where an authority has a single school of a sector.
/// - Source: `scenarios/data/wales-2024-25/README.md` names the publication of every file.
public struct ModelledFacts: Hashable, Sendable {
  /// Schools, pupils and budgets by authority and sector, by authority, then in the order of
  /// `StandardFields.sectors`.
  public let groups: [SchoolGroupFacts]
  /// Shares of pupils eligible for free school meals, by authority.
  public let freeMeals: [FreeMealsFacts]
  /// How many schools of each size, by sector, smallest first.
  public let sizeBands: [SizeBand]
  /// How many schools of each type there are in Wales.
  public let schoolTypes: [SchoolCategoryCount]
  /// How many schools of each language category there are in Wales.
  ///
  /// Where a sector has any, every school not counted is EM. WM is counted by authority too, in
  /// `groups`.
  public let languages: [SchoolCategoryCount]
  /// Pupils by year group, of authorities and of Wales.
  public let yearGroups: [YearGroupCount]
  /// Small areas by decile of deprivation, by authority.
  public let deprivation: [DeprivationFacts]
  /// Additional learning needs of the authorities for which they are published.
  public let needs: [NeedsFacts]
  /// English as an additional language, of the authorities for which it is published.
  public let additionalLanguage: [AdditionalLanguageFacts]
  /// Figures for Wales as a whole.
  public let national: NationalFacts

  /// Makes facts.
  public init(
    groups: [SchoolGroupFacts], freeMeals: [FreeMealsFacts], sizeBands: [SizeBand],
    schoolTypes: [SchoolCategoryCount], languages: [SchoolCategoryCount],
    yearGroups: [YearGroupCount], deprivation: [DeprivationFacts], needs: [NeedsFacts],
    additionalLanguage: [AdditionalLanguageFacts], national: NationalFacts
  ) {
    self.groups = groups
    self.freeMeals = freeMeals
    self.sizeBands = sizeBands
    self.schoolTypes = schoolTypes
    self.languages = languages
    self.yearGroups = yearGroups
    self.deprivation = deprivation
    self.needs = needs
    self.additionalLanguage = additionalLanguage
    self.national = national
  }

  /// The group of an authority and a sector; nil where it has no such school.
  public func group(authority: Int, sector: String) -> SchoolGroupFacts? {
    groups.first { $0.authority == authority && $0.sector == sector }
  }

  /// All schools of Wales.
  public var schools: Int { groups.reduce(0) { $0 + $1.schools } }

  /// All pupils of Wales, in heads.
  public var pupils: Int { groups.reduce(0) { $0 + $1.pupils } }
}

/// An exact share, written as so many parts of a million.
///
/// - Units: millionths; 21.3% is 213,000.
public struct Millionths: Hashable, Comparable, Sendable {
  /// The parts.
  public let parts: Int

  /// Makes a share.
  public init(_ parts: Int) { self.parts = parts }

  /// The whole.
  public static let whole = Millionths(1_000_000)

  /// The share that one number is of another.
  ///
  /// - Rounding: to the nearest millionth, halves up; neither may be negative.
  /// - Returns: nought where `whole` is nought.
  public init(_ part: Int, of whole: Int) {
    self.parts = whole == 0 ? 0 : (part * 2_000_000 + whole) / (2 * whole)
  }

  /// A percentage as a share; nil unless it is a whole number of millionths from 0% to 100%.
  public init?(percent: Rational) {
    guard let parts = try? percent.multiplied(by: Rational(10_000)), parts.isWhole,
      parts >= .zero, parts <= Rational(1_000_000)
    else { return nil }
    self.parts = Int(parts.numerator)
  }

  /// This share of a number, to the nearest whole, halves up.
  public func nearest(of number: Int) -> Int { (number * parts * 2 + 1_000_000) / 2_000_000 }

  /// Whether the left is the smaller share.
  public static func < (left: Millionths, right: Millionths) -> Bool { left.parts < right.parts }
}
