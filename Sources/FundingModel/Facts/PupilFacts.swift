/// How many pupils are in a year group.
public struct YearGroupCount: Hashable, Sendable {
  /// The authority's code; nil for Wales.
  public let authority: Int?
  /// The sector.
  public let sector: String
  /// The year group's index in `StandardFields.yearGroups`.
  public let yearGroup: Int
  /// Pupils, rounded to 5 by the publisher.
  public let pupils: Int

  /// Makes a count.
  public init(authority: Int?, sector: String, yearGroup: Int, pupils: Int) {
    self.authority = authority
    self.sector = sector
    self.yearGroup = yearGroup
    self.pupils = pupils
  }
}

/// How an authority's small areas lie among the tenths of Wales by deprivation.
public struct DeprivationFacts: Hashable, Sendable {
  /// The authority's code.
  public let authority: Int
  /// Small areas in each of ten tenths, most deprived first.
  public let areas: [Int]

  /// Makes a distribution over ten deciles.
  public init(authority: Int, areas: [Int]) {
    precondition(areas.count == 10, "there are ten deciles")
    self.authority = authority
    self.areas = areas
  }
}

/// Pupils of an authority with additional learning needs, as shares of all its pupils.
public struct NeedsFacts: Hashable, Sendable {
  /// The authority's code.
  public let authority: Int
  /// The share at each level, without `none`, in the order of `StandardFields.aln`; nil where it
  /// isn't published.
  public let levels: [Millionths?]
  /// The share of all levels together; nil where it isn't published.
  public let all: Millionths?

  /// Makes the figures of an authority, five levels.
  public init(authority: Int, levels: [Millionths?], all: Millionths?) {
    precondition(
      levels.count == StandardFields.aln.names.count - 1, "one share for each level of need")
    self.authority = authority
    self.levels = levels
    self.all = all
  }
}

/// Pupils of an authority who learn English as an additional language.
public struct AdditionalLanguageFacts: Hashable, Sendable {
  /// The authority's code.
  public let authority: Int
  /// Pupils by stage, `none` first, in the order of `StandardFields.eal`.
  public let pupils: [Int]

  /// Makes the figures of an authority, six stages with `none`.
  public init(authority: Int, pupils: [Int]) {
    precondition(pupils.count == StandardFields.eal.names.count, "one count for each stage")
    self.authority = authority
    self.pupils = pupils
  }
}

/// Figures for Wales as a whole, and the assumptions where nothing is published.
public struct NationalFacts: Hashable, Sendable {
  /// The share of pupils aged 5 to 15 who are eligible for free school meals.
  public let freeMeals: Millionths
  /// The share of pupils aged 5 to 15 who are eligible or transitionally protected.
  public let freeMealsOrProtected: Millionths
  /// The share of all pupils at each level of additional learning needs, without `none`, in the
  /// order of `StandardFields.aln`.
  public let needs: [Millionths]
  /// The share of special schools' pupils whose plan the school keeps; the others have a
  /// statement or a plan that the authority keeps.
  public let specialSchoolPlans: Millionths
  /// The share of pupils looked after.
  public let lookedAfter: Millionths
  /// The full-time equivalent of a nursery pupil.
  public let nurseryFTE: Millionths
  /// For each language category the share of pupils taught through Welsh, in the order of
  /// `StandardFields.languages`.
  public let taughtThroughWelsh: [Millionths]

  /// Makes national figures.
  public init(
    freeMeals: Millionths, freeMealsOrProtected: Millionths, needs: [Millionths],
    specialSchoolPlans: Millionths, lookedAfter: Millionths, nurseryFTE: Millionths,
    taughtThroughWelsh: [Millionths]
  ) {
    precondition(needs.count == StandardFields.aln.names.count - 1, "one share for each level")
    precondition(
      taughtThroughWelsh.count == StandardFields.languages.names.count,
      "one share for each language category")
    self.freeMeals = freeMeals
    self.freeMealsOrProtected = freeMealsOrProtected
    self.needs = needs
    self.specialSchoolPlans = specialSchoolPlans
    self.lookedAfter = lookedAfter
    self.nurseryFTE = nurseryFTE
    self.taughtThroughWelsh = taughtThroughWelsh
  }
}
