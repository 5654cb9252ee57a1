import Foundation
import Testing

/// Someone who reads every measure of a small school and wants to know what its teacher is paid.
@Suite struct PayAttackTests {
  private static let bands = Binary.root.appending(path: "scenarios/data/staffing/bands.yaml").path

  /// Five like schools; the third has one teacher, paid £58,123; 6702006 does not say how many.
  private static let staffing = """
    school,name,sector,pupils,periods_per_cycle,teacher_periods,other_periods,teachers_fte,teacher_cost,support_cost,other_cost,income
    6702001,One,primary,60,25,70,5,4,220000,40000,30000,300000
    6702002,Two,primary,62,25,72,5,4,224000,40000,30000,300000
    6702003,Three,primary,20,25,22,3,1,58123,9000,8000,80000
    6702004,Four,primary,64,25,74,5,4,240000,40000,30000,320000
    6702005,Five,primary,66,25,76,5,4,248000,40000,30000,330000
    6702006,Six,primary,24,25,25,0,,61000,0,0,80000

    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("staffing.csv", Self.staffing)
  }

  /// Every figure for the cost of a school's teachers that its measures allow, in pounds.
  private func found(_ school: String, _ options: [String]) throws -> [Double] {
    let outcome = try Binary.run(
      ["icfp", "staffing.csv", "--bands", Self.bands, "--out", "o", "--quiet"] + options,
      in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try ResultTable(folder.url.appending(path: "o/icfp.csv"))
    func value(_ measure: String, _ column: String = "value") throws -> Double? {
      try table.cell(column, where: ["school": school, "measure": measure]).flatMap { Double($0) }
    }
    func product(_ factors: Double?...) -> Double? {
      factors.reduce(1.0) { sum, next in sum.flatMap { sum in next.map { sum * $0 } } }
    }
    // The roll is public, and so is what follows from it.
    let pupils = school == "6702003" ? 20.0 : 24
    let teachers = try value("pupil_teacher_ratio").map { pupils / $0 }
    let income = try product(value("income_per_pupil"), pupils)
    let spending = try income.flatMap { income in try value("in_year_balance").map { income - $0 } }
    return [
      try product(value("average_teacher_cost"), teachers),
      try product(value("cost_per_lesson"), value("total_teaching_periods")),
      try product(value("teacher_cost_pct_income"), income, 0.01),
      try product(value("teacher_cost_pct_expenditure"), spending, 0.01),
      // A quartile is a school's own value: of 55,000, 56,000, 58,123, 60,000 and 62,000 the middle.
      try product(value("average_teacher_cost", "family_median"), teachers),
      // Where a school spends on nothing else.
      school == "6702006" ? spending : nil,
    ].compactMap(\.self)
  }

  private func isPay(_ figures: [Double], _ pay: Double) -> [Bool] {
    figures.map { abs($0 - pay) < 30 }
  }

  @Test func `without suppression every way leads to the one teacher's pay`() throws {
    let ways = isPay(try found("6702003", ["--suppress", "0"]), 58_123)
    #expect(ways.count == 5 && ways.allSatisfy { $0 })
    let unknown = isPay(try found("6702006", ["--suppress", "0"]), 61_000)
    #expect(unknown.count == 4 && unknown.allSatisfy { $0 })
    let outcome = try Binary.run(
      ["icfp", "staffing.csv", "--bands", Self.bands, "--suppress", "0"], in: folder.url)
    #expect(outcome.output.contains("Not for publication"))
  }

  @Test(arguments: [[], ["--suppress", "3"], ["--suppress", "4"]])
  func `with it no way does, of either school`(options: [String]) throws {
    #expect(try found("6702003", options).isEmpty)
    // Income alone tells nothing; its balance would tell all that it spends.
    #expect(try found("6702006", options).isEmpty)
    let table = try ResultTable(folder.url.appending(path: "o/icfp.csv"))
    func row(_ school: String, _ measure: String, _ column: String) throws -> String? {
      try table.cell(column, where: ["school": school, "measure": measure])
    }
    let teachers = options.last ?? "3"
    #expect(
      try row("6702003", "average_teacher_cost", "why_empty")
        == "kept back: fewer than \(teachers) teachers")
    #expect(
      try row("6702003", "average_teacher_cost", "hidden")
        == "value family_median family_p25 family_p75")
    // A larger school keeps its own value, and loses quartiles that count the small one.
    #expect(try row("6702001", "average_teacher_cost", "value") == "55000.00")
    #expect(
      try row("6702001", "average_teacher_cost", "hidden") == "family_median family_p25 family_p75")
    #expect(try row("6702001", "pupil_teacher_ratio", "family_median")?.isEmpty == false)
    #expect(try row("6702003", "contact_ratio", "value") == "1")
    let page = try String(contentsOf: folder.url.appending(path: "o/icfp.html"), encoding: .utf8)
    for secret in ["58,123", "£2,325", "£2,440", "61,000", "72.7%"] {
      #expect(!page.contains(secret), "\(secret)")
    }
    #expect(page.contains("[c]") && page.contains("kept back: fewer than \(teachers) teachers"))
  }

  @Test func `more teachers than asked for are shown, fewer are not`() throws {
    _ = try found("6702003", ["--suppress", "5"])
    let table = try ResultTable(folder.url.appending(path: "o/icfp.csv"))
    let shown = try table.rows(where: ["measure": "average_teacher_cost"])
    let value = try table.index("value")
    #expect(shown.allSatisfy { $0[value].isEmpty })
    #expect(
      try Binary.run(["icfp", "staffing.csv", "--suppress", "-1"], in: folder.url).status == 64)
  }

  @Test func `text and JSON keep the same back, and say so in either language`() throws {
    let run = ["icfp", "staffing.csv", "--bands", Self.bands]
    let text = try Binary.run(run, in: folder.url).output
    #expect(text.contains("fewer than 3 of them") && !text.contains("58,123"))
    let welsh = try Binary.run(run + ["--language", "cy"], in: folder.url).output
    #expect(welsh.contains("Cyflogau: cedwir yn ôl") && !welsh.contains("58,123"))
    let json = try Binary.run(run + ["--json"], in: folder.url).output
    #expect(!json.contains("58123") && json.contains("kept back: fewer than 3 teachers"))
  }
}
