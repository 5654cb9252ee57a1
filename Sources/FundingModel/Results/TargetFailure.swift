/// Why a target means nothing on these data, before anything is solved.
public struct TargetFailure: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// The schools have no field of that name; those they have.
    case unknownField(String, known: [String])
    /// No school has that value of a field; those there are.
    case unknownValue(String, field: String, known: [String])
    /// The field is a number, and the value is none.
    case notNumber(String, field: String)
    /// No funded school is in the group.
    case emptyGroup(SchoolGroup)
    /// The authorities' lines of the year are not there, or not of all.
    case noLines(FundingYear)
    /// With the run's lines a delegation rate would take shares below nought.
    case delegationTooLow(asked: Rational, least: Rational)
    /// Nothing is kept or unallocated, so that the rate is 100% whatever the shares.
    case everythingDelegated
    /// A delegation rate where no line says what is retained.
    case retainedUnknown
    /// What a total is to be is below nought.
    case targetBelowNought(Money)
    /// The aim needs the comparison's baseline, which is not an earlier run.
    case noBaseline(String, aim: SearchSpecification.Aim)
    /// The aim needs a benchmark.
    case noBenchmark
    /// Two of the rates contain one another, so that they can't have two multipliers.
    case overlappingRates(String, String)
    /// A rate's bounds leave no multiplier.
    case noRoom(rate: String, low: Rational, high: Rational)
    /// A rate bounded by amounts is nought or below somewhere.
    case notPositive(rate: String)
    /// Within all bounds the target isn't met.
    case outOfBounds(OutOfBounds)
  }

  /// What stands in a search's way.
  public struct OutOfBounds: Hashable, Sendable {
    /// Why.
    public enum Reason: Hashable, Sendable {
      /// The sum stays on one side of the target.
      case targetOutside
      /// The sum is on both sides, but no multipliers that are tried come to it.
      case nothingBetween
    }
    /// Why.
    public let reason: Reason
    /// What the sums are of.
    public let measure: SolveMeasure
    /// The sum that was to be reached.
    public let target: Money
    /// The least sum at the bounds.
    public let least: Money
    /// The greatest.
    public let greatest: Money
    /// The rates, as written.
    public let rates: [String]

    /// Makes a note.
    public init(
      reason: Reason, measure: SolveMeasure, target: Money, least: Money, greatest: Money,
      rates: [String]
    ) {
      self.reason = reason
      self.measure = measure
      self.target = target
      self.least = least
      self.greatest = greatest
      self.rates = rates
    }
  }
  /// The run.
  public let run: String
  /// Why.
  public let reason: Reason
  /// Where it is written.
  public let place: Place?

  /// Makes a failure.
  public init(run: String, reason: Reason, place: Place?) {
    self.run = run
    self.reason = reason
    self.place = place
  }
}

/// Why a run's change of the authorities' lines can't be made.
public struct LineFailure: Hashable, Sendable {
  /// Why.
  public enum Reason: Error, Hashable, Sendable {
    /// The authorities' lines of the year are not there, or not of all of them.
    case noLines(FundingYear)
    /// No line is of that kind and name; those there are.
    case unknownLine(String, known: [String])
    /// The lines would come below nought; what they are.
    case takesTooMuch(Money)
    /// The lines are nought, so that an amount can't be shared out in proportion to them.
    case nothingToShareBy
    /// An amount is too large for exact arithmetic.
    case tooLarge
    /// The run's target adds what moved, but none of its lines is outside the shares.
    case nothingMoves
  }
  /// The run.
  public let run: String
  /// The line as written.
  public let written: String
  /// Why.
  public let reason: Reason
  /// Where it is written.
  public let place: Place?

  /// Makes a failure.
  public init(run: String, written: String, reason: Reason, place: Place?) {
    self.run = run
    self.written = written
    self.reason = reason
    self.place = place
  }
}
