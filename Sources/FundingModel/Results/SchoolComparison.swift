/// One school under the baseline and one other run.
public struct SchoolComparison: Hashable, Sendable {
  /// The census row.
  public let row: Int
  /// The year.
  public let year: FundingYear
  /// The heads.
  public let pupils: Int64
  /// The baseline's name.
  public let baseline: String
  /// The other run's name.
  public let run: String
  /// The baseline's share.
  public let baselineShare: Money
  /// The other run's share.
  public let runShare: Money

  /// Makes a comparison.
  public init(
    row: Int, year: FundingYear, pupils: Int64, baseline: String, run: String,
    baselineShare: Money, runShare: Money
  ) {
    self.row = row
    self.year = year
    self.pupils = pupils
    self.baseline = baseline
    self.run = run
    self.baselineShare = baselineShare
    self.runShare = runShare
  }

  /// Run less baseline.
  public var change: Money { runShare - baselineShare }
  /// The change per pupil.
  ///
  /// Nil without pupils. Rounded to the penny, halves away from zero.
  public var changePerPupil: Money? { change.each(of: Rational(Int(pupils))) }
  /// The change as a percentage of the baseline; nil where the baseline is nought.
  public var changePercent: Rational? {
    guard baselineShare != .zero else { return nil }
    return try? Rational(Int128(change.pence) * 100, over: Int128(baselineShare.pence))
  }
}
