import ArgumentParser
import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

struct FormulasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formulas",
    abstract: "List the formulae, or set them side by side on the same schools.",
    discussion: """
      With --compare: what each formula pays the same reference schools (primary of 30, 100, 210 and
      420 pupils, secondary of 600, 1,000 and 1,500, each with 10%, 20% and 40% free school meals), by
      purpose, and how complex each formula is. With --out also as comparison-of-formulae.csv and
      complexity.csv.
      """)

  @Flag(help: "Set the formulae side by side on the same reference schools.")
  var compare = false

  @Option(help: ArgumentHelp("Write the comparison's tables here.", valueName: "folder"))
  var out: String?

  @Flag(help: "Replace files in the folder even if something else wrote it.")
  var force = false

  @OptionGroup(title: "Show") var show: ShowOptions

  func validate() throws {
    if out != nil, !compare { throw ValidationError("--out goes with --compare") }
  }

  func run() throws {
    try Outcome.of(show.language) { files in
      let library = FormulaLibrary(ProjectFolders(near: nil))
      guard let folder = library.folders.first else {
        throw WorldFailure("there is no folder formulas/ here or above; run cyllido in its folder")
      }
      var mistakes: [Diagnostic] = []
      var formulas: [Formula] = []
      for path in library.files(in: folder) {
        do {
          formulas.append(
            try FormulaFile(source: try files.read(path), fields: .standard).formula)
        } catch let error as Mistakes {
          mistakes += error.diagnostics
        }
      }
      if compare {
        // A table that leaves a formula out without a word would be wrong.
        guard mistakes.isEmpty else { throw Mistakes(mistakes) }
        try self.compare(formulas, files: files)
      } else if show.json {
        Console.show(FormulaList.json(formulas).rendered())
      } else {
        Console.show(FormulaList.text(formulas, language: show.language))
      }
      guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    }
  }

  /// Sets formulae side by side, on standard output and in files.
  private func compare(_ formulas: [Formula], files: InputFiles) throws {
    var cache = CensusLoader.Cache()
    let loader = CensusLoader(
      files: files, data: DataChoice(), folders: ProjectFolders(near: nil), scenario: nil)
    let comparison = FormulaComparison.of(formulas, facts: try loader.facts(nil, &cache))
    if let out {
      let inputs = files.files.map { RunRecord.Input(path: $0.path, bytes: $0.bytes) }
      let page = ComparisonPage(
        comparison, language: show.language,
        provenance: PageProvenance(
          version: Cyllido.version, inputs: inputs,
          command: ["formulas", "--compare", "--out", "FOLDER"] + show.words))
      let tables = ComparisonTables.files(of: comparison) + [page.file()]
      let record = FolderRecord(
        version: Cyllido.version, title: "comparison-of-formulae",
        inputs: inputs,
        files: tables.map(\.name))
      try OutputFolder.write(files: tables + [record.file()], to: out, force: force)
    }
    if show.json {
      Console.show(ComparisonTables.json(of: comparison).rendered())
    } else if !show.quiet {
      Console.show(ComparisonText(comparison, language: show.language).text())
      if let out {
        Console.show(
          "\n\(ConsoleWords.written[show.language]): \(out)/ (comparison-of-formulae.csv, comparison-of-formulae.html, complexity.csv, run.json)\n"
        )
      }
    }
  }
}

struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "List the fields and functions that a formula may use.")

  @Option(help: ArgumentHelp("Add this file's columns.", valueName: "file"))
  var schools: String?

  @Option(help: ArgumentHelp("Add this file's columns.", valueName: "file"))
  var pupils: String?

  @OptionGroup(title: "Show") var show: ShowOptions

  func run() throws {
    try Outcome.of(show.language) { files in
      let fields = try FieldsAtHand(schools: schools, pupils: pupils).catalogue(files)
      if show.json {
        Console.show(FieldList.json(fields).rendered())
      } else {
        Console.show(FieldList.text(fields, language: show.language))
      }
    }
  }
}

/// The standard fields with the columns of data files named on the command line.
struct FieldsAtHand {
  let schools: String?
  let pupils: String?

  /// The catalogue; the standard one where no file is named.
  func catalogue(_ files: InputFiles) throws -> FieldCatalogue {
    guard let schools else {
      guard pupils == nil else {
        throw WorldFailure("--pupils needs --schools: pupils are read against their schools")
      }
      return .standard
    }
    let table = try SchoolsFile(source: try files.read(schools)).table
    var columns = table.columns
    if let pupils {
      let file = try PupilsFile(
        stream: try files.stream(pupils), schools: table,
        threads: ProcessInfo.processInfo.activeProcessorCount)
      columns += file.table.columns
    }
    return FieldCatalogue.standard.adding(fields: columns.map(\.fieldAsFound))
  }
}
