import FundingModel

/// The Welsh Government's figures for all of Wales, a pupil, and how they hang together.
///
/// - Source: bulletins "Local authority budgeted expenditure on schools"; 2024-25 as quoted by ASCL
///   Cymru (the bulletin itself was not at hand), 2025-26 from the bulletin.
/// - Invariant: gross is delegated and retained together, to the pound.
struct BulletinFigures: Hashable {
  let year: FundingYear
  /// Gross budgeted expenditure on schools per pupil.
  let gross: Money
  /// Delegated per pupil: the individual schools budget and what is devolved beside it.
  let delegated: Money
  /// Retained centrally per pupil.
  let retained: Money
  /// Where the figures are from.
  let source: FundingSource

  /// Every year that is known.
  static let all: [BulletinFigures] = [2024, 2025].compactMap { start in
    let year = FundingYear(start: start)
    guard let benchmark = Benchmark.published(in: year), let source = benchmark.source else {
      return nil
    }
    let (gross, retained): (Int64, Int64) = start == 2024 ? (7926, 1536) : (8616, 1714)
    return BulletinFigures(
      year: year, gross: Money(pounds: gross), delegated: benchmark.amount,
      retained: Money(pounds: retained), source: source)
  }
}
