/// A step after the factors, in the order of the file.
public struct Adjustment: Hashable, Sendable {
  /// What it does.
  public enum Kind: Hashable, Sendable {
    /// The share × months open ÷ 12.
    case partYear
    /// Tops the share up to so much per pupil (FTE); the amount is £/pupil at school level.
    case minimumPerPupil(Amount)
    /// Tops the share per pupil (head) up to the baseline's, changed.
    case floor(Protection)
    /// Takes a part, 0 to 1, of what the share per pupil (head) is above the baseline's, changed;
    /// never below a minimum or a floor of the same formula.
    case cap(Protection, scale: Amount, total: CapTotal = .free)
    /// Shares an amount of money out over the run's schools.
    case extra(ExtraMoney)
  }

  /// What a cap may take from all of the formula's schools together.
  public enum CapTotal: String, Hashable, Sendable, CaseIterable {
    /// As much as comes of it.
    case free
    /// No more than the floors before it give all schools, less what caps before it take.
    ///
    /// - Rounding: what would be taken, in pennies, is scaled to that total by largest remainder,
    ///   ties to the lower school number, so that all schools' parts come to it exactly.
    case given
  }

  /// Its name in the statement: `part_year`, `minimum_per_pupil`, `floor`, `cap`.
  public let name: String
  /// What it does.
  public let kind: Kind
  /// Where it is written.
  public let place: Place
  /// The file it is written in; nil for the formula's own.
  public let path: String?

  /// Makes an adjustment.
  public init(name: String, kind: Kind, place: Place, path: String? = nil) {
    self.name = name
    self.kind = kind
    self.place = place
    self.path = path
  }

  /// What a floor or cap is held against, and how; nil for other adjustments.
  public var protection: Protection? {
    switch kind {
    case .partYear, .minimumPerPupil, .extra: nil
    case .floor(let protection), .cap(let protection, _, _): protection
    }
  }

  /// Whether it can only be worked out for all of the formula's schools together.
  public var needsAllSchools: Bool {
    switch kind {
    case .partYear, .minimumPerPupil, .floor, .cap(_, _, .free), .extra: false
    case .cap(_, _, .given): true
    }
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
