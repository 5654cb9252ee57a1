/// One run at one point of a sweep, or at one draw, in one year.
public struct PointFigures: Hashable, Sendable {
  /// The total of all shares.
  public let total: Money
  /// The multiplier that its solve found; nil where it solves nothing.
  public let multiplier: Rational?
  /// Who gains and who loses against the baseline at the same point; nil where not compared.
  public let winners: WinnersRow?
  /// The Gini coefficient of schools' amounts per pupil, by pupils; nil where there is no money.
  public let gini: Double?
  /// The coefficient of variation of the same.
  public let variation: Double?
  /// How many schools lie below each benchmark.
  public let below: [Int]
  /// The totals of the groups of `PointResults.groups`, where they are asked for.
  public let groupTotals: [Money]

  /// Makes figures.
  public init(
    total: Money, multiplier: Rational?, winners: WinnersRow?, gini: Double?, variation: Double?,
    below: [Int], groupTotals: [Money] = []
  ) {
    self.total = total
    self.multiplier = multiplier
    self.winners = winners
    self.gini = gini
    self.variation = variation
    self.below = below
    self.groupTotals = groupTotals
  }
}

/// What every run gives at every point of a sweep, or at every draw.
public struct PointResults: Sendable {
  /// What the points are.
  public enum Kind: String, Hashable, Sendable {
    /// Points of a grid.
    case point
    /// Draws of uncertain rates.
    case draw
  }
  /// One run in one year.
  public struct RunYear: Hashable, Sendable {
    /// The run.
    public let run: String
    /// The year.
    public let year: FundingYear
    /// How many schools it funds.
    public let schools: Int
    /// Their heads.
    public let pupils: Int64

    /// Makes a run and year.
    public init(run: String, year: FundingYear, schools: Int, pupils: Int64) {
      self.run = run
      self.year = year
      self.schools = schools
      self.pupils = pupils
    }
  }
  /// What the points are.
  public let kind: Kind
  /// What is set at each point: the paths as written.
  public let paths: [String]
  /// The values as text, by point, one a path: those of the points that are done.
  public let values: [[String]]
  /// How many points were asked for.
  public let asked: Int
  /// The runs by year, in the order of every point's figures.
  public let runs: [RunYear]
  /// The amounts per pupil that schools were held against.
  public let benchmarks: [Money]
  /// The groups whose totals are given: all schools, sectors, authorities.
  public let groups: [WinnersRow.Group]
  /// The figures by point, one for each of `runs`.
  public let figures: [[PointFigures]]
  /// How many values were drawn again, one a path; none for a grid.
  public let redrawn: [Int]
  /// How many points were also worked out the plain way, to the same pennies.
  public let checked: Int
  /// Why every point was worked out by itself though numbers could give it; nil where it wasn't.
  public var disagreement: PointDisagreement?

  /// Makes results.
  public init(
    kind: Kind, paths: [String], values: [[String]], asked: Int, runs: [RunYear],
    benchmarks: [Money], groups: [WinnersRow.Group], figures: [[PointFigures]],
    redrawn: [Int] = [], checked: Int
  ) {
    precondition(values.count == figures.count, "each point has values and figures")
    self.kind = kind
    self.paths = paths
    self.values = values
    self.asked = asked
    self.runs = runs
    self.benchmarks = benchmarks
    self.groups = groups
    self.figures = figures
    self.redrawn = redrawn
    self.checked = checked
  }

  /// Whether it was stopped before the last point.
  public var isPartial: Bool { figures.count < asked }
}
