import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

/// A scenario with all that it needs, ready to run.
struct LoadedScenario {
  let inputs: ScenarioInputs
  let warnings: [RunWarning]
  /// What columns the files of its schools and pupils have.
  let columns: DataColumns
  /// The files that the scenario names for what schools cost and how they are staffed.
  let staffing: StaffingPaths
}

/// Files for what schools cost and how they are staffed; nil for none.
struct StaffingPaths {
  var assumptions: String?
  var staffing: String?
  var bands: String?

  /// The same with another's where these name none.
  func completed(by other: StaffingPaths) -> StaffingPaths {
    StaffingPaths(
      assumptions: assumptions ?? other.assumptions, staffing: staffing ?? other.staffing,
      bands: bands ?? other.bands)
  }
}

/// Reads a scenario, its data and its formulae.
struct ScenarioLoader {
  let files: InputFiles
  let data: DataChoice
  let changes: [String]
  var censuses = CensusLoader.Cache()

  /// Reads everything that a scenario needs, and begins its record of inputs.
  mutating func load(_ path: String) throws -> LoadedScenario {
    files.beginRecord()
    let file = try files.scenario(files.read(path))
    let scenario = file.scenario
    let folders = ProjectFolders(near: path, file.bases)
    var loader = CensusLoader(files: files, data: data, folders: folders, scenario: path)
    let loaded = try loader.census(of: scenario, cache: &censuses)
    let lines = try loader.authorityLines(of: scenario)
    let fields = FieldCatalogue.standard.adding(columnsOf: loaded.census)
    var formulas = FormulaLoader(
      files: files, fields: fields, library: FormulaLibrary(folders),
      threads: data.threads ?? loader.threads)
    try formulas.read(runs: scenario.runs, of: loaded.census, scenario: path)
    return LoadedScenario(
      inputs: ScenarioInputs(
        scenario: scenario, census: loaded.census, formulas: formulas.named,
        localFormulas: formulas.local, authorityLines: lines,
        changes: try changes.map { try RateChange(parsing: $0) }),
      warnings: loaded.warnings, columns: loaded.columns, staffing: loader.staffing(of: scenario))
  }
}

/// Reads the formulae of a scenario's runs, and collects their mistakes.
struct FormulaLoader {
  let files: InputFiles
  let fields: FieldCatalogue
  let library: FormulaLibrary
  /// How many threads read files; the results are the same for any number.
  let threads: Int
  private(set) var named: [String: Formula] = [:]
  private(set) var local: [Int: Formula] = [:]

  init(files: InputFiles, fields: FieldCatalogue, library: FormulaLibrary, threads: Int) {
    self.files = files
    self.fields = fields
    self.library = library
    self.threads = threads
  }

  /// What a formula is wanted as.
  private enum Use: Hashable {
    case named(String)
    case local(authority: Int)
  }

  /// Reads every formula that the runs need.
  ///
  /// - Throws: the mistakes of all files together, in the order in which the runs name them.
  mutating func read(runs: [RunSpecification], of census: Census, scenario: String) throws {
    var wanted: [(use: Use, source: SourceFile)] = []
    var known: Set<Use> = []
    for run in runs {
      for grant in run.grants where known.insert(.named(grant.name)).inserted {
        let path = try library.path(of: grant.name, relativeTo: scenario, writtenAt: grant.place)
        wanted.append((.named(grant.name), try files.read(path)))
      }
      switch run.formula {
      case .named(let name, let place):
        guard known.insert(.named(name)).inserted else { continue }
        let path = try library.path(of: name, relativeTo: scenario, writtenAt: place)
        wanted.append((.named(name), try files.read(path)))
      case .local:
        for code in Set(census.schools.authorities).sorted() {
          guard known.insert(.local(authority: code)).inserted,
            let authority = Authority.with(code: code),
            let path = try library.path(ofAuthority: authority)
          else { continue }
          wanted.append((.local(authority: code), try files.read(path)))
        }
      }
    }
    var mistakes: [Diagnostic] = []
    let results = FormulaFile.formulas(
      of: wanted.map(\.source), fields: fields, threads: threads)
    for (use, result) in zip(wanted.map(\.use), results) {
      switch (use, result) {
      case (.named(let name), .success(let formula)): named[name] = formula
      case (.local(let code), .success(let formula)): local[code] = formula
      case (_, .failure(let error)): mistakes += error.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }
}
