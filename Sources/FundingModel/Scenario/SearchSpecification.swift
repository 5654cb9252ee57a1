/// A search over the multipliers of several rates for the least of something.
public struct SearchSpecification: Hashable, Sendable {
  /// What is to be as small as possible.
  public enum Aim: String, Hashable, Sendable, CaseIterable {
    /// The Gini coefficient of schools' amounts per pupil, weighted by pupils, as in `equity.csv`.
    case gini
    /// The number of schools that lose against the baseline; of equal numbers, the pounds lost.
    case losers
    /// The sum of all changes against the baseline, whatever their sign.
    case change
    /// What it would cost to bring every school below the benchmark up to it.
    case parity

    /// Whether it is told against the comparison's baseline.
    public var needsBaseline: Bool {
      switch self {
      case .losers, .change: true
      case .gini, .parity: false
      }
    }
  }

  /// How far one rate may move.
  public struct Limits: Hashable, Sendable {
    /// What the two ends are.
    public enum Kind: Hashable, Sendable {
      /// Multipliers of the rate.
      case multipliers
      /// Values of the rate itself.
      case amounts
    }
    /// The rate: one of those that are solved by.
    public let path: [String]
    /// What the two ends are.
    public let kind: Kind
    /// The least.
    public let low: Rational
    /// The greatest.
    public let high: Rational
    /// Where it is written.
    public let place: Place

    /// Makes limits.
    public init(path: [String], kind: Kind, low: Rational, high: Rational, place: Place) {
      self.path = path
      self.kind = kind
      self.low = low
      self.high = high
      self.place = place
    }
  }

  /// What is to be as small as possible.
  public let aim: Aim
  /// How far rates may move; one that isn't named may be halved and doubled.
  public let limits: [Limits]
  /// Which of the rates is solved for at every trial, so that the target is met: an index.
  public let balance: Int
  /// Where it is written.
  public let place: Place

  /// The least multiplier of a rate without limits.
  public static let leastMultiplier = (try? Rational(1, over: 2)) ?? .one
  /// The greatest multiplier of a rate without limits.
  public static let greatestMultiplier = Rational(2)

  /// Makes a search.
  public init(aim: Aim, limits: [Limits] = [], balance: Int = 0, place: Place) {
    self.aim = aim
    self.limits = limits
    self.balance = balance
    self.place = place
  }
}
