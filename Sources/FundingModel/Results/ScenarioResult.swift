/// All that a scenario's run found: the one value that every output is written from.
public struct ScenarioResult: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The schools and pupils of each year.
  public let censuses: CensusSeries
  /// The runs, in the scenario's order, each in every year.
  public let runs: [RunOutcome]
  /// Which runs were compared.
  public let comparison: ComparisonSpecification
  /// Each compared school, by school, then run, then year.
  public let comparisons: [SchoolComparison]
  /// Budgets by authority, then the row of Wales; by authority, then run, then year.
  public let authorities: [BudgetRow]
  /// The same by authority and sector.
  public let sectors: [BudgetRow]
  /// Schools below each benchmark, by sector and in all.
  public let parity: [ParityRow]
  /// The same for each authority, then for Wales.
  public let parityByAuthority: [ParityRow]
  /// Winners and losers by group.
  public let winners: [WinnersRow]
  /// Measures of equity, for each run.
  public let equity: [EquityRow]
  /// The control totals that were met.
  public let controls: [ControlTotal]
  /// What the runs give at every point of the scenario's sweep; nil where it has none.
  public var sweep: PointResults?
  /// What they give at every draw of its uncertain rates; nil where it has none.
  public var draws: PointResults?
  /// Schools much alike in different authorities; nil where nobody looked for them.
  public var twins: TwinSchools?
  /// The lines of spending that the budgets count.
  public var spending = SpendingLines()

  /// Makes a result.
  public init(
    scenario: Scenario, censuses: CensusSeries, runs: [RunOutcome],
    comparison: ComparisonSpecification,
    comparisons: [SchoolComparison], authorities: [BudgetRow], sectors: [BudgetRow],
    parity: [ParityRow], parityByAuthority: [ParityRow] = [], winners: [WinnersRow],
    equity: [EquityRow] = [], controls: [ControlTotal]
  ) {
    self.scenario = scenario
    self.censuses = censuses
    self.runs = runs
    self.comparison = comparison
    self.comparisons = comparisons
    self.authorities = authorities
    self.sectors = sectors
    self.parity = parity
    self.parityByAuthority = parityByAuthority
    self.winners = winners
    self.equity = equity
    self.controls = controls
  }

  /// The schools and pupils of the first year.
  public var census: Census { censuses.first }

  /// The schools and pupils of a year that was run.
  public func census(in year: FundingYear) -> Census { censuses[year] }
}
