/// What a search over several rates' multipliers found, and how it came there.
public struct SearchOutcome: Hashable, Sendable {
  /// A point that was better than all before it.
  public struct Trial: Hashable, Sendable {
    /// Each rate's multiplier, in the rates' order.
    public let multipliers: [Rational]
    /// What was to be as small as possible.
    public let aim: AimValue
    /// The sum that was reached.
    public let reached: Money

    /// Makes a trial.
    public init(multipliers: [Rational], aim: AimValue, reached: Money) {
      self.multipliers = multipliers
      self.aim = aim
      self.reached = reached
    }
  }

  /// What was to be as small as possible.
  public let aim: SearchSpecification.Aim
  /// Which of the rates was solved for at every trial: an index.
  public let balance: Int
  /// The least and the greatest multiplier that each rate might have.
  public let bounds: [MultiplierBounds]
  /// Every point that was better than all before it: the start first, the one found last.
  public let path: [Trial]
  /// How many points were tried.
  public let trials: Int
  /// Whether the search ended for its number of trials rather than its smallest step.
  public let isCutShort: Bool

  /// Makes an outcome; the path has one trial at least.
  public init(
    aim: SearchSpecification.Aim, balance: Int, bounds: [MultiplierBounds], path: [Trial],
    trials: Int, isCutShort: Bool
  ) {
    precondition(!path.isEmpty, "a search has a start")
    self.aim = aim
    self.balance = balance
    self.bounds = bounds
    self.path = path
    self.trials = trials
    self.isCutShort = isCutShort
  }

  /// The first point that met the target.
  public var start: Trial { path[0] }
  /// The point found.
  public var end: Trial { path[path.count - 1] }
}

/// The least and the greatest multiplier that a rate may have.
public struct MultiplierBounds: Hashable, Sendable {
  /// The least.
  public let low: Rational
  /// The greatest.
  public let high: Rational

  /// Makes bounds.
  public init(low: Rational, high: Rational) {
    self.low = low
    self.high = high
  }

  /// Whether a multiplier is within them.
  public func contains(_ multiplier: Rational) -> Bool { low <= multiplier && multiplier <= high }
}

/// What a search made as small as possible; statistics in doubles, money in pennies.
public enum AimValue: Hashable, Sendable {
  /// A Gini coefficient.
  case gini(Double)
  /// How many schools lose, and what all of them lose.
  case losers(schools: Int, lost: Money)
  /// The sum of all changes.
  case change(Money)
  /// What brings every school below the benchmark up to it.
  case parity(Money)
}

extension AimValue: Comparable {
  /// Whether the left is the better: the smaller.
  public static func < (left: AimValue, right: AimValue) -> Bool { left.rank < right.rank }

  private var rank: (Double, Int64) {
    switch self {
    case .gini(let value): (value, 0)
    case .losers(let schools, let lost): (Double(schools), lost.pence)
    case .change(let money), .parity(let money): (0, money.pence)
    }
  }
}
