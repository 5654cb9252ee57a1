import FundingModel
import Testing

@testable import FundingReports

@Suite struct ResultTablesTests {
  @Test func `a result has its ten tables, each named for its file`() {
    #expect(
      ResultTables.files(of: Sample.result(), language: .english).map(\.name) == [
        "shares.csv", "factors.csv", "comparison.csv", "authorities.csv", "sectors.csv",
        "parity.csv", "parity-authorities.csv", "winners.csv", "gains.csv", "equity.csv",
      ])
  }

  @Test func `shares are written by school, then run, and blank per pupil where nobody is`() {
    #expect(
      Sample.csv("shares.csv") == """
        school,name,authority,authority_name,sector,run,year,pupils,share,per_pupil,fte,formula,status,modelled
        6602001,Ysgol y Bryn,660,Isle of Anglesey,primary,local,2024-25,100,450000.50,4500.01,99.5,isle-of-anglesey,published,false
        6602001,Ysgol y Bryn,660,Isle of Anglesey,primary,national,2024-25,100,450000.50,4500.01,99.5,national,illustrative,false
        6604001,"Ysgol Uwchradd, Môn",660,Isle of Anglesey,secondary,local,2024-25,300,1800000.00,6000.00,300,isle-of-anglesey,published,false
        6604001,"Ysgol Uwchradd, Môn",660,Isle of Anglesey,secondary,national,2024-25,300,1700000.00,5666.67,300,national,illustrative,false
        6812001,"'=Bay ""A""\",681,Cardiff,primary,local,2024-25,50,199999.99,4000.00,25,cardiff,fitted,false
        6812001,"'=Bay ""A""\",681,Cardiff,primary,national,2024-25,50,210000.01,4200.00,25,national,illustrative,false
        6817001,Empty Special,681,Cardiff,special,local,2024-25,0,100.00,,0,cardiff,fitted,false

        """)
  }

  @Test func `modelled schools are marked and authorities named in Welsh`() {
    let text = Sample.csv(
      "shares.csv", Sample.result(census: Sample.census(modelled: true)), .welsh)
    #expect(text.contains("6602001,Ysgol y Bryn,660,Ynys Môn,primary"))
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",true") })
  }

  @Test func `factors list every line, those of nought and below nought too`() {
    #expect(
      Sample.csv("factors.csv") == """
        school,run,year,kind,factor,amount
        6602001,local,2024-25,factor,basic,400000.00
        6602001,local,2024-25,factor,lump_sum,50000.50
        6602001,national,2024-25,factor,basic,450000.50
        6604001,local,2024-25,factor,basic,1800000.00
        6604001,local,2024-25,factor,lump_sum,0.00
        6604001,national,2024-25,factor,basic,1700000.00
        6812001,local,2024-25,factor,basic,200000.00
        6812001,local,2024-25,adjustment,floor,-0.01
        6812001,national,2024-25,factor,basic,210000.01
        6817001,local,2024-25,factor,basic,100.00
        6817001,local,2024-25,adjustment,floor,0.00

        """)
  }

  @Test func `a comparison gives the change, per pupil and in percent`() {
    // -100,000 of 1,800,000 is -5.5555…%; 10,000.02 of 199,999.99 is 5.00001…%.
    #expect(
      Sample.csv("comparison.csv") == """
        school,name,authority,authority_name,sector,year,pupils,baseline,run,baseline_share,run_share,change,change_per_pupil,change_pct,modelled
        6602001,Ysgol y Bryn,660,Isle of Anglesey,primary,2024-25,100,local,national,450000.50,450000.50,0.00,0.00,0.00,false
        6604001,"Ysgol Uwchradd, Môn",660,Isle of Anglesey,secondary,2024-25,300,local,national,1800000.00,1700000.00,-100000.00,-333.33,-5.56,false
        6812001,"'=Bay ""A""\",681,Cardiff,primary,2024-25,50,local,national,199999.99,210000.01,10000.02,200.00,5.00,false

        """)
  }

  @Test
  func `an authority's own lines are blank where none are given, and worked out where they are`() {
    // 660 local: delegated 2,250,000.50 + 250,000 = 2,500,000.50; gross + 600,000 = 3,100,000.50;
    // rate 80.645…%; effective less 10,000 and 5,000 = 2,485,000.50, 80.161…%.
    #expect(
      Sample.csv("authorities.csv") == """
        authority,authority_name,run,year,schools,pupils,isb,isb_per_pupil,devolved,delegated,delegated_per_pupil,retained,retained_per_pupil,gross,gross_per_pupil,delegation_rate,mandatory_buyback,in_out,effective_delegated_per_pupil,effective_delegation_rate,pupil_led_pct,estimated,unallocated
        660,Isle of Anglesey,local,2024-25,2,400,2250000.50,5625.00,250000.00,2500000.50,6250.00,600000.00,1500.00,3100000.50,7750.00,80.65,10000.00,5000.00,6212.50,80.16,66.67,devolved retained,0.00
        660,Isle of Anglesey,national,2024-25,2,400,2150000.50,5375.00,,,,,,,,,,,,,,,
        681,Cardiff,local,2024-25,2,50,200099.99,4002.00,,,,,,,,,,,,,,,
        681,Cardiff,national,2024-25,1,50,210000.01,4200.00,,,,,,,,,,,,,,,
        wales,All schools given,local,2024-25,4,450,2450100.49,5444.67,,,,,,,,,,,,,,,
        wales,All schools given,national,2024-25,3,450,2360000.51,5244.45,,,,,,,,,,,,,,,

        """)
  }

  @Test func `sectors have the columns of authorities and their own`() {
    let lines = Sample.csv("sectors.csv").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("authority,authority_name,sector,run,year,schools,pupils,isb,"))
    #expect(
      lines[1].hasPrefix("660,Isle of Anglesey,primary,local,2024-25,1,100,450000.50,4500.01,"))
  }

  @Test func `parity gives the schools below a benchmark, blank of none`() {
    #expect(
      Sample.csv("parity.csv") == """
        sector,run,year,benchmark,schools,below,below_pct,pupils_below,distance_per_pupil,cost
        secondary,published,2024-25,6390.00,174,136,78.16,130000,500.00,65000000.50
        all,local,2024-25,6390.00,0,0,,0,,0.00

        """)
  }

  @Test func `winners are named by their group`() {
    #expect(
      Sample.csv("winners.csv") == """
        group,run,year,schools,winners,losers,unchanged,gain,loss,largest_gain,largest_loss
        all,national,2024-25,3,1,1,1,10000.02,100000.00,10000.02,100000.00
        sector=primary,national,2024-25,2,1,0,1,10000.02,0.00,10000.02,0.00
        authority=660,national,2024-25,2,0,1,1,0.00,100000.00,0.00,100000.00

        """)
  }

  @Test func `a year follows its run, and runs keep the scenario's order`() {
    let later = Allocation(
      run: "local", year: FundingYear(start: 2025), groups: [], schoolCount: 4)
    let outcomes = Sample.outcomes()
    let shuffled = [
      outcomes[0], outcomes[1], Sample.outcome("local", later, nil),
    ]
    let ordered = OrderedOutcomes(of: Sample.result(outcomes: shuffled)).outcomes
    #expect(
      ordered.map { "\($0.specification.name) \($0.allocation.year)" } == [
        "local 2024-25", "local 2025-26", "national 2024-25",
      ])
  }
}
