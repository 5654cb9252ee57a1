/// The multiplier that a solve found.
public struct SolveOutcome: Hashable, Sendable {
  /// The rates it multiplies, as written.
  public let rates: [String]
  /// The multiplier.
  public let multiplier: Rational
  /// The total that was to be reached.
  public let target: Money
  /// The total that was reached.
  public let reached: Money
  /// How many times the run was evaluated.
  public let evaluations: Int

  /// Makes an outcome.
  public init(
    rates: [String], multiplier: Rational, target: Money, reached: Money, evaluations: Int
  ) {
    self.rates = rates
    self.multiplier = multiplier
    self.target = target
    self.reached = reached
    self.evaluations = evaluations
  }

  /// Reached less target: what rounding leaves over.
  public var residual: Money { reached - target }
}
