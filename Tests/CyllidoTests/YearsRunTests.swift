import Foundation
import Testing

/// The worked example of `docs/scenarios.md`, from the files to the tables: two schools, three
/// years.
@Suite struct YearsRunTests {
  static let now = """
    cyllido: 1
    formula: now
    authority: any
    year: 2024-25
    title: {en: Now, cy: Nawr}
    status: illustrative
    sources: {hand: {title: By hand}}
    rates:
      basic: {unit: £/pupil, uprate: pay, value: £4000, source: hand}
      lump: {unit: £/school, uprate: prices, value: £100000, source: hand}
    factors:
      basic_amount:
        title: {en: Basic, cy: Sylfaenol}
        purpose: basic
        regulation: pupil_numbers
        structure: assumed
        each: head
        amount: basic
      lump_sum:
        title: {en: Lump sum, cy: Cyfandaliad}
        purpose: fixed
        regulation: other
        structure: assumed
        each: school
        amount: lump

    """
  static let years = """
    years:
      through: 2026-27
      indices: {pay: {2025-26: 4%, 2026-27: 2.5%}, prices: 2%}
      pupils: {primary: -1.5%}

    """

  static func folder(
    years: String = years, first: String = ", first: now"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("now.yaml", now)
    try folder.write(
      "flat.yaml",
      now.replacing("formula: now", with: "formula: flat").replacing("£4000", with: "£5000")
        .replacing("£100000", with: "£0"))
    try folder.write(
      "schools.csv",
      "school,authority,sector,pupils\n6722001,672,primary,100\n6722002,672,primary,61\n")
    try folder.write("counts.csv", "school,year_group,count\n6722001,3,100\n6722002,3,61\n")
    try folder.write(
      "one.yaml",
      """
      cyllido: 1
      scenario: one
      title: {en: One, cy: Un}
      year: 2024-25
      data: {schools: schools.csv, pupils: counts.csv}
      runs:
        now: {formula: now.yaml}
        flat: {formula: flat.yaml, adjustments: [{floor: {change: -2%, against: previous\(first)}}]}
      compare: {baseline: now, with: [flat]}

      """ + years)
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Binary.Outcome {
    try Binary.run(["run", folder.path("one.yaml"), "--out", folder.path("out")] + more)
  }

  private func table(
    _ folder: TemporaryFolder, _ name: String, _ ending: String = "csv"
  ) throws -> String {
    try String(contentsOf: folder.url.appending(path: "out/\(name).\(ending)"), encoding: .utf8)
  }

  @Test func `the report draws every run over the years, and a rate along its sweep`() throws {
    let folder = try Self.folder(
      years: Self.years + "sweep: {now.basic: [£4000, £5000]}\n")
    let outcome = try run(folder, ["--format", "html"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try String(
      contentsOf: folder.url.appending(path: "out/report.html"), encoding: .utf8)
    #expect(page.contains("id=\"courses\""))
    // Later years are projected: parity, equity, gains, the map and the courses say so.
    let said = page.components(separatedBy: "held against them: now, 2026-27; flat, 2026-27.")
    #expect(said.count == 6, "\(said.count)")
    // (500,000 + 344,000) ÷ 161 and (517,648 + 355,616) ÷ 156; 837,120 ÷ 161 and 831,480 ÷ 156.
    #expect(
      page.contains("now: £5,242.24 to £5,597.85. flat: £5,199.50 to £5,330.00."))
    // At £4,000 the second school loses £6,880 by flat, nobody gains; at £5,000 nobody gains either.
    #expect(page.contains("flat: £0.00 to £0.00."))
  }

  @Test func `three years come to the pennies by hand, and each year to its row`() throws {
    let folder = try Self.folder()
    let outcome = try run(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let shares = try ResultTable(folder.url.appending(path: "out/shares.csv"))
    let columns = try ["school", "run", "year", "pupils", "share"].map { try shares.index($0) }
    // The arithmetic is in docs/scenarios.md.
    #expect(
      shares.rows.map { row in columns.map { row[$0] }.joined(separator: " ") } == [
        "6722001 now 2024-25 100 500000.00", "6722001 now 2025-26 99 513840.00",
        "6722001 now 2026-27 97 517648.00",
        "6722001 flat 2024-25 100 500000.00", "6722001 flat 2025-26 99 514800.00",
        "6722001 flat 2026-27 97 517010.00",
        "6722002 now 2024-25 61 344000.00", "6722002 now 2025-26 60 351600.00",
        "6722002 now 2026-27 59 355616.00",
        "6722002 flat 2024-25 61 337120.00", "6722002 flat 2025-26 60 324961.57",
        "6722002 flat 2026-27 59 314470.00",
      ])
    #expect(
      try table(folder, "protection") == """
        run,year,line,schools,amount,without_baseline
        flat,2024-25,floor,1,32120.00,0
        flat,2025-26,floor,1,12961.57,0
        flat,2026-27,floor,0,0.00,0

        """)
    #expect(
      try table(folder, "transition") == """
        school,name,authority,authority_name,sector,run,reaches,status,acting_years,last_year,last_amount
        6722001,6722001,672,Bridgend,primary,flat,2024-25,reached,0,2026-27,0.00
        6722002,6722002,672,Bridgend,primary,flat,2026-27,reached,2,2026-27,0.00

        """)
    let comparison = try ResultTable(folder.url.appending(path: "out/comparison.csv"))
    let changes = try comparison.rows(where: ["school": "6722002"])
    let (change, year) = (try comparison.index("change"), try comparison.index("year"))
    #expect(changes.map { $0[year] } == ["2024-25", "2025-26", "2026-27"])
    #expect(changes.map { $0[change] } == ["-6880.00", "-26638.43", "-41146.00"])
  }

  @Test func `the report shows the years between the first and the last`() throws {
    let folder = try Self.folder()
    let outcome = try run(folder, ["--format", "csv,html"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try table(folder, "report", "html")
    for text in [
      // Against £513,840.00 and £351,600.00: £960.00 more, £26,638.43 less.
      "Winners and losers in each year", "£26,638.43", "-£25,678.43",
      "The cost of protection in each year", "+£12,961.57",
      // £6,390 × 99 − £513,840 and £6,390 × 60 − £351,600 together.
      "The cost of parity at £6,390 in each year", "£150,570.00",
      "All schools given in each year, pounds", "£865,440.00",
      "The statements here are those of 2024-25 and 2026-27.",
      "Datganiadau 2024-25 a 2026-27 sydd yma.",
      // What was asked is in the answer: the last year's figures, the floors and the transition.
      "schools gain: flat, 2026-27", "0 of 2", "schools still moving in 2026-27: flat",
      "flat, 2024-25: Floor gives £32,120.00 (schools: 1).",
      "flat, 2026-27: Floor gives or takes nothing.",
      "1 from 2024-25, 1 from 2026-27; still moving in 2026-27: 0 of 2.",
    ] { #expect(page.contains(text), "\(text)") }
    let gains = try table(folder, "gains")
    #expect(
      gains.contains(
        "all,all,flat,2025-26,now,2,159,1,1,0,99,60,0,960.00,26638.43,-25678.43,-161.50,960.00,6722001,26638.43,6722002\n"
      ))
    // Of the year's own pupils: 61, 60 and 59 are one band, 100, 99 and 97 are two.
    for row in [
      "size,50..99,flat,2024-25,now,1,61,", "size,50..99,flat,2025-26,now,2,159,",
      "size,100..199,flat,2024-25,now,1,100,",
    ] { #expect(gains.contains("\n\(row)"), "\(row)\n\(gains)") }
    // Two years are both shown: nothing is said twice.
    let two = try Self.folder(
      years: Self.years.replacing("2026-27\n", with: "2025-26\n")
        .replacing(", 2026-27: 2.5%", with: ""))
    #expect(try run(two, ["--format", "html"]).status == 0)
    #expect(!(try table(two, "report", "html").contains("in each year")))
  }

  @Test func `the last year that is run may leave a school moving`() throws {
    let folder = try Self.folder(
      years: Self.years.replacing("2026-27\n", with: "2025-26\n")
        .replacing(", 2026-27: 2.5%", with: ""))
    #expect(try run(folder, ["--language", "cy"]).status == 0)
    #expect(
      try table(folder, "transition").contains(
        "flat,,moving,2,2025-26,12961.57"))
  }

  @Test func `the summary names every year, its indices and who is still moving`() throws {
    let folder = try Self.folder()
    // As one line: where a sentence is broken is not the question here.
    func flat(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let english = flat(try run(folder).output)
    for text in [
      "Years: 2024-25 to 2026-27.", "pay +4% to 2025-26, +2.5% to 2026-27; prices +2% a year",
      "Pupils: Primary -1.5% a year;",
      "1 from 2024-25, 1 from 2026-27; still moving in 2026-27: 0 of 2.",
      "flat 2025-26 Floor 1 +£12,961.57",
    ] { #expect(english.contains(text), "\(text)\n\(english)") }
    let welsh = flat(try run(folder, ["--language", "cy"]).output)
    for text in [
      "Blynyddoedd: 2024-25 i 2026-27.", "prices +2% y flwyddyn", "Cynradd -1.5% y flwyddyn",
      "1 o 2024-25, 1 o 2026-27; yn dal i symud yn 2026-27: 0 o 2.",
    ] { #expect(welsh.contains(text), "\(text)\n\(welsh)") }
    let record = try String(
      contentsOf: folder.url.appending(path: "out/run.json"), encoding: .utf8)
    for text in ["\"through\": \"2026-27\"", "\"2026-27\": 2.5", "\"group\": \"sector=primary\""] {
      #expect(record.contains(text), "\(text)")
    }
  }

  @Test func `a statement of a later year shows what was held against and what moved`() throws {
    let folder = try Self.folder()
    let outcome = try Binary.run([
      "explain", folder.path("one.yaml"), "--school", "6722002", "--run", "flat", "--year",
      "2025-26",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    for text in [
      "Baseline share (last year)", "£337,120.00", "£324,961.57",
      "Moved from 2024-25 to 2025-26 by the index pay, × 1.04: basic.",
      "basic = £5,200.00 per pupil (in the file: £5,000.00 per pupil)",
    ] { #expect(outcome.output.contains(text), "\(text)\n\(outcome.output)") }
    let json = try Binary.run([
      "explain", folder.path("one.yaml"), "--school", "6722002", "--run", "flat", "--year",
      "2025-26", "--json",
    ]).output
    #expect(json.contains("\"factor\": 1.04"), "\(json)")
    let first = try Binary.run([
      "explain", folder.path("one.yaml"), "--school", "6722002", "--run", "flat",
    ])
    #expect(first.output.contains("Baseline share (now)"), "\(first.output)")
    #expect(!first.output.contains("Moved from"))
    let wrong = try Binary.run([
      "explain", folder.path("one.yaml"), "--school", "6722002", "--year", "2027-28",
    ])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("its years are 2024-25, 2025-26, 2026-27"), "\(wrong.errors)")
  }

  @Test func `last year without columns and without a first run offers both`() throws {
    let folder = try Self.folder(first: "")
    let outcome = try run(folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("have no column 'previous_share'"), "\(outcome.errors)")
    #expect(outcome.errors.contains("'first: RUN'"), "\(outcome.errors)")
  }

  @Test func `an index that no rate names is a warning, and moves nothing`() throws {
    func shares(_ indices: String) throws -> (errors: String, shares: String) {
      let folder = try Self.folder(years: "years: {through: 2025-26, indices: {\(indices)}}\n")
      let outcome = try run(folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return (outcome.errors, try table(folder, "shares"))
    }
    let with = try shares("pay: 2%, prices: 1%, energy: 30%")
    let without = try shares("pay: 2%, prices: 1%")
    #expect(with.errors.contains("warning: the index 'energy' moves no rate of any run"))
    #expect(!without.errors.contains("moves no rate"))
    #expect(with.shares == without.shares)
  }

  @Test func `an index that is missing or moves nothing is told with what to write`() throws {
    let folder = try Self.folder(
      years: "years: {through: 2025-26, indices: {pay: 2%, prics: 1%}}\n")
    let outcome = try run(folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "the scenario has no index 'prices', and rate 'lump' of formula 'now' in run 'now' goes by "
          + "it (and 1 more rate of 2 formulae) [no-index]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("write indices: {prices: 0%}"))
    #expect(outcome.errors.contains("the index 'prics' moves no rate of any run [unused-index]"))
    #expect(outcome.errors.contains("did you mean 'prices'?"))
  }
}
