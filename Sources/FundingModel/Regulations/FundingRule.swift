/// A rule that school funding formulae must keep, with its dates and where it was read.
///
/// What is written here is a reading for arithmetic, no legal advice.
public struct FundingRule: Hashable, Sendable {
  /// How a formula is held against a rule.
  public enum Check: Hashable, Sendable {
    /// The part of the money that pupils lead is worked out: at least 70%.
    case pupilLed
    /// Factors that pay for free school meals or deprived areas are looked for.
    case needAmount
    /// Nothing in a formula's figures can show it.
    case none
  }

  /// How much of the rule's text was read.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// All of it.
    case read
    /// What the government says of it, but not the text as made.
    case described
    /// None of it.
    case notRead = "not_read"
  }

  /// What tables call it: `pupil_led_70`.
  public let name: String
  /// The first year in which it holds.
  public let from: FundingYear
  /// The last year in which it holds; nil where no end is known.
  public let through: FundingYear?
  /// What it asks, in paraphrase.
  public let text: BilingualText
  /// The provision: `WSI 2010/824, regulation 23`.
  public let reference: BilingualText
  /// Where it was read.
  public let source: FundingSource
  /// How much of it was read.
  public let standing: Standing
  /// How a formula is held against it.
  public let check: Check

  /// Makes a rule.
  public init(
    name: String, from: FundingYear, through: FundingYear?, text: BilingualText,
    reference: BilingualText, source: FundingSource, standing: Standing, check: Check
  ) {
    self.name = name
    self.from = from
    self.through = through
    self.text = text
    self.reference = reference
    self.source = source
    self.standing = standing
    self.check = check
  }

  /// Whether it holds in a year.
  public func holds(in year: FundingYear) -> Bool {
    year >= from && through.map { year <= $0 } ?? true
  }
}
