/// A rule and what a formula's figures say of it.
public struct RuleReading: Hashable, Sendable {
  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// How much pupils lead; nil where the formula funds none of the schools but special ones, or
    /// none were given.
    case pupilLed(RegulationReading?)
    /// The factors for free school meals or deprived areas.
    case needAmount(NeedAmountReading)
    /// Nothing: it was not read, or no figure can show it.
    case notChecked
  }

  /// The rule.
  public let rule: FundingRule
  /// What was found.
  public let finding: Finding

  /// Makes a reading.
  public init(rule: FundingRule, finding: Finding) {
    self.rule = rule
    self.finding = finding
  }
}

/// Every rule of one year, held against one formula.
public struct FormulaRules: Sendable {
  /// The formula.
  public let formula: Formula
  /// The year whose rules these are.
  public let year: FundingYear
  /// The year of the newest rates that were used.
  public let rateYear: FundingYear
  /// One reading a rule that holds in the year; none for years of which no rule is known.
  public let readings: [RuleReading]

  /// Makes a list of readings.
  public init(
    formula: Formula, year: FundingYear, rateYear: FundingYear, readings: [RuleReading]
  ) {
    self.formula = formula
    self.year = year
    self.rateYear = rateYear
    self.readings = readings
  }
}
