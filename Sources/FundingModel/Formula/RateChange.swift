/// A change of a rate, as a scenario or `--set` asks for it.
public struct RateChange: Hashable, Sendable {
  /// What becomes of the value.
  public enum Operation: Hashable, Sendable {
    /// It becomes this.
    case becomes(Rational)
    /// It is multiplied by this: `+10%` is 1.1, `×1.05` is 1.05.
    case times(Rational)
    /// This is added.
    case plus(Rational)
  }

  /// The run's name, the formula's name, the rate, its categories: as much as was written, split
  /// at the dots.
  public let path: [String]
  /// What becomes of the value.
  public let operation: Operation
  /// The change as written, for messages and `run.json`: `basic.R=+10%`.
  public let written: String
  /// Where in the scenario; nil on the command line.
  public let place: Place?

  /// Makes a change.
  public init(path: [String], operation: Operation, written: String, place: Place?) {
    self.path = path
    self.operation = operation
    self.written = written
    self.place = place
  }
}
