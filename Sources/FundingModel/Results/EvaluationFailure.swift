/// Why a formula can't be worked out on some data: never a wrong figure, always a reason.
public struct EvaluationFailure: Error, Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// A number grew beyond what exact arithmetic here can hold.
    case overflow
    /// A divisor is zero.
    case divisionByZero
    /// The data has no such column.
    case noColumn(field: String, level: FieldLevel)
    /// A school or its pupils have no value there.
    case noValue(field: String, level: FieldLevel)
    /// A rate gives no value for what a school or pupil has there, and no `otherwise`.
    case noRate(rate: String, keys: [String])
    /// A rate's first year comes after the run's.
    case rateBegins(rate: String, first: FundingYear, year: FundingYear)
    /// `mean` over a school without pupils.
    case nobodyToAverage
    /// A quantum has nobody to go to: every part is zero.
    case nothingToShareBy(total: Money)
    /// A school's part of a quantum is below zero.
    case negativePart
    /// A quantum is not a whole number of pennies.
    case quantumNotPennies(Rational)
    /// A column that must be numbers holds other texts.
    case notNumbers(field: String)
    /// A school's pupils of the baseline are nought or below.
    case noBaselinePupils(field: String)
    /// The part that a cap takes is not from 0% to 100%.
    case scaleOutOfRange(Rational)
    /// A floor or cap changes the baseline by less than −100%.
    case changeOutOfRange(Rational)
    /// A cap may take what floors give, and none stands before it.
    case noFloorBefore
    /// A cap may take what floors give, and the floor of this name stands after it.
    case floorAfter(String)
  }
  /// The formula's name.
  public let formula: String
  /// The formula's file, as the user named it.
  public let path: String
  /// The factor, definition or adjustment.
  public let part: String
  /// Where in the formula's file; nil where no one place is to blame.
  public let place: Place?
  /// The first school that it happens in; nil where it is no one school's.
  public let school: Int?
  /// How many schools it happens in.
  public let schools: Int
  /// Why.
  public let reason: Reason

  /// Makes a failure.
  public init(
    formula: String, path: String, part: String, place: Place?, school: Int?, schools: Int,
    reason: Reason
  ) {
    self.formula = formula
    self.path = path
    self.part = part
    self.place = place
    self.school = school
    self.schools = schools
    self.reason = reason
  }
}

/// Every reason found, in the order of the formula's file.
public struct EvaluationFailures: Error, Hashable, Sendable {
  /// The reasons; at least one.
  public let failures: [EvaluationFailure]

  /// Makes a list.
  public init(_ failures: [EvaluationFailure]) {
    precondition(!failures.isEmpty, "no failure without a reason")
    self.failures = failures
  }
}
