/// Why a formula's rates can't be estimated.
public enum FitFailure: Error, Hashable, Sendable {
  /// No rate of the formula is marked as an estimate.
  case nothingToFit(formula: String, path: String)
  /// Estimated rates are used where the share doesn't move in proportion to them.
  case nonlinear(formula: String, path: String, [NonlinearUse])
  /// Fewer than two schools of the formula have both a published budget and pupils.
  case tooFewSchools(formula: String, path: String, schools: Int)
  /// Within their bounds the estimates can't add up to the published total.
  case totalOutOfReach(formula: String, path: String, published: Money, nearest: Money)
  /// An estimated rate has no value in the formula's own year.
  case rateBegins(formula: String, path: String, rate: String, place: Place)
  /// The formula can't be worked out on these data.
  case evaluation(EvaluationFailures)
}

/// One place where a formula bends what an estimated rate does.
public struct NonlinearUse: Hashable, Sendable {
  /// How.
  public enum Reason: Hashable, Sendable {
    /// Multiplied by another estimated rate, or by itself.
    case product(with: String)
    /// Below the line of a division.
    case divisor
    /// An argument of a function that bends: `max`, `ceil`, `taper`, …
    case function(NumberFunction)
    /// Compared with something, in a condition.
    case condition
    /// A number that picks another rate's value.
    case key(of: String)
    /// What a quantum is shared by.
    case quantumPart
    /// Topped up by an adjustment.
    case adjustment(String)
    /// It was found by trying: the shares did not move as the sum of the parts.
    case observed
  }
  /// The estimated rate.
  public let rate: String
  /// The factor, definition or adjustment in which it happens.
  public let part: String
  /// Where the rate is used, or the part is named.
  public let place: Place
  /// How.
  public let reason: Reason

  /// Makes a note.
  public init(rate: String, part: String, place: Place, reason: Reason) {
    self.rate = rate
    self.part = part
    self.place = place
    self.reason = reason
  }
}
