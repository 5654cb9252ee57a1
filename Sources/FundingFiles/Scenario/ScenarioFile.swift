public import Diagnostics
public import FundingModel

/// A scenario file: which runs, on which data, compared how.
public struct ScenarioFile: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The files of the scenarios that it extends, nearest first.
  public let bases: [String]

  /// Reads a file, and the files of the scenarios that it extends.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - bases: Where the scenarios are that it extends; without, beside it.
  /// - Throws: every mistake in it, and in what it has from others.
  public init(source: SourceFile, bases: ScenarioBases = ScenarioBases()) throws(Mistakes) {
    let document = try YAMLDocument(source: source)
    var reader = ScenarioReader(path: source.path)
    let root = try reader.extended(document.root, bases)
    let scenario = reader.scenario(root)
    try reader.mistakes.check()
    self.bases = reader.basePaths
    guard let scenario else { preconditionFailure("a scenario without mistakes is complete") }
    self.scenario = scenario
  }
}

/// Turns a scenario's YAML into a scenario, and collects its mistakes.
struct ScenarioReader {
  /// The mistakes so far.
  var mistakes: MistakeCollector

  /// The files of the scenarios that this one extends, nearest first.
  var basePaths: [String] = []
  /// The runs of extended scenarios that a nearer one replaces, by name, the nearest first.
  var replacedRuns: [String: [YAMLMapping.Entry]] = [:]

  init(path: String) { mistakes = MistakeCollector(path: path) }

  /// The scenario; nil, with mistakes, where anything is missing.
  mutating func scenario(_ root: YAMLNode) -> Scenario? {
    guard
      let top = MappingReader(
        root, "the scenario", required: ["cyllido", "scenario", "title", "year", "runs"],
        optional: [
          "extends", "why", "source", "data", "compare", "benchmark", "years", "sweep", "uncertain",
        ],
        into: &mistakes)
    else { return nil }
    top.text("cyllido", into: &mistakes).map { checkVersion($0) }
    let name = top.text("scenario", into: &mistakes).flatMap { readName($0, of: "a scenario") }
    let title = top["title"].flatMap { readTitle($0, owner: top.entry("title")) }
    let why = top.entry("why").flatMap { readWhy($0) }
    let source = top["source"].flatMap { readSource($0, owner: top.entry("source")) }
    let year = top.text("year", into: &mistakes).flatMap { readYear($0) }
    let data = top.entry("data").flatMap { readData($0) }
    let runs = top.entry("runs").flatMap { readRuns($0, year: year) }
    let comparison = top.entry("compare").flatMap {
      readComparison($0, runs: runs?.map(\.name) ?? [])
    }
    let benchmarks = top.entry("benchmark").map { readBenchmarks($0) }
    let years = top.entry("years").flatMap { readYears($0, after: year) }
    let sweep = top.entry("sweep").flatMap { readSweep($0, years: years) }
    let uncertain = top.entry("uncertain").flatMap { readUncertain($0) }
    guard mistakes.isEmpty, let name, let title, let year, let runs else { return nil }
    return Scenario(
      name: name, path: mistakes.path, title: title, why: why, source: source, year: year,
      data: data ?? .bundled, runs: runs, comparison: comparison,
      benchmarks: benchmarks ?? Benchmark.published(in: year).map { [$0] } ?? [],
      years: years, sweep: sweep, uncertain: uncertain)
  }

  /// Says so where a file is of another version of the format.
  mutating func checkVersion(_ scalar: YAMLScalar) {
    guard scalar.text != "1" else { return }
    mistakes.report(.wrongVersion(scalar.text), at: scalar.span)
  }

  /// A name that may stand in paths, columns and folders.
  mutating func readName(_ scalar: YAMLScalar, of what: String) -> String? {
    let isSound =
      !scalar.text.isEmpty
      && scalar.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard isSound else {
      mistakes.report(.badName(scalar.text, of: what), at: scalar.span)
      return nil
    }
    return scalar.text
  }

  private mutating func readYear(_ scalar: YAMLScalar) -> FundingYear? {
    guard let year = FundingYear(scalar.text) else {
      mistakes.report(.notYear(scalar.text), at: scalar.span)
      return nil
    }
    return year
  }

  /// Who asks, and what it would show: one text for both languages, or one for each.
  private mutating func readWhy(_ entry: YAMLMapping.Entry) -> BilingualText? {
    if case .mapping = entry.value { return readTitle(entry.value, owner: entry) }
    guard let text = entry.value.text("'why'", into: &mistakes)?.text else { return nil }
    return BilingualText(en: text, cy: text)
  }

  private mutating func readTitle(_ node: YAMLNode, owner: YAMLMapping.Entry?) -> BilingualText? {
    guard
      let table = MappingReader(
        node, "a title", required: ["en", "cy"], owner: owner?.key.span, into: &mistakes)
    else { return nil }
    guard let english = table.text("en", into: &mistakes)?.text,
      let welsh = table.text("cy", into: &mistakes)?.text
    else { return nil }
    return BilingualText(en: english, cy: welsh)
  }

  /// A publication: a title, and where it can be found.
  mutating func readSource(_ node: YAMLNode, owner: YAMLMapping.Entry?) -> FundingSource? {
    guard
      let table = MappingReader(
        node, "a source", required: ["title"], optional: ["url", "publisher"],
        owner: owner?.key.span, into: &mistakes)
    else { return nil }
    let publisher = table.text("publisher", into: &mistakes)?.text
    let url = table.text("url", into: &mistakes)?.text
    guard let title = table.text("title", into: &mistakes)?.text else { return nil }
    return FundingSource(key: "source", title: title, publisher: publisher, url: url)
  }
}
