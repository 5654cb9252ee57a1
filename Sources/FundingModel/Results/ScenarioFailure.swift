/// Why a scenario can't be run: data alone, the words are the reader's module's.
public enum ScenarioFailure: Error, Hashable, Sendable {
  /// Changes of rates, or rates to solve by, that name nothing; every one of them.
  case changes([RefusedChange])
  /// A run names a formula that was not given.
  case unknownFormula(run: String, formula: String, place: Place?)
  /// Something names a run that there is not, or not yet.
  case unknownRun(String, known: [String], place: Place?)
  /// Factors that a floor or cap leaves out and a formula on one side doesn't have.
  case leftOutFactors([LeftOutFactor])
  /// Schools whose authority has no formula, by run and authority.
  case noFormula([UnfundedSchools])
  /// Schools outside the reach of the formula that a run gives them, by run and authority.
  case outOfReach([UnfundedSchools])
  /// Schools whose pupils are not as many as the school file states.
  case pupilDifferences([PupilDifference])
  /// Nearly all of Wales is there, but not these authorities, by code.
  case authoritiesMissing([Int])
  /// A run pays a formula beside its own that is one authority's.
  case grantOfAuthority(run: String, formula: String, place: Place)
  /// A run pays a formula beside its own that has adjustments or rounding of its own.
  case grantWithAdjustments(run: String, formula: String, place: Place)
  /// A formula can't be worked out on these data.
  case evaluation(run: String, EvaluationFailures)
  /// A target can't be reached.
  case solve(SolveFailure)
  /// A target means nothing on these data.
  case target(TargetFailure)
  /// A run's change of the authorities' lines can't be made.
  case lines(LineFailure)
  /// Rates or pupils can't be moved from year to year; every reason found.
  case years([UpratingMistake])
  /// A formula's rates can't be estimated.
  case fit(FitFailure)
  /// A point of a sweep, or a draw, can't be worked out; its number from 1 and what was set.
  indirect case atPoint(
    PointResults.Kind, number: Int, values: [String], failure: ScenarioFailure)
}

/// A factor that a floor or cap leaves out, where a formula of the run, or of the baseline, has no
/// such factor.
public struct LeftOutFactor: Hashable, Sendable {
  /// The run whose floor or cap it is.
  public let run: String
  /// The factor, as written.
  public let factor: String
  /// The run whose formula lacks it: the same, or the baseline.
  public let lackingRun: String
  /// The formula that lacks it.
  public let formula: String
  /// The formula's factors.
  public let known: [String]
  /// Where it is written.
  public let place: Place

  /// Makes a note.
  public init(
    run: String, factor: String, lackingRun: String, formula: String, known: [String],
    place: Place
  ) {
    self.run = run
    self.factor = factor
    self.lackingRun = lackingRun
    self.formula = formula
    self.known = known
    self.place = place
  }
}

/// Schools of one authority that a run has no formula for.
public struct UnfundedSchools: Hashable, Sendable {
  /// The run's name.
  public let run: String
  /// The formula whose reach ends elsewhere; nil where there is no formula.
  public let formula: String?
  /// The schools' authority, by code.
  public let authority: Int
  /// The first of the schools, by number.
  public let school: Int
  /// How many.
  public let schools: Int
  /// Where the run is named; nil where it isn't in a file.
  public let place: Place?

  /// Makes a note.
  public init(
    run: String, formula: String?, authority: Int, school: Int, schools: Int, place: Place?
  ) {
    self.run = run
    self.formula = formula
    self.authority = authority
    self.school = school
    self.schools = schools
    self.place = place
  }
}

/// A school whose pupils are not as many as the school file states.
public struct PupilDifference: Hashable, Sendable {
  /// The school's number.
  public let school: Int
  /// Its name.
  public let name: String
  /// The heads that the school file states.
  public let stated: Int64
  /// The heads that the pupils add up to.
  public let found: Int64

  /// Makes a difference.
  public init(school: Int, name: String, stated: Int64, found: Int64) {
    self.school = school
    self.name = name
    self.stated = stated
    self.found = found
  }
}

/// Why no multiplier reaches a target, with the figures that show it.
public struct SolveFailure: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// Whatever the multiplier, the total is the same.
    case ratesDoNotMoveTotal(total: Money)
    /// Even with the rates at nought the total is above the target.
    case aboveTargetAtNought(total: Money)
    /// Even with the rates this many times as large the total is on the same side.
    case outOfReach(multiplier: Rational, total: Money)
  }
  /// The run.
  public let run: String
  /// The rates, as written.
  public let rates: [String]
  /// What target and totals are sums of.
  public let measure: SolveMeasure
  /// The sum that was to be reached.
  public let target: Money
  /// Why.
  public let reason: Reason
  /// Where the target is written; nil where it isn't in a file.
  public let place: Place?

  /// Makes a failure.
  public init(
    run: String, rates: [String], measure: SolveMeasure = .total, target: Money, reason: Reason,
    place: Place?
  ) {
    self.run = run
    self.rates = rates
    self.measure = measure
    self.target = target
    self.reason = reason
    self.place = place
  }
}
