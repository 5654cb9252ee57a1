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

  @Test func `a school that would tell of a few pupils shows no measure, nor do its quartiles`()
    throws
  {
    let rule = FamilyRule(
      smallest: 1, sizes: [:], languages: [:], deprivation: [], dropped: [], source: "x")
    let target = StaffingTarget(value: .one, source: nil, isEstimate: false)
    func school(_ number: Int, _ income: Int) -> StaffingResult.School {
      StaffingResult.School(
        row: StaffingRow(
          school: number, name: "", kind: .init(sector: "primary"), isMadeUp: false, figures: [:]),
        values: StaffingMeasure.allCases.map {
          $0 == .incomePerPupil ? .value(Rational(income)) : .missing([.income])
        }, family: 0, widenings: [])
    }
    let result = StaffingResult(
      bands: StaffingBands(
        contactRatio: target, pupilsPerClass: target, bands: [], families: rule, sources: []),
      schools: [school(1, 5_000), school(2, 6_000)],
      families: [SchoolFamily(traits: [.sector("primary")], members: [0, 1])])
    #expect(result.spread(of: .incomePerPupil, around: result.schools[1])?.median == Rational(5000))
    let hidden = Disclosure(HiddenFigures(threshold: 5, schools: [1]), .asked).hiding(result)
    #expect(hidden.schools[0][.incomePerPupil] == .keptBack(.fewPupils))
    #expect(hidden.schools[0][.balance] == .missing([.income]))
    #expect(hidden.schools[1][.incomePerPupil] == .value(Rational(6000)))
    let spread = hidden.spread(of: .incomePerPupil, around: hidden.schools[1])
    #expect(spread?.isKeptBack == true && spread?.median == nil && spread?.schools == 2)
    #expect(
      StaffingSentences.reason(hidden.schools[0][.incomePerPupil])?.english
        == "kept back: it could tell of a few pupils")
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
