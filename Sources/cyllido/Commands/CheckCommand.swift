public import ArgumentParser
import Diagnostics
import FundingBatch
import FundingFiles
public import FundingModel
import FundingReports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check formula, scenario, case and data files; print every mistake.",
    discussion: """
      Worked cases are run and compared. With --schools (and --pupils) the data's columns are known to
      the formulae, and each is held against the rules of its own year, or of --year: regulation 23 of
      2010 (70% led by pupils) to 2026-27, an amount for free school meals or area from 2027-28. One
      formula is shown with every figure, several as a table: an arithmetic reading, no legal advice.
      """)

  @Argument(help: ArgumentHelp("Files to check.", valueName: "file"))
  var paths: [String]

  @Option(help: ArgumentHelp("Schools, for regulation 23.", valueName: "file"))
  var schools: String?

  @Option(help: ArgumentHelp("Their pupils; without, they are modelled.", valueName: "file"))
  var pupils: String?

  @Option(
    help: ArgumentHelp(
      "Hold the formulae against the rules of this year, such as 2027-28.", valueName: "year"))
  var year: FundingYear?

  @OptionGroup(title: "Show") var show: LanguageOption

  func run() throws {
    try Outcome.of(show.language) { files in
      var census: Census?
      if schools != nil || pupils != nil {
        var cache = CensusLoader.Cache()
        var loader = CensusLoader(
          files: files, data: DataChoice(schools: schools, pupils: pupils),
          folders: ProjectFolders(near: paths.first), scenario: nil)
        census = try loader.given(seed: 1, cache: &cache).census
      }
      var checker = FileChecker(files: files, census: census, year: year)
      for path in paths { try checker.check(path) }
      for finding in checker.findings { Console.show(finding[show.language] + "\n") }
      if !checker.rules.isEmpty {
        Console.show("\n" + RuleText(checker.rules, language: show.language).text())
      }
      guard checker.mistakes.isEmpty else { throw Mistakes(checker.mistakes) }
    }
  }
}

extension FundingYear: ExpressibleByArgument {
  /// Reads `2027-28`.
  public init?(argument: String) { self.init(argument) }
}
