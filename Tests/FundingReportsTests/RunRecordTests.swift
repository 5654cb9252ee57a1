import Foundation
import FundingModel
import Testing

@testable import FundingReports

@Suite struct RunRecordTests {
  @Test func `the digest does not depend on the order of runs`() {
    let outcomes = Sample.outcomes()
    #expect(
      RunRecord.digest(of: Sample.result(outcomes: outcomes.reversed()))
        == RunRecord.digest(of: Sample.result(outcomes: outcomes)))
  }

  @Test func `the digest does not depend on where files lie or what schools are called`() {
    let names = ["A", "B", "C", "D"]
    #expect(
      RunRecord.digest(of: Sample.result(census: Sample.census(names: names)))
        == RunRecord.digest(of: Sample.result()))
    #expect(
      RunRecord.digest(of: Sample.result(outcomes: Sample.outcomes(bryn: "elsewhere")))
        == RunRecord.digest(of: Sample.result()))
  }

  @Test func `a penny changes the digest`() {
    #expect(
      RunRecord.digest(of: Sample.result(outcomes: Sample.outcomes(extraPenny: 1)))
        != RunRecord.digest(of: Sample.result()))
  }

  @Test func `a penny of an authority's own lines changes the digest`() {
    func rows(_ retained: Int64) -> [BudgetRow] {
      [Sample.budget(660, "local", 2, 400, 1, lines: [.retained: Money(pence: retained)])]
    }
    #expect(
      RunRecord.digest(of: Sample.result(authorities: rows(5)))
        != RunRecord.digest(of: Sample.result(authorities: rows(6))))
  }

  @Test func `a penny moved between two lines changes the digest`() {
    func outcomes(_ first: Int64, _ second: Int64) -> [RunOutcome] {
      let group = FormulaAllocation(
        formula: Sample.formula("national", .any, .fitted), rows: [0],
        lines: [Sample.line("a"), Sample.line("b")],
        amounts: [Money(pence: first), Money(pence: second)])
      let allocation = Allocation(
        run: "local", year: Sample.year, groups: [group], schoolCount: 4)
      return [Sample.outcome("local", allocation, nil)]
    }
    #expect(
      RunRecord.digest(of: Sample.result(outcomes: outcomes(10, 20)))
        != RunRecord.digest(of: Sample.result(outcomes: outcomes(11, 19))))
  }

  private func record(
    _ result: ScenarioResult = Sample.result(), inputs: [RunRecord.Input] = []
  ) -> RunRecord {
    RunRecord(
      version: "1.2.3", inputs: inputs, options: [.init(name: "set", value: "basic=+10%")],
      warnings: [.indexMovesNothing("a \"pay\"")], files: ["shares.csv"], result: result)
  }

  private func parsed(_ record: RunRecord) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(record.file().bytes))
    return try #require(json as? [String: Any])
  }

  @Test func `a record is JSON that a machine can read, with the program's mark first`() throws {
    let record = record(
      inputs: [.init(path: "b.csv", bytes: Array("abc".utf8)), .init(path: "a.yaml", bytes: [])])
    #expect(String(decoding: record.file().bytes, as: UTF8.self).hasPrefix("{\n  \"cyllido\": 1,"))
    let json = try parsed(record)
    #expect(json["version"] as? String == "1.2.3")
    #expect(json["files"] as? [String] == ["run.json", "shares.csv"])
    #expect(json["warnings"] as? [String] == ["the index 'a \"pay\"' moves no rate of any run"])
    #expect((json["digest"] as? String)?.count == 64)
    let inputs = try #require(json["inputs"] as? [[String: String]])
    #expect(inputs.map { $0["path"] } == ["a.yaml", "b.csv"])
    #expect(
      inputs[1]["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a record gives each run's totals, formulae and solved multiplier`() throws {
    let runs = try #require(try parsed(record())["runs"] as? [[String: Any]])
    #expect(runs.map { $0["run"] as? String } == ["local", "national"])
    #expect(runs[0]["total"] as? Double == 2_450_100.49)
    #expect(runs[0]["schools"] as? Int == 4)
    #expect(runs[0]["pupils"] as? Int == 450)
    #expect(runs[1]["schools"] as? Int == 3)
    let formulas = try #require(runs[0]["formulas"] as? [[String: Any]])
    #expect(formulas.map { $0["status"] as? String } == ["published", "fitted"])
    #expect(runs[0]["solve"] is NSNull)
    let solve = try #require(runs[1]["solve"] as? [String: Any])
    #expect(solve["multiplier_exact"] as? String == "4/3")
    #expect(solve["residual"] as? Double == -0.01)
  }

  @Test func `a record names what was estimated and who was left out`() throws {
    let census = Sample.census(
      leftOut: [
        SchoolLeftOut(school: 6_609_999, name: "Ysgol Dim", authority: 660, reason: .noPupils)
      ],
      estimates: [
        Estimate(what: "fsm", how: BilingualText(en: "from shares", cy: "o gyfrannau"))
      ])
    let json = try parsed(record(Sample.result(census: census)))
    let leftOut = try #require(json["left_out"] as? [[String: Any]])
    #expect(leftOut.map { $0["school"] as? Int } == [6_609_999])
    #expect(leftOut.map { $0["reason"] as? String } == ["no_pupils"])
    let estimates = try #require(json["estimates"] as? [String: [[String: Any]]])
    #expect(estimates["data"]?.first?["what"] as? String == "fsm")
    #expect(estimates["rates"]?.first?["formula"] as? String == "cardiff")
    #expect(estimates["rates"]?.first?["rates"] as? [String] == ["lump_sum"])
  }

  @Test func `the same inputs in any order give the same bytes`() {
    let a = RunRecord.Input(path: "a", sha256: "1")
    let b = RunRecord.Input(path: "b", sha256: "2")
    #expect(record(inputs: [a, b]).file() == record(inputs: [b, a]).file())
  }
}

@Suite struct JSONTests {
  @Test func `members keep their order, and texts are escaped`() {
    let json = JSON.members([
      "z": .text("a\"b\\c\n\t\u{1}é"), "a": .array([.whole(-1), .money(Money(pence: 5)), .null]),
      "empty": .array([]), "none": .object([]), "yes": .flag(true),
      "percent": .percent(Sample.third(of: 2)),
    ])
    #expect(
      json.rendered() == """
        {
          "z": "a\\"b\\\\c\\n\\t\\u0001é",
          "a": [
            -1,
            0.05,
            null
          ],
          "empty": [],
          "none": {},
          "yes": true,
          "percent": 0.67
        }

        """)
  }
}
