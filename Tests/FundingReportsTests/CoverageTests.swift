import FundingModel
import Testing

@testable import FundingReports

/// What all schools together are called: Wales only where every authority is among them.
struct CoverageTests {
  /// One school in each of some authorities.
  private func coverage(_ codes: some Sequence<Int>) -> Coverage {
    let codes = Array(codes)
    return Coverage(
      SchoolTable(
        numbers: codes.map { $0 * 10_000 + 2001 }, names: codes.map { "School \($0)" },
        authorities: codes, sectors: codes.map { _ in "primary" },
        statedPupils: codes.map { _ in nil }, budgetPerPupil: codes.map { _ in nil }, columns: [],
        areModelled: false))
  }

  @Test func `schools of all 22 authorities are Wales`() {
    let wales = coverage(660...681)
    #expect(wales.name == BilingualText(en: "Wales", cy: "Cymru"))
    #expect(wales.caution == nil)
    #expect(
      wales.rank(isOfShown: false).english == "Rank per pupil in its sector in Wales, 1 the highest"
    )
    #expect(wales.kicker(years: "2024-25").english == "School funding in Wales, 2024-25")
  }

  @Test func `with one authority missing they are not`() throws {
    let most = coverage(660...680)
    #expect(most.name.english == "All schools given" && most.name.welsh == "Pob ysgol yn y data")
    let caution = try #require(most.caution)
    #expect(
      caution.english.hasPrefix(
        "Not Wales: the data has schools of 21 of the 22 local authorities."))
    #expect(
      caution.welsh.hasPrefix("Nid Cymru gyfan: awdurdodau lleol ag ysgolion yn y data: 21 o 22."))
    #expect(most.kicker().english == "School funding, 21 of the 22 authorities of Wales")
    for isOfShown in [false, true] {
      #expect(!most.rank(isOfShown: isOfShown).english.contains("Wales"))
      #expect(!most.rank(isOfShown: isOfShown).welsh.contains("Nghymru"))
    }
  }

  @Test func `a code that no authority has does not make up for one that is missing`() {
    #expect(!coverage(Array(660...680) + [999]).isWales)
  }

  @Test func `one authority's report, tables and JSON do not say Wales of its schools`() throws {
    // The sample has schools of 660 and 681.
    let html = ReportTests.report().html()
    #expect(html.contains("the data has schools of 2 of the 22 local authorities"))
    #expect(html.contains("All schools given, pounds per pupil"))
    for wrong in [">Wales</th>", "in Wales, 1 the highest", "School funding in Wales"] {
      #expect(!html.contains(wrong), "\(wrong)")
    }
    let json = Summary.json(Sample.result()).rendered()
    #expect(json.contains("All schools given") && !json.contains("\"Wales\""))
    #expect(
      Sample.csv("authorities.csv", Sample.result(), .welsh).contains("wales,Pob ysgol yn y data,"))
  }
}
