import Foundation
import Testing

/// Formulae that prove the language on what authorities and England do, each with its cases by hand,
/// checked as a user checks them.
@Suite struct ConstructsTests {
  static let folders = ["constructs", "england"].map { "Tests/CyllidoTests/\($0)" }

  static let cases: [String] = folders.flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: Binary.root.appending(path: folder).path)
    return (names ?? []).filter { $0.hasSuffix(".cases.yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `there are six files of cases`() {
    #expect(Self.cases.count == 6)
  }

  @Test(arguments: cases)
  func `every worked case comes to what was computed by hand`(path: String) throws {
    let outcome = try Binary.run(["check", path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains(": ok, "))
  }

  @Test(arguments: cases)
  func `a case that expects another penny is told`(path: String) throws {
    let folder = try TemporaryFolder()
    let cases = try String(contentsOf: Binary.root.appending(path: path), encoding: .utf8)
    let formulaPath = path.replacing(".cases.yaml", with: ".yaml")
    let formula = try String(contentsOf: Binary.root.appending(path: formulaPath), encoding: .utf8)
    let name = try #require(path.split(separator: "/").last).replacing(".cases.yaml", with: "")
    try folder.write("\(name).yaml", formula)
    // Every expected amount a million pounds more.
    let wrong = cases.replacing(/£(\d+\.\d\d)/) { "£1000000\($0.output.1)" }
    let file = try folder.write("\(name).cases.yaml", wrong)
    let outcome = try Binary.run(["check", file])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[case-differs]"))
  }

  @Test func `large reserves get no gain, and the money goes to those who lose most`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "schools.csv",
      """
      school,authority,sector,pupils,present_budget,reserves
      6712001,671,primary,100,380000,80000
      6712002,671,primary,100,390000,10000
      6712003,671,primary,100,430000,0
      6712004,671,primary,100,415000,0
      6712005,671,primary,100,460000,90000

      """)
    try folder.write(
      "counts.csv",
      "school,year_group,count\n" + (1...5).map { "671200\($0),3,100\n" }.joined())
    let formula = Binary.root.appending(path: "Tests/CyllidoTests/constructs/reserve-test.yaml")
    let scenario = try folder.write(
      "reserves.yaml",
      """
      cyllido: 1
      scenario: reserves
      title: {en: Reserves, cy: Cronfeydd}
      year: 2024-25
      data: {schools: schools.csv, pupils: counts.csv}
      runs:
        test: {formula: "\(formula.path)"}

      """)
    let outcome = try Binary.run(["run", scenario, "--out", folder.path("out"), "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let factors = try ResultTable(folder.url.appending(path: "out/factors.csv"))
    func amounts(_ factor: String) throws -> [String] {
      let index = try factors.index("amount")
      return try factors.rows(where: ["factor": factor]).map { $0[index] }
    }
    // Only the first gains (20,000) with large reserves. 30,000 and 60,000 are lost beyond 20,000:
    // the 20,000 are shared 1 to 2.
    #expect(
      try amounts("gain_withheld") == ["-20000.00", "0.00", "0.00", "0.00", "0.00"])
    #expect(
      try amounts("loss_relief") == ["0.00", "0.00", "6666.67", "0.00", "13333.33"])
    let shares = try ResultTable(folder.url.appending(path: "out/shares.csv"))
    #expect(
      try shares.column("share") == [
        "380000.00", "400000.00", "406666.67", "400000.00", "413333.33",
      ])
  }
}
