import Diagnostics
import Foundation
import FundingFiles
import FundingModel
import Testing

/// A scenario that extends another has what the other has, but for what it says itself.
final class ScenarioExtendsTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "cyllido-\(UUID().uuidString)")

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  private func write(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func read(_ path: String) throws -> ScenarioFile {
    try ScenarioFile(source: SourceFile(reading: path))
  }

  private let base = """
    cyllido: 1
    scenario: base
    title: {en: Base, cy: Sylfaen}
    year: 2024-25
    data: {schools: schools.csv, seed: 5}
    benchmark: £6390
    runs:
      local: {formula: local}
      own: {formula: own.yaml, set: {basic: +1%}, grants: [near/poverty.yaml]}
      protected: {from: own, adjustments: [{floor: {change: -2%, against: local}}]}
    compare: {baseline: local, with: [own, protected]}

    """

  @Test func `what the scenario does not say is the base's`() throws {
    try write("base.yaml", base)
    let file = try read(
      write("more.yaml", "cyllido: 1\nscenario: more\nextends: base\nbenchmark: £7000\n"))
    #expect(file.bases == [folder.path + "/base.yaml"])
    let scenario = file.scenario
    #expect(scenario.name == "more")
    #expect(scenario.title == BilingualText(en: "Base", cy: "Sylfaen"))
    #expect(scenario.year == FundingYear(start: 2024))
    #expect(scenario.data.seed == 5)
    #expect(scenario.benchmarks.map(\.amount) == [Money(pounds: 7000)])
    #expect(scenario.runs.map(\.name) == ["local", "own", "protected"])
    #expect(scenario.comparison?.with == ["own", "protected"])
  }

  @Test func `a run of the base's name takes its place, and what comes from it follows`() throws {
    try write("base.yaml", base)
    let runs = try read(
      write(
        "more.yaml",
        """
        cyllido: 1
        scenario: more
        extends: base
        runs:
          higher: {from: own, set: {lump: £5}}
          own: {formula: national}
        """)
    ).scenario.runs
    #expect(runs.map(\.name) == ["local", "own", "protected", "higher"])
    for run in runs.dropFirst() {
      guard case .named("national", let place) = run.formula else {
        Issue.record("\(run.name) has \(run.formula)")
        continue
      }
      #expect(place.path == nil)
    }
    #expect(runs[2].adjustments.count == 1)
    #expect(runs[1].changes.isEmpty)
    #expect(runs[3].changes.map(\.path) == [["lump"]])
  }

  @Test func `a run may begin with the base's run of its own name`() throws {
    try write("base.yaml", base)
    try write(
      "more.yaml",
      """
      cyllido: 1
      scenario: more
      extends: base
      runs: {own: {from: own, set: {basic: +2%}}}
      """)
    let runs = try read(
      write(
        "most.yaml",
        """
        cyllido: 1
        scenario: most
        extends: more
        runs: {own: {from: own, set: {basic: +3%}}}
        """)
    ).scenario.runs
    #expect(runs.map(\.name) == ["local", "own", "protected"])
    let steps = ["1", "2", "3"].map { "basic=+\($0)%" }
    #expect(runs[1].changes.map(\.written) == steps)
    #expect(runs[2].changes.map(\.written) == steps)
  }

  @Test func `places and paths of the base stay those of its file`() throws {
    let path = try write("a/b/base.yaml", base)
    let scenario = try read(
      write("c/more.yaml", "cyllido: 1\nscenario: more\nextends: ../a/b/base.yaml\n")
    ).scenario
    let own = scenario.runs[1]
    guard case .named(let formula, let place) = own.formula else {
      Issue.record("\(own.formula)")
      return
    }
    #expect(formula == "../a/b/own.yaml")
    #expect(place.path == path && place.line == 9)
    #expect(own.grants.map(\.name) == ["../a/b/near/poverty.yaml"])
    guard case .named("schools.csv", let schools?) = scenario.data.schools else {
      Issue.record("\(scenario.data.schools)")
      return
    }
    #expect(schools.path == path)
    #expect(scenario.runs[2].adjustments.first?.adjustment.path == path)
  }

  @Test func `a name is looked for beside the scenario, then in the folders of scenarios`() throws {
    let path = try write("scenarios/base.yaml", base)
    let source = SourceFile(
      path: folder.path + "/mine/more.yaml",
      bytes: Array("cyllido: 1\nscenario: more\nextends: base\n".utf8))
    let scenarios = folder.appending(path: "scenarios").path
    #expect(
      try ScenarioFile(source: source, bases: ScenarioBases(folders: { _ in [scenarios] })).bases
        == [path])
    let beside = try write("mine/base.yaml", base)
    #expect(
      try ScenarioFile(source: source, bases: ScenarioBases(folders: { _ in [scenarios] })).bases
        == [beside])
  }

  @Test func `a scenario without runs of its own or of a base has none`() throws {
    try write("base.yaml", "cyllido: 1\nscenario: base\ntitle: {en: B, cy: S}\n")
    let path = try write("more.yaml", "cyllido: 1\nscenario: more\nextends: base\n")
    #expect(throws: Mistakes.self) { try self.read(path) }
  }
}
