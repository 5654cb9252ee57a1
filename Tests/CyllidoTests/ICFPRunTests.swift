import Foundation
import FundingFiles
import FundingModel
import Testing

@testable import cyllido

/// The measures from outside, on the project's made-up schools.
@Suite struct ICFPRunTests {
  private static let sample = "scenarios/data/staffing/made-up-schools.csv"

  @Test func `the published example is in the table, and a blank is empty and told`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Binary.run(["icfp", Self.sample, "--out", folder.path("o")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try ResultTable(folder.url.appending(path: "o/icfp.csv"))
    func cell(_ column: String, _ school: String, _ measure: String) throws -> String? {
      try table.cell(column, where: ["school": school, "measure": measure])
    }
    // 1,200 ÷ 27 × 25 = 1,111.1111…; 1,300 less that is 188.8889, 17%.
    #expect(try cell("value", "6704901", "curriculum_basic_periods") == "1111.1111")
    #expect(try cell("value", "6704901", "curriculum_bonus_periods") == "188.8889")
    #expect(try cell("value", "6704901", "curriculum_bonus_pct") == "17")
    // £4,148,000 ÷ 68; the five secondaries: 59,500, 60,000, 61,000, 61,000, 62,000.
    #expect(try cell("value", "6704901", "average_teacher_cost") == "61000.00")
    #expect(try cell("family_median", "6704901", "average_teacher_cost") == "61000.00")
    #expect(try cell("family_p25", "6704901", "average_teacher_cost") == "60000.00")
    // £6,180,000 − £6,243,000, a deficit of 1.02%.
    #expect(try cell("value", "6704901", "in_year_balance") == "-63000.00")
    #expect(try cell("band", "6704901", "in_year_balance_pct") == "just_below")
    // A school that leaves other periods blank has no contact ratio, and its reason is named.
    #expect(try cell("value", "6705902", "contact_ratio")?.isEmpty == true)
    #expect(try cell("why_empty", "6705902", "contact_ratio") == "not given: other_periods")
    #expect(try cell("value", "6705902", "average_teacher_cost") == "59000.00")
    #expect(Set(try table.column("made_up")) == ["true"])
    #expect(table.rows.count == 13 * 16)
    // Two all-age schools are a family of their own, too small for quartiles.
    #expect(try cell("family", "6705901", "contact_ratio") == "All-age (middle)")
    #expect(try cell("family_median", "6705901", "contact_ratio")?.isEmpty == true)
    let families = try ResultTable(folder.url.appending(path: "o/families.csv"))
    #expect(
      try families.rows(where: ["school": "6705901"]).map { $0[2] } == ["6705901", "6705902"])
  }

  @Test(arguments: ["en", "cy"])
  func `the text says that the schools are made up, in either language`(language: String) throws {
    let outcome = try Binary.run(["icfp", Self.sample, "--language", language])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(language == "en" ? "MADE UP" : "WEDI'U CREU"))
    #expect(outcome.output.contains("other_periods"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `the page holds both languages and says what is made up`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Binary.run(
      ["icfp", Self.sample, "--out", folder.path("o"), "--format", "html", "--quiet"])
    #expect(outcome.status == 0)
    #expect(
      try folder.contents(of: "o").keys.sorted() == ["icfp.html", "run.json"])
    let html = try String(contentsOf: folder.url.appending(path: "o/icfp.html"), encoding: .utf8)
    for words in ["Curriculum bonus", "Bonws cwricwlwm", "MADE UP", "WEDI&#39;U CREU", "188.9"] {
      #expect(html.contains(words), "\(words)")
    }
    let record = try String(contentsOf: folder.url.appending(path: "o/run.json"), encoding: .utf8)
    #expect(record.contains("sha256") && record.contains("scenarios/data/staffing/bands.yaml"))
  }

  @Test func `another target, one school, and options that can't be`() throws {
    // 1,300 ÷ (0.8 × 25) = 65 teachers.
    let json = try Binary.run(["icfp", Self.sample, "--target-contact", "0.8", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let schools = try #require(object?["schools"] as? [[String: Any]])
    let school = try #require(schools.first { $0["school"] as? Int == 6_704_901 })
    let measures = try #require(school["measures"] as? [[String: Any]])
    let needed = measures.first { $0["measure"] as? String == "teachers_for_target_contact" }
    #expect(needed?["value"] as? Int == 65)
    #expect(try Binary.run(["icfp", Self.sample, "--target-contact", "2"]).status == 64)
    #expect(try Binary.run(["icfp", Self.sample, "--school", "1"]).status == 2)
    #expect(try Binary.run(["icfp", "no-such.csv"]).status == 2)
  }

  @Test func `a bad staffing file is an error with its place, and nothing is written`() throws {
    let folder = try TemporaryFolder()
    try folder.write("s.csv", "school,teachers_fte\n6704001,x\n")
    let outcome = try Binary.run(
      [
        "icfp", "s.csv", "--out", "o", "--bands",
        Binary.root.path + "/scenarios/data/staffing/bands.yaml",
      ],
      in: folder.url)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("s.csv:2:9: error: the teachers fte 'x' is not a number"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("o")))
  }

  @Test func `the project's own staffing files can be checked, and each figure has its source`()
    throws
  {
    let files = ["made-up-schools.csv", "bands.yaml", "adequacy.yaml", "adequacy.cases.yaml"]
    let outcome = try Binary.run(["check"] + files.map { "scenarios/data/staffing/\($0)" })
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("ok, staffing of 13 schools"))
    #expect(outcome.output.contains("ok, bands of 3 measures"))
    #expect(outcome.output.contains("ok, 2 worked cases"))
    let path = Binary.root.appending(path: "scenarios/data/staffing/adequacy.yaml").path
    let formula = try FormulaFile(source: SourceFile(reading: path), fields: .standard).formula
    for rate in formula.rates {
      // What only we say is marked an estimate, and nothing else is.
      #expect(rate.sources.contains("ours") == rate.isFitted, "\(rate.name)")
    }
  }
}
