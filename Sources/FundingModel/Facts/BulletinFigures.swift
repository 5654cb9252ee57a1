/// The Welsh Government's figures of what authorities budget for schools, for all of Wales.
///
/// Its "delegated" is another measure than the sum of a run's shares: the individual schools budget
/// and other money devolved to schools together, for full-time equivalent pupils.
///
/// - Source: bulletins "Local authority budgeted expenditure on schools"; 2024-25 as quoted by ASCL
///   Cymru (the bulletin itself was not at hand, so its parts are not known), 2025-26 from the
///   bulletin.
/// - Invariant: gross is delegated and retained together, to the pound; where the parts of delegated
///   are known, they come to it.
public struct BulletinFigures: Hashable, Sendable {
  /// What makes up delegated, in pounds and pupils.
  public struct Parts: Hashable, Sendable {
    /// The individual schools budget, to the thousand pounds.
    public let schoolsBudget: Money
    /// Other money devolved to schools, to the thousand pounds.
    public let otherDevolved: Money
    /// Pupils, full-time equivalent.
    public let pupils: Int64

    /// The two together.
    public var delegated: Money { schoolsBudget + otherDevolved }
    /// The same for each pupil.
    ///
    /// - Rounding: to the penny, halves away from zero.
    public var delegatedPerPupil: Money? { delegated.each(of: Rational(Int(pupils))) }
    /// The same in whole pounds, as the bulletin gives it.
    ///
    /// - Rounding: the exact quotient to the pound, halves away from zero.
    public var delegatedWholePounds: Money? {
      (try? delegated.pounds.divided(by: Rational(Int(pupils))).rounded()).flatMap {
        Int64(exactly: $0).map { Money(pounds: $0) }
      }
    }
  }

  /// The year.
  public let year: FundingYear
  /// Gross budgeted expenditure on schools per pupil, as published.
  public let gross: Money
  /// Delegated per pupil, as published.
  public let delegated: Money
  /// Retained centrally per pupil, as published.
  public let retained: Money
  /// What delegated is made of; nil where it is not published, or not at hand.
  public let parts: Parts?
  /// Where the figures are from.
  public let source: FundingSource

  /// Every year that is known.
  public static let all: [BulletinFigures] = [
    BulletinFigures(
      year: FundingYear(start: 2024), gross: Money(pounds: 7926), delegated: Money(pounds: 6390),
      retained: Money(pounds: 1536), parts: nil,
      source: FundingSource(
        key: "bulletin",
        title: "Delegated school budgets per pupil, Wales, 2024-25, as quoted by ASCL Cymru",
        publisher: "Welsh Government",
        url: "https://ascl.org.uk/Membership/ASCL-UK/ASCL-Cymru/Position-Statements")),
    BulletinFigures(
      year: FundingYear(start: 2025), gross: Money(pounds: 8616), delegated: Money(pounds: 6902),
      retained: Money(pounds: 1714),
      parts: Parts(
        schoolsBudget: Money(pounds: 2_768_624_000), otherDevolved: Money(pounds: 331_564_000),
        pupils: 449_183),
      source: FundingSource(
        key: "bulletin",
        title: "Local authority budgeted expenditure on schools: April 2025 to March 2026",
        publisher: "Welsh Government",
        url:
          "https://www.llyw.cymru/gwariant-gyllidebwyd-gan-awdurdodau-lleol-ar-gyfer-ysgolion-ebrill-2025-i-fawrth-2026-html"
      )),
  ]
}
