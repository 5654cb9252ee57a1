import ArgumentParser
import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a scenario: fund every school in every run, write the tables, print a summary.",
    discussion: """
      Several scenarios, or a folder of them, are a batch: one folder of outputs each and an index.
      Writes report.html, shares.csv, factors.csv, comparison.csv, authorities.csv, sectors.csv, parity.csv,
      parity-authorities.csv, winners.csv, gains.csv, equity.csv, twins.csv and run.json into
      out/<scenario>, or where --out says; with floors, caps or several years protection.csv and
      protection-authorities.csv, with several years transition.csv, with a sweep or uncertain rates
      sweep.csv, draws.csv and uncertainty.csv too; with assumptions adequacy.csv,
      adequacy-summary.csv and adequacy-lines.csv, with staffing icfp.csv and families.csv; with
      --format xlsx also <scenario>.xlsx, a workbook of the same tables.
      """)

  @Argument(help: ArgumentHelp("Scenario files, or folders of them.", valueName: "scenario"))
  var scenarios: [String]

  @Option(help: ArgumentHelp("Write the outputs into this folder.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Which outputs to write: csv, json, html, xlsx (run.json is always written).",
      valueName: "csv,json,html"))
  var format = OutputFormats.all

  @OptionGroup(title: "Disclosure") var disclosing: DisclosureOptions

  @Flag(help: "Replace files in the folder even if something else wrote it.")
  var force = false

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Costs and staffing") var staffing: StaffingOptions
  @OptionGroup(title: "Run") var running: RunOptions
  @OptionGroup(title: "Show") var show: ShowOptions

  func run() throws {
    try Outcome.of(show.language) { files in
      files.digestsStreams = true
      let paths = try ScenarioPaths(in: scenarios)
      var choice = data.choice
      choice.threads = running.threads
      var loader = ScenarioLoader(files: files, data: choice, changes: running.changes)
      if paths.areBatch {
        try runBatch(paths.files, with: &loader)
      } else {
        for path in paths.files { _ = try runOne(path, into: out, with: &loader) }
      }
    }
  }

  /// Runs one scenario and writes its folder.
  private func runOne(
    _ path: String, into folder: String?, with loader: inout ScenarioLoader
  ) throws -> (result: ScenarioResult, disclosures: Disclosures) {
    let loaded = try loader.load(path)
    var further = try FurtherWork(
      staffing.choice, for: loaded, path, files: loader.files, threads: threads,
      fewestTeachers: disclosing.fewestTeachers)
    let runner = ScenarioRunner(further.inputs, threads: threads)
    let result = try Outcome.inWords(of: path, data: loaded.columns) { () throws(ScenarioFailure) in
      let main = try runner.result()
      Interruption.stops.begin()
      defer { Interruption.stops.end() }
      return try runner.addingPoints(to: main, watch: SweepProgress.watch())
    }
    let disclosures = try Outcome.inWords(of: path) { () throws(ScenarioFailure) in
      try further.work(beside: result)
      let isLooking = disclosing.looks(at: result, publishing: publications != nil)
      let seen = isLooking ? try further.seen(result, by: runner) : (result, runner)
      return try disclosing.disclosures(
        of: seen.0, by: seen.1, publishing: publications, threads: threads)
    }
    var tables =
      format.contains(.csv)
      ? ResultTables.files(of: result, language: show.language, disclosure: disclosures.tables)
        + further.tables(disclosures.tables, show.language).map(\.file)
      : []
    if format.contains(.xlsx) {
      tables.append(
        Workbook(
          of: result, language: show.language, version: Cyllido.version,
          disclosure: disclosures.published,
          more: further.tables(disclosures.published, show.language)
        ).file())
    }
    let warnings =
      loaded.warnings + further.warnings + result.spendingWarnings + result.pointWarnings
      + runner.unusedIndices.map { .indexMovesNothing($0) }
    let names = tables.map(\.name) + (format.contains(.html) ? [Report.fileName] : [])
    let record = RunRecord(
      version: Cyllido.version,
      inputs: loader.files.inputs,
      options: options, warnings: warnings, files: names, result: result,
      disclosure: disclosures.json)
    let report =
      format.contains(.html)
      ? [
        Report(
          record, language: show.language, command: command(for: path),
          disclosure: disclosures.published,
          naming: [path] + data.words + further.inputs.changes.flatMap { ["--set", $0.written] }
            + show.words, costs: further.adequacy,
          staffing: further.measures.map(disclosures.published.hiding)
        ).file()
      ] : []
    let folder = folder ?? "out/\(result.scenario.name)"
    try OutputFolder.write(files: tables + report + [record.file()], to: folder, force: force)
    for warning in warnings { Console.tell(warning.line(show.language)) }
    if show.json {
      Console.show(Summary.json(result).rendered())
    } else if !show.quiet {
      Console.show(Summary.text(result, language: show.language))
      Console.show(disclosures.text(show.language))
      Console.show(
        "\n\(ConsoleWords.written[show.language]): \(folder)/ (\((names + [RunRecord.fileName]).joined(separator: ", ")))\n"
      )
    }
    if result.isPartial {
      Console.tell(ConsoleWords.interrupted[show.language] + "\n")
      throw Outcome.interrupted
    }
    return (result, disclosures)
  }

  /// Runs every scenario; one that fails is named, and the others are done.
  private func runBatch(_ paths: [String], with loader: inout ScenarioLoader) throws {
    let folder = out ?? "out"
    var entries: [BatchIndex.Entry] = []
    var failed = false
    for path in paths {
      let name = FormulaLibrary.stem(path)
      do {
        let done = try runOne(path, into: folder + "/" + name, with: &loader)
        entries.append(
          BatchIndex.Entry(
            path: path, folder: folder + "/" + name, result: done.result,
            tables: done.disclosures.tables, published: done.disclosures.published))
      } catch {
        _ = try Outcome.tell(error, files: loader.files, language: show.language)
        Console.tell(ConsoleWords.notRun(path)[show.language] + "\n")
        entries.append(BatchIndex.Entry(path: path, failed: Outcome.oneLine(error)))
        failed = true
      }
    }
    let index = BatchIndex(entries: entries)
    let page = index.page(
      language: show.language, in: folder, hasReports: format.contains(.html))
    for file in [index.file(language: show.language)] + (format.contains(.html) ? [page] : []) {
      try SingleFile.write(file.bytes, to: folder + "/" + file.name)
    }
    try loader.files.finishQuarantine()
    if failed { throw Outcome.mistake }
  }

  private var threads: Int { running.threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The files that are made to be passed on, in words; nil where none is written.
  private var publications: BilingualText? {
    switch (format.contains(.html), format.contains(.xlsx)) {
    case (true, true): BilingualText(en: "Report and workbook", cy: "Adroddiad a llyfr gwaith")
    case (true, false): BilingualText(en: "Report", cy: "Adroddiad")
    case (false, true): BilingualText(en: "Workbook", cy: "Llyfr gwaith")
    case (false, false): nil
    }
  }

  /// The words of the command that gives the same result: what bears on it, and no more.
  private func command(for path: String) -> [String] {
    ["run", path] + data.words + staffing.words + running.changes.flatMap { ["--set", $0] }
      + (disclosing.suppress.map { ["--suppress", String($0)] } ?? []) + show.words
  }

  /// The options that bear on the result.
  private var options: [RunRecord.Option] {
    running.changes.map { RunRecord.Option(name: "set", value: $0) }
      + (data.differences == .allow
        ? [RunRecord.Option(name: "differences", value: "allow")] : [])
      + [
        ("assumptions", staffing.assumptions), ("staffing", staffing.staffing),
        ("bands", staffing.bands),
      ].compactMap { name, value in value.map { RunRecord.Option(name: name, value: $0) } }
      + (disclosing.suppress.map { [RunRecord.Option(name: "suppress", value: String($0))] } ?? [])
      + [RunRecord.Option(name: "language", value: show.language.rawValue)]
  }
}

/// The kinds of output that a run writes.
struct OutputFormats: ExpressibleByArgument {
  enum Format: String, CaseIterable { case csv, json, html, xlsx }

  private let formats: [Format]

  /// What is written where nothing is said: all but the workbook, which repeats the tables.
  static let all = OutputFormats(formats: Format.allCases.filter { $0 != .xlsx })

  private init(formats: [Format]) { self.formats = formats }

  /// Reads `csv,json,html`; nil for an unknown kind or none.
  init?(argument: String) {
    let formats = argument.split(separator: ",").map { Format(rawValue: String($0)) }
    guard !formats.isEmpty, formats.allSatisfy({ $0 != nil }) else { return nil }
    self.formats = formats.compactMap { $0 }
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }

  func contains(_ format: Format) -> Bool { formats.contains(format) }
}
