import Testing

@testable import FundingModel

/// The bulletin's national figures come out of their published parts.
@Suite struct BulletinFiguresTests {
  @Test func `delegated of 2025-26 is its parts over its pupils`() throws {
    let figures = try #require(BulletinFigures.all.first { $0.year == FundingYear(start: 2025) })
    let parts = try #require(figures.parts)
    // £2,768.624m + £331.564m; 449,183 × £6,901 = £3,099,811,883, and £376,117 over: 83.7p each.
    #expect(parts.delegated == Money(pounds: 3_100_188_000))
    #expect(parts.delegatedPerPupil == Money(pence: 690_184))
    #expect(parts.delegatedWholePounds == Money(pounds: 6_902))
    #expect(figures.delegated == Money(pounds: 6_902))
  }

  @Test func `gross is delegated and retained together in both years`() {
    #expect(BulletinFigures.all.map(\.year.description) == ["2024-25", "2025-26"])
    #expect(BulletinFigures.all.map(\.gross) == [7_926, 8_616].map { Money(pounds: $0) })
    #expect(BulletinFigures.all.map(\.retained) == [1_536, 1_714].map { Money(pounds: $0) })
    for one in BulletinFigures.all { #expect(one.gross == one.delegated + one.retained) }
    // Of 2024-25 only these are published.
    #expect(BulletinFigures.all[0].parts == nil)
  }

  @Test func `whole pounds come from the exact quotient, not from pennies`() {
    // £10.99 for 22 pupils is 49.95p: 50p to the penny, which would be rounded up to a pound.
    let parts = BulletinFigures.Parts(
      schoolsBudget: Money(pence: 1_000), otherDevolved: Money(pence: 99), pupils: 22)
    #expect(parts.delegatedPerPupil == Money(pence: 50))
    #expect(parts.delegatedWholePounds == .zero)
  }

  @Test func `the benchmark of a year is the bulletin's delegated amount`() {
    #expect(Benchmark.published(in: FundingYear(start: 2024))?.amount == Money(pounds: 6_390))
    #expect(Benchmark.published(in: FundingYear(start: 2025))?.amount == Money(pounds: 6_902))
    #expect(Benchmark.published(in: FundingYear(start: 2026)) == nil)
  }
}
