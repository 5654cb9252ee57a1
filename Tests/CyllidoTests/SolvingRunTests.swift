import Foundation
import Testing

/// Money moved, groups and searches, from the files to the tables: two schools, by hand.
@Suite struct SolvingRunTests {
  private static let scenario = """
    cyllido: 1
    scenario: one
    title: {en: One, cy: Un}
    year: 2024-25
    data: {schools: schools.csv, pupils: counts.csv, authorities: lines.csv}
    runs:
      now: {formula: now.yaml}
      moved:
        formula: now.yaml
        lines: {retained.transport: -£16100, buyback.mandatory: 0%}
        solve: {total: {run: now, plus: moved}, by: basic}
      even:
        formula: now.yaml
        solve: {total: now, by: [basic, lump], minimise: gini, bounds: {basic: 0.5..2, lump: 0.4..2}}

    """

  private static func folder(_ scenario: String = scenario) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("now.yaml", YearsRunTests.now)
    try folder.write(
      "schools.csv",
      "school,authority,sector,pupils\n6722001,672,primary,100\n6722002,672,primary,61\n")
    try folder.write("counts.csv", "school,year_group,count\n6722001,3,100\n6722002,3,61\n")
    try folder.write(
      "lines.csv",
      """
      authority,year,line,amount,status,source
      672,2024-25,retained.transport,100000.00,published,s
      672,2024-25,retained.all,56000.00,published,s
      672,2024-25,devolved.grant,10000.00,published,s
      672,2024-25,buyback.mandatory.payroll,500.00,published,s

      """)
    try folder.write("one.yaml", scenario)
    return folder
  }

  /// As one line: where a sentence is broken is not the question here.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func run(_ folder: TemporaryFolder) throws -> Binary.Outcome {
    try Binary.run(["run", folder.path("one.yaml"), "--out", folder.path("out")])
  }

  private func table(_ folder: TemporaryFolder, _ name: String) throws -> ResultTable {
    try ResultTable(folder.url.appending(path: "out/\(name).csv"))
  }

  @Test func `what comes off retained lines is in the shares, and gross is the same`() throws {
    let folder = try Self.folder()
    let outcome = try run(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // 161 × £4,000 + 2 × £100,000 = £844,000; £16,100 more are £100 a pupil: × 1.025.
    let budgets = try table(folder, "authorities")
    for (column, now, moved) in [
      ("isb", "844000.00", "860100.00"), ("retained", "156000.00", "139900.00"),
      ("gross", "1010000.00", "1010000.00"), ("mandatory_buyback", "500.00", "0.00"),
    ] {
      for (run, expected) in [("now", now), ("moved", moved)] {
        let cell = try budgets.cell(column, where: ["authority": "wales", "run": run])
        #expect(cell == expected, "\(column) of \(run)")
      }
    }
    let shares = try table(folder, "shares")
    #expect(try shares.cell("share", where: ["school": "6722001", "run": "moved"]) == "510000.00")
    #expect(try shares.cell("share", where: ["school": "6722002", "run": "moved"]) == "350100.00")
    let words = Self.flat(outcome.output)
    #expect(
      words.contains(
        "moved: authorities' lines changed: retained.transport=-£16100: £100,000.00 → £83,900.00; "
          + "buyback.mandatory=0%: £500.00 → £0.00. Set free: £16,100.00."), "\(words)")
  }

  @Test func `run.json has the search's way, and explain its multipliers`() throws {
    let folder = try Self.folder()
    #expect(try run(folder).status == 0)
    let bytes = try Data(contentsOf: folder.url.appending(path: "out/run.json"))
    let record = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let runs = try #require(record["runs"] as? [[String: Any]])
    let solve = try #require(runs[2]["solve"] as? [String: Any])
    let search = try #require(solve["search"] as? [String: Any])
    let way = try #require(search["path"] as? [[String: Any]])
    #expect((way.last?["multipliers"] as? [Double])?.last == 0.4)
    #expect(solve["residual"] as? Double == 0)
    // £764,000 for 161 pupils: £4,745.34161… each, and £40,000 a school.
    let shares = try table(folder, "shares")
    #expect(try shares.cell("share", where: ["school": "6722001", "run": "even"]) == "514534.16")
    #expect(try shares.cell("share", where: ["school": "6722002", "run": "even"]) == "329465.84")
    let text = try Binary.run([
      "explain", folder.path("one.yaml"), "--school", "6722001", "--run", "even", "--language",
      "cy",
    ])
    #expect(Self.flat(text.output).contains("lump × 0.4"), "\(text.output)")
  }

  @Test func `a group or a line that is not there is told with its place`() throws {
    let folder = try Self.folder(
      Self.scenario.replacing("retained.transport", with: "retained.transprt"))
    let lines = try run(folder)
    #expect(lines.status == 1)
    #expect(
      lines.errors.contains(
        "one.yaml:10:13: error: no line is called 'retained.transprt' in run 'moved' "
          + "[unknown-line]"), "\(lines.errors)")
    #expect(lines.errors.contains("did you mean 'retained.transport'?"), "\(lines.errors)")
    try folder.write(
      "one.yaml",
      Self.scenario.replacing(
        "total: {run: now, plus: moved}", with: "mean: £9, group: {sectr: primary}"))
    let group = try run(folder)
    #expect(group.status == 1)
    #expect(
      group.errors.contains(
        "one.yaml:11:31: error: no field of the schools is called 'sectr' [unknown-field]"),
      "\(group.errors)")
  }
}
