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
      Weighted least squares on the formula's own drivers, no rate below nought or outside its bounds,
      the modelled total held at the published one. Writes the formula with the estimates; comments
      and order are kept.
      """)

  @Argument(help: ArgumentHelp("The formula file.", valueName: "formula"))
  var formula: String

  @Option(help: ArgumentHelp("Schools with budget_per_pupil.", valueName: "file"))
  var schools: String

  @Option(help: ArgumentHelp("Their pupils; without, they are modelled.", valueName: "file"))
  var pupils: String?

  @Option(
    help: ArgumentHelp(
      "Draw rates of the same name gently towards this formula's.", valueName: "formula"))
  var toward: String?

  @Option(
    help: ArgumentHelp(
      "How strongly rates are drawn: as many schools as would outweigh their own start.",
      valueName: "number"))
  var pull: Double?

  @Option(
    help: ArgumentHelp(
      "Leave out schools whose first error is beyond this many robust standard deviations.",
      valueName: "number"))
  var leaveOutBeyond: Double?

  @Flag(inversion: .prefixedNo, help: "Hold the modelled total at the published one.")
  var holdTotal = true

  @Option(help: ArgumentHelp("Write the formula here.", valueName: "file"))
  var out: String?

  func run() throws {
    try Outcome.of { files in
      var cache = CensusLoader.Cache()
      var loader = CensusLoader(
        files: files, data: DataChoice(schools: schools, pupils: pupils),
        folders: ProjectFolders(near: formula), scenario: nil)
      let census = try loader.given(seed: 1, cache: &cache).census
      let fields = FieldCatalogue.standard.adding(columnsOf: census)
      let file = try FormulaFile(source: try files.read(formula), fields: fields)
      var start = file.formula
      if let toward {
        let other = try FormulaFile(source: try files.read(toward), fields: fields).formula
        start = start.starting(from: other)
      }
      var options = FitOptions(holdsTotal: holdTotal, leavesOutBeyond: leaveOutBeyond)
      if let pull { options.ridge = pull } else if toward != nil { options.ridge = 0.01 }
      let outcome: FitOutcome
      do throws(FitFailure) {
        outcome = try Fit(formula: start, census: census, options: options).outcome()
      } catch {
        throw Mistakes(error.diagnostics())
      }
      if let out {
        try SingleFile.write(Array(file.rewriting(values: outcome.rewritings).utf8), to: out)
      }
      Console.show(FitText(outcome: outcome, pupilsAreModelled: pupils == nil).text())
      if let out { Console.show("Written to: \(out)\n") }
    }
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
