import Foundation
import Testing

/// A whole run that can be checked by hand.
@Suite struct SmallRunTests {
  @Test func `three schools come to what a hand works out`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let outcome = try Binary.run(["run", "small.yaml", "--out", "o"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let factors = try ResultTable(folder.url.appending(path: "o/factors.csv"))
    func amount(_ school: String, _ factor: String) throws -> String? {
      try factors.cell(
        "amount", where: ["school": school, "run": "first", "factor": factor])
    }
    // 4.5 × 1,000.01 = 4,500.045, a half penny away from zero; 2 × 333.33; 5,000; 5 of 10 of £100.
    #expect(try amount("6721001", "basic") == "4500.05")
    #expect(try amount("6721001", "meals") == "666.66")
    #expect(try amount("6721001", "lump") == "5000.00")
    #expect(try amount("6721001", "pot") == "50.00")
    #expect(try amount("6721001", "part_year") == "0.00")
    // 3 × 1,000.01 + 333.33 + 5,000 + 30 = 8,363.36; open 6 of 12 months: 4,181.68.
    #expect(try amount("6721002", "part_year") == "-4181.68")
    // 2 × 2,000.02 + 333.33 + 9,000 + 20.
    let shares = try ResultTable(folder.url.appending(path: "o/shares.csv"))
    let expected = ["6721001": "10216.71", "6721002": "4181.68", "6724003": "13353.37"]
    for (school, share) in expected {
      #expect(try shares.cell("share", where: ["school": school, "run": "first"]) == share)
    }
    #expect(
      try shares.cell("per_pupil", where: ["school": "6721001", "run": "first"]) == "2043.34")
    let authorities = try ResultTable(folder.url.appending(path: "o/authorities.csv"))
    #expect(
      try authorities.cell("isb", where: ["authority": "wales", "run": "first"]) == "27751.76")
    // Without authorities' lines nothing is said of what is retained.
    #expect(
      try authorities.cell("retained", where: ["authority": "672", "run": "first"])?.isEmpty == true
    )
  }

  @Test func `rows in another order, counts for pupils, one thread or two: the same files`() throws
  {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let lines = SmallData.pupils.split(separator: "\n")
    try folder.write(
      "shuffled.csv",
      ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n")
    let schoolLines = SmallData.schools.split(separator: "\n")
    try folder.write(
      "turned.csv",
      ([schoolLines[0]] + schoolLines.dropFirst().reversed()).joined(separator: "\n") + "\n")
    let ways: [[String]] = [
      [], ["--pupils", "shuffled.csv"], ["--counts", "counts.csv"], ["--pupils", "counts.csv"],
      ["--schools", "turned.csv", "--threads", "2"], ["--threads", "1"],
    ]
    var results: [[String: Data]] = []
    var reports: [Data] = []
    for (index, way) in ways.enumerated() {
      let outcome = try Binary.run(
        ["run", "small.yaml", "--quiet", "--out", "o\(index)"] + way, in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      var files = try folder.contents(of: "o\(index)")
      let recorded = files.removeValue(forKey: "run.json")
      let record = try #require(recorded)
      let json = try #require(try JSONSerialization.jsonObject(with: record) as? [String: Any])
      // The report names its inputs too: the same only where they are.
      let written = files.removeValue(forKey: "report.html")
      let report = try #require(written)
      if !way.contains(where: { $0.hasSuffix(".csv") }) { reports.append(report) }
      files["digest"] = Data((json["digest"] as? String ?? "none \(index)").utf8)
      results.append(files)
    }
    for result in results.dropFirst() { #expect(result == results[0]) }
    #expect(reports.count == 2)
    #expect(reports.first == reports.last)
  }

  @Test func `a solve says what it found and what rounding leaves`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let outcome = try Binary.run(["run", "small.yaml", "--json", "--out", "o"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let shares = try ResultTable(folder.url.appending(path: "o/shares.csv"))
    func total(_ run: String) throws -> Int {
      let share = try shares.index("share")
      return try shares.rows(where: ["run": run]).reduce(0) { $0 + pence($1[share]) }
    }
    #expect(try total("first") == total("second"))
    #expect(try total("first") == 2_775_176)
  }

  @Test func `statements in Welsh say the same pennies`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    for language in ["en", "cy"] {
      let outcome = try Binary.run(
        ["explain", "small.yaml", "--school", "6721001", "--run", "first", "--language", language],
        in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("£10,216.71"))
      #expect(outcome.output.contains("£4,500.05"))
    }
  }

  @Test func `generate and count make files that give what the model gives`() throws {
    let folder = try TemporaryFolder()
    let made = try Binary.run(["generate", "--seed", "1", "--rows", "--out", folder.path("g")])
    #expect(made.status == 0, "\(made.errors)")
    let counted = try Binary.run(
      ["count", "g/pupils.csv", "--schools", "g/schools.csv", "--out", "g/again.csv"],
      in: folder.url)
    #expect(counted.status == 0, "\(counted.errors)")
    #expect(
      try Data(contentsOf: folder.url.appending(path: "g/again.csv"))
        == Data(contentsOf: folder.url.appending(path: "g/counts.csv")))
    let scenario = Binary.root.appending(path: "scenarios/one-national-formula.yaml").path
    var shares: [Data] = []
    for way in [
      [], ["--schools", folder.path("g/schools.csv"), "--counts", folder.path("g/counts.csv")],
    ] {
      let out = folder.path("o\(shares.count)")
      let outcome = try Binary.run(["run", scenario, "--quiet", "--out", out] + way)
      #expect(outcome.status == 0, "\(outcome.errors)")
      shares.append(try Data(contentsOf: URL(fileURLWithPath: out + "/shares.csv")))
    }
    #expect(shares[0] == shares[1])
  }
}
