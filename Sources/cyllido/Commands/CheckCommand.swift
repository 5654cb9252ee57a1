import ArgumentParser
import Diagnostics
import FundingBatch
import FundingFiles
import FundingModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check formula, scenario, case and data files; print every mistake.",
    discussion: """
      Worked cases are run and compared. With --schools (and --pupils) the data's columns are known to
      the formulae, and regulation 23 is worked out for each: an arithmetic reading, no legal advice.
      """)

  @Argument(help: ArgumentHelp("Files to check.", valueName: "file"))
  var paths: [String]

  @Option(help: ArgumentHelp("Schools, for regulation 23.", valueName: "file"))
  var schools: String?

  @Option(help: ArgumentHelp("Their pupils; without, they are modelled.", valueName: "file"))
  var pupils: String?

  func run() throws {
    try Outcome.of { files in
      var census: Census?
      if schools != nil || pupils != nil {
        var cache = CensusLoader.Cache()
        var loader = CensusLoader(
          files: files, data: DataChoice(schools: schools, pupils: pupils),
          folders: ProjectFolders(near: paths.first), scenario: nil)
        census = try loader.given(seed: 1, cache: &cache).census
      }
      var checker = FileChecker(files: files, census: census)
      for path in paths { try checker.check(path) }
      for line in checker.findings { Console.show(line + "\n") }
      guard checker.mistakes.isEmpty else { throw Mistakes(checker.mistakes) }
    }
  }
}
