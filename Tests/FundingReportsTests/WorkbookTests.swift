import FundingModel
import FundingTestSupport
import Testing

@testable import FundingReports

@Suite struct WorkbookTests {
  private func unzipped(
    _ result: ScenarioResult = Sample.result(), _ language: Language = .english,
    disclosure: Disclosure = Disclosure(), rowLimit: Int = TableSheet.rowLimit
  ) throws -> Unzipped {
    try Unzipped(
      Workbook(
        of: result, language: language, version: "9.9", disclosure: disclosure,
        rowLimit: rowLimit
      ).file().bytes)
  }

  @Test func `the checksum is that of the specification`() {
    // The check value of this polynomial, as catalogues of checksums give it.
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
  }

  @Test func `what is compressed comes back, whatever it is`() throws {
    var random = SplitMix64(seed: 3)
    var inputs: [[UInt8]] = [
      [], [0], Array("abc".utf8), [UInt8](repeating: 7, count: 1000), Array(UInt8.min...UInt8.max),
    ]
    for _ in 0..<20 {
      let letters = Int(random.next() % 5) + 1
      inputs.append(
        (0..<Int(random.next() % 3000)).map { _ in UInt8(random.next() % UInt64(letters)) })
    }
    // Further back than a repeat may reach.
    let block = (0..<500).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    inputs.append(block + (0..<33_000).map { UInt8($0 % 251) } + block)
    for input in inputs {
      #expect(try Unzipped.inflated(Deflate.bytes(of: input)) == input)
    }
    #expect(Deflate.bytes(of: [UInt8](repeating: 65, count: 10_000)).count < 100)
  }

  @Test func `a workbook has a sheet of words and one for each table, and sums that agree`() throws
  {
    let book = try unzipped()
    #expect(book.names.first == "[Content_Types].xml")
    #expect(book.names.filter { $0.hasPrefix("xl/worksheets/") }.count == 11)
    for name in book.names {
      #expect(book.sums[name] == CRC32.of(book.parts[name] ?? []))
      #expect(
        book.text("[Content_Types].xml").contains("/\(name)") || !name.hasPrefix("xl/w")
          || name.hasSuffix(".rels"))
    }
    let names = ["About", "Budget shares", "Factors", "Comparison", "Authorities", "Sectors"]
    for name in names { #expect(book.text("xl/workbook.xml").contains("<sheet name=\"\(name)\"")) }
  }

  @Test func `cells hold exact digits, numbers of schools too, and blanks are no cells`() throws {
    let shares = try unzipped().text("xl/worksheets/sheet2.xml")
    let money = CellStyle.money.rawValue
    #expect(
      shares.contains("<c r=\"A3\" s=\"\(CellStyle.number.rawValue)\"><v>6602001</v></c>"))
    #expect(shares.contains("<c r=\"I3\" s=\"\(money)\"><v>450000.50</v></c>"))
    #expect(shares.contains("<c r=\"K3\" s=\"\(CellStyle.decimal.rawValue)\"><v>99.5</v></c>"))
    // Row 9 is the school without pupils: nothing per pupil.
    #expect(shares.contains("r=\"I9\"") && !shares.contains("r=\"J9\""))
    #expect(shares.contains("state=\"frozen\"") && shares.contains("<autoFilter ref=\"A2:N9\"/>"))
    let factors = try unzipped().text("xl/worksheets/sheet3.xml")
    #expect(factors.contains("<c r=\"F3\" s=\"\(money)\"><v>400000.00</v></c>"))
    // A line of Cardiff's, whose formula is fitted.
    let estimate = CellStyle.estimatedMoney.rawValue
    #expect(factors.contains("<c r=\"F10\" s=\"\(estimate)\"><v>-0.01</v></c>"))
  }

  @Test func `no text is ever a formula, and none breaks the file`() throws {
    let names = ["=1+1", "<b>&\"x\"", "@cmd \u{7}", "  _x0041_\u{FFFE}"]
    let book = try unzipped(Sample.result(census: Sample.census(names: names)))
    let texts = book.text("xl/sharedStrings.xml")
    #expect(texts.contains("<si><t>=1+1</t></si>"))
    #expect(texts.contains("<t>&lt;b&gt;&amp;&quot;x&quot;</t>"))
    #expect(texts.contains("<t>@cmd _x0007_</t>"))
    #expect(texts.contains("<t xml:space=\"preserve\">  _x005F_x0041__xFFFE_</t>"))
    for name in book.names { #expect(!book.text(name).contains("<f>")) }
  }

  @Test func `estimates are marked cell by cell`() throws {
    let book = try unzipped()
    let style = CellStyle.estimatedMoney.rawValue
    // 660's devolved and retained are estimates, its budget is not; Cardiff's formula is fitted.
    let authorities = book.text("xl/worksheets/sheet5.xml")
    #expect(authorities.contains("<c r=\"I3\" s=\"\(style)\"><v>250000.00</v></c>"))
    #expect(authorities.contains("<c r=\"G3\" s=\"\(CellStyle.money.rawValue)\">"))
    let shares = book.text("xl/worksheets/sheet2.xml")
    #expect(shares.contains("<c r=\"I7\" s=\"\(style)\"><v>199999.99</v></c>"))
  }

  /// The marks of a table's columns in one row: `E` for an estimate, `–` for none.
  private func marks(_ name: String, _ row: Int, _ result: ScenarioResult) throws -> String {
    let tables = ResultTables.all(of: result, language: .english)
    let table = try #require(tables.first { $0.name == name })
    let marks = TableMarks(of: table, estimates: EstimatedFigures(of: result))
    return table.columns.indices.map { marks.mark(row: row, column: $0) == nil ? "–" : "E" }
      .joined()
  }

  @Test func `what is made from an estimate is marked as one`() throws {
    let result = Sample.result()
    // `local` of Cardiff (the third and fourth school) is fitted; 660's formula and `national` are not.
    // Comparison: …, baseline_share, run_share, change, change_per_pupil, change_pct, modelled.
    #expect(try marks("comparison", 0, result) == "–––––––––––––––")
    #expect(try marks("comparison", 2, result) == "–––––––––E–EEE–")
    // Factors: school, run, year, kind, factor, amount; the third school's first line is row 6.
    #expect(try marks("factors", 0, result) == "––––––")
    #expect(try marks("factors", 6, result) == "–––––E")
    // Winners of all schools and of primary schools count Cardiff's; those of 660 don't.
    #expect(try marks("winners", 0, result) == "––––EEEEEEE")
    #expect(try marks("winners", 1, result) == "––––EEEEEEE")
    #expect(try marks("winners", 2, result) == "–––––––––––")
    // Authorities, 660 `local`: devolved and retained are estimates, so all but the shares are.
    // authority, name, run, year, schools, pupils, isb, isb_pp | devolved … delegation_rate |
    // buy-back, in-and-out | effective, effective rate | pupil-led, estimated.
    #expect(try marks("authorities", 0, result) == "––––––––" + "EEEEEEEE" + "––" + "EE" + "–––")
    #expect(try marks("authorities", 1, result) == String(repeating: "–", count: 23))
    // Published budgets are none; `local` of all schools is.
    #expect(try marks("parity", 0, result) == "––––––––––")
    #expect(try marks("parity", 1, result) == "–––––EEEEE")
  }

  @Test func `with modelled pupils every run is an estimate, and with modelled schools all is`()
    throws
  {
    let notes = [Estimate(what: "fte", how: BilingualText(en: "by hand", cy: "â llaw"))]
    let pupils = Sample.result(census: Sample.census(estimates: notes))
    #expect(try marks("comparison", 0, pupils) == "–––––––––EEEEE–")
    // … pupils, share, per_pupil, fte, formula, status, modelled.
    #expect(try marks("shares", 0, pupils) == "––––––––EEE–––")
    #expect(try marks("parity", 0, pupils) == "––––––––––")
    let schools = Sample.result(census: Sample.census(modelled: true, estimates: notes))
    #expect(try marks("shares", 0, schools) == "–––––––EEEE–––")
    #expect(try marks("parity", 0, schools) == "–––––EEEEE")
  }

  @Test func `a table of more rows than fit goes on, and the first sheet says so`() throws {
    // Eleven rows of factors, four a sheet.
    let book = try unzipped(rowLimit: 4)
    let tabs = book.text("xl/workbook.xml")
    #expect(tabs.contains("\"Factors (3)\"") && !tabs.contains("\"Factors (4)\""))
    let texts = book.text("xl/sharedStrings.xml")
    #expect(texts.contains("factors.csv, part of it: rows 3. The table has more rows"))
    let rows = book.names.filter { $0.hasPrefix("xl/worksheets/") }.map(book.text)
      .filter { $0.contains("A2:F") }.map { $0.split(separator: "<row ").count - 3 }
    #expect(rows == [4, 4, 3])
  }

  @Test func `numbers that a spreadsheet would cut are texts`() throws {
    let large = Sample.result(outcomes: Sample.outcomes(extraPenny: 1_234_567_890_123_456))
    let book = try unzipped(large)
    #expect(book.text("xl/sharedStrings.xml").contains("<t>12345679301234.56</t>"))
    #expect(!book.text("xl/worksheets/sheet3.xml").contains("<v>12345679301234.56</v>"))
  }

  @Test func `equal results give equal bytes, without a time`() throws {
    func bytes() -> [UInt8] {
      Workbook(
        of: Sample.result(), language: .welsh, version: "1", disclosure: Disclosure()
      ).file().bytes
    }
    #expect(bytes() == bytes())
  }

  @Test func `every sheet and column has a label in both languages`() throws {
    let hidden = HiddenFigures(threshold: 5, schools: [6_602_001])
    let result = Sample.result()
    let outcomes = OrderedOutcomes(of: result)
    let tables =
      (ResultTables.all(of: result, language: .english) + [
        .protection(of: result, outcomes: outcomes),
        .protectionOfAuthorities(of: result, outcomes: outcomes, language: .english),
      ]).map(Disclosure(hidden, .asked).hiding)
    for language in Language.allCases {
      let names = tables.map { ColumnWords.sheet(of: $0.name)?[language] ?? "" }
      #expect(Set(names + [AboutSheet.name[language]]).count == tables.count + 1)
      #expect(names.allSatisfy { !$0.isEmpty && $0.utf16.count <= 25 })
      #expect(names.allSatisfy { !$0.contains(where: { "[]:*?/\\".contains($0) }) })
    }
    for table in tables {
      for column in table.columns.map(\.name) {
        let label = ColumnWords.label(of: column, in: table.name)
        #expect(
          label?.english.isEmpty == false && label?.welsh.isEmpty == false,
          "\(table.name) \(column)"
        )
      }
    }
  }

  @Test func `sheets of costs and staffing have labels in both languages too`() {
    let rule = FamilyRule(
      smallest: 5, sizes: [:], languages: [:], deprivation: [], dropped: [], source: "x")
    let target = StaffingTarget(value: .one, source: nil, isEstimate: false)
    let staffing = StaffingResult(
      bands: StaffingBands(
        contactRatio: target, pupilsPerClass: target, bands: [], families: rule, sources: []),
      schools: [], families: [])
    let adequacy = Adequacy(
      census: Sample.census(), assumptions: Sample.formula("cost", .any, .illustrative), costs: [],
      rows: [], groups: [])
    let tables =
      ResultTables.all(of: Sample.result(), language: .english)
      + AdequacyTables.all(of: adequacy, language: .english)
      + StaffingTables.all(of: staffing, language: .english)
    for language in Language.allCases {
      let names = tables.map { ColumnWords.sheet(of: $0.name)?[language] ?? "" }
      #expect(Set(names).count == tables.count)
      #expect(names.allSatisfy { !$0.isEmpty && $0.utf16.count <= 25 })
    }
    for table in tables {
      for column in table.columns.map(\.name) {
        let label = ColumnWords.label(of: column, in: table.name)
        #expect(
          label?.english.isEmpty == false && label?.welsh.isEmpty == false,
          "\(table.name) \(column)"
        )
      }
    }
  }

  @Test func `the tables of points, years and twins have labels too`() {
    let columns =
      "point draw draws multiplier total gini coefficient_of_variation mean standard_deviation p5 p50 "
      + "standard_error p95 pair language fsm_pct twin twin_name twin_authority twin_authority_name "
      + "twin_pupils twin_fsm_pct twin_per_pupil gap fsm_source line without_baseline reaches acting_years "
      + "last_year last_amount"
    for column in columns.split(separator: " ").map(String.init) {
      #expect(ColumnWords.label(of: column) != nil, "\(column)")
    }
    #expect(
      ColumnWords.label(of: "below_6390")
        == BilingualText(en: "Schools below £6,390", cy: "Ysgolion o dan £6,390"))
    #expect(ColumnWords.label(of: "below_nought") == nil)
    #expect(ColumnWords.label(of: "national.deprivation.fsm") == nil)
    #expect(
      ColumnWords.label(of: "status", in: "transition")?.english == "Where it stands at the end")
    #expect(ColumnWords.label(of: "status", in: "shares")?.english == "Status of the formula")
    for table in ["sweep", "draws", "uncertainty", "protection", "transition", "twins"] {
      #expect((ColumnWords.sheet(of: table)?.welsh.utf16.count ?? 99) <= 25, "\(table)")
    }
  }

  @Test func `what is kept back shows its sign, its column and no digest`() throws {
    let hidden = HiddenFigures(
      threshold: 5,
      lines: [
        HiddenFigures.Line(school: 6_602_001, run: "local", year: Sample.year, name: "lump_sum")
      ], schools: [6_817_001])
    let book = try unzipped(disclosure: Disclosure(hidden, .published))
    let texts = book.text("xl/sharedStrings.xml")
    #expect(texts.contains("<t>[c]</t>"))
    #expect(texts.contains("Figures that rest on 1 to 4 pupils are kept back"))
    #expect(!texts.contains(RunRecord.digest(of: Sample.result())))
    let factors = book.text("xl/worksheets/sheet3.xml")
    // Row 4 is that line, of £50,000.50; row 3 is another of the same school.
    #expect(!factors.contains("<v>50000.50</v>") && factors.contains("<v>400000.00</v>"))
    #expect(factors.contains("<c r=\"F4\" s=\"\(CellStyle.hidden.rawValue)\" t=\"s\">"))
  }
}
