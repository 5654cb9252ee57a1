import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel

/// A scenario with all that it needs, ready to run.
struct LoadedScenario {
  let inputs: ScenarioInputs
  let warnings: [String]
}

/// Reads a scenario, its data and its formulae.
struct ScenarioLoader {
  let files: InputFiles
  let data: DataChoice
  let changes: [String]
  var censuses = CensusLoader.Cache()

  /// Reads everything that a scenario needs.
  mutating func load(_ path: String) throws -> LoadedScenario {
    let file = try files.scenario(files.read(path))
    let scenario = file.scenario
    let folders = ProjectFolders(near: path, file.bases)
    var loader = CensusLoader(files: files, data: data, folders: folders, scenario: path)
    let loaded = try loader.census(of: scenario, cache: &censuses)
    let lines = try loader.authorityLines(of: scenario)
    let fields = FieldCatalogue.standard.adding(columnsOf: loaded.census)
    var formulas = FormulaLoader(files: files, fields: fields, library: FormulaLibrary(folders))
    try formulas.read(runs: scenario.runs, of: loaded.census, scenario: path)
    return LoadedScenario(
      inputs: ScenarioInputs(
        scenario: scenario, census: loaded.census, formulas: formulas.named,
        localFormulas: formulas.local, authorityLines: lines,
        changes: try changes.map { try RateChange(parsing: $0) }),
      warnings: loaded.warnings)
  }
}

/// Reads the formulae of a scenario's runs, and collects their mistakes.
struct FormulaLoader {
  let files: InputFiles
  let fields: FieldCatalogue
  let library: FormulaLibrary
  private(set) var named: [String: Formula] = [:]
  private(set) var local: [Int: Formula] = [:]

  init(files: InputFiles, fields: FieldCatalogue, library: FormulaLibrary) {
    self.files = files
    self.fields = fields
    self.library = library
  }

  /// Reads every formula that the runs need.
  ///
  /// - Throws: the mistakes of all files together.
  mutating func read(runs: [RunSpecification], of census: Census, scenario: String) throws {
    var mistakes: [Diagnostic] = []
    for run in runs {
      for grant in run.grants where named[grant.name] == nil {
        let path = try library.path(of: grant.name, relativeTo: scenario, writtenAt: grant.place)
        if let formula = try read(path, collecting: &mistakes) { named[grant.name] = formula }
      }
      switch run.formula {
      case .named(let name, let place):
        guard named[name] == nil else { continue }
        let path = try library.path(of: name, relativeTo: scenario, writtenAt: place)
        if let formula = try read(path, collecting: &mistakes) { named[name] = formula }
      case .local:
        for code in Set(census.schools.authorities).sorted() where local[code] == nil {
          guard let authority = Authority.with(code: code),
            let path = try library.path(ofAuthority: authority)
          else { continue }
          if let formula = try read(path, collecting: &mistakes) { local[code] = formula }
        }
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private func read(_ path: String, collecting mistakes: inout [Diagnostic]) throws -> Formula? {
    let source = try files.read(path)
    do {
      return try FormulaFile(source: source, fields: fields).formula
    } catch {
      mistakes += error.diagnostics
      return nil
    }
  }
}
