import Diagnostics
import Foundation
import FundingFiles
import FundingModel
import Testing

@testable import cyllido

/// What the project's own files promise.
@Suite struct RepositoryTests {
  static func files(in folder: String, ending: String) throws -> [String] {
    let root = Binary.root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(ending) }.sorted().map { root.appending(path: $0).path }
  }

  private static func formulas() throws -> [Formula] {
    try files(in: "formulas", ending: ".yaml").filter { !$0.hasSuffix(".cases.yaml") }
      .map { try FormulaFile(source: SourceFile(reading: $0), fields: .standard).formula }
  }

  @Test func `each of the 22 authorities has its formula, and there is a national one`() throws {
    let formulas = try Self.formulas()
    for authority in Authority.all {
      let own = try #require(formulas.first { $0.name == authority.slug })
      #expect(own.reach == .authority(authority.code))
      #expect(own.title == authority.name)
    }
    #expect(formulas.contains { $0.name == "national" && $0.reach == .any })
  }

  @Test func `every local formula pays by pupil, by school and for deprivation`() throws {
    for formula in try Self.formulas() where formula.name != "national" {
      let purposes = Set(formula.factors.map(\.purpose))
      #expect(purposes.contains(.basic) || purposes.contains(.staffing), "\(formula.name)")
      #expect(purposes.contains(.deprivation), "\(formula.name)")
      #expect(
        formula.factors.contains { $0.each == .school } && formula.hasEstimates, "\(formula.name)")
    }
  }

  private static func grants() throws -> [Formula] {
    try files(in: "formulas/grants", ending: ".yaml")
      .map { try FormulaFile(source: SourceFile(reading: $0), fields: .standard).formula }
  }

  @Test func `every rate names a source that the file describes`() throws {
    for formula in try Self.formulas() + Self.grants() {
      let keys = formula.sources.map(\.key)
      for rate in formula.rates {
        #expect(!rate.sources.isEmpty, "\(formula.name): \(rate.name)")
        for source in rate.sources { #expect(keys.contains(source)) }
      }
      for source in formula.sources { #expect(source.url != nil || source.publisher != nil) }
    }
  }

  @Test func `every rate in money names the index that moves it, and no other rate does`() throws {
    for formula in try Self.formulas() {
      for rate in formula.rates {
        let indices = rate.unit.isMoney ? ["pay", "prices"] : []
        #expect(
          rate.uprate.map(indices.contains) ?? indices.isEmpty, "\(formula.name): \(rate.name)")
      }
      #expect(Set(formula.rates.compactMap(\.uprate)).count == 2, "\(formula.name)")
    }
  }

  @Test func `every scenario is read, says why and in both languages`() throws {
    let paths = try Self.files(in: "scenarios", ending: ".yaml")
    #expect(!paths.isEmpty)
    let guide = try String(
      contentsOf: Binary.root.appending(path: "docs/scenarios.md"), encoding: .utf8)
    for path in paths {
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      #expect(guide.contains("| `\(name)` |"), "\(name) is not among the scenarios that ship")
      let scenario = try ScenarioFile(source: SourceFile(reading: path)).scenario
      let why = try #require(scenario.why)
      #expect(scenario.source != nil && why.english != why.welsh)
      #expect(!scenario.title.welsh.isEmpty && scenario.title.welsh != scenario.title.english)
    }
  }

  @Test func `the glossary is complete, and its Swift names are in the sources`() throws {
    let text = try String(
      contentsOf: Binary.root.appending(path: "docs/glossary.md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(rows.count > 40)
    var sources = ""
    let folder = Binary.root.appending(path: "Sources")
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    where file.pathExtension == "swift" {
      sources += try String(contentsOf: file, encoding: .utf8)
    }
    for row in rows {
      #expect(row.count == 5 && row.allSatisfy { !$0.isEmpty }, "\(row)")
      for name in (row.last ?? "").split(separator: "`").flatMap({ $0.split(separator: ".") })
      where name.allSatisfy({ $0.isLetter || $0 == "_" }) {
        #expect(sources.contains(name), "\(name)")
      }
    }
    for term in [
      "pupil", "school", "authority", "sector", "factor", "rate", "quantum",
      "budget share", "individual schools budget (ISB)", "delegated", "retained centrally",
      "scenario", "baseline", "run",
    ] { #expect(rows.contains { $0[0].contains(term) }, "\(term)") }
  }

  @Test func `the real schools file and its rows are not in the project`() throws {
    for folder in ["formulas", "scenarios", "Tests", "docs", "Benchmarks"] {
      let files = FileManager.default.enumerator(
        at: Binary.root.appending(path: folder), includingPropertiesForKeys: nil)
      for case let file as URL in try #require(files) {
        #expect(!file.lastPathComponent.contains("wales-schools"))
      }
    }
  }

  @Test func `the README's commands are there and its files exist`() throws {
    let text = try String(contentsOf: Binary.root.appending(path: "README.md"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 121)
    #expect(
      text.contains("swift run -c release cyllido run scenarios/one-national-formula.yaml"))
    #expect(text.contains("swift test"))
    for match in text.matches(of: /\]\(([^)#:]+)\)/) {
      let path = Binary.root.appending(path: String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
    }
  }

  @Test func `every worked case comes out as expected, England's sixteen lines among them`() throws
  {
    var cases = 0
    let files =
      try Self.files(in: "formulas", ending: ".cases.yaml")
      + Self.files(in: "Tests/CyllidoTests/england", ending: ".cases.yaml")
    for path in files {
      let outcome = try CasesRun(files: InputFiles(), fields: .standard)
        .run(SourceFile(reading: path))
      #expect(outcome.failed == 0, "\(outcome.mistakes.map(\.message))")
      cases += outcome.cases
    }
    #expect(cases >= 16)
  }
}
