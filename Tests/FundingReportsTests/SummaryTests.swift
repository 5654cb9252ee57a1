import Foundation
import FundingModel
import Testing

@testable import FundingReports

@Suite struct SummaryTests {
  private func leftOut(_ count: Int) -> [SchoolLeftOut] {
    (0..<count).map {
      SchoolLeftOut(
        school: 6_600_001 + $0, name: "Ysgol \($0 + 1)", authority: 660, reason: .noPupils)
    }
  }

  @Test func `a summary says what was asked, on what data, and what came of it`() {
    #expect(
      Summary.text(Sample.result(), language: .english) == """
        One formula, 2024-25
        What would it move?

        Data
        ----
        Schools: 4. Pupils on roll: 450.
        Not Wales: the data has schools of 2 of the 22 local authorities. “All schools given” is these
          schools together. Totals and ranks are of them alone, and a formula made to cost the same shares
          out their money alone.
        No figure of a school or pupil was estimated.

        Totals
        ------
        Run       Year     Schools  Pupils          Total  Per pupil
        local     2024-25        4     450  £2,450,100.49  £5,444.67
        national  2024-25        3     450  £2,360,000.51  £5,244.45
        local: Formulae: published 1, fitted 1.
        national: Formula of national (illustrative).
        Published: its figures are the authority's own.
        Fitted: some rates are estimates from published budgets, not the authority's own.
        Illustrative: its figures were made up to show something.
        national: basic × 1.3333333333…, target £2,360,000.52, reached £2,360,000.51, residual -£0.01.

        Individual schools budget per pupil, by authority
        -------------------------------------------------
        Authority              local   national    Change
        Isle of Anglesey   £5,625.00  £5,375.00  -£250.00
        Cardiff            £4,002.00  £4,200.00  +£198.00
        All schools given  £5,444.67  £5,244.45  -£200.22
        Changes are the differences of the amounts shown, against local.
        Not the same schools throughout, so changes per pupil are partly due to that: schools in local 4,
          national 3.

        Winners and losers
        ------------------
        national against local, 2024-25:
        Sector   Schools  Winners  Losers  Unchanged       Gains       Losses
        All            3        1       1          1  £10,000.02  £100,000.00
        Primary        2        1       0          1  £10,000.02        £0.00

        Schools below a benchmark
        -------------------------
        136 of 174 secondary schools (78.2%) are below £6,390 per pupil by published budget.
        Benchmark: Delegated school budgets per pupil, Wales, 2024-25, as quoted by ASCL Cymru (Welsh
          Government).
        Read with care: a school's figure here is its budget share alone, without the grants devolved to it,
          per head, so a part-time pupil, such as a half-time nursery child, counts as one.
        The bulletin's delegated budget per pupil for 2024-25 is £6,390: it includes grants devolved to
          schools and divides by full-time equivalent pupils. There a part-time pupil counts as a part:
          counted so, fewer schools might lie below and parity might cost less in the sectors with such
          pupils (primary). Other sectors are not affected.

        Delegated and retained, All schools given
        -----------------------------------------
        Not given for all authorities together: only 1 of 2 authorities have data on what they keep
          centrally or devolve; their figures are in authorities.csv.

        Control totals met
        ------------------
        pupils: 450 = 450

        """)
  }

  @Test func `a Welsh summary names authorities in Welsh and puts figures after nouns`() {
    let text = Summary.text(
      Sample.result(census: Sample.census(modelled: true)), language: .welsh)
    #expect(text.hasPrefix("Un fformiwla, 2024-25\n"))
    #expect(text.contains("Ysgolion: 4. Disgyblion ar y gofrestr: 450.\n"))
    #expect(text.contains("nid ysgolion go iawn"))
    #expect(text.contains("\nYnys Môn             £5,625.00  £5,375.00  -£250.00\n"))
    #expect(text.contains("\nPob ysgol yn y data  £5,444.67"))
    #expect(
      text.contains(
        "Ysgolion uwchradd o dan £6,390 fesul disgybl yn ôl y gyllideb gyhoeddedig: 136 o 174 (78.2%)."
      )
    )
    for english in ["Schools", "Pupils", "pupil ", "Change", "Winners", "Wales,"] {
      #expect(!text.contains("\n\(english)"), "'\(english)' is English")
    }
  }

  @Test func `no line of a summary is wider than a letter`() {
    let wide = Sample.census(
      leftOut: [
        SchoolLeftOut(
          school: 6_609_999, name: String(repeating: "Ysgol Gynradd ", count: 12), authority: 671,
          reason: .noBudget)
      ],
      estimates: [
        Estimate(
          what: "year_group",
          how: BilingualText(
            en: String(repeating: "from published totals ", count: 9),
            cy: String(repeating: "o gyfansymiau cyhoeddedig ", count: 9)))
      ])
    for language in Language.allCases {
      for line in Summary.text(Sample.result(census: wide), language: language)
        .split(separator: "\n")
      {
        #expect(line.count <= 100)
      }
    }
  }

  @Test func `a table wider than a letter is printed in parts, each with its first column`() {
    let columns = (0..<12).map {
      TextTable.Column(header: "run number \($0)", isFigure: true, cells: ["£\($0)"])
    }
    let first = TextTable.Column(header: "Name", isFigure: false, cells: ["Powys"])
    let lines = TextTable(columns: [first] + columns).text().split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.filter { $0.hasPrefix("Powys") }.count == 2)
    for index in 0..<12 {
      #expect(lines.contains { $0.contains("run number \(index)") })
    }
  }

  @Test func `a column that speaks of the one before it is never printed apart from it`() {
    let first = TextTable.Column(header: "Name", isFigure: false, cells: ["Powys"])
    // The name takes 5, each pair 2 + 25 + 2 + 6: two pairs make 75, a third would make 110.
    let columns = (0..<3).flatMap { index in
      [
        TextTable.Column(
          header: "run \(index)", isFigure: true, cells: [String(repeating: "9", count: 25)]),
        TextTable.Column(
          header: "Change", isFigure: true, cells: ["+\(index)"], staysWithPrevious: true),
      ]
    }
    let headers = TextTable(columns: [first] + columns).text().split(separator: "\n")
      .filter { $0.hasPrefix("Name") }.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(headers == ["Name run 0 Change run 1 Change", "Name run 2 Change"])
  }

  @Test func `modelled schools and estimates are named as such`() {
    let census = Sample.census(
      modelled: true,
      estimates: [
        Estimate(what: "fsm", how: BilingualText(en: "from shares", cy: "o gyfrannau")),
        Estimate(what: "aln", how: BilingualText(en: "from rates", cy: "o gyfraddau")),
      ])
    // Lines are wrapped where they would be too long.
    func text(_ language: Language) -> String {
      Summary.text(Sample.result(census: census), language: language)
        .replacing("\n  ", with: " ")
    }
    #expect(text(.english).contains("they are not real schools."))
    #expect(
      text(.english).contains(
        "Estimated, not read from data: free school meals; additional learning needs. How, and from "
          + "which figures: run.json."))
    #expect(
      text(.welsh).contains(
        "heb eu darllen o ddata: prydau ysgol am ddim; anghenion dysgu ychwanegol. Sut,"))
  }

  @Test func `twenty left-out schools are named, and the rest counted`() {
    func text(_ count: Int) -> String {
      Summary.text(
        Sample.result(census: Sample.census(leftOut: leftOut(count))), language: .english)
    }
    let line = "6600020 Ysgol 20, Isle of Anglesey: no pupils in the data: not funded\n"
    #expect(text(20).contains(line))
    #expect(!text(20).contains("more: all are in run.json"))
    #expect(text(23).contains(line + "and 3 more: all are in run.json\n"))
    #expect(!text(23).contains("Ysgol 21"))
    #expect(!text(0).contains("Schools left out"))
  }

  @Test func `Wales's delegated and retained money is stated where it is known`() {
    var lines = Sample.lines
    lines[.unallocated] = Money(pence: 1)
    // 2,500,000.50 less buy-backs of 10,000 and in-and-out money of 5,000; ÷ 3,100,000.51 = 80.161…%.
    let rows = [
      Sample.budget(
        nil, "local", 2, 400, 225_000_050, lines: lines, estimated: ["retained"])
    ]
    let text = Summary.text(Sample.result(authorities: rows), language: .english)
    #expect(
      text.contains(
        "local, 2024-25: delegated £2,500,000.50 (80.65%), retained centrally £600,000.00, not yet allocated\n"
          + "  £0.01, gross £3,100,000.51. Effectively delegated, without mandatory buy-backs and in-and-out\n"
          + "  money: £2,485,000.50 (80.16%). Estimated: retained centrally.\n"))
    let none = Summary.text(
      Sample.result(authorities: [Sample.budget(nil, "local", 1, 1, 1)]), language: .english)
    #expect(none.contains("Not given: no data on what authorities keep centrally or devolve"))
  }

  @Test func `what a benchmark is goes by its amount, not by the scenario's year`() {
    // The bulletin's of 2025-26, held against shares of 2024-25, and one of somebody else's.
    let later = Benchmark(
      amount: Money(pounds: 6902), source: FundingSource(key: "x", title: "Bulletin"))
    let own = Benchmark(
      amount: Money(pounds: 6390), source: FundingSource(key: "y", title: "Our own paper"))
    let text = Summary.text(
      Sample.result(benchmark: later.amount, benchmarks: [later, own]), language: .english
    ).replacing("\n  ", with: " ")
    #expect(text.contains("Benchmark: Bulletin.\nBenchmark: Our own paper.\nRead with care: a"))
    #expect(text.contains("The bulletin's delegated budget per pupil for 2025-26 is £6,902: it"))
    #expect(text.contains("Shares of other years (2024-25) are held against it as it stands."))
    #expect(text.contains("The bulletin's delegated budget per pupil for 2024-25 is £6,390: it"))
    #expect(text.split(separator: "Read with care").count == 2)
  }

  @Test func `pupils who are all full time need no word on how they are counted`() throws {
    let full = PupilTable(
      columns: [Column(field: StandardFields.pupil[1], values: [.number(.one)])],
      starts: [0, 1, 2, 3, 3], pupils: [0, 0, 0], counts: [100, 300, 50])
    let census = Census(schools: Sample.census().schools, pupils: full)
    let caveats = BenchmarkSentences.caveats(of: Sample.result(census: census))
    try #require(!caveats.isEmpty)
    for sentence in caveats {
      #expect(!sentence.english.contains("half") && !sentence.welsh.contains("hanner"))
    }
  }

  @Test func `a benchmark that is not the bulletin's has no caveat of the bulletin's`() {
    let own = Benchmark(
      amount: Money(pounds: 7000), source: FundingSource(key: "x", title: "Our own paper"))
    let text = Summary.text(
      Sample.result(benchmark: own.amount, benchmarks: [own]), language: .english)
    #expect(text.contains("are below £7,000 per pupil by published budget."))
    #expect(text.contains("Benchmark: Our own paper.\n"))
    #expect(text.contains("Read with care: a school's figure here is its budget share alone"))
    #expect(!text.contains("bulletin"))
  }

  @Test func `the summary as JSON holds the same figures`() throws {
    let data = Data(Summary.json(Sample.result()).rendered().utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let authorities = try #require(json["authorities"] as? [[String: Any]])
    #expect(
      authorities.map { $0["authority"] as? String ?? "" }
        == ["660", "660", "681", "681", "wales", "wales"])
    #expect(authorities[0]["isb_per_pupil"] as? Double == 5625)
    #expect(authorities[0]["delegation_rate"] as? Double == 80.65)
    #expect(authorities[1]["delegated"] is NSNull)
    let parity = try #require(json["parity"] as? [[String: Any]])
    #expect(parity[0]["below"] as? Int == 136)
    #expect(parity[0]["below_pct"] as? Double == 78.16)
    #expect(json["digest"] as? String == RunRecord.digest(of: Sample.result()))
  }
}
