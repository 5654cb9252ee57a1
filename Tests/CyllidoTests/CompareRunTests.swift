import Foundation
import Testing

/// `cyllido compare` on folders that `cyllido run` wrote, and scenarios that extend others.
struct CompareRunTests {
  private static func run(_ arguments: [String]) throws -> Binary.Outcome {
    let outcome = try Binary.run(arguments)
    #expect(outcome.errors == "", "\(arguments)")
    return outcome
  }

  @Test func `a null change moves no school by a penny`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let (a, b) = (folder.path("a"), folder.path("b"))
    _ = try Self.run(["run", folder.path("small.yaml"), "--out", a, "--quiet"])
    _ = try Self.run(
      ["run", folder.path("small.yaml"), "--set", "meals=£333.33", "--out", b, "--quiet"])
    let outcome = try Self.run(["compare", a, b, "--out", folder.path("d.csv")])
    #expect(outcome.output.contains("Equal: every share and every line"))
    let table = try ResultTable(folder.url.appending(path: "d.csv"))
    #expect(table.rows.count == 6)
    #expect(try table.column("difference").allSatisfy { $0 == "0.00" })
    #expect(try table.column("difference_pct").allSatisfy { $0 == "0.00" })
  }

  @Test func `a change is the same difference in the table as by hand`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let (a, b) = (folder.path("a"), folder.path("b"))
    _ = try Self.run(["run", folder.path("small.yaml"), "--out", a, "--quiet"])
    _ = try Self.run(
      ["run", folder.path("small.yaml"), "--set", "first.meals=+£100", "--out", b, "--quiet"])
    let outcome = try Self.run(
      ["compare", a, b, "--run", "first", "--out", folder.path("d"), "--language", "cy"])
    #expect(outcome.output.contains("Heb fod yn gyfartal."))
    let table = try ResultTable(folder.url.appending(path: "d/differences.csv"))
    // £100 for each head with meals: two, one of a school open half the year, one.
    #expect(try table.column("difference") == ["200.00", "50.00", "100.00"])
    #expect(try table.column("difference_per_pupil") == ["40.00", "16.67", "50.00"])
    #expect(try table.column("authority_name").allSatisfy { $0 == "Pen-y-bont ar Ogwr" })
    let json = try Self.run(["compare", a, b, "--run", "first", "--json"]).output
    #expect(json.contains("\"difference\": 350.00"))
    #expect(json.contains("\"moved\": 3"))
  }

  @Test func `what is no result is told, with what to do`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let a = folder.path("a")
    _ = try Self.run(["run", folder.path("small.yaml"), "--out", a, "--quiet"])
    func told(_ b: String, _ more: [String] = []) throws -> (Int32, String) {
      let outcome = try Binary.run(["compare", a, b] + more)
      #expect(outcome.output == "")
      return (outcome.status, outcome.errors.replacing(folder.url.path + "/", with: ""))
    }
    #expect(
      try told(folder.path("none"))
        == (2, "error: none: there is no such folder; name one that 'cyllido run' wrote\n"))
    #expect(
      try told(folder.path("small.yaml"))
        == (
          2,
          "error: small.yaml: this is a file; name the folder that 'cyllido run' wrote\n"
        ))
    #expect(
      try told(folder.path("formulas"))
        == (
          2,
          "error: formulas: this folder has no run.json, so it is not one that 'cyllido run' wrote\n"
        ))
    #expect(
      try told(a, ["--run", "frist"])
        == (
          2,
          "error: no run of a is called 'frist'; its runs are: first, second; did you mean "
            + "'first'?\n"
        ))
    #expect(try told(a, ["--run", "first", "--runs", "first=second"]).0 == 64)
    #expect(try told(a, ["--runs", "first"]).0 == 64)

    try FileManager.default.copyItem(atPath: a, toPath: folder.path("other"))
    try folder.write("other/shares.csv", "school,name,run\n6721001,Ysgol Un,first\n")
    let (status, words) = try told(folder.path("other"))
    #expect(status == 1)
    #expect(words.contains("other/shares.csv:1:1: error: the column 'share' is missing"))
    try FileManager.default.removeItem(atPath: folder.path("other/shares.csv"))
    #expect(
      try told(folder.path("other"))
        == (
          2,
          "error: other: this folder has no shares.csv; run the scenario with --format csv,json\n"
        ))
    try folder.write("other/run.json", "{}")
    #expect(
      try told(folder.path("other"))
        == (2, "error: other/run.json: this is not a record that 'cyllido run' wrote\n"))
  }

  @Test func `a scenario that extends another gives what the two in one would`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    // From another folder: data and formula stay where the base says.
    try folder.write(
      "mine/more.yaml",
      """
      cyllido: 1
      scenario: more
      extends: ../small.yaml
      title: {en: More, cy: Mwy}
      runs:
        third: {from: second, set: {meals: £400}}
      compare: {baseline: first, with: [second, third]}
      """)
    let second =
      "second: {formula: formulas/small.yaml, set: {basic.7..11: +10%}, solve: {total: first, by: lump}}"
    try folder.write(
      "flat.yaml",
      SmallData.scenario.replacing("scenario: small", with: "scenario: flat")
        .replacing(
          second,
          with: second
            + "\n  third: {formula: formulas/small.yaml, set: {basic.7..11: +10%, meals: £400}, "
            + "solve: {total: first, by: lump}}"
        )
        .replacing("with: [second]", with: "with: [second, third]"))
    _ = try Self.run(["run", folder.path("mine/more.yaml"), "--out", folder.path("a"), "--quiet"])
    _ = try Self.run(["run", folder.path("flat.yaml"), "--out", folder.path("b"), "--quiet"])
    let equal = try Self.run(["compare", folder.path("a"), folder.path("b")]).output
    #expect(equal.contains("Equal: every share and every line"))
    #expect(equal.contains("third"))
    let (a, b) = (try folder.contents(of: "a"), try folder.contents(of: "b"))
    #expect(a["comparison.csv"] == b["comparison.csv"])
    let record = try #require(a["run.json"].map { String(decoding: $0, as: UTF8.self) })
    for file in [
      "mine/more.yaml", "small.yaml", "formulas/small.yaml", "schools.csv", "pupils.csv",
    ] {
      #expect(record.contains("/\(file)\","), "\(file)")
    }
    // What the command line sets goes on top of both.
    let set = try Self.run(
      ["explain", folder.path("mine/more.yaml"), "--set", "third.meals=£1", "--school", "6724003"])
    #expect(set.output.contains("£1.00"))
  }

  @Test func `a mistake that shows only in the run is told at the base's own file`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let path = try folder.write(
      "base.yaml", SmallData.scenario.replacing("basic.7..11", with: "basics.7..11"))
    let more = try folder.write(
      "mine/more.yaml", "cyllido: 1\nscenario: more\nextends: ../base.yaml\n")
    let outcome = try Binary.run(["run", more, "--out", folder.path("a")])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "\(path):8:48: error: no rate is called 'basics' in run 'second' [unknown-rate]\n"))
    #expect(outcome.errors.contains("8 |   second: {formula: formulas/small.yaml, set: {basics"))
  }
}
