import Foundation
import Testing

/// Statements from outside, held against the tables of a run.
@Suite struct ExplainRunTests {
  static let folder = try? TemporaryFolder()
  static let run: Binary.Outcome? = folder.flatMap {
    try? Binary.run([
      "run", "scenarios/one-national-formula.yaml", "--quiet", "--out", $0.path("out"),
    ])
  }

  private func table(_ name: String) throws -> ResultTable {
    let folder = try #require(Self.folder)
    try #require(Self.run?.status == 0)
    return try ResultTable(folder.url.appending(path: "out/\(name).csv"))
  }

  private func explain(_ school: String, _ more: String...) throws -> String {
    let outcome = try Binary.run(
      ["explain", "scenarios/one-national-formula.yaml", "--school", school] + more)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// Pennies of a figure such as `-£1,234.50`.
  private func pence(pounds text: Substring) -> Int {
    Int(text.filter { $0.isNumber || $0 == "-" }) ?? .min
  }

  @Test(arguments: ["en", "cy"])
  func `purposes of every run add up to the share in the table, to the penny`(language: String)
    throws
  {
    let shares = try table("shares")
    // A primary, a secondary, an all-age and a special school.
    for sector in ["primary", "secondary", "middle", "special"] {
      let school = try #require(try shares.cell("school", where: ["sector": sector]))
      let text = try explain(school, "--language", language)
      let statements = text.split(separator: /\n-{100}\n/)
      let runs = ["local", "national"]
      #expect(statements.count == runs.count + 1)
      for (run, statement) in zip(runs, statements) {
        let share = try #require(
          try shares.cell("share", where: ["school": school, "run": run]))
        var (purposes, lines) = (0, 0)
        for line in statement.split(separator: "\n") {
          guard let match = line.firstMatch(of: /^(\S.*?)?  +(-?£[0-9,]+\.[0-9]{2})$/) else {
            continue
          }
          let label = match.1.map(String.init) ?? ""
          if !label.isEmpty, label == label.uppercased() {
            purposes += pence(pounds: match.2)
          } else {
            lines += pence(pounds: match.2)
          }
        }
        let wanted = Int(share.replacing(".", with: ""))
        #expect(purposes == wanted, "\(sector), \(run)")
        #expect(lines >= 0)
      }
    }
  }

  @Test func `parts are rate × driver, and add up to lines, purposes and the share, in JSON`()
    throws
  {
    let shares = try table("shares")
    let school = try #require(try shares.cell("school", where: ["sector": "secondary"]))
    let text = try explain(school, "--json")
    let statements = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(statements.count == 2)
    func pence(_ value: Any?) -> Int {
      Int((((value as? NSNumber)?.doubleValue ?? .nan) * 100).rounded())
    }
    for statement in statements {
      let lines = try #require(statement["lines"] as? [[String: Any]])
      let purposes = try #require(statement["purposes"] as? [[String: Any]])
      let share = pence(statement["share"])
      #expect(lines.reduce(0) { $0 + pence($1["amount"]) } == share)
      #expect(purposes.reduce(0) { $0 + pence($1["amount"]) } == share)
      for purpose in purposes {
        let own = lines.filter { $0["purpose"] as? String == purpose["purpose"] as? String }
        #expect(own.reduce(0) { $0 + pence($1["amount"]) } == pence(purpose["amount"]))
      }
      for line in lines {
        let parts = try #require(line["parts"] as? [[String: Any]])
        let exact = parts.reduce(0.0) { sum, part in
          let number = { (name: String) in (part[name] as? NSNumber)?.doubleValue ?? .nan }
          #expect(abs(number("rate") * number("driver") - number("amount")) < 0.000_1)
          return sum + number("amount")
        }
        #expect(abs(exact * 100 - Double(pence(line["amount"]))) <= 0.5)
      }
      // A year group a part: nothing is merged here.
      let years = lines.flatMap { $0["parts"] as? [[String: Any]] ?? [] }.filter {
        (($0["pupils"] as? [[String: Any]]) ?? []).contains {
          $0["field"] as? String == "year_group"
        }
      }
      #expect(years.count >= 5)
      let other = try #require((statement["other_runs"] as? [[String: Any]])?.first)
      let beside = try #require(other["purposes"] as? [[String: Any]])
      #expect(beside.reduce(0) { $0 + pence($1["amount"]) } == pence(other["share"]))
    }
    #expect(statements[1]["solve"] is [String: Any])
  }

  @Test func `a statement names what a rate was solved for and where rates come from`() throws {
    let shares = try table("shares")
    let school = try #require(try shares.cell("school", where: ["sector": "primary"]))
    let national = try explain(school, "--run", "national", "--set", "deprivation.fsm=£1400")
    #expect(national.contains(/Rates solved by the scenario.*\n? .*basic\s+×\s+1\.[0-9]+…/))
    #expect(
      national.contains(
        "deprivation.fsm = £1,400.00 per pupil (in the file: £1,500.00 per pupil)"))
    #expect(!national.contains("deprivation.area ="))
    #expect(national.contains("Merthyr Tydfil County Borough Council"))
    let local = try explain(school, "--run", "local")
    #expect(local.contains("(estimated from it)"))
    #expect(local.contains("Assumed, not known from any publication of the authority"))
    #expect(!local.contains("Rates solved"))
    #expect(!local.contains("Rates that are not as in"))
    for text in [national, local] {
      #expect(
        text.split(separator: "\n").allSatisfy { $0.count <= 100 || $0.contains("https://") })
    }
  }
}
