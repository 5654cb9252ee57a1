import Foundation
import Testing

/// The run on the real schools of 2024-25, where a machine has them: they may not be passed on.
@Suite struct RealSchoolsTests {
  static let path: String? = {
    let given = ProcessInfo.processInfo.environment["CYLLIDO_REAL_SCHOOLS"]
    let beside = Binary.root.appending(path: "../shared/data/wales-schools-2024-25.csv")
      .standardized.path
    return [given, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }()

  @Test(
    .enabled(
      if: path != nil,
      "the real schools file is not here; name it with CYLLIDO_REAL_SCHOOLS to run this test"))
  func `136 of 174 secondary schools lie below 6,390 pounds, and each authority is near its total`()
    throws
  {
    let folder = try TemporaryFolder()
    let outcome = try Binary.run([
      "run", "scenarios/one-national-formula.yaml", "--schools", try #require(Self.path), "--out",
      folder.path("real"),
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("136 of 174"))
    // Six schools without pupils, two more without a budget.
    for school in ["6662156", "6672374", "6682398", "6742388", "6745505", "6712242", "6745506"] {
      #expect(outcome.output.contains(school))
    }
    let parity = try ResultTable(folder.url.appending(path: "real/parity.csv"))
    let row = ["sector": "secondary", "run": "published", "benchmark": "6390.00"]
    #expect(try parity.cell("schools", where: row) == "174")
    #expect(try parity.cell("below", where: row) == "136")
    #expect(try parity.cell("below_pct", where: row) == "78.16")

    // The authorities' own counts, as counted from the published file apart from this program.
    let byAuthority = try ResultTable(folder.url.appending(path: "real/parity-authorities.csv"))
    for (code, below, all) in [
      (660, 1, 5), (661, 6, 12), (662, 5, 7), (663, 2, 6), (664, 9, 11), (665, 9, 9), (666, 7, 8),
      (667, 2, 4), (668, 3, 5), (669, 9, 12), (670, 12, 14), (671, 5, 5), (672, 8, 9), (673, 5, 6),
      (674, 9, 10), (675, 3, 3), (676, 10, 11), (677, 2, 2), (678, 3, 5), (679, 3, 3), (680, 8, 9),
      (681, 15, 18),
    ] {
      let row = row.merging(["authority": String(code)]) { $1 }
      #expect(try byAuthority.cell("below", where: row) == String(below), "\(code)")
      #expect(try byAuthority.cell("schools", where: row) == String(all), "\(code)")
    }

    // Each authority's modelled total over the schools with budgets, against its published one.
    let shares = try ResultTable(folder.url.appending(path: "real/shares.csv"))
    let authorities = try ResultTable(folder.url.appending(path: "real/authorities.csv"))
    let withoutBudget: Set = ["6712242", "6745506"]
    let (school, code, share) = (
      try shares.index("school"), try shares.index("authority"), try shares.index("share")
    )
    var modelled: [String: Int] = [:]
    for row in try shares.rows(where: ["run": "local"]) where !withoutBudget.contains(row[school]) {
      modelled[row[code], default: 0] += pence(row[share])
    }
    #expect(modelled.count == 22)
    for (authority, total) in modelled {
      let published = try authorities.cell(
        "isb", where: ["authority": authority, "run": "published"]
      ).map(pence)
      let difference = abs(total - (try #require(published)))
      #expect(difference * 200 <= total, "authority \(authority) is beyond 0.5%")
    }
  }
}
