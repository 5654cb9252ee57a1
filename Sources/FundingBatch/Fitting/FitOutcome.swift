public import FundingModel

/// How a fit is made.
public struct FitOptions: Hashable, Sendable {
  /// How much each school counts.
  public enum Weighting: String, Hashable, Sendable, CaseIterable {
    /// By relative error: a large school counts no more than a small one.
    case relative
    /// By error in pounds: every pound counts alike.
    case pounds
  }
  /// How much each school counts.
  public var weighting: Weighting
  /// Whether the estimates must give the fitted schools their published total.
  public var holdsTotal: Bool
  /// How far, as a part of the published total, the held total may stay from it: what a few schools
  /// have above the rest then moves the rest less.
  public var totalWithin: Double
  /// How strongly the start draws, relative to what the schools say; keeps a rate that no school
  /// tells at its start.
  public var ridge: Double
  /// How strongly the start draws by relative distance: that much is added to the sum of squared
  /// relative errors for a rate that is twice its start, or nought.
  public var pull: Double
  /// The relative error up to which an error counts by its square, and beyond only by its size, so
  /// that a few schools with money for what no data tells don't move the rest; nil: all by square.
  ///
  /// - Source: P. J. Huber, "Robust estimation of a location parameter" (1964).
  public var squaresTo: Double?
  /// Whether the start is the same formula fitted through every school in Wales, and not the
  /// values in the file.
  public var leansOnWales: Bool
  /// Leaves out schools whose relative error after a first fit is more than this many robust
  /// standard deviations from the middle; nil leaves out none.
  public var leavesOutBeyond: Double?

  /// Makes options.
  public init(
    weighting: Weighting = .relative, holdsTotal: Bool = true, totalWithin: Double = 0,
    ridge: Double = 1e-8, pull: Double = 0, squaresTo: Double? = nil, leansOnWales: Bool = false,
    leavesOutBeyond: Double? = nil
  ) {
    self.weighting = weighting
    self.holdsTotal = holdsTotal
    self.totalWithin = totalWithin
    self.ridge = ridge
    self.pull = pull
    self.squaresTo = squaresTo
    self.leansOnWales = leansOnWales
    self.leavesOutBeyond = leavesOutBeyond
  }
}

/// What a fit found, and how well it does.
public struct FitOutcome: Sendable {
  /// The formula with the estimates in it.
  public let formula: Formula
  /// The estimates, in the file's order.
  public let estimates: [FittedRate]
  /// How close the fitted schools come.
  public let quality: FitQuality
  /// The same by sector, in the sectors' order.
  public let sectors: [SectorQuality]
  /// Every school with a published budget, those set aside too, in the census's order.
  public let schools: [FittedSchool]
  /// The published budgets of every school that has one, set aside or not.
  public let published: Money
  /// What the formula with the estimates, rounded as it rounds, gives the same schools.
  public let modelled: Money
  /// The schools not fitted, by number, and why.
  public let leftOut: [FitLeftOut]

  /// The quality in one sector.
  public struct SectorQuality: Hashable, Sendable {
    /// The sector.
    public let sector: String
    /// How close its schools come.
    public let quality: FitQuality
  }

  /// The places and new texts, for writing the formula file; values that did not move stay as
  /// their author wrote them.
  public var rewritings: [(place: Place, text: String)] {
    estimates.filter { $0.value != $0.before }.map { ($0.place, $0.text) }
  }
}

/// One estimated value.
public struct FittedRate: Hashable, Sendable {
  /// Which end of its bounds an estimate lies at.
  public enum Bound: String, Hashable, Sendable, CaseIterable {
    /// The least.
    case least
    /// The greatest.
    case greatest
  }
  /// The rate.
  public let rate: String
  /// The keys as written; none for a single value.
  public let path: [String]
  /// Where the value is written.
  public let place: Place
  /// The value before.
  public let before: Rational
  /// The estimate: pennies for money, six significant digits for all else.
  public let value: Rational
  /// The estimate as the file writes it: `£1234.56`.
  public let text: String
  /// The bound it lies at; nil for none.
  public let bound: Bound?
  /// How far it may well be out (one standard deviation), in its own unit; nil at a bound.
  public let standardError: Double?
  /// Whether the schools hardly decide it: nothing uses it, other rates can stand in for it, or it
  /// is less than twice its standard error.
  public let isWeaklyIdentified: Bool
}

/// How close modelled budgets come to published ones.
public struct FitQuality: Hashable, Sendable {
  /// How many schools.
  public let schools: Int
  /// The part of the budgets' variance that is explained; nil where they don't vary.
  public let rSquared: Double?
  /// The median error, as a part of the published budget.
  public let medianError: Double
  /// The error that nine schools in ten stay within.
  public let ninetiethError: Double
  /// The median error of schools held out, a fifth at a time, by rates fitted without them; nil
  /// with fewer than ten schools in all.
  public let heldOutMedianError: Double?
}

/// A school that is not fitted.
public struct FitLeftOut: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// It has no pupils.
    case noPupils
    /// It has no published budget.
    case noBudget
    /// Its relative error after a first fit is far from the others': modelled ÷ published − 1.
    case outlier(error: Double)
  }
  /// Its number.
  public let school: Int
  /// Its name.
  public let name: String
  /// Why.
  public let reason: Reason
}
