import FundingModel
import Testing

@testable import FundingReports

/// Winners and losers in groups of every kind, by hand.
@Suite struct GainsTests {
  private func column(_ name: String, _ values: [FieldValue?]) -> Column {
    let field = Field(
      name, .school, values.contains(.flag(true)) ? .flag : .category(.open),
      meaning: BilingualText(en: name, cy: name))
    return Column(field: field, values: values)
  }

  /// The sample with languages of two schools and, of two, whether they are rural.
  private func census(rural: [FieldValue?] = [.flag(true), .flag(false), nil, nil]) -> Census {
    let plain = Sample.census()
    let schools = plain.schools
    return Census(
      schools: SchoolTable(
        numbers: schools.numbers, names: schools.names, authorities: schools.authorities,
        sectors: schools.sectors, statedPupils: schools.statedPupils,
        budgetPerPupil: schools.budgetPerPupil,
        columns: [
          column("language", [.category("EM"), .category("WM"), .category("??"), nil]),
          column("rural", rural),
        ], areModelled: false),
      pupils: plain.pupils, leftOut: [], estimates: [])
  }

  @Test func `every kind of group has its rows, and who gains and loses most is named`() {
    // Ysgol y Bryn (100 pupils) does not move; Ysgol Uwchradd (300) loses £100,000.00; Bay (50) gains
    // £10,000.02: in all −£89,999.98 for 450 pupils, £200.00 less each.
    let all =
      "2024-25,local,3,450,1,1,1,50,300,100,10000.02,100000.00,-89999.98,-200.00,10000.02,6812001,100000.00,6604001"
    let still = "2024-25,local,1,100,0,0,1,0,0,100,0.00,0.00,0.00,0.00,0.00,,0.00,"
    let loser =
      "2024-25,local,1,300,0,1,0,0,300,0,0.00,100000.00,-100000.00,-333.33,0.00,,100000.00,6604001"
    let winner =
      "2024-25,local,1,50,1,0,0,50,0,0,10000.02,0.00,10000.02,200.00,10000.02,6812001,0.00,"
    #expect(
      Sample.csv("gains.csv", Sample.result(census: census())) == """
        by,group,run,year,baseline,schools,pupils,winners,losers,unchanged,pupils_winning,pupils_losing,pupils_unchanged,gain,loss,change,change_per_pupil,largest_gain,largest_gain_school,largest_loss,largest_loss_school
        all,all,national,\(all)
        authority,660,national,2024-25,local,2,400,0,1,1,0,300,100,0.00,100000.00,-100000.00,-250.00,0.00,,100000.00,6604001
        authority,681,national,\(winner)
        sector,primary,national,2024-25,local,2,150,1,0,1,50,0,100,10000.02,0.00,10000.02,66.67,10000.02,6812001,0.00,
        sector,secondary,national,\(loser)
        size,50..99,national,\(winner)
        size,100..199,national,\(still)
        size,200..399,national,\(loser)
        language,WM,national,\(loser)
        language,EM,national,\(still)
        language,??,national,\(winner)
        free_meals_fifth,not_known,national,\(all)
        rural,true,national,\(still)
        rural,false,national,\(loser)
        rural,not_known,national,\(winner)

        """)
  }

  @Test func `rural or not may be said in ones and noughts, or in the data's own words`() {
    func groups(_ rural: [FieldValue?]) -> [String] {
      let groups = SchoolGroups(census(rural: rural))
      return (0..<4).map { groups.value(.rural, row: $0) }
    }
    #expect(
      groups([.number(.one), .number(.zero), nil, .number(.one)]) == [
        "true", "false", "not_known", "true",
      ])
    let words = SchoolGroups(census(rural: [.category("valley"), .category("coast"), nil, nil]))
    #expect(words.values(.rural) == ["true", "false", "coast", "valley", "not_known"])
    #expect(words.isKnown(.rural) && !SchoolGroups(Sample.census()).isKnown(.rural))
  }

  @Test func `of two that gain alike the lowest number is named, and an empty school has its band`()
  {
    let same = (0..<4).map { row in
      SchoolComparison(
        row: row, year: Sample.year, pupils: row == 3 ? 0 : 10, baseline: "local", run: "national",
        baselineShare: .zero, runShare: Money(pounds: 7))
    }
    let groups = SchoolGroups(Sample.census())
    let all = GainsByGroup(same, by: .all, in: groups).rows
    #expect(all.map(\.largestGainRow) == [0])
    #expect(all.map(\.largestLossRow) == [nil])
    #expect(
      GainsByGroup(same, by: .size, in: groups).rows.map(\.value) == [
        "0", "50..99", "100..199", "200..399",
      ])
    #expect(ReportSentences.group(.size, "0").english == "No pupils")
    #expect(ReportSentences.group(.size, "900..1199").english == "900–1,199 pupils")
    #expect(ReportSentences.group(.size, "1200+").welsh == "1,200+ o ddisgyblion")
  }

  @Test func `the groups of each kind add up to all, and agree with winners and losers`() {
    let result = Sample.result(census: census())
    let compared = GainsOfRuns(of: result)
    #expect(compared.runs.map(\.run) == ["national"])
    for kind in GainsByGroup.Kind.allCases {
      let rows = compared.gains(compared.runs[0], by: kind).rows
      #expect(rows.reduce(.zero) { $0 + $1.gain } == Sample.pence(1_000_002))
      #expect(rows.reduce(.zero) { $0 + $1.loss } == Sample.pence(10_000_000))
      #expect(rows.reduce(0) { $0 + $1.schools } == 3)
      #expect(rows.reduce(0) { $0 + $1.pupils } == 450)
    }
    let primary = compared.gains(compared.runs[0], by: .sector).rows[0]
    #expect(primary.gain == result.winners[1].gain)
    #expect(primary.schools == result.winners[1].schools)
  }
}
