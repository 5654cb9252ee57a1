import Foundation
import Testing

/// Several scenarios in one command: data read once, each folder as if it had run alone.
struct BatchRunTests {
  /// Three scenarios: one of all pupils' rows, one of counts and another formula, one that is wrong.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    let dearer = SmallData.formula.replacing("formula: small", with: "formula: dearer")
      .replacing("£333.33", with: "£444.44")
    try folder.write("formulas/dearer.yaml", dearer)
    try folder.write(
      "all/a-counts.yaml",
      """
      cyllido: 1
      scenario: a-counts
      title: {en: Of counts, cy: O gyfrifon}
      year: 2024-25
      data: {schools: ../schools.csv, pupils: ../counts.csv}
      runs:
        dearer: {formula: ../formulas/dearer.yaml}
        twice: {formula: ../formulas/dearer.yaml, set: {meals: +100%}}
      compare: {baseline: dearer, with: [twice]}

      """)
    for name in ["c-rows", "d-rows-again"] {
      try folder.write(
        "all/\(name).yaml",
        SmallData.scenario.replacing("scenario: small", with: "scenario: \(name)")
          .replacing("schools.csv", with: "../schools.csv")
          .replacing("pupils.csv", with: "../pupils.csv")
          .replacing("formulas/", with: "../formulas/"))
    }
    return folder
  }

  @Test func `every folder of a batch is to the byte what its scenario alone writes`() throws {
    let folder = try Self.folder()
    let batch = try Binary.run(
      ["run", "all", "--quiet", "--out", "batch"], in: folder.url)
    #expect(batch.status == 0 && batch.errors == "")
    for name in ["a-counts", "c-rows", "d-rows-again"] {
      let alone = try Binary.run(
        ["run", "all/\(name).yaml", "--quiet", "--out", "alone/\(name)"], in: folder.url)
      #expect(alone.status == 0 && alone.errors == "")
      let (one, other) = (
        try folder.contents(of: "alone/\(name)"), try folder.contents(of: "batch/\(name)")
      )
      #expect(one.keys.sorted() == other.keys.sorted())
      #expect(one["run.json"] != nil && one["report.html"] != nil)
      for file in one.keys.sorted() {
        #expect(one[file] == other[file], "\(name)/\(file)")
      }
    }
  }

  @Test func `the record of a scenario in a batch names its own files and no others`() throws {
    let folder = try Self.folder()
    _ = try Binary.run(["run", "all", "--quiet", "--out", "batch"], in: folder.url)
    func paths(_ name: String) throws -> Set<String> {
      let record = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.url.appending(path: "batch/\(name)/run.json")))
      let inputs = (record as? [String: Any])?["inputs"] as? [[String: Any]] ?? []
      return Set(inputs.compactMap { ($0["path"] as? String).map(Self.shown) })
    }
    #expect(
      try paths("a-counts")
        == ["all/a-counts.yaml", "counts.csv", "formulas/dearer.yaml", "schools.csv"])
    #expect(
      try paths("c-rows")
        == ["all/c-rows.yaml", "formulas/small.yaml", "pupils.csv", "schools.csv"])
    #expect(
      try paths("d-rows-again")
        == ["all/d-rows-again.yaml", "formulas/small.yaml", "pupils.csv", "schools.csv"])
  }

  /// A path as the scenario's own folder sees it.
  private static func shown(_ path: String) -> String { path.replacing("all/../", with: "") }

  @Test func `a folder of one scenario is a batch too`() throws {
    let folder = try TemporaryFolder()
    try SmallData.write(to: folder)
    try FileManager.default.createDirectory(
      atPath: folder.path("one"), withIntermediateDirectories: true)
    try folder.write(
      "one/alone.yaml",
      SmallData.scenario.replacing("scenario: small", with: "scenario: alone")
        .replacing("schools.csv", with: "../schools.csv")
        .replacing("pupils.csv", with: "../pupils.csv")
        .replacing("formulas/", with: "../formulas/"))
    let batch = try Binary.run(["run", "one", "--quiet", "--out", "batch"], in: folder.url)
    #expect(batch.status == 0 && batch.errors == "")
    #expect(try folder.contents(of: "batch/alone")["shares.csv"] != nil)
    let index = try ResultTable(folder.url.appending(path: "batch/index.csv"))
    #expect(try index.column("scenario").allSatisfy { $0 == "alone" })
  }

  @Test func `two scenarios of one name are refused before anything is written`() throws {
    let folder = try Self.folder()
    try folder.write("other/c-rows.yaml", SmallData.scenario)
    let batch = try Binary.run(
      ["run", "all", "other/c-rows.yaml", "--quiet", "--out", "batch"], in: folder.url)
    #expect(batch.status == 2)
    #expect(
      batch.errors
        == "error: all/c-rows.yaml and other/c-rows.yaml would both be written into the folder "
        + "'c-rows': run them one by one\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path("batch")))
  }

  @Test func `a scenario that fails is named, and the others are done`() throws {
    let folder = try Self.folder()
    try folder.write(
      "all/b-wrong.yaml", "cyllido: 1\nscenario: b-wrong\nrnus: {}\n")
    let batch = try Binary.run(["run", "all", "--quiet", "--out", "batch"], in: folder.url)
    #expect(batch.status == 1)
    #expect(batch.errors.contains("all/b-wrong.yaml:3:1: error: "))
    #expect(batch.errors.contains("all/b-wrong.yaml: this scenario was not run"))
    let index = try ResultTable(folder.url.appending(path: "batch/index.csv"))
    #expect(index.rows.count >= 4)
    for name in ["a-counts", "c-rows", "d-rows-again"] {
      #expect(try folder.contents(of: "batch/\(name)")["shares.csv"] != nil)
    }
    #expect(
      !FileManager.default.fileExists(atPath: folder.path("batch/b-wrong")))
    let page = try String(
      contentsOf: folder.url.appending(path: "batch/index.html"), encoding: .utf8)
    #expect(page.contains("b-wrong"))
  }
}
