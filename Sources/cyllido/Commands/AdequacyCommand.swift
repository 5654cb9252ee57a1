import ArgumentParser
import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

struct AdequacyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adequacy",
    abstract: "Hold what each run gives every school against what it costs to run the school.",
    discussion: """
      The assumptions (class sizes, contact ratio, pay at its real cost, premises) are a file in the
      form of a formula, each figure with its unit and source; --set changes one, such as
      --set cost.class_size=25. With --school, one school's cost: every rate × driver = amount. With
      --out: adequacy.csv, adequacy-summary.csv, adequacy-lines.csv, adequacy.html and run.json.
      """)

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "The assumptions; without, the scenario's, or scenarios/data/staffing/adequacy.yaml of the project.",
      valueName: "file"))
  var assumptions: String?

  @Option(help: ArgumentHelp("Show one school's cost, line by line.", valueName: "number"))
  var school: Int?

  @Option(
    help: ArgumentHelp("Write the tables and the page into this folder.", valueName: "folder"))
  var out: String?

  @Flag(help: "Replace files in the folder even if something else wrote it.")
  var force = false

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Run") var running: RunOptions
  @OptionGroup(title: "Disclosure") var disclosing: DisclosureOptions
  @OptionGroup(title: "Show") var show: ShowOptions

  func run() throws {
    try Outcome.of(show.language) { files in
      files.digestsStreams = out != nil
      var choice = data.choice
      choice.threads = running.threads
      var loader = ScenarioLoader(files: files, data: choice, changes: running.changes)
      let loaded = try loader.load(scenario)
      let formula = try StaffingLoader(files: files, near: scenario)
        .assumptions(assumptions ?? loaded.staffing.assumptions, for: loaded)
      let threads = running.threads ?? ProcessInfo.processInfo.activeProcessorCount
      let run = AdequacyRun(loaded.inputs, assumptions: formula, threads: threads)
      let (result, outcome, disclosures) = try Outcome.inWords(of: scenario, data: loaded.columns) {
        () throws(ScenarioFailure) in
        let runner = ScenarioRunner(run.own, threads: threads)
        let result = try runner.result()
        return (
          result, try run.outcome(beside: result),
          try self.disclosures(of: result, by: runner, with: run, threads: threads)
        )
      }
      for warning in loaded.warnings { Console.tell(warning.line(show.language)) }
      var tables: [OutputFile] = []
      if let out {
        tables =
          AdequacyTables.all(of: outcome.adequacy, language: show.language)
          .map { disclosures.tables.hiding($0).file }
          + [page(of: outcome.adequacy, result.scenario, files, disclosures.published)]
        let record = FolderRecord(
          version: Cyllido.version, title: "adequacy", inputs: files.inputs,
          files: tables.map(\.name))
        try OutputFolder.write(files: tables + [record.file()], to: out, force: force)
      }
      if let school {
        try explain(school, outcome, of: result, run, original: formula)
      } else if show.json {
        Console.show(AdequacyTables.json(of: outcome.adequacy).rendered())
      } else if !show.quiet {
        Console.show(AdequacyText(outcome.adequacy, language: show.language).text())
      }
      if let out, !show.json, !show.quiet {
        let names = (tables.map(\.name) + [RunRecord.fileName]).joined(separator: ", ")
        Console.show(disclosures.text(show.language))
        Console.show("\n\(ConsoleWords.written[show.language]): \(out)/ (\(names))\n")
      }
    }
  }

  /// What the files keep back, of shares and costs together; there is nothing to say without files.
  private func disclosures(
    of result: ScenarioResult, by runner: ScenarioRunner, with run: AdequacyRun, threads: Int
  ) throws(ScenarioFailure) -> Disclosures {
    guard out != nil else { return Disclosures(tables: Disclosure(), published: nil) }
    let isLooking = disclosing.looks(at: result, publishing: true)
    let together = isLooking ? run.together : runner
    return try disclosing.disclosures(
      of: isLooking ? try together.result() : result, by: together,
      publishing: BilingualText(en: "Page", cy: "Tudalen"), threads: threads)
  }

  private func page(
    of adequacy: Adequacy, _ scenario: Scenario, _ files: InputFiles, _ disclosure: Disclosure
  ) -> OutputFile {
    let naming =
      ["adequacy", self.scenario] + (assumptions.map { ["--assumptions", $0] } ?? []) + data.words
      + running.changes.flatMap { ["--set", $0] } + show.words
    let suppressing = disclosing.suppress.map { ["--suppress", String($0)] } ?? []
    return AdequacyPage(
      adequacy, of: scenario, language: show.language, disclosure: disclosure,
      provenance: PageProvenance(
        version: Cyllido.version, inputs: files.inputs,
        command: naming + suppressing + ["--out", "FOLDER"]),
      explain: naming + ["--school", "NUMBER"]
    ).file()
  }

  /// Shows one school's cost, and each run's share beside it.
  private func explain(
    _ school: Int, _ outcome: AdequacyRun.Outcome, of result: ScenarioResult,
    _ run: AdequacyRun, original: Formula
  ) throws {
    let row = try SchoolLookup(census: result.census).row(of: school)
    let name = result.census.schools.names[row]
    let costs = outcome.adequacy.rows.filter { $0.row == row && $0.cost != nil }
    guard !costs.isEmpty else {
      throw WorldFailure(
        "school \(school) (\(name)) has no cost: no line of \(original.path) is for it")
    }
    let known = Set(costs.map(\.year))
    let texts = try outcome.costs.filter { known.contains($0.allocation.year) }
      .compactMap { cost -> StatementText? in
        let statement = try Outcome.inWords(of: scenario) { () throws(ScenarioFailure) in
          try run.statement(ofRow: row, in: cost)
        }
        guard let statement else { return nil }
        let others = costs.filter {
          // The statement tells the published budget in a sentence of its own.
          $0.year == cost.allocation.year && $0.run != AdequacyRun.published
        }.map {
          StatementText.OtherShare(run: $0.run, share: $0.share)
        }
        return StatementText(
          statement: statement, census: result.census(in: cost.allocation.year),
          run: AdequacyRun.name, year: cost.allocation.year, others: others, original: original,
          total: AdequacySentences.cost,
          isFirstYear: cost.allocation.year == result.scenario.year)
      }
    if show.json {
      Console.show(JSON.array(texts.map { $0.json() }).rendered())
    } else if !show.quiet {
      Console.show(texts.map { $0.text(show.language) }.joined(separator: "\n"))
    }
  }
}
