import Foundation
import Testing

/// The main job, on the bundled schools, once for all tests here.
@Suite struct MainRunTests {
  static let folder = try? TemporaryFolder()
  static let outcome: Binary.Outcome? = folder.flatMap {
    try? Binary.run(["run", "scenarios/one-national-formula.yaml", "--out", $0.path("out")])
  }

  private func table(_ name: String) throws -> ResultTable {
    let folder = try #require(Self.folder)
    _ = try #require(Self.outcome)
    return try ResultTable(folder.url.appending(path: "out/\(name).csv"))
  }

  @Test func `it ends well and says what it found`() throws {
    let outcome = try #require(Self.outcome)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // 174 secondary schools are published; the schools must be called modelled.
    #expect(outcome.output.contains(" of 174 secondary schools"))
    #expect(outcome.output.contains("below £6,390 per pupil by published budget"))
    #expect(outcome.output.contains("they are not real schools"))
    #expect(outcome.output.contains("Schools: 1,449. Pupils on roll: 463,678."))
  }

  @Test func `every table of the contract is written with its columns`() throws {
    let columns = [
      "shares": "school,name,authority,authority_name,sector,run,year,pupils,share,per_pupil",
      "factors": "school,run,year,kind,factor,amount",
      "comparison":
        "school,name,authority,authority_name,sector,year,pupils,baseline,run,baseline_share,run_share,change,change_per_pupil,change_pct",
      "authorities":
        "authority,authority_name,run,year,schools,pupils,isb,isb_per_pupil,devolved,delegated,delegated_per_pupil,retained,retained_per_pupil,gross,gross_per_pupil,delegation_rate,mandatory_buyback,in_out,effective_delegated_per_pupil,effective_delegation_rate,pupil_led_pct,estimated,unallocated",
      "parity": "sector,run,year,benchmark,schools,below,below_pct",
      "winners":
        "group,run,year,schools,winners,losers,unchanged,gain,loss,largest_gain,largest_loss",
    ]
    for (name, wanted) in columns {
      let found = try table(name).columns
      for column in wanted.split(separator: ",") { #expect(found.contains(String(column))) }
    }
  }

  @Test func `all 1,449 schools and 463,678 pupils are funded in both runs`() throws {
    let shares = try table("shares")
    for run in ["local", "national"] {
      let rows = try shares.rows(where: ["run": run])
      #expect(rows.count == 1449)
      let pupils = try shares.index("pupils")
      #expect(rows.reduce(0) { $0 + (Int($1[pupils]) ?? .min) } == 463_678)
    }
  }

  @Test func `a school's factors add up to its share, to the penny`() throws {
    let factors = try table("factors")
    let (school, run, amount) = (
      try factors.index("school"), try factors.index("run"), try factors.index("amount")
    )
    var sums: [String: Int] = [:]
    for row in factors.rows { sums["\(row[school]) \(row[run])", default: 0] += pence(row[amount]) }
    let shares = try table("shares")
    let share = try shares.index("share")
    let (shareSchool, shareRun) = (try shares.index("school"), try shares.index("run"))
    for row in shares.rows {
      #expect(sums["\(row[shareSchool]) \(row[shareRun])"] == pence(row[share]))
    }
    #expect(sums.count == shares.rows.count)
  }

  @Test func `authorities add up to Wales, and both runs come to the same money`() throws {
    let authorities = try table("authorities")
    let shares = try table("shares")
    var totals: [String: Int] = [:]
    for run in ["local", "national"] {
      let rows = try authorities.rows(where: ["run": run])
      let (isb, code) = (try authorities.index("isb"), try authorities.index("authority"))
      let parts = rows.filter { $0[code] != "wales" }.reduce(0) { $0 + pence($1[isb]) }
      let wales = rows.filter { $0[code] == "wales" }.map { pence($0[isb]) }
      #expect(rows.count == 23)
      #expect(wales == [parts])
      let share = try shares.index("share")
      #expect(
        try shares.rows(where: ["run": run]).reduce(0) { $0 + pence($1[share]) } == parts)
      totals[run] = parts
    }
    let record = try Data(
      contentsOf: #require(Self.folder).url.appending(path: "out/run.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: record) as? [String: Any])
    let runs = try #require(json["runs"] as? [[String: Any]])
    let solve = try #require(runs.last?["solve"] as? [String: Any])
    let residual = try #require(solve["residual"] as? NSNumber)
    let difference = try #require(totals["national"]) - (try #require(totals["local"]))
    #expect(Int((residual.doubleValue * 100).rounded()) == difference)
    #expect(abs(difference) <= 100, "the solve's residual is below a pound")
  }

  @Test func `changes in the comparison are run less baseline`() throws {
    let comparison = try table("comparison")
    let (base, run, change) = (
      try comparison.index("baseline_share"), try comparison.index("run_share"),
      try comparison.index("change")
    )
    #expect(comparison.rows.count == 1449)
    for row in comparison.rows {
      #expect(pence(row[run]) - pence(row[base]) == pence(row[change]))
    }
  }

  @Test func `the published totals of the 22 authorities are met by the published budgets`() throws
  {
    let authorities = try table("authorities")
    // Budgets × pupils of 2024-25, from the published school figures: three authorities and Wales.
    let published = [
      "660": "60228726.00", "674": "188758821.00", "681": "313050598.00",
      "wales": "2554137466.00",
    ]
    for (code, isb) in published {
      #expect(
        try authorities.cell("isb", where: ["authority": code, "run": "published"]) == isb)
    }
  }

  @Test func `what the guides say of the money above the bulletin's is what the run finds`() throws
  {
    let authorities = try table("authorities")
    func amount(_ column: String, _ run: String) throws -> String {
      try #require(
        try authorities.cell(column, where: ["authority": "wales", "run": run]), "\(column)")
    }
    func guide(_ name: String) throws -> String {
      try String(contentsOf: Binary.root.appending(path: "docs/\(name)"), encoding: .utf8)
        .replacing(",", with: "")
    }
    // The bulletin gives £2,895,091,740, which the bundled lines are worked back from.
    #expect(try amount("delegated", "published") == "2895091740.00")
    let delegation = try guide("delegation.md")
    for column in ["delegated", "gross"] {
      #expect(delegation.contains("£" + (try amount(column, "local"))), "\(column)")
    }
    for column in ["isb", "delegated", "gross"] {
      let above = try pence(amount(column, "local")) - pence(amount(column, "published"))
      let text = String(format: "£%d.%02d above the bulletin's", above / 100, above % 100)
      #expect(delegation.contains(text), "\(column)")
    }
    let scenarios = try guide("scenarios.md")
    #expect(scenarios.contains("`local` \(try amount("isb", "local")) in shares"))
    #expect(scenarios.contains("gross \(try amount("gross", "local"));"))
  }

  @Test func `one thread or two, the files are the same`() throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2"] {
      let outcome = try Binary.run([
        "run", "scenarios/one-national-formula.yaml", "--threads", threads, "--out",
        folder.path(threads), "--quiet",
      ])
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
    }
    #expect(try folder.contents(of: "1") == folder.contents(of: "2"))
  }

  @Test func `setting a rate to what it is moves no penny`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Binary.run([
      "run", "scenarios/one-national-formula.yaml", "--set", "deprivation.fsm=£1500", "--set",
      "national.aln_uplift=x1", "--out", folder.path("null"), "--quiet",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    _ = try #require(Self.outcome)
    let before = try #require(Self.folder).contents(of: "out")
    let after = try folder.contents(of: "null")
    // The record and the report name the changes that were asked for.
    for name in before.keys where !["run.json", "report.html"].contains(name) {
      #expect(before[name] == after[name], "\(name)")
    }
    #expect(Set(before.keys) == Set(after.keys))
  }

  @Test func `explain adds up to the share in the table`() throws {
    let shares = try table("shares")
    let school = try shares.column("school")[700]
    let outcome = try Binary.run([
      "explain", "scenarios/one-national-formula.yaml", "--school", school, "--run", "national",
      "--json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let statements = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let lines = try #require(statements.first?["lines"] as? [[String: Any]])
    let sum = lines.reduce(0) { sum, line in
      sum + Int((((line["amount"] as? NSNumber)?.doubleValue ?? .nan) * 100).rounded())
    }
    let share = try shares.cell("share", where: ["school": school, "run": "national"])
    #expect(share.map(pence) == sum)
  }
}
