/// How many schools of a sector lie below a benchmark.
public struct ParityRow: Hashable, Sendable {
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

  /// Makes a row.
  public init(
    sector: String?, run: String, year: FundingYear, benchmark: Money, schools: Int, below: Int
  ) {
    self.sector = sector
    self.run = run
    self.year = year
    self.benchmark = benchmark
    self.schools = schools
    self.below = below
  }
}
