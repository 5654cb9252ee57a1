public import FundingModel

/// All that a scenario's run needs, read and checked: nothing is looked up while it runs.
public struct ScenarioInputs: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The schools and pupils, every row; the run decides which are funded.
  public let census: Census
  /// The formulae that runs name, by the name as the run writes it.
  public let formulas: [String: Formula]
  /// The authorities' own formulae, by the authority's code.
  public let localFormulas: [Int: Formula]
  /// The authorities' other lines of planned spending.
  public let authorityLines: [AuthorityLine]
  /// Changes from outside the scenario, after its own.
  public let changes: [RateChange]

  /// Puts the inputs together.
  public init(
    scenario: Scenario, census: Census, formulas: [String: Formula] = [:],
    localFormulas: [Int: Formula] = [:], authorityLines: [AuthorityLine] = [],
    changes: [RateChange] = []
  ) {
    self.scenario = scenario
    self.census = census
    self.formulas = formulas
    self.localFormulas = localFormulas
    self.authorityLines = authorityLines
    self.changes = changes
  }

  /// The same data for another scenario.
  func with(
    scenario: Scenario, formulas: [String: Formula], changes: [RateChange]
  ) -> ScenarioInputs {
    ScenarioInputs(
      scenario: scenario, census: census, formulas: formulas, localFormulas: localFormulas,
      authorityLines: authorityLines, changes: changes)
  }
}
