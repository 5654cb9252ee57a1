import ArgumentParser
import Diagnostics
import FundingFiles
import FundingModel
import FundingReports

struct FormulasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formulas", abstract: "List the formulae: authority, year, status, estimates.")

  @OptionGroup(title: "Show") var show: ShowOptions

  func run() throws {
    try Outcome.of { files in
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
      if show.json {
        Console.show(FormulaList.json(formulas).rendered())
      } else {
        Console.show(FormulaList.text(formulas, language: show.language))
      }
      guard mistakes.isEmpty else { throw Mistakes(mistakes) }
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
    try Outcome.of { files in
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
      columns += try PupilsFile(source: try files.read(pupils), schools: table).table.columns
    }
    return FieldCatalogue.standard.adding(fields: columns.map(\.fieldAsFound))
  }
}
