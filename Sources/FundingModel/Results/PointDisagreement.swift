/// A point that came to one thing from numbers and to another worked out by itself.
public struct PointDisagreement: Hashable, Sendable {
  /// What may be behind it.
  public enum Cause: Hashable, Sendable {
    /// Exact numbers are too long for the finest multiplier, so that a solve by itself comes less
    /// near its target.
    case coarserSolve
    /// A mistake of the program.
    case unexplained
  }
  /// What the points are.
  public let kind: PointResults.Kind
  /// The point's number, from 1.
  public let number: Int
  /// What was set there, each as `path=value`.
  public let values: [String]
  /// The run.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// The run's total from numbers.
  public let fromNumbers: Money
  /// The run's total by itself.
  public let alone: Money
  /// What may be behind it.
  public let cause: Cause

  /// Makes a note.
  public init(
    kind: PointResults.Kind, number: Int, values: [String], run: String, year: FundingYear,
    fromNumbers: Money, alone: Money, cause: Cause
  ) {
    self.kind = kind
    self.number = number
    self.values = values
    self.run = run
    self.year = year
    self.fromNumbers = fromNumbers
    self.alone = alone
    self.cause = cause
  }
}
