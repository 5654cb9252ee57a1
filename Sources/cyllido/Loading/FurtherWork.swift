import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

/// What a run works out beside its own results, where it is given assumptions or staffing.
struct FurtherWork {
  /// The scenario's inputs, without what is for the costs alone.
  let inputs: ScenarioInputs
  /// What to warn of.
  let warnings: [RunWarning]
  /// What schools cost against what they get; nil where nobody asked, or before the work.
  private(set) var adequacy: Adequacy?
  /// The measures of the staffing; nil where nobody asked.
  let measures: StaffingResult?
  private let costs: AdequacyRun?

  /// Reads what is needed.
  ///
  /// - Parameters:
  ///   - given: The files that the command line names, before those of the scenario.
  ///   - loaded: The scenario.
  ///   - path: Its file.
  ///   - files: Where files are read.
  ///   - threads: How many threads to use.
  ///   - fewestTeachers: The fewest teachers whose pay is shown; nil for what is usual.
  /// - Throws: the mistakes of the files.
  init(
    _ given: StaffingPaths, for loaded: LoadedScenario, _ path: String, files: InputFiles,
    threads: Int, fewestTeachers: Int?
  ) throws {
    let paths = given.completed(by: loaded.staffing)
    let loader = StaffingLoader(files: files, near: path)
    costs = try paths.assumptions.map { path in
      AdequacyRun(
        loaded.inputs, assumptions: try loader.assumptions(path, for: loaded), threads: threads)
    }
    let found = try paths.staffing.map { staffing in
      try loader.measures(
        of: staffing, bands: paths.bands,
        schools: StaffingLoader.Schools(
          table: loaded.inputs.census.schools, name: nil),
        suppress: fewestTeachers)
    }
    measures = found?.result
    warnings =
      (found?.warnings ?? [])
      + (paths.bands != nil && paths.staffing == nil ? [.bandsWithoutStaffing] : [])
    inputs = costs?.own ?? loaded.inputs
  }

  /// Works out the costs, if any are asked for.
  mutating func work(beside result: ScenarioResult) throws(ScenarioFailure) {
    guard let costs else { return }
    adequacy = try costs.outcome(beside: result).adequacy
  }

  /// The result that somebody sees who reads everything: with costs as one run more.
  func seen(
    _ result: ScenarioResult, by runner: ScenarioRunner
  ) throws(ScenarioFailure) -> (ScenarioResult, ScenarioRunner) {
    guard let costs else { return (result, runner) }
    let together = costs.together
    return (try together.result(), together)
  }

  /// The tables, without what is kept back.
  func tables(_ disclosure: Disclosure, _ language: Language) -> [Table] {
    (adequacy.map { AdequacyTables.all(of: $0, language: language).map(disclosure.hiding) } ?? [])
      + (measures.map { StaffingTables.all(of: disclosure.hiding($0), language: language) } ?? [])
  }
}
