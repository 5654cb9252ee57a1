import Foundation
import FundingModel
import Testing

@testable import FundingReports

/// The sums of a report, by hand.
struct ReportPartsTests {
  private let runs = ReportRun.all(
    of: Sample.result(), hiding: HiddenFigures(threshold: 5))

  @Test func `a bridge goes from gross to what is effectively delegated`() {
    let row = Sample.budget(660, "local", 2, 400, 225_000_050, lines: Sample.lines)
    #expect(
      Report.bridgeSteps(row).map(\.amount.pence) == [
        310_000_050, -60_000_000, 250_000_050, -1_000_000, -500_000, 248_500_050,
      ])
  }

  @Test func `a bridge has unallocated money where a line names it, and ends where it must`() {
    // 1,000.00 + 5.00 + 2.00 is gross.
    let row = Sample.budget(
      660, "local", 2, 400, 100_000,
      lines: [.retained: Sample.pence(500), .unallocated: Sample.pence(200)])
    #expect(Report.bridgeSteps(row).map(\.amount.pence) == [100_700, -500, -200, 100_000])
    let unknown = Sample.budget(660, "local", 2, 400, 100_000)
    #expect(Report.bridgeSteps(unknown).isEmpty)
  }

  @Test func `a Lorenz share counts a school at the border in part`() {
    let units: [(pupils: Int64, money: Money)] = [
      (1, Money(pounds: 3)), (1, Money(pounds: 1)), (0, Money(pounds: 9)),
    ]
    #expect(Report.lorenz(units, percent: 50) == Rational(25))
    // The first pound and half of the other three: £2.50 of £4.
    #expect(Report.lorenz(units, percent: 75)?.decimal() == "62.5")
    #expect(Report.lorenz([], percent: 50) == nil)
  }

  @Test func `quarters are the smallest amounts that reach them`() {
    let amounts = (1...5).map { Money(pounds: $0) }
    #expect(
      [0, 1, 2, 3, 4].map { Report.quarter($0, of: amounts)?.pence } == [
        100, 200, 300, 400, 500,
      ])
    #expect(Report.quarter(2, of: []) == nil)
  }

  @Test func `ranks are among the sector, ties shared, the highest first`() throws {
    let local = try #require(runs.first { $0.run == "local" })
    let ranks = Ranks(local)
    // Primary: £4,500.01 and £4,000.00 per pupil; the empty school has no rank.
    #expect(ranks.ofRow == [1, 1, 2, nil])
    #expect(ranks.counted == [2, 1, 2, 0])
  }

  @Test func `the embedded schools are pennies that add up to the shares`() throws {
    let result = Sample.result()
    let text = EmbeddedSchools(
      runs: runs, result: result, explain: { _ in nil }, hidden: HiddenFigures(threshold: 5)
    ).json()
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let schools = try #require(data["schools"] as? [[Any]])
    #expect(schools.count == 4)
    #expect(schools[1][1] as? String == "Ysgol Uwchradd, Môn")
    let entries = try #require(schools[0][4] as? [[Int]])
    // Group, pupils, rank, of how many, the share, then the lines.
    #expect(
      entries == [
        [0, 100, 1, 2, 45_000_050, 40_000_000, 5_000_050],
        [0, 100, 1, 2, 45_000_050, 45_000_050],
      ])
    let empty = try #require(schools[3][4] as? [Any])
    #expect(empty[1] as? Int == 0)
  }

  @Test func `an address keeps what a path means`() {
    #expect(BatchIndex.address("one formula/report.html") == "one%20formula/report.html")
    #expect(BatchIndex.address("a:b/\"ô") == "a%3Ab/%22%C3%B4")
  }

  @Test func `an index keeps back totals of few, and the digest by which they could be guessed`() {
    let hidden = HiddenFigures(
      threshold: 5, schools: [6_602_001],
      groups: [HiddenFigures.Group(authority: nil, sector: nil)])
    func index(_ disclosure: Disclosure) -> BatchIndex {
      BatchIndex(entries: [
        .init(
          path: "a.yaml", folder: "out/one", result: Sample.result(), tables: disclosure,
          published: disclosure)
      ])
    }
    func texts(_ index: BatchIndex) -> [String] {
      [
        index.file(language: .english),
        index.page(language: .english, in: "out", hasReports: true),
      ].map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    for text in texts(index(Disclosure())) {
      #expect(text.replacing(",", with: "").contains("2450100.49"))
    }
    let kept = texts(index(Disclosure(hidden, .asked)))
    for text in kept { #expect(!text.replacing(",", with: "").contains("2450100.49")) }
    #expect(kept[0].contains(",4,,,,,,pupils total per_pupil digest\n"))
    #expect(kept[1].contains("[c]"))
  }

  @Test func `an index links to reports and names what failed`() {
    let index = BatchIndex(entries: [
      .init(path: "a.yaml", folder: "out/one", result: Sample.result()),
      .init(path: "b.yaml", failed: ReportSentences.same("no <such> formula")),
    ])
    let page = index.page(language: .welsh, in: "out", hasReports: true)
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(page.name == "index.html")
    #expect(html.contains("<a href=\"one/report.html\">"))
    #expect(html.contains("b.yaml: not run: no &lt;such&gt; formula"))
    #expect(html.contains("Cwblhawyd: 1 o 2."))
  }
}
