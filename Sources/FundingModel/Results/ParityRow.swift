/// How many schools of a group lie below a benchmark, how far, and what would bring them up to it.
public struct ParityRow: Hashable, Sendable {
  /// The authority's code; nil for all.
  public let authority: Int?
  /// The sector; nil for all.
  public let sector: String?
  /// The run; `published` for the published budgets.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// The amount per pupil.
  public let benchmark: Money
  /// How many schools have an amount per pupil.
  public let schools: Int
  /// How many of them lie below.
  public let below: Int
  /// The heads of those below; nil where one of them states none.
  public let pupilsBelow: Int64?
  /// Σ (benchmark × pupils − share) over the schools below, exactly; nil where one of them states no
  /// pupils.
  public let cost: Money?

  /// Makes a row.
  public init(
    authority: Int? = nil, sector: String?, run: String, year: FundingYear, benchmark: Money,
    schools: Int, below: Int, pupilsBelow: Int64?, cost: Money?
  ) {
    self.authority = authority
    self.sector = sector
    self.run = run
    self.year = year
    self.benchmark = benchmark
    self.schools = schools
    self.below = below
    self.pupilsBelow = pupilsBelow
    self.cost = cost
  }

  /// What a pupil of the schools below lacks on average; nil where there is none.
  ///
  /// - Rounding: to the penny, halves away from zero.
  public var distance: Money? {
    pupilsBelow.flatMap { pupils in cost?.each(of: Rational(Int(pupils))) }
  }
}
