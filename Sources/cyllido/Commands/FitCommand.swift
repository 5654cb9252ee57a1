import ArgumentParser
import Diagnostics
import FundingBatch
import FundingFiles
import FundingModel

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Estimate the rates marked 'fitted: true' from the schools' published budgets.",
    discussion: """
      Robust least squares on the formula's own drivers, no rate below nought or outside its bounds;
      then all estimates are multiplied by one number that gives the published total. Writes the
      formula with the estimates; comments and order are kept.
      """)

  @Argument(help: ArgumentHelp("The formula file.", valueName: "formula"))
  var formula: String?

  @Option(
    help: ArgumentHelp(
      "Fit every formula of this folder that has rates to fit, instead of one.",
      valueName: "folder"))
  var all: String?

  @Option(help: ArgumentHelp("Write how close the fits come here.", valueName: "file"))
  var report: String?

  @Option(help: ArgumentHelp("Schools with budget_per_pupil.", valueName: "file"))
  var schools: String

  @Option(help: ArgumentHelp("Their pupils; without, they are modelled.", valueName: "file"))
  var pupils: String?

  @Option(
    help: ArgumentHelp(
      "Draw rates gently towards those of the same name in this formula; 'wales': towards the same formula fitted through every school.",
      valueName: "formula"))
  var toward: String?

  @Option(
    help: ArgumentHelp(
      "How strongly rates are drawn: what doubling a rate adds to the sum of squared relative errors.",
      valueName: "number"))
  var pull = 0.01

  @Option(
    help: ArgumentHelp(
      "Count errors beyond this many percent by their size, not their square; 0: all by square.",
      valueName: "percent"))
  var squaresTo = 5.0

  @Option(
    help: ArgumentHelp(
      "Leave out schools whose first error is beyond this many robust standard deviations.",
      valueName: "number"))
  var leaveOutBeyond: Double?

  @Flag(inversion: .prefixedNo, help: "Hold the modelled total at the published one.")
  var holdTotal = true

  @Option(
    help: ArgumentHelp(
      "How far the held total may stay from the published one.", valueName: "percent"))
  var totalWithin = 0.0

  @Option(
    help: ArgumentHelp("Write the formula here; with --all, a folder.", valueName: "file"))
  var out: String?

  @OptionGroup(title: "Show") var show: LanguageOption

  func validate() throws {
    if (formula == nil) == (all == nil) {
      throw ValidationError("Name one formula, or a folder of them with --all.")
    }
    if all == nil, report != nil { throw ValidationError("--report goes with --all.") }
  }

  func run() throws {
    try Outcome.of(show.language) { files in
      var cache = CensusLoader.Cache()
      var loader = CensusLoader(
        files: files, data: DataChoice(schools: schools, pupils: pupils),
        folders: ProjectFolders(near: formula), scenario: nil)
      let census = try loader.given(seed: 1, cache: &cache).census
      let fields = FieldCatalogue.standard.adding(columnsOf: census)
      if let formula {
        let (file, outcome) = try fitted(formula, census: census, fields: fields, files: files)
        if let out { try write(file, outcome, to: out) }
        Console.show(
          FitText(outcome: outcome, pupilsAreModelled: pupils == nil, language: show.language)
            .text())
        if let out { tellWritten(out) }
      } else if let all {
        try fitAll(in: all, census: census, fields: fields, files: files)
      }
    }
  }

  /// Fits each formula of a folder; nothing is written unless all can be fitted.
  private func fitAll(
    in folder: String, census: Census, fields: FieldCatalogue, files: InputFiles
  ) throws {
    let paths = FormulaLibrary(ProjectFolders(near: nil)).files(in: folder)
    guard !paths.isEmpty else { throw WorldFailure("\(folder): this folder has no formula") }
    var fits: [(path: String, file: FormulaFile, outcome: FitOutcome)] = []
    for path in paths {
      let file = try FormulaFile(source: try files.read(path), fields: fields)
      guard file.formula.hasEstimates else { continue }
      let (_, outcome) = try fitted(path, census: census, fields: fields, files: files)
      fits.append((path, file, outcome))
      let quality = FitWords.quality(FitWords.all, outcome.quality)
      Console.show("\(outcome.formula.title[show.language]): \(quality[show.language])\n")
    }
    if let out {
      for fit in fits {
        let name = String(fit.path.split(separator: "/").last ?? "")
        try write(fit.file, fit.outcome, to: "\(out)/\(name)")
      }
      tellWritten(out)
    }
    if let report {
      var command = "cyllido fit --all \(folder) --schools FILE"
      if let toward { command += " --toward \(toward)" }
      command += " --pull \(FitFigures.plain(pull)) --squares-to \(FitFigures.plain(squaresTo))"
      if let leaveOutBeyond {
        command += " --leave-out-beyond \(FitFigures.plain(leaveOutBeyond))"
      }
      if totalWithin > 0 { command += " --total-within \(FitFigures.plain(totalWithin))" }
      if !holdTotal { command += " --no-hold-total" }
      if let out { command += " --out \(out)" }
      if show.language == .welsh { command += " --language \(Language.welsh.rawValue)" }
      let text = FidelityText(
        outcomes: fits.map(\.outcome), census: census, options: options,
        command: command + " --report \(report)", language: show.language
      ).text()
      try SingleFile.write(Array(text.utf8), to: report)
      tellWritten(report)
    }
  }

  private func tellWritten(_ path: String) {
    Console.show("\(ConsoleWords.written[show.language]): \(path)\n")
  }

  private var options: FitOptions {
    FitOptions(
      holdsTotal: holdTotal, totalWithin: totalWithin / 100, pull: toward == nil ? 0 : pull,
      squaresTo: squaresTo > 0 ? squaresTo / 100 : nil, leansOnWales: toward == "wales",
      leavesOutBeyond: leaveOutBeyond)
  }

  private func fitted(
    _ path: String, census: Census, fields: FieldCatalogue, files: InputFiles
  ) throws -> (FormulaFile, FitOutcome) {
    let file = try FormulaFile(source: try files.read(path), fields: fields)
    var start = file.formula
    if let toward, toward != "wales" {
      let other = try FormulaFile(source: try files.read(toward), fields: fields).formula
      start = start.starting(from: other)
    }
    do throws(FitFailure) {
      return (file, try Fit(formula: start, census: census, options: options).outcome())
    } catch {
      throw Mistakes(error.diagnostics())
    }
  }

  private func write(_ file: FormulaFile, _ outcome: FitOutcome, to path: String) throws {
    try SingleFile.write(Array(file.rewriting(values: outcome.rewritings).utf8), to: path)
  }
}

extension Formula {
  /// This formula with the fitted values of another's rates of the same name and keys: where a fit
  /// starts, and what it is drawn towards.
  func starting(from other: Formula) -> Formula {
    with(
      rates: rates.map { rate in
        guard rate.isFitted, let theirs = other.rates.first(where: { $0.name == rate.name })
        else { return rate }
        let known = Dictionary(
          (theirs.tables.last?.cells ?? []).map { ($0.path, $0.value) },
          uniquingKeysWith: { first, _ in first })
        return rate.with(
          tables: rate.tables.map { table in
            DatedTable(
              from: table.from,
              cells: table.cells.map { cell in known[cell.path].map(cell.with) ?? cell },
              otherwise: table.otherwise)
          })
      })
  }
}
