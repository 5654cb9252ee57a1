/// A change of a rate that can't be made, or a rate to solve by that is not there.
public struct RefusedChange: Error, Hashable, Sendable {
  /// Why.
  public enum Reason: Error, Hashable, Sendable {
    /// No rate of that name; the names there are.
    case unknownRate(String, known: [String])
    /// What a path from outside begins with is neither a run nor a rate; those there are.
    case unknownStart(String, known: [String])
    /// The rate has no such category; those it has.
    case unknownCategory(rate: String, key: String, known: [String])
    /// The number lies inside a range that the file gives one value; the range as written.
    case insideRange(rate: String, key: String, range: String)
    /// More keys than the rate has axes.
    case tooManyKeys(rate: String, axes: Int)
    /// The rate's first year comes after the run's.
    case rateBegins(rate: String, first: FundingYear, year: FundingYear)
    /// Only runs of the authorities' own formulae have the rate: the path must begin with one of
    /// these names.
    case needsRunName([String])
    /// The new value is too large, or too finely divided, for exact arithmetic.
    case overflow(rate: String)
  }
  /// The run that was to change; nil where the path names none.
  public let run: String?
  /// The path or the change as written.
  public let written: String
  /// Where; nil on the command line.
  public let place: Place?
  /// Why.
  public let reason: Reason

  /// Makes a refusal.
  public init(run: String?, written: String, place: Place?, reason: Reason) {
    self.run = run
    self.written = written
    self.place = place
    self.reason = reason
  }
}
