import Foundation
import Testing

/// Floors and caps from the files to the tables, on three schools that a person can work out.
@Suite struct ProtectionRunTests {
  static let formula = """
    cyllido: 1
    formula: plain
    authority: any
    year: 2024-25
    title: {en: Plain, cy: Plaen}
    status: illustrative
    sources: {hand: {title: By hand}}
    rates:
      basic: {unit: £/pupil, value: £4000, source: hand}
      lump: {unit: £/school, value: £100000, source: hand}
    factors:
      entitlement:
        title: {en: Basic, cy: Sylfaenol}
        purpose: basic
        regulation: pupil_numbers
        structure: assumed
        each: head
        amount: basic
      lump_sum:
        title: {en: Lump sum, cy: Cyfandaliad}
        purpose: fixed
        regulation: other
        structure: assumed
        each: school
        amount: lump
    adjustments:
      - floor: {change: -1.5%, against: previous, leaving_out: [lump_sum]}

    """
  static let schools = """
    school,authority,sector,pupils,previous_share,previous_pupils,previous_lump_sum
    6722001,672,primary,90,520000,100,100000
    6722002,672,primary,60,,,
    6722003,672,primary,80,420000,80,100000

    """
  static let runs = """
      base: {formula: plain.yaml}
      capped: {from: base, set: {basic: £4100}, adjustments: [{cap: {change: 1%, scale: 50%, against: base}}]}

    """

  static func folder(
    formula: String = formula, schools: String = schools, runs: String = runs
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("plain.yaml", formula.replacing("formula: plain", with: "formula: plain"))
    try folder.write("schools.csv", schools)
    try folder.write(
      "counts.csv", "school,year_group,count\n6722001,3,90\n6722002,3,60\n6722003,3,80\n")
    try folder.write(
      "one.yaml",
      """
      cyllido: 1
      scenario: one
      title: {en: One, cy: Un}
      year: 2024-25
      data: {schools: schools.csv, pupils: counts.csv}
      runs:

      """ + runs)
    return folder
  }

  private func amounts(_ folder: TemporaryFolder, _ run: String, _ line: String) throws
    -> [String]
  {
    let factors = try ResultTable(folder.url.appending(path: "out/factors.csv"))
    let rows = try factors.rows(where: ["run": run, "factor": line])
    let (kind, amount) = (try factors.index("kind"), try factors.index("amount"))
    #expect(rows.allSatisfy { $0[kind] == "adjustment" })
    return rows.map { $0[amount] }
  }

  @Test func `a floor against last year and a cap against a run come to the pennies by hand`()
    throws
  {
    let folder = try Self.folder()
    let outcome = try Binary.run(["run", folder.path("one.yaml"), "--out", folder.path("out")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    // First school: (520,000 − 100,000) ÷ 100 × 0.985 × 90 = 372,330; it has 360,000.
    #expect(try amounts(folder, "base", "floor") == ["12330.00", "0.00", "0.00"])
    // With 4,100: it has 369,000. The third: 428,000 − 420,000 × 1.01 = 3,800, half of it; the new
    // one: 346,000 − 340,000 × 1.01 = 2,600, half of it.
    #expect(try amounts(folder, "capped", "floor") == ["3330.00", "0.00", "0.00"])
    #expect(try amounts(folder, "capped", "cap") == ["0.00", "-1300.00", "-1900.00"])
    let shares = try ResultTable(folder.url.appending(path: "out/shares.csv"))
    #expect(
      try shares.rows(where: ["run": "capped"]).map { $0[try shares.index("share")] } == [
        "472330.00", "344700.00", "426100.00",
      ])
    for line in [
      "Adjustments\n-----------\n",
      "base    2024-25  Floor             1     +£12,330.00\n",
      "capped  2024-25  Floor             1      +£3,330.00\n",
      "capped  2024-25  Cap               2      -£3,200.00\n",
      "base, Floor: schools without a baseline, left as they are: 1 (6722002).",
    ] {
      #expect(outcome.output.contains(line), "\(outcome.output)")
    }
    let record = try String(
      contentsOf: folder.url.appending(path: "out/run.json"), encoding: .utf8)
    #expect(record.contains("\"without_baseline\""))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
    let runs = try #require(json["runs"] as? [[String: Any]])
    let protection = try #require(runs[1]["protection"] as? [[String: Any]])
    #expect(protection.map { $0["adjustment"] as? String } == ["floor", "cap"])
    #expect(protection.map { $0["amount"] as? Double } == [3330, -3200])
    #expect(protection.map { $0["schools"] as? Int } == [1, 2])
    let missing = try #require(protection[0]["without_baseline"] as? [[String: Any]])
    #expect(missing.map { $0["school"] as? Int } == [6_722_002])
  }

  @Test func `explain walks from the baseline to the penny, in both languages and as JSON`() throws
  {
    let folder = try Self.folder()
    let arguments = ["explain", folder.path("one.yaml"), "--school", "6722003", "--run", "capped"]
    let english = try Binary.run(arguments).output
    for step in [
      "Baseline share (last year)", "Left out of the baseline: Lump sum", "Change",
      "Guaranteed per pupil", "Baseline share (base)", "Above the limit",
      "Taken at most, so as not to go below: Floor",
    ] {
      #expect(english.contains("    \(step)  "), "\(english)")
    }
    let lines = english.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    // 420,000 ÷ 80 = 5,250; × 1.01 = 5,302.50; × 80 = 424,200; 3,800 above; half of it.
    for line in [
      "Baseline per pupil £5,250.00", "Limit per pupil £5,302.50",
      "Limit: per pupil × pupils £424,200.00", "Above the limit £3,800.00", "Scale 50%",
      "Taken -£1,900.00", "Guaranteed per pupil £3,940.00", "Change -1.5%",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    let welsh = try Binary.run(arguments + ["--language", "cy"]).output
    #expect(welsh.contains("Cyfran y llinell sylfaen (y llynedd)"))
    #expect(!welsh.contains("Baseline") && !welsh.contains("Guaranteed"))
    let data = Data(try Binary.run(arguments + ["--json"]).output.utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    let last = try #require((json[0]["lines"] as? [[String: Any]])?.last)
    let walk = try #require(last["walk"] as? [[String: Any]])
    #expect(walk.last?["step"] as? String == "taken")
    #expect(walk.last?["value"] as? Double == -1900)
    #expect(last["amount"] as? Double == -1900)
    let new = try Binary.run([
      "explain", folder.path("one.yaml"), "--school", "6722002", "--run", "base",
    ]).output
    #expect(new.contains("No baseline (last year): the share is left as it is"))
  }

  @Test func `a column that is missing, not numbers or has a gap is told at its place`() throws {
    func errors(_ schools: String) throws -> String {
      let folder = try Self.folder(schools: schools)
      let outcome = try Binary.run([
        "run", folder.path("one.yaml"), "--out", folder.path("out"), "--quiet",
      ])
      #expect(outcome.status == 1)
      #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
      return outcome.errors
    }
    let missing = try errors(Self.schools.replacing("previous_lump_sum", with: "lump_last_year"))
    #expect(missing.contains("plain.yaml:27:61: error: 'floor': the schools of the data have no"))
    #expect(missing.contains("column 'previous_lump_sum' [no-column]"))
    let gap = try errors(Self.schools.replacing("90,520000,100", with: "90,520000,"))
    #expect(gap.contains("'previous_pupils' has no value, in school 6722001 [no-value]"))
    let none = try errors(Self.schools.replacing("420000,80", with: "420000,0"))
    #expect(none.contains("'previous_pupils' is not above nought, in school 6722003"))
    let text = try errors(Self.schools.replacing("420000,80", with: "none,80"))
    #expect(text.contains("the column 'previous_share' of the schools is not all numbers"))
  }

  @Test func `a factor left out on one side only, or a scale beyond all, is told at its place`()
    throws
  {
    func errors(_ runs: String, _ more: [String] = []) throws -> String {
      let folder = try Self.folder(runs: runs)
      let outcome = try Binary.run(
        ["run", folder.path("one.yaml"), "--out", folder.path("out"), "--quiet"] + more)
      #expect(outcome.status == 1)
      if more.isEmpty {
        let checked = try Binary.run(["check", folder.path("one.yaml")])
        #expect(checked.status == 1)
        #expect(checked.errors.contains("[unknown-factor]"))
      }
      return outcome.errors
    }
    let unknown = try errors(
      """
        base: {formula: plain.yaml}
        other: {from: base, adjustments: [{floor: {change: 0%, against: base, leaving_out: lump_sums}}]}

      """)
    #expect(unknown.contains("one.yaml:8:86: error: formula 'plain' of run 'other' has no factor"))
    #expect(unknown.contains("= did you mean 'lump_sum'?"))
    let scale = try errors(Self.runs, ["--set", "capped.cap.scale=120%"])
    #expect(scale.contains("one.yaml:8:"))
    #expect(scale.contains("the scale is 120%, and a cap takes from 0% to 100%"))
  }

  @Test func `a solve works with floors and caps, and the floor still holds`() throws {
    let folder = try Self.folder(
      runs: """
          base: {formula: plain.yaml}
          spread: {from: base, set: {lump: £0}, adjustments: [{floor: {change: -2%, against: base}}, {cap: {change: 0%, scale: 50%, against: base}}], solve: {total: base, by: basic}}

        """)
    let outcome = try Binary.run(["run", folder.path("one.yaml"), "--out", folder.path("out")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let shares = try ResultTable(folder.url.appending(path: "out/shares.csv"))
    let index = try shares.index("share")
    let base = try shares.rows(where: ["run": "base"]).map { pence($0[index]) }
    let spread = try shares.rows(where: ["run": "spread"]).map { pence($0[index]) }
    #expect(abs(base.reduce(0, +) - spread.reduce(0, +)) <= 3)
    // The smallest school would lose most without lump sums: it is held at 98% of 340,000.
    #expect(spread[1] == 33_320_000)
    #expect(try amounts(folder, "spread", "floor_2")[1] != "0.00")
    #expect(try amounts(folder, "spread", "cap")[0] != "0.00")
    // It gives up 6,800, which the other two (892,330) may gain: above the cap they must come to
    // twice that, 905,930 in all, which is £5,329 for each of their 170 pupils.
    #expect(outcome.output.contains("basic × 1.332"))
  }

  @Test func `a floor of what everybody has already moves nobody, and threads change nothing`()
    throws
  {
    let folder = try Self.folder(
      runs: """
          base: {formula: plain.yaml}
          same: {from: base, adjustments: [{floor: {change: 0, against: base, leaving_out: [lump_sum]}}, {cap: {change: 0%, scale: 100%, against: base}}]}

        """)
    for threads in ["1", "3"] {
      let outcome = try Binary.run([
        "run", folder.path("one.yaml"), "--out", folder.path("out\(threads)"), "--quiet",
        "--threads", threads,
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try folder.contents(of: "out1") == folder.contents(of: "out3"))
    let comparison = try ResultTable(folder.url.appending(path: "out1/comparison.csv"))
    #expect(try comparison.column("change") == ["0.00", "0.00", "0.00"])
  }
}
