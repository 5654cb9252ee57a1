import Foundation
import Testing

/// Costs against shares, from outside, on three schools that a hand can cost.
@Suite struct AdequacyRunTests {
  private static let assumptions = Binary.root.appending(
    path: "scenarios/data/staffing/adequacy.yaml"
  ).path

  /// 60 infants, 270 in year 9, and a special school of 10.
  func folder(run: String = "flat", year: String = "2024-25") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "schools.csv",
      """
      school,name,authority,sector,pupils
      6722001,Ysgol Un,672,primary,60
      6724001,School Two,672,secondary,270
      6727001,School Three,672,special,10

      """)
    try folder.write(
      "counts.csv",
      """
      school,year_group,aln,count
      6722001,1,none,60
      6724001,9,none,270
      6727001,5,statemented,10

      """)
    try FlatFormula.write(to: folder, each: "pupil", run: run, year: year)
    return folder
  }

  private func adequacy(_ folder: TemporaryFolder, _ more: String...) throws -> Binary.Outcome {
    try Binary.run(
      ["adequacy", "small.yaml", "--assumptions", Self.assumptions] + more, in: folder.url)
  }

  /// The rates are those of the project's file; a teacher costs £63,481.07912965 in 2024-25.
  ///
  /// Primary: 60 ÷ 30 = 2 classes ÷ 0.9 = 2.2222… teachers, £141,069.06; cover 2%, £2,821.38;
  /// leadership 1 + 60 ÷ 400 = 1.15 × £95,849.518694475 = £110,226.95; assistants 2 × £27,000;
  /// office £25,000 + £5,400; premises £25,000 + £15,600; learning £7,200; services £9,000:
  /// £395,317.39 … the sum below. Secondary: 270 ÷ 27 × 1.1 ÷ 0.78 = 14.1025641 teachers,
  /// £895,245.99; cover £17,904.92; leadership 1 + 270 ÷ 250 = 2.08 × £112,033.7384768875 =
  /// £233,030.18; support £135,000; office £114,300; premises £239,100; learning £54,000; services
  /// £40,500.
  private static let primary =
    141_069_06 + 2_821_38 + 110_226_95 + 54_000_00 + 30_400_00
    + 40_600_00 + 7_200_00 + 9_000_00
  private static let secondary =
    895_245_99 + 17_904_92 + 233_030_18 + 135_000_00 + 114_300_00
    + 239_100_00 + 54_000_00 + 40_500_00

  @Test func `costs, gaps and their sums are those that a hand works out`() throws {
    let folder = try folder()
    let outcome = try adequacy(folder, "--out", "o")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let schools = try ResultTable(folder.url.appending(path: "o/adequacy.csv"))
    func cell(_ column: String, _ school: String) throws -> String {
      try schools.cell(column, where: ["school": school, "run": "flat"]) ?? "no row"
    }
    #expect(pence(try cell("cost", "6722001")) == Self.primary)
    #expect(try cell("share", "6722001") == "360000.00")
    #expect(pence(try cell("gap", "6722001")) == 360_000_00 - Self.primary)
    #expect(pence(try cell("cost", "6724001")) == Self.secondary)
    #expect(pence(try cell("gap", "6724001")) == 1_620_000_00 - Self.secondary)
    let summary = try ResultTable(folder.url.appending(path: "o/adequacy-summary.csv"))
    let wales = ["authority": "wales", "sector": "all", "run": "flat"]
    #expect(pence(try summary.cell("cost", where: wales) ?? "") == Self.primary + Self.secondary)
    // The special school's £60,000 is in no sum, since its cost is not known.
    #expect(try summary.cell("share", where: wales) == "1980000.00")
    #expect(try summary.cell("pupils", where: wales) == "330")
    #expect(try summary.cell("left_out", where: wales) == "1")
    #expect(try summary.cell("schools_below", where: wales) == "2")
    // A school's lines add up to its cost.
    let lines = try ResultTable(folder.url.appending(path: "o/adequacy-lines.csv"))
    let amount = try lines.index("amount")
    let sum = try lines.rows(where: ["school": "6724001"]).reduce(0) { $0 + pence($1[amount]) }
    #expect(sum == Self.secondary)
    let record = try String(contentsOf: folder.url.appending(path: "o/run.json"), encoding: .utf8)
    for name in ["small.yaml", "schools.csv", "counts.csv", "flat.yaml", "adequacy.yaml"] {
      #expect(record.contains(name))
    }
  }

  @Test func `each year has its own pupils, and none beyond the assumptions has a cost`() throws {
    let folder = try folder()
    let scenario = try String(
      contentsOf: folder.url.appending(path: "small.yaml"), encoding: .utf8)
    try folder.write(
      "small.yaml", scenario + "years: {through: 2026-27, pupils: {primary: -10%}}\n")
    let outcome = try adequacy(folder, "--out", "o")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let schools = try ResultTable(folder.url.appending(path: "o/adequacy.csv"))
    func cells(_ year: String) throws -> [String] {
      try ["pupils", "share", "cost", "gap_per_pupil"].map {
        try schools.cell($0, where: ["school": "6722001", "year": year]) ?? "no row"
      }
    }
    // 60 × 0.9 = 54 and 60 × 0.81 = 48.6, so 49 pupils, at £6,000; the last award is of 2025-26.
    let second = try cells("2025-26")
    #expect(second[0] == "54" && second[1] == "324000.00")
    let gap = 324_000_00 - pence(second[2])
    #expect(abs(pence(second[3]) * 54 - gap) <= 27)
    #expect(try cells("2026-27") == ["49", "294000.00", "", ""])
    #expect(
      outcome.output.contains(
        "The assumptions reach 2025-26: what schools cost in 2026-27 is not known"))
    let lines = try ResultTable(folder.url.appending(path: "o/adequacy-lines.csv"))
    #expect(try lines.rows(where: ["year": "2026-27"]).isEmpty)
    let explained = try adequacy(folder, "--school", "6722001")
    #expect(explained.output.contains("54") && !explained.output.contains("2026-27"))
  }

  @Test func `a school that no assumption is for has no cost, never one of nought`() throws {
    let folder = try folder()
    #expect(try adequacy(folder, "--out", "o", "--quiet").status == 0)
    let schools = try ResultTable(folder.url.appending(path: "o/adequacy.csv"))
    for column in ["cost", "gap", "gap_per_pupil", "covered_pct"] {
      #expect(try schools.cell(column, where: ["school": "6727001"])?.isEmpty == true, "\(column)")
    }
    #expect(try schools.cell("share", where: ["school": "6727001"]) == "60000.00")
    let refused = try adequacy(folder, "--school", "6727001")
    #expect(refused.status == 2 && refused.errors.contains("has no cost"))
    #expect(try adequacy(folder).output.contains("for them: 1 school (special)."))
  }

  /// In 2025-26 a teacher is paid £41,927 × 1.05 × 1.055 × (5 + 7 × 1.04) ÷ 12 = £47,528.3423825 and
  /// costs × 1.2868 + 15% over £5,000 = £67,538.722335176; 2 ÷ 0.9 teachers are £150,086.05.
  @Test func `a later year has its own awards and National Insurance`() throws {
    let folder = try folder(year: "2025-26")
    #expect(try adequacy(folder, "--out", "o", "--quiet").status == 0)
    let lines = try ResultTable(folder.url.appending(path: "o/adequacy-lines.csv"))
    func amount(_ line: String) throws -> String? {
      try lines.cell("amount", where: ["school": "6722001", "line": line])
    }
    #expect(try amount("primary_teachers") == "150086.05")
    // 2 × £27,000 × 1.032.
    #expect(try amount("assistants") == "55728.00")
  }

  @Test func `an assumption is changed by its name, and the statement shows the working`() throws {
    let folder = try folder()
    let outcome = try adequacy(
      folder, "--set", "cost.class_size=25", "--school", "6724001", "--out", "o")
    #expect(outcome.status == 0, "\(outcome.errors)")
    // 270 ÷ 25 × 1.1 ÷ 0.78 = 15.2307692… teachers.
    #expect(outcome.output.contains("secondary_teachers = 15.230769… teachers"))
    #expect(outcome.output.contains("class_size = 25 pupils per class"))
    #expect(outcome.output.contains("Basic cost"))
    let welsh = try adequacy(folder, "--school", "6722001", "--language", "cy")
    #expect(welsh.output.contains("Cost sylfaenol") && welsh.output.contains("£141,069.06"))
  }

  @Test func `published budgets are held against costs too, where the schools file has them`()
    throws
  {
    let folder = try folder()
    try folder.write(
      "real.csv",
      """
      school,name,authority,sector,pupils,budget_per_pupil
      6722001,Ysgol Un,672,primary,60,7000
      6724001,School Two,672,secondary,270,
      6727001,School Three,672,special,10,20000

      """)
    #expect(try adequacy(folder, "--schools", "real.csv", "--out", "o", "--quiet").status == 0)
    let schools = try ResultTable(folder.url.appending(path: "o/adequacy.csv"))
    let published = try schools.rows(where: ["run": "published"])
    #expect(published.map { $0[0] } == ["6722001", "6727001"])
    let row = ["school": "6722001", "run": "published"]
    // 60 × £7,000.
    #expect(try schools.cell("share", where: row) == "420000.00")
    #expect(pence(try schools.cell("gap", where: row) ?? "") == 420_000_00 - Self.primary)
    let summary = try ResultTable(folder.url.appending(path: "o/adequacy-summary.csv"))
    // The secondary school has no published budget, so its cost is in no sum with one.
    let wales = ["authority": "wales", "sector": "all", "run": "published"]
    #expect(pence(try summary.cell("cost", where: wales) ?? "") == Self.primary)
  }

  @Test func `a scenario whose run is called cost is refused where it says so`() throws {
    let outcome = try adequacy(try folder(run: "cost"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("small.yaml:6:8: error: a run is called 'cost'"))
  }

  @Test func `a change of a rate that costs and local formulae both have must say whose it is`()
    throws
  {
    let folder = try folder()
    let flat = try String(contentsOfFile: folder.path("formulas/flat.yaml"), encoding: .utf8)
    try folder.write(
      "formulas/bridgend.yaml",
      flat.replacing("formula: flat", with: "formula: bridgend")
        .replacing("authority: any", with: "authority: 672")
        .replacing("rates: {each:", with: "rates: {office_pupil:")
        .replacing("amount: each", with: "amount: office_pupil"))
    let scenario = try String(contentsOfFile: folder.path("small.yaml"), encoding: .utf8)
    try folder.write(
      "small.yaml", scenario.replacing("formula: formulas/flat.yaml", with: "formula: local"))
    func figures(_ more: [String], _ out: String) throws -> (share: String?, office: String?) {
      let outcome = try Binary.run(
        ["run", "small.yaml", "--assumptions", Self.assumptions, "--quiet", "--out", out] + more,
        in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let shares = try ResultTable(folder.url.appending(path: out + "/shares.csv"))
      let costs = try ResultTable(folder.url.appending(path: out + "/adequacy.csv"))
      return (
        try shares.cell("share", where: ["school": "6722001"]),
        try costs.cell("cost", where: ["school": "6722001"])
      )
    }
    let before = try figures([], "before")
    #expect(before.share == "360000.00")
    // 60 pupils at £190 instead of £6,000.
    let run = try figures(["--set", "flat.office_pupil=£190"], "run")
    #expect(run.share == "11400.00" && run.office == before.office)
    // The office costs £100 a pupil more than £90.
    let cost = try figures(["--set", "cost.office_pupil=£190"], "cost")
    #expect(cost.share == before.share)
    #expect(pence(cost.office ?? "") - pence(before.office ?? "") == 60 * 100_00)
    let either = try Binary.run(
      [
        "run", "small.yaml", "--assumptions", Self.assumptions, "--out", "o",
        "--set", "office_pupil=£190",
      ], in: folder.url)
    #expect(either.status == 1)
    #expect(either.errors.contains("the path does not say which run it is for"))
  }

  @Test func `assumptions of one authority are refused where schools of others are`() throws {
    let folder = try folder()
    let text = try String(contentsOfFile: Self.assumptions, encoding: .utf8)
    try folder.write(
      "own/adequacy.yaml", text.replacing("\nauthority: any", with: "\nauthority: 672"))
    let arguments = ["adequacy", "small.yaml", "--assumptions", "own/adequacy.yaml", "--quiet"]
    let own = try Binary.run(arguments, in: folder.url)
    #expect(own.status == 0 && own.errors == "")
    let schools = try String(contentsOfFile: folder.path("schools.csv"), encoding: .utf8)
    try folder.write("schools.csv", schools.replacing("School Two,672", with: "School Two,681"))
    let others = try Binary.run(arguments, in: folder.url)
    #expect(others.status == 1)
    #expect(
      others.errors.contains(
        ":1: error: the assumptions are for one authority, and the schools are of others too "
          + "[formula-out-of-reach]"))
    #expect(others.errors.hasPrefix("own/adequacy.yaml:"))
    #expect(others.errors.contains("1 error in 1 file"))
  }
}
