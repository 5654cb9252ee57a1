import FundingModel
import Testing

@testable import FundingReports

@Suite struct DisclosureTests {
  private func csv(_ name: String, _ hidden: HiddenFigures) -> [Substring] {
    let files = ResultTables.files(
      of: Sample.result(), language: .english, disclosure: Disclosure(hidden, .asked))
    let text = files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    return (text ?? "").split(separator: "\n")
  }

  @Test func `nothing kept back leaves every table as it was`() {
    for name in ["shares.csv", "factors.csv", "winners.csv"] {
      #expect(
        csv(name, HiddenFigures(threshold: 5)).joined(separator: "\n") + "\n" == Sample.csv(name))
    }
  }

  @Test func `a line kept back is blank and its column named`() {
    let line = HiddenFigures.Line(
      school: 6_602_001, run: "local", year: Sample.year, name: "lump_sum")
    let rows = csv("factors.csv", HiddenFigures(threshold: 5, lines: [line]))
    #expect(rows[0] == "school,run,year,kind,factor,amount,hidden")
    #expect(rows[1] == "6602001,local,2024-25,factor,basic,400000.00,")
    #expect(rows[2] == "6602001,local,2024-25,factor,lump_sum,,amount")
    #expect(csv("shares.csv", HiddenFigures(threshold: 5, lines: [line]))[0].hasSuffix("modelled"))
  }

  @Test func `a school kept back shows who it is and no figure, in every table`() {
    let hidden = HiddenFigures(
      threshold: 5, schools: [6_817_001, 6_812_001],
      groups: [HiddenFigures.Group(authority: 681, sector: nil)],
      groupsWithHidden: [HiddenFigures.Group(authority: nil, sector: nil)])
    #expect(
      csv("shares.csv", hidden)[5]
        == "6812001,\"'=Bay \"\"A\"\"\",681,Cardiff,primary,local,2024-25,,,,,cardiff,fitted,false,pupils share per_pupil fte"
    )
    // Nobody on roll: per pupil it is blank anyway, and not said to be kept back.
    #expect(csv("shares.csv", hidden)[7].hasSuffix("false,pupils share fte"))
    #expect(
      csv("comparison.csv", hidden)[3].hasSuffix(
        ",,local,national,,,,,,false,pupils baseline_share run_share change change_per_pupil change_pct"
      ))
    #expect(
      csv("authorities.csv", hidden)[3].hasPrefix("681,Cardiff,local,2024-25,2,,,,,"))
    #expect(csv("authorities.csv", hidden)[3].hasSuffix(",pupils isb isb_per_pupil"))
    #expect(
      csv("authorities.csv", hidden)[5].hasPrefix(
        "wales,All schools given,local,2024-25,4,450,2450100.49"))
    #expect(
      csv("winners.csv", hidden)[1]
        == "all,national,2024-25,3,1,1,1,,,,,gain loss largest_gain largest_loss")
    #expect(
      csv("winners.csv", hidden)[2].hasPrefix("sector=primary,national,2024-25,2,1,0,1,10000.02"))
  }

  @Test func `gains of a group with a school kept back tell nothing of it`() {
    let hidden = HiddenFigures(
      threshold: 5, schools: [6_812_001],
      groups: [
        HiddenFigures.Group(authority: 681, sector: nil),
        HiddenFigures.Group(authority: 681, sector: "primary"),
      ],
      groupsWithHidden: [
        HiddenFigures.Group(authority: nil, sector: nil),
        HiddenFigures.Group(authority: 681, sector: nil),
        HiddenFigures.Group(authority: nil, sector: "primary"),
        HiddenFigures.Group(authority: 681, sector: "primary"),
      ])
    let rows = csv("gains.csv", hidden)
    // The bay school is in all, in 681, among the primary schools, and alone in its band of size.
    #expect(
      rows[1]
        == "all,all,national,2024-25,local,3,450,1,1,1,,,,,,-89999.98,-200.00,,,,,pupils_winning pupils_losing pupils_unchanged gain loss largest_gain largest_gain_school largest_loss largest_loss_school"
    )
    // What all gain less what all lose, £10,000.02 − £100,000.00, is the difference of two totals.
    #expect(rows[2].hasPrefix("authority,660,national,2024-25,local,2,400,0,1,1,0,300,100,0.00,"))
    #expect(rows[3].hasPrefix("authority,681,national,2024-25,local,1,,1,0,0,,,,,,,,,,,"))
    #expect(rows[6].hasPrefix("size,50..99,national,2024-25,local,1,,,,,,,,,,,,,,,,"))
    #expect(rows[7].hasPrefix("size,100..199,national,2024-25,local,1,100,0,0,1,0,0,100,0.00,"))
    // Where the sum itself is kept back, so are its pupils.
    let sums = csv(
      "gains.csv",
      HiddenFigures(
        threshold: 5, schools: [6_812_001],
        groups: [HiddenFigures.Group(authority: 681, sector: nil)]))
    #expect(sums[3].hasPrefix("authority,681,national,2024-25,local,1,,1,0,0,,,,,,,,,,,"))
  }

  @Test func `the cost of parity is kept back with a school that it would tell of`() {
    let sector = HiddenFigures.Group(authority: nil, sector: "secondary")
    let wales = HiddenFigures.Group(authority: nil, sector: nil)
    let telling = csv(
      "parity.csv",
      HiddenFigures(threshold: 5, schools: [6_604_001], groupsWithHidden: [sector, wales]))
    // Published budgets are published.
    #expect(
      telling[1] == "secondary,published,2024-25,6390.00,174,136,78.16,130000,500.00,65000000.50,")
    #expect(telling[2] == "all,local,2024-25,6390.00,0,0,,,,,pupils_below cost")
    let benchmark = HiddenFigures.PartSum(
      group: wales, run: "local", year: Sample.year, part: .below(Money(pounds: 6390)))
    let told = csv(
      "parity.csv",
      HiddenFigures(
        threshold: 5, schools: [6_604_001], groupsWithHidden: [wales], partSums: [benchmark]))
    #expect(told[2] == "all,local,2024-25,6390.00,0,0,,0,,0.00")
    let summed = csv(
      "parity.csv", HiddenFigures(threshold: 5, schools: [6_604_001], groups: [wales]))
    #expect(summed[2] == "all,local,2024-25,6390.00,0,,,,,,below pupils_below cost")
  }

  @Test func `the cost of protection is kept back with a line or school that it would tell of`() {
    let table = Table(
      name: "protection-authorities",
      columns: [
        TableColumn("authority", .texts(["660", "660", "681"])),
        TableColumn("sector", .texts(["all", "all", "all"])),
        TableColumn("run", .texts(["local", "local", "local"])),
        TableColumn("year", .texts(["2024-25", "2024-25", "2024-25"])),
        TableColumn("line", .texts(["floor", "cap", "floor"])),
        TableColumn("schools", .wholes([2, 1, 1])),
        TableColumn("amount", .moneys([Money(pounds: 3), Money(pounds: -1), Money(pounds: 2)])),
        TableColumn("without_baseline", .wholes([0, 0, 0])),
      ], members: [[1, 2], [1, 2], [3]])
    func shown(_ hidden: HiddenFigures) -> [String] {
      let kept = Disclosure(hidden, .asked).hiding(table)
      return (0..<3).map { kept.column("amount")?.cells.text(at: $0) ?? "?" }
    }
    #expect(shown(HiddenFigures(threshold: 5, schools: [2])) == ["", "", "2.00"])
    let line = HiddenFigures.Line(school: 1, run: "local", year: Sample.year, name: "floor")
    #expect(shown(HiddenFigures(threshold: 5, lines: [line])) == ["", "-1.00", "2.00"])
  }

  private func hiding(_ columns: [TableColumn], _ hidden: HiddenFigures) -> [[String]] {
    let table = Disclosure(hidden, .asked).hiding(Table(name: "some", columns: columns))
    return (0..<table.rowCount).map { row in table.columns.map { $0.cells.text(at: row) } }
  }

  @Test func `points of a sweep keep back what tells of schools where Wales has one kept back`() {
    let columns = [
      TableColumn("point", .wholes([1])), TableColumn("run", .texts(["national"])),
      TableColumn("total", .moneys([Sample.pence(500)])), TableColumn("winners", .wholes([3])),
      TableColumn("gain", .moneys([Sample.pence(4)])),
      TableColumn("largest_gain", .moneys([Sample.pence(2)])),
      TableColumn("gini", .decimals([.one])), TableColumn("below_6390", .wholes([7])),
    ]
    let wales = HiddenFigures(
      threshold: 5, schools: [6_602_001],
      groupsWithHidden: [HiddenFigures.Group(authority: nil, sector: nil)])
    #expect(
      hiding(columns, wales) == [
        [
          "1", "national", "5.00", "", "", "", "", "",
          "winners gain largest_gain gini below_6390",
        ]
      ])
  }

  @Test func `who is whose twin is kept back where a line of either is`() {
    func columns(meals: Rational?) -> [TableColumn] {
      [
        TableColumn("pair", .wholes([1])), TableColumn("run", .texts(["local"])),
        TableColumn("school", .wholes([6_602_001])), TableColumn("fsm_pct", .percents([meals])),
        TableColumn("twin", .wholes([6_812_001])), TableColumn("twin_fsm_pct", .percents([meals])),
        TableColumn("gap", .moneys([Sample.pence(700)])),
        TableColumn("fsm_source", .texts([meals.map { _ in "pupils" }])),
      ]
    }
    let line = HiddenFigures.Line(
      school: 6_812_001, run: "local", year: Sample.year, name: "meals")
    let other = HiddenFigures.Line(
      school: 6_604_001, run: "local", year: Sample.year, name: "meals")
    #expect(
      hiding(columns(meals: .one), HiddenFigures(threshold: 5, lines: [line])) == [
        ["1", "local", "", "", "", "", "", "", "school fsm_pct twin twin_fsm_pct gap fsm_source"]
      ])
    #expect(
      hiding(columns(meals: .one), HiddenFigures(threshold: 5, lines: [other])) == [
        ["1", "local", "6602001", "", "6812001", "", "7.00", "pupils", "fsm_pct twin_fsm_pct"]
      ])
    #expect(
      hiding(columns(meals: nil), HiddenFigures(threshold: 5, lines: [line])) == [
        ["1", "local", "6602001", "", "6812001", "", "7.00", ""]
      ])
  }

  @Test func `what protection comes to is kept back where it is one school's`() {
    func columns(_ extra: TableColumn) -> [TableColumn] {
      [
        TableColumn("run", .texts(["local", "national"])),
        TableColumn("year", .texts(["2024-25", "2024-25"])),
        TableColumn("line", .texts(["floor", "floor"])),
        TableColumn("amount", .moneys([Sample.pence(100), Sample.pence(200)])), extra,
      ]
    }
    let hidden = HiddenFigures(
      threshold: 5, schools: [6_602_001],
      adjustments: [HiddenFigures.AdjustmentTotal(run: "local", year: Sample.year, name: "floor")])
    #expect(
      hiding(columns(TableColumn("without_baseline", .wholes([0, 0]))), hidden) == [
        ["local", "2024-25", "floor", "", "0", "amount"],
        ["national", "2024-25", "floor", "2.00", "0", ""],
      ])
  }

  @Test func `an adjustment that acts last is kept back where a line of its run is`() {
    let columns = [
      TableColumn("school", .wholes([6_602_001, 6_604_001])),
      TableColumn("run", .texts(["local", "local"])),
      TableColumn("last_year", .texts(["2024-25", "2024-25"])),
      TableColumn("last_amount", .moneys([Sample.pence(100), Sample.pence(200)])),
    ]
    let line = HiddenFigures.Line(
      school: 6_602_001, run: "local", year: Sample.year, name: "meals")
    #expect(
      hiding(columns, HiddenFigures(threshold: 5, lines: [line])) == [
        ["6602001", "local", "2024-25", "", "last_amount"],
        ["6604001", "local", "2024-25", "2.00", ""],
      ])
  }

  @Test func `what is said of it is said in both languages`() {
    let hidden = HiddenFigures(threshold: 7, schools: [6_602_001])
    let said = Disclosure(hidden, .published).sentences
    #expect(said.count == 3 && said[2].english.contains("--suppress 0"))
    #expect(said[0].english.contains("1 to 6 pupils") && said[0].welsh.contains("1 i 6"))
    #expect(Disclosure(.modelledPupils).sentences.count == 1)
    #expect(Disclosure().sentences.isEmpty)
    #expect(
      Disclosure(hidden, .asked).text(of: Word.data.text, language: .english)
        .split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `the rule names one pupil where that is all it hides`() {
    #expect(DisclosureWords.rule(2).english.hasPrefix("Figures that rest on 1 pupil are kept"))
    #expect(DisclosureWords.rule(2).welsh.contains("sy'n seiliedig ar 1 disgybl, ac"))
    #expect(DisclosureWords.rule(5).english.hasPrefix("Figures that rest on 1 to 4 pupils are"))
    #expect(DisclosureWords.rule(5).welsh.contains("ar 1 i 4 o ddisgyblion, ac"))
  }
}
