public import FundingModel

/// One school worked out by hand or by a publication, against which a formula is tested.
public struct WorkedCase: Sendable {
  /// What a case says should come out.
  public struct Expectation: Sendable, Hashable {
    /// The factors' and adjustments' amounts, in the file's order.
    public let parts: [ExpectedAmount]
    /// The budget share; nil where the case doesn't say.
    public let share: ExpectedAmount?
  }

  /// One amount that should come out.
  public struct ExpectedAmount: Sendable, Hashable {
    /// The factor or adjustment; `share` for the share.
    public let name: String
    /// The amount.
    public let amount: Money
    /// Where the case says so.
    public let place: Place
  }

  /// Its name.
  public let name: String
  /// Where its figures come from.
  public let source: String
  /// The school and its pupils: a census of one school.
  public let census: Census
  /// What should come out.
  public let expected: Expectation
  /// Where it is written.
  public let place: Place
}
