/// The multipliers that a solve found.
public struct SolveOutcome: Hashable, Sendable {
  /// The rates it multiplies, as written.
  public let rates: [String]
  /// The multiplier that meets the target: of every rate, or, after a search, of one.
  public let multiplier: Rational
  /// Each rate's multiplier.
  public let multipliers: [Rational]
  /// What target and reached are sums of.
  public let measure: SolveMeasure
  /// The sum that was to be reached.
  public let target: Money
  /// The sum that was reached.
  public let reached: Money
  /// How many times the run was evaluated.
  public let evaluations: Int
  /// What else was made as small as possible; nil for nothing.
  public let search: SearchOutcome?

  /// Makes an outcome.
  public init(
    rates: [String], multiplier: Rational, multipliers: [Rational]? = nil,
    measure: SolveMeasure = .total, target: Money, reached: Money, evaluations: Int,
    search: SearchOutcome? = nil
  ) {
    self.rates = rates
    self.multiplier = multiplier
    self.multipliers = multipliers ?? rates.map { _ in multiplier }
    self.measure = measure
    self.target = target
    self.reached = reached
    self.evaluations = evaluations
    self.search = search
  }

  /// Reached less target: what rounding leaves over.
  public var residual: Money { reached - target }
}
