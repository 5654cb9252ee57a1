/// One run of a scenario and what it gave.
public struct RunOutcome: Sendable {
  /// What was asked.
  public let specification: RunSpecification
  /// What it gave.
  public let allocation: Allocation
  /// What was solved; nil where nothing was.
  public let solve: SolveOutcome?
  /// The earlier runs that its floors and caps are held against.
  public let baselines: [Allocation]

  /// Makes an outcome.
  public init(
    specification: RunSpecification, allocation: Allocation, solve: SolveOutcome?,
    baselines: [Allocation] = []
  ) {
    self.specification = specification
    self.allocation = allocation
    self.solve = solve
    self.baselines = baselines
  }
}
