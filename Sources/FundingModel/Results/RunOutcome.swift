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
  /// What the same run gave the year before; nil in the scenario's first year.
  public let previous: PreviousShares?
  /// The authorities' lines as the run changes them; nil where it leaves them as given.
  public let lines: ChangedLines?

  /// Makes an outcome.
  public init(
    specification: RunSpecification, allocation: Allocation, solve: SolveOutcome?,
    baselines: [Allocation] = [], previous: PreviousShares? = nil,
    lines: ChangedLines? = nil
  ) {
    self.specification = specification
    self.allocation = allocation
    self.solve = solve
    self.baselines = baselines
    self.previous = previous
    self.lines = lines
  }
}
