/// What schools get, held against what it costs to run them.
public struct Adequacy: Sendable {
  /// One school in one run and year.
  public struct Row: Hashable, Sendable {
    /// The census row.
    public let row: Int
    /// The run.
    public let run: String
    /// The year.
    public let year: FundingYear
    /// The heads.
    public let pupils: Int64
    /// What it costs; nil where the assumptions have no line for such a school.
    public let cost: Money?
    /// What the run gives.
    public let share: Money

    /// Makes a row.
    public init(
      row: Int, run: String, year: FundingYear, pupils: Int64, cost: Money?, share: Money
    ) {
      self.row = row
      self.run = run
      self.year = year
      self.pupils = pupils
      self.cost = cost
      self.share = share
    }

    /// Share less cost: below nought where the share doesn't cover the cost.
    public var gap: Money? { cost.map { share - $0 } }
  }

  /// Schools of an authority or of Wales in one run and year; nil for all of a kind.
  public struct Group: Hashable, Sendable {
    /// The authority's code; nil for Wales.
    public let authority: Int?
    /// The sector; nil for all.
    public let sector: String?
    /// The run.
    public let run: String
    /// The year.
    public let year: FundingYear
    /// The schools whose cost is known.
    public let schools: Int
    /// Those of them whose share is below their cost.
    public let below: Int
    /// The schools without a cost, which no sum here counts.
    public let leftOut: Int
    /// The heads of the schools whose cost is known.
    public let pupils: Int64
    /// What these schools cost.
    public let cost: Money
    /// What the run gives these schools.
    public let share: Money

    /// Makes a group of rows, all of one run and year.
    public init(
      authority: Int?, sector: String?, run: String, year: FundingYear, rows: [Row]
    ) {
      self.authority = authority
      self.sector = sector
      self.run = run
      self.year = year
      let costed = rows.compactMap { row in row.cost.map { (row, $0) } }
      schools = costed.count
      below = costed.count { $0.0.share < $0.1 }
      leftOut = rows.count - costed.count
      pupils = costed.reduce(0) { $0 + $1.0.pupils }
      cost = costed.reduce(.zero) { $0 + $1.1 }
      share = costed.reduce(.zero) { $0 + $1.0.share }
    }

    /// Share less cost.
    public var gap: Money { share - cost }
  }

  /// The schools and pupils.
  public let census: Census
  /// The assumptions, with the rates they were worked out with.
  public let assumptions: Formula
  /// What every school costs in each year, line by line.
  public let costs: [Allocation]
  /// The rows, by school, then run in the scenario's order, then year.
  public let rows: [Row]
  /// Wales, then authorities, each all sectors first, for each run and year.
  public let groups: [Group]
  /// A run in one year.
  public struct RunInYear: Hashable, Sendable {
    /// The run.
    public let run: String
    /// The year.
    public let year: FundingYear

    /// Names one.
    public init(run: String, year: FundingYear) {
      self.run = run
      self.year = year
    }
  }

  /// The runs with a share that rests on an estimate.
  public let estimatedRuns: Set<RunInYear>

  /// Puts them together.
  public init(
    census: Census, assumptions: Formula, costs: [Allocation], rows: [Row], groups: [Group],
    estimatedRuns: Set<RunInYear> = []
  ) {
    self.estimatedRuns = estimatedRuns
    self.census = census
    self.assumptions = assumptions
    self.costs = costs
    self.rows = rows
    self.groups = groups
  }

  /// Whether what a run gives in a year is an estimate; of modelled schools all is.
  public func isEstimate(run: String, year: FundingYear) -> Bool {
    census.schools.areModelled || estimatedRuns.contains(RunInYear(run: run, year: year))
  }

  /// Whether costs are estimates, and so all that is held against them.
  public var hasEstimatedCosts: Bool {
    assumptions.hasEstimates || census.schools.areModelled || census.hasModelledPupils
  }

  /// The last year that the assumptions know figures of: later costs would be in old money.
  public static func lastYear(of assumptions: Formula) -> FundingYear {
    assumptions.rates.flatMap(\.tables).map(\.from).reduce(assumptions.year, max)
  }

  /// The sectors with schools that have no cost, in order, in the years that the assumptions reach.
  public var sectorsWithoutCost: [String] {
    let beyond = Set(yearsBeyond)
    let found = Set(
      rows.filter { $0.cost == nil && !beyond.contains($0.year) }.map {
        census.schools.sectors[$0.row]
      })
    return StandardFields.sectors.names.filter(found.contains)
  }

  /// The years of the rows that lie beyond the assumptions, ascending; their costs are not known.
  public var yearsBeyond: [FundingYear] {
    Set(rows.map(\.year)).filter { $0 > Self.lastYear(of: assumptions) }.sorted()
  }

  /// A gap for each pupil, to the penny.
  ///
  /// - Rounding: halves away from zero.
  /// - Returns: nil without pupils.
  public static func perPupil(_ amount: Money, _ pupils: Int64) -> Money? {
    amount.each(of: Rational(Int(pupils)))
  }

  /// How much of a cost a share covers, in per cent; nil where the cost is nought.
  public static func covered(_ share: Money, of cost: Money) -> Rational? {
    guard cost != .zero else { return nil }
    return try? Rational(Int128(share.pence) * 100, over: Int128(cost.pence))
  }
}
