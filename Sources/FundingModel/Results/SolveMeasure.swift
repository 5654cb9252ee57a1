/// What a solve's target is a sum of, in pennies.
public enum SolveMeasure: Hashable, Sendable {
  /// All the run's shares.
  case total
  /// All the run's shares, for an amount per pupil asked for.
  case perPupil(asked: Money, heads: Int64)
  /// The shares of a group of schools: asked as an amount per pupil.
  case groupTotal(SolvedGroup)
  /// The amounts per pupil, each to the penny, of a group of schools: asked as their mean.
  case groupMean(SolvedGroup)
  /// All the run's shares, for a delegation rate asked for.
  case delegationRate(DelegationTarget)
}

/// The schools that a target is for.
public struct SolvedGroup: Hashable, Sendable {
  /// Which; nil for all.
  public let group: SchoolGroup?
  /// How many.
  public let schools: Int
  /// Their heads.
  public let heads: Int64
  /// The amount per pupil asked for.
  ///
  /// Of another run it is the penny nearest; the target is that run's sum itself.
  public let asked: Money

  /// Makes a group.
  public init(group: SchoolGroup?, schools: Int, heads: Int64, asked: Money) {
    self.group = group
    self.schools = schools
    self.heads = heads
    self.asked = asked
  }
}

/// A delegation rate asked for, and what stands beside the shares.
public struct DelegationTarget: Hashable, Sendable {
  /// The rate, 0 to 1.
  public let asked: Rational
  /// Money passed to schools outside the individual schools budget.
  public let devolved: Money
  /// Money retained or not yet allocated.
  public let kept: Money

  /// Makes a target.
  public init(asked: Rational, devolved: Money, kept: Money) {
    self.asked = asked
    self.devolved = devolved
    self.kept = kept
  }

  /// Delegated ÷ gross with an individual schools budget; nil where gross is nought.
  public func rate(with isb: Money) -> Rational? {
    let delegated = isb + devolved
    return try? Rational(Int128(delegated.pence), over: Int128((delegated + kept).pence))
  }
}
