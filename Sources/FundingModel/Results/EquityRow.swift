/// One measure of how equally or how fittingly money is spread, for one run.
///
/// Statistics, not money: values are doubles, worked out in one fixed order.
public struct EquityRow: Hashable, Sendable {
  /// What is compared: schools or authorities.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Each school's amount per pupil.
    case school
    /// Each authority's amount per pupil.
    case authority
  }
  /// What is compared.
  public let unit: Unit
  /// The authority whose schools alone are compared, by its code; nil for all.
  public let authority: Int?
  /// The sector; nil for all.
  public let sector: String?
  /// The run; `published` for the published budgets.
  public let run: String
  /// The year.
  public let year: FundingYear
  /// The measure: `gini`, `coefficient_of_variation` and so on.
  public let measure: String
  /// The convention it follows, where there is more than one; empty where there is not.
  public let convention: String
  /// The value, in pounds or as a fraction; nil where it can't be said of these units.
  public let value: Double?

  /// Makes a row.
  public init(
    unit: Unit, authority: Int? = nil, sector: String?, run: String, year: FundingYear,
    measure: String, convention: String, value: Double?
  ) {
    self.unit = unit
    self.authority = authority
    self.sector = sector
    self.run = run
    self.year = year
    self.measure = measure
    self.convention = convention
    self.value = value
  }
}
