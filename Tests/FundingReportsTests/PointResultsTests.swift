import FundingModel
import Testing

@testable import FundingReports

@Suite struct PointResultsTests {
  private let year = FundingYear(start: 2024)

  private func draws(_ totals: [Int64], asked: Int? = nil) -> PointResults {
    PointResults(
      kind: .draw, paths: ["basic"], values: totals.map { ["\($0)"] },
      asked: asked ?? totals.count,
      runs: [PointResults.RunYear(run: "a", year: year, schools: 2, pupils: 7)],
      benchmarks: [Money(pounds: 6390)], groups: [.all],
      figures: totals.map {
        [
          PointFigures(
            total: Money(pence: $0), multiplier: nil, winners: nil, gini: 0.125, variation: nil,
            below: [1], groupTotals: [Money(pence: $0)])
        ]
      }, redrawn: [0], checked: 0)
  }

  @Test func `a table of draws has a row for each, blanks where nothing is compared`() {
    let text = String(decoding: CSV.bytes(of: .points(of: draws([700, 1401]))), as: UTF8.self)
    #expect(
      text == """
        draw,basic,run,year,schools,pupils,total,per_pupil,multiplier,winners,losers,unchanged,gain,\
        loss,largest_gain,largest_loss,gini,coefficient_of_variation,below_6390
        1,700,a,2024-25,2,7,7.00,1.00,,,,,,,,,0.125,,1
        2,1401,a,2024-25,2,7,14.01,2.00,,,,,,,,,0.125,,1

        """)
  }

  @Test func `a mean, its standard error and percentiles are those worked out by hand`() throws {
    // 2, 4, 4, 4, 5, 5, 7, 9 pounds: mean 5, Σ(x − 5)² = 32, variance 32/7, √ = 2.138…,
    // standard error √(32/56) = 0.7559…; 5% and 95% of eight: the first and the eighth.
    let row = try #require(
      UncertaintyRow.rows(of: draws([200, 400, 400, 400, 500, 500, 700, 900])).first)
    #expect(row.mean == Money(pence: 500))
    #expect(row.deviation == Money(pence: 214))
    #expect(row.standardError == Money(pence: 76))
    #expect([row.p5, row.median, row.p95] == [200, 400, 900].map { Money(pence: $0) })
  }

  @Test func `a single draw has no standard error`() throws {
    let row = try #require(UncertaintyRow.rows(of: draws([123])).first)
    #expect(row.standardError == nil)
    #expect(row.mean == Money(pence: 123))
  }

  @Test func `work that was stopped says so in the names of its files`() {
    #expect(
      draws([1, 2], asked: 5).tables().map(\.name) == ["draws.partial", "uncertainty.partial"])
    #expect(draws([1, 2]).tables().map(\.name) == ["draws", "uncertainty"])
  }
}

@Suite struct PointSentencesTests {
  private func note(_ cause: PointDisagreement.Cause) -> PointDisagreement {
    PointDisagreement(
      kind: .draw, number: 17, values: ["pay=0.0347"], run: "national",
      year: FundingYear(start: 2028), fromNumbers: Money(pence: 100_050),
      alone: Money(pence: 100_049), cause: cause)
  }

  @Test func `a point that comes to two things is named, with both, in both languages`() {
    let mistake = PointSentences.disagreement(note(.unexplained))
    #expect(
      mistake[.english] == """
        draw 17 (pay=0.0347), run 'national', 2028-29: £1,000.50 by the quick way, £1,000.49 \
        worked out by itself. This is a mistake of Cyllido: please report it with the scenario. \
        The figures given are those of every draw worked out by itself.
        """)
    #expect(mistake[.welsh].hasPrefix("hapsampl 17 (pay=0.0347), rhediad 'national', 2028-29: "))
    let coarser = PointSentences.disagreement(note(.coarserSolve))
    #expect(coarser[.english].contains("too long there for the finest multiplier"))
    #expect(!coarser[.english].contains("report it"))
  }
}
