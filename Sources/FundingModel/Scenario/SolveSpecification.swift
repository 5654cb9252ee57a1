/// A target, and the rates whose multipliers are to reach it.
public struct SolveSpecification: Hashable, Sendable {
  /// What is to be reached.
  public enum Target: Hashable, Sendable {
    /// The total of an earlier run, or what a rule makes of it.
    case totalOf(run: String, QuantumRule = .same)
    /// A total.
    case total(Money)
    /// An amount for each pupil (head) of the run, or of a group of its schools.
    case perPupil(Money, SchoolGroup? = nil)
    /// An earlier run's amount for each pupil (head), of all schools or of a group.
    case perPupilOf(run: String, SchoolGroup? = nil)
    /// The mean of schools' amounts per pupil, each school counting once.
    case mean(Money, SchoolGroup? = nil)
    /// The same mean in an earlier run.
    case meanOf(run: String, SchoolGroup? = nil)
    /// Delegated ÷ gross, of all authorities together; above 0 and below 1.
    case delegationRate(Rational)
  }
  /// What is to be reached.
  public let target: Target
  /// Rates, each a path of a rate or of a rate and its categories.
  public let by: [[String]]
  /// What else is to be as small as possible; nil where all rates have one multiplier.
  public let search: SearchSpecification?
  /// Where it is written.
  public let place: Place

  /// Makes a target.
  public init(
    target: Target, by: [[String]], search: SearchSpecification? = nil, place: Place
  ) {
    self.target = target
    self.by = by
    self.search = search
    self.place = place
  }
}

/// What becomes of an earlier run's total before it is a target.
public enum QuantumRule: Hashable, Sendable {
  /// It stays.
  case same
  /// It is multiplied: 1.03 for `change: +3%`.
  case times(Rational)
  /// This is added; below nought where it is taken away.
  case plus(Money)
  /// What the run's own `lines:` come down by is added.
  case plusMoved
}
