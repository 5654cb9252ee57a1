/// What is published about all schools of one authority and sector.
public struct SchoolGroupFacts: Hashable, Sendable {
  /// The authority's code.
  public let authority: Int
  /// The sector.
  public let sector: String
  /// How many schools.
  public let schools: Int
  /// Their pupils, in heads, as far as they are published.
  public let pupils: Int
  /// How many of the schools have a published budget.
  public let schoolsWithBudget: Int
  /// The pupils of those.
  public let pupilsInThose: Int
  /// The sum of those schools' budgets.
  public let budget: Money
  /// How budgets per pupil lie between the lowest and the highest.
  public let spread: BudgetSpread
  /// How many schools are Welsh-medium.
  public let welshMedium: Int
  /// The share of pupils eligible for free school meals, three-year mean; nil where none is
  /// published.
  public let freeMeals: Millionths?

  /// Makes a group.
  public init(
    authority: Int, sector: String, schools: Int, pupils: Int, schoolsWithBudget: Int,
    pupilsInThose: Int, budget: Money, spread: BudgetSpread, welshMedium: Int,
    freeMeals: Millionths?
  ) {
    self.authority = authority
    self.sector = sector
    self.schools = schools
    self.pupils = pupils
    self.schoolsWithBudget = schoolsWithBudget
    self.pupilsInThose = pupilsInThose
    self.budget = budget
    self.spread = spread
    self.welshMedium = welshMedium
    self.freeMeals = freeMeals
  }
}

/// Budgets per pupil of a group of schools: the lowest, the quartiles, the highest.
///
/// - Rounding: quartiles lie on the straight line between the two nearest schools.
public struct BudgetSpread: Hashable, Sendable {
  /// The lowest.
  public let lowest: Money
  /// The first quartile.
  public let lowerQuartile: Money
  /// The median.
  public let median: Money
  /// The third quartile.
  public let upperQuartile: Money
  /// The highest.
  public let highest: Money

  /// Makes a spread.
  public init(
    lowest: Money, lowerQuartile: Money, median: Money, upperQuartile: Money, highest: Money
  ) {
    self.lowest = lowest
    self.lowerQuartile = lowerQuartile
    self.median = median
    self.upperQuartile = upperQuartile
    self.highest = highest
  }

  /// The five amounts, ascending.
  public var ascending: [Money] { [lowest, lowerQuartile, median, upperQuartile, highest] }
}

/// An authority's share of pupils eligible for free school meals, all sectors together.
public struct FreeMealsFacts: Hashable, Sendable {
  /// The authority's code.
  public let authority: Int
  /// The share, three-year mean; nil where none is published.
  public let eligible: Millionths?
  /// Heads eligible and heads transitionally protected but not eligible, in the census for which
  /// both are published; nil where they aren't.
  public let protection: Protection?

  /// Heads eligible for free school meals and heads only protected.
  public struct Protection: Hashable, Sendable {
    /// Eligible.
    public let eligible: Int
    /// Transitionally protected, and not eligible.
    public let onlyProtected: Int

    /// Makes a pair.
    public init(eligible: Int, onlyProtected: Int) {
      self.eligible = eligible
      self.onlyProtected = onlyProtected
    }
  }

  /// Makes the figures of an authority.
  public init(authority: Int, eligible: Millionths?, protection: Protection?) {
    self.authority = authority
    self.eligible = eligible
    self.protection = protection
  }
}

/// How many schools of a sector have so many pupils, in all Wales.
public struct SizeBand: Hashable, Sendable {
  /// The sector.
  public let sector: String
  /// The fewest pupils.
  public let from: Int
  /// The most pupils; nil for no limit.
  public let through: Int?
  /// How many schools.
  public let schools: Int
  /// Their pupils.
  public let pupils: Int

  /// Makes a band.
  public init(sector: String, from: Int, through: Int?, schools: Int, pupils: Int) {
    self.sector = sector
    self.from = from
    self.through = through
    self.schools = schools
    self.pupils = pupils
  }

  /// Whether a school of so many pupils belongs to this band.
  public func contains(_ size: Int) -> Bool { size >= from && size <= through ?? .max }
}

/// How many schools of a sector are of some type or language category, in all Wales.
public struct SchoolCategoryCount: Hashable, Sendable {
  /// The sector.
  public let sector: String
  /// The type or category.
  public let category: String
  /// How many schools.
  public let schools: Int
  /// Their pupils, in heads; nil where they aren't given.
  public let pupils: Int?

  /// Makes a count.
  public init(sector: String, category: String, schools: Int, pupils: Int? = nil) {
    self.sector = sector
    self.category = category
    self.schools = schools
    self.pupils = pupils
  }
}
