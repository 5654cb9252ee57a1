/// A step after the factors, in the order of the file.
public struct Adjustment: Hashable, Sendable {
  /// What it does.
  public enum Kind: Hashable, Sendable {
    /// The share × months open ÷ 12.
    case partYear
    /// Tops the share up to so much per pupil (FTE); the amount is £/pupil at school level.
    case minimumPerPupil(Amount)
  }

  /// Its name in the statement: `part_year`, `minimum_per_pupil`.
  public let name: String
  /// What it does.
  public let kind: Kind
  /// Where it is written.
  public let place: Place

  /// Makes an adjustment.
  public init(name: String, kind: Kind, place: Place) {
    self.name = name
    self.kind = kind
    self.place = place
  }
}

/// Where a formula rounds.
public struct RoundingPolicy: Hashable, Sendable {
  /// The step, in pounds, to which each factor's amount for a school is rounded; nil for none:
  /// then the share is rounded once to the penny, and its lines are shown in pennies that add up.
  public let factor: Rational?
  /// The step, in the rate's own unit, to which money rates are rounded; nil for none.
  public let rate: Rational?
  /// Which way halves go.
  public let mode: RoundingMode

  /// Makes a policy.
  public init(factor: Rational?, rate: Rational?, mode: RoundingMode) {
    self.factor = factor
    self.rate = rate
    self.mode = mode
  }

  /// Each factor to the penny, halves away from zero.
  public static let standard = RoundingPolicy(
    factor: try? Rational(1, over: 100), rate: nil, mode: .halfUp)
}
