import FundingModel
import Testing

@testable import FundingReports

/// Labels and figures of staffing reports.
@Suite struct StaffingReportTests {
  @Test(arguments: StaffingMeasure.allCases)
  func `every measure has a name in each language`(measure: StaffingMeasure) {
    let name = StaffingNames.measure(measure)
    #expect(name.english != name.welsh && !name.english.isEmpty && !name.welsh.isEmpty)
  }

  @Test func `figures, bands and reasons have words in each language`() {
    for figure in StaffingFigure.allCases {
      let name = StaffingNames.figure(figure)
      #expect(name.english != name.welsh)
    }
    for band in StaffingBand.allCases {
      #expect(StaffingNames.band(band).english != StaffingNames.band(band).welsh)
    }
    let reason = StaffingSentences.reason(.missing([.teachers, .income]))
    #expect(reason?.english == "not given: teachers_fte, income")
    #expect(reason?.welsh == "heb ei roi: teachers_fte, income")
    #expect(StaffingSentences.reason(.value(.one)) == nil)
  }

  @Test(arguments: [
    (StaffingMeasure.Unit.percent, Int128(-15), Int128(10), "-1.5%", "-1.5"),
    (.percent, -5, 100, "-0.1%", "-0.05"), (.ratio, 13, 18, "0.722", "0.7222"),
    (.periods, 10_000, 9, "1,111.1", "1111.1111"), (.pounds, -62_999, 2, "-£31,500", "-31499.50"),
    (.poundsPerPupil, 1_000_499, 1_000, "£1,000", "1000.50"),
    (.teachers, 200, 3, "66.67", "66.6667"),
  ])
  func `values are rounded once, halves away from zero`(
    unit: StaffingMeasure.Unit, top: Int128, bottom: Int128, shown: String, tabled: String
  ) throws {
    let value = try Rational(top, over: bottom)
    #expect(unit.shown(value) == shown)
    #expect(unit.tabled(value) == tabled)
  }

  @Test func `steps are told with both their limits`() throws {
    let bands = MeasureBands(
      measure: .balanceOfIncome,
      steps: [
        .init(below: Rational(-5), band: .wellBelow), .init(below: .zero, band: .justBelow),
        .init(below: nil, band: .within),
      ], sectors: nil, source: "x")
    #expect(
      StaffingSentences.steps(bands, .english)
        == "well below: x < -5%; just below: -5% ≤ x < 0%; within: x ≥ 0%")
  }

  @Test func `a group's sums leave out the schools without a cost`() {
    func row(_ cost: Int64?, _ share: Int64) -> Adequacy.Row {
      Adequacy.Row(
        row: 0, run: "r", year: FundingYear(start: 2024), pupils: 10,
        cost: cost.map { Money(pounds: $0) }, share: Money(pounds: share))
    }
    let group = Adequacy.Group(
      authority: nil, sector: nil, run: "r", year: FundingYear(start: 2024),
      rows: [row(100, 90), row(nil, 500), row(50, 50)])
    #expect(group.schools == 2 && group.leftOut == 1 && group.below == 1 && group.pupils == 20)
    #expect(group.cost == Money(pounds: 150) && group.share == Money(pounds: 140))
    #expect(Adequacy.perPupil(group.gap, group.pupils) == Money(pence: -50))
    #expect(Adequacy.covered(group.share, of: group.cost).map { $0.decimal(places: 2) } == "93.33")
  }
}
