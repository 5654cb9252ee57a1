import Foundation
import Testing

/// The comparison of formulae from outside.
@Suite struct FormulaComparisonRunTests {
  static let folder = try? TemporaryFolder()
  static let outcome: Binary.Outcome? = folder.flatMap {
    try? Binary.run(["formulas", "--compare", "--out", $0.path("out")])
  }

  private func table(_ name: String) throws -> ResultTable {
    let folder = try #require(Self.folder)
    let outcome = try #require(Self.outcome)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try ResultTable(folder.url.appending(path: "out/\(name).csv"))
  }

  @Test func `22 authorities stand under 21 reference schools, and purposes add up to shares`()
    throws
  {
    let table = try table("comparison-of-formulae")
    let columns = ["school", "formula", "amount", "share", "per_pupil", "pupils", "note"]
    let at = try columns.map { try table.index($0) }
    var sums: [String: Int] = [:]
    var shares: [String: Int] = [:]
    for row in table.rows {
      let key = row[at[0]] + " " + row[at[1]]
      guard row[at[6]].isEmpty else {
        #expect(row[at[2]].isEmpty && row[at[3]].isEmpty && row[at[4]].isEmpty)
        shares[key] = 0
        continue
      }
      sums[key, default: 0] += pence(row[at[2]])
      shares[key] = pence(row[at[3]])
      // To the penny: twice the error is at most the pupils.
      let pupils = try #require(Int(row[at[5]]))
      #expect(abs(pence(row[at[4]]) * pupils - pence(row[at[3]])) * 2 <= pupils)
    }
    for (key, sum) in sums { #expect(shares[key] == sum) }
    let authorities = Set(try table.column("authority"))
    #expect((660...681).allSatisfy { authorities.contains(String($0)) })
    let formulas = Set(try table.column("formula"))
    #expect(shares.count == 21 * formulas.count)
    #expect(Set(try table.column("fsm_pct")) == ["10", "20", "40"])
    #expect(
      Set(try table.column("pupils")) == ["30", "100", "210", "420", "600", "1000", "1500"])
  }

  @Test func `the score is the sum of its parts`() throws {
    let table = try table("complexity")
    let parts = [
      "factors", "rates", "cells", "adjustments", "definitions", "functions", "conditions",
      "aggregates",
    ]
    let at = try parts.map { try table.index($0) }
    let score = try table.index("score")
    #expect(table.rows.count >= 23)
    for row in table.rows {
      #expect(at.reduce(0) { $0 + (Int(row[$1]) ?? .min) } == Int(row[score]))
    }
  }

  @Test(arguments: ["en", "cy"])
  func `the text fits a page in both languages and marks estimates`(language: String) throws {
    let outcome = try Binary.run(["formulas", "--compare", "--language", language])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(outcome.output.contains(language == "en" ? "Cardiff *" : "Caerdydd *"))
    #expect(outcome.output.contains(language == "en" ? "Cheapest" : "Rhataf"))
    #expect(outcome.output.contains("Ceredigion *"))
    #expect(language == "en" || !outcome.output.contains("Cheapest"))
  }

  @Test func `the same again is the same, and JSON says the same shares`() throws {
    let folder = try #require(Self.folder)
    let again = try Binary.run(["formulas", "--compare", "--out", folder.path("again"), "--json"])
    #expect(again.status == 0, "\(again.errors)")
    _ = try table("complexity")
    #expect(try folder.contents(of: "out") == folder.contents(of: "again"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any])
    let formulas = try #require(json["formulas"] as? [[String: Any]])
    let shares = try #require(formulas.first?["shares"] as? [[String: Any]])
    let name = try #require(formulas.first?["formula"] as? String)
    let csv = try table("comparison-of-formulae").cell(
      "share", where: ["formula": name, "school": "secondary-1000-fsm20"])
    let share = try #require(
      shares.first { $0["school"] as? String == "secondary-1000-fsm20" }?["share"] as? NSNumber)
    #expect(csv.map(pence) == Int((share.doubleValue * 100).rounded()))
  }

  @Test func `a folder for tables goes with a comparison`() throws {
    #expect(try Binary.run(["formulas", "--out", "x"]).status == 64)
  }
}
