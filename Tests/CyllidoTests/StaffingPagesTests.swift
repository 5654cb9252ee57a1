import Foundation
import Testing

/// Pages and sections on costs and staffing, on the two schools that adequacy.cases.yaml works out
/// by hand.
@Suite struct StaffingPagesTests {
  private static let assumptions = Binary.root.appending(
    path: "scenarios/data/staffing/adequacy.yaml"
  ).path
  private static let bands = Binary.root.appending(path: "scenarios/data/staffing/bands.yaml").path
  private static let madeUp = Binary.root.appending(
    path: "scenarios/data/staffing/made-up-schools.csv"
  ).path

  /// The primary of 240 heads costs £1,083,826.66, the secondary of 1,000 £5,683,440.79.
  private func folder(data: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "schools.csv",
      """
      school,name,authority,sector,pupils
      6722001,Ysgol Un,672,primary,240
      6724001,School Two,672,secondary,1000
      6727001,School Three,672,special,10

      """)
    try folder.write(
      "counts.csv",
      """
      school,year_group,fte,aln,count
      6722001,N2,0.5,none,30
      6722001,1,1,none,80
      6722001,2,1,school_action,10
      6722001,5,1,none,120
      6724001,8,1,none,540
      6724001,10,1,none,360
      6724001,12,1,none,100
      6727001,5,1,statemented,10

      """)
    try FlatFormula.write(to: folder, each: "head", data: data)
    return folder
  }

  private func text(_ path: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  /// What a hand works out of the two costs.
  ///
  /// £1,083,826.66 ÷ 240 = £4,515.944…; £5,683,440.79 ÷ 1,000 = £5,683.44079; together
  /// £6,767,267.45. At £6,000 a head the two get £1,440,000 + £6,000,000 = £7,440,000, which is
  /// 109.94% of it; £672,732.55 more, £542.53 for each of 1,240.
  private static let figures = [
    "£4,515.94", "£5,683.44", "£6,767,267.45", "£7,440,000.00", "109.9%", "£672,732.55", "£542.53",
  ]

  @Test func `a page of costs answers with the figures that a hand works out`() throws {
    let folder = try folder()
    let outcome = try Binary.run(
      ["adequacy", "small.yaml", "--assumptions", Self.assumptions, "--out", "o", "--quiet"],
      in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try text("o/adequacy.html", folder)
    for figure in Self.figures { #expect(page.contains(figure), "\(figure)") }
    #expect(
      page.contains(
        "By these assumptions the least cost of educating a child in 2024-25, on average over the "
          + "schools here, is: Primary £4,515.94; Secondary £5,683.44. These are estimates."
      ))
    #expect(
      page.contains(
        "flat: cwmpesir 109.9% (amcangyfrif) o&#39;r gost: £7,440,000.00 o gymharu â "
          + "£6,767,267.45 (amcangyfrif). Ysgolion sy&#39;n cael llai na&#39;u cost: 0 (amcangyfrif) o 2."
      ))
    #expect(page.contains("no assumption is for them: 1 school (special)."))
    // The primary's teachers, £564,276.26 ÷ 240, and the secondary's support, £500 a pupil.
    #expect(page.contains("£2,351.15") && page.contains("£500.00"))
    // The assumptions, with how far they may be trusted, and where all comes from.
    for words in [
      "0.2868 (28.68%)", "cynradd: 1.5", "Teachers&#39; Pensions", "small.yaml", "counts.csv",
      "Figures that rest on 1 to 4 pupils are kept back",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains(">[c]"))
    let json = try text("o/run.json", folder)
    #expect(json.contains("\"adequacy.html\""))
  }

  @Test func `a run takes assumptions and staffing, and its own result stays as it was`() throws {
    let folder = try folder()
    let plain = try Binary.run(["run", "small.yaml", "--out", "plain", "--quiet"], in: folder.url)
    #expect(plain.status == 0, "\(plain.errors)")
    let outcome = try Binary.run(
      [
        "run", "small.yaml", "--out", "o", "--assumptions", Self.assumptions, "--staffing",
        Self.madeUp, "--bands", Self.bands, "--set", "cost.class_size=27", "--format",
        "csv,html,xlsx",
      ], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("13 schools of ")
        && outcome.errors.contains("are not in the scenario's schools")
        && outcome.errors.contains("6702901, 6702902"))
    let (before, after) = (try text("plain/run.json", folder), try text("o/run.json", folder))
    let digest = try #require(before.firstMatch(of: /"digest": "([0-9a-f]{64})"/)?.1)
    #expect(after.contains(digest))
    #expect(
      try text("plain/shares.csv", folder) == text("o/shares.csv", folder))
    for name in [
      "adequacy.csv", "adequacy-summary.csv", "adequacy-lines.csv", "icfp.csv", "families.csv",
      "small.xlsx",
    ] {
      #expect(try folder.contents(of: "o").keys.contains(name), "\(name)")
      #expect(after.contains("\"\(name)\""), "\(name)")
    }
    #expect(after.contains("made-up-schools.csv") && after.contains("bands.yaml"))
    let report = try text("o/report.html", folder)
    for figure in Self.figures { #expect(report.contains(figure), "\(figure)") }
    // 1,300 periods against 1,200 ÷ 27 × 25 = 1,111.1: 188.9 more, 17%.
    for words in [
      "MADE UP", "WEDI&#39;U CREU", "188.9", "17.0%", "id=\"costs\"", "id=\"staffing\"",
      "made-up-schools.csv",
    ] { #expect(report.contains(words), "\(words)") }
    // A school's share is explained without what is for its cost alone.
    #expect(
      report.contains("<code>cyllido explain small.yaml --run flat --school NUMBER</code>"))
    #expect(report.contains("--set cost.class_size=27 --school NUMBER</code>"))
  }

  @Test func `a scenario names its assumptions beside itself, and one that is not there is told`()
    throws
  {
    let folder = try folder(data: ", assumptions: own/adequacy.yaml")
    try folder.write("own/adequacy.yaml", String(contentsOfFile: Self.assumptions, encoding: .utf8))
    let outcome = try Binary.run(["run", "small.yaml", "--out", "o", "--quiet"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try text("o/report.html", folder).contains("£4,515.94"))
    // The same file is found by `adequacy`, and a change reaches it.
    let changed = try Binary.run(
      ["adequacy", "small.yaml", "--set", "pay_point=£50000", "--school", "6722001"],
      in: folder.url)
    #expect(changed.status == 0, "\(changed.errors)")
    #expect(changed.output.contains("pay_point = £50,000.00"))
    // No run has such a rate, and without assumptions neither has any cost.
    let unknown = try Binary.run(
      ["run", "small.yaml", "--set", "cost.no_such=1", "--out", "p"], in: folder.url)
    #expect(unknown.status == 1 && unknown.errors.contains("no_such"))
    let missing = try self.folder(data: ", assumptions: nothing.yaml")
    let refused = try Binary.run(["run", "small.yaml", "--out", "o"], in: missing.url)
    #expect(refused.status == 2 && refused.errors.contains("nothing.yaml"))
    let checked = try Binary.run(["check", "small.yaml"], in: missing.url)
    #expect(checked.status == 2 && checked.errors.contains("nothing.yaml"))
    #expect(!FileManager.default.fileExists(atPath: missing.path("o")))
  }

  @Test func `bands without staffing are told to do nothing`() throws {
    let folder = try folder()
    let outcome = try Binary.run(
      ["run", "small.yaml", "--bands", Self.bands, "--out", "o", "--quiet"], in: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("bands are given without any staffing"))
  }

  /// Someone who knows that a plan kept by the authority costs £4,500, and reads every file.
  ///
  /// The secondary has one; the special school, which no cost is for, has three pupils.
  @Test func `with suppression nobody learns a number of pupils from costs`() throws {
    let folder = try folder()
    let counts = try text("counts.csv", folder)
      .replacing("6724001,12,1,none,100", with: "6724001,12,1,none,99\n6724001,12,1,la_idp,1")
      .replacing("6727001,5,1,statemented,10", with: "6727001,5,1,statemented,3")
    try folder.write("counts.csv", counts)
    try folder.write(
      "schools.csv",
      try text("schools.csv", folder).replacing("special,10", with: "special,3"))
    func attack(_ suppress: String) throws -> (plans: [Int], special: Int?) {
      let out = "out-\(suppress)"
      let outcome = try Binary.run(
        [
          "run", "small.yaml", "--assumptions", Self.assumptions, "--suppress", suppress, "--out",
          out, "--quiet",
        ], in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      func table(_ name: String) throws -> ResultTable {
        try ResultTable(folder.url.appending(path: "\(out)/\(name).csv"))
      }
      func number(_ text: String?) -> Int? { text.flatMap { $0.isEmpty ? nil : pence($0) } }
      var plans: [Int] = []
      let lines = try table("adequacy-lines")
      let school = ["school": "6724001"]
      if let needs = number(
        try lines.cell("amount", where: ["school": "6724001", "line": "needs"]))
      {
        plans.append(needs / 4_500_00)
      }
      // The cost less the lines that follow from the roll, which anybody can work out.
      let known = 2_984_153_29 + 508_662_49 + 560_168_69 + 69_856_32 + 500_000_00 + 180_000_00
      let fixed = 480_000_00 + 250_600_00 + 150_000_00
      let costs = try table("adequacy")
      if let cost = number(try costs.cell("cost", where: school)) {
        plans.append((cost - known - fixed) / 4_500_00)
      }
      if let share = number(try costs.cell("share", where: school)),
        let gap = number(try costs.cell("gap", where: school))
      {
        plans.append((share - gap - known - fixed) / 4_500_00)
      }
      // All of Wales less the primary, whose cost has no pupil with a plan in it.
      let wales = ["authority": "wales", "sector": "all"]
      let summary = try table("adequacy-summary")
      if let all = number(try summary.cell("cost", where: wales)),
        let primary = number(try costs.cell("cost", where: ["school": "6722001"]))
      {
        plans.append((all - primary - known - fixed) / 4_500_00)
      }
      let authorities = try table("authorities")
      let total = number(try authorities.cell("isb", where: ["authority": "wales"]))
      let covered = number(try summary.cell("share", where: wales))
      return (plans, total.flatMap { total in covered.map { total - $0 } })
    }
    let open = try attack("0")
    #expect(open.plans == [1, 1, 1, 1] && open.special == 18_000_00)
    let closed = try attack("5")
    #expect(closed.plans.isEmpty && closed.special == nil)
  }
}
