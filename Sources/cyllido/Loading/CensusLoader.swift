import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

/// Reads or models the schools and pupils of a scenario.
struct CensusLoader {
  /// What was read or modelled already in this command, so that a batch does it once.
  struct Cache {
    var censuses: [String: (result: Loaded, paths: [String])] = [:]
    var facts: [String: ModelledFacts] = [:]
  }

  /// A census and what to tell about it.
  struct Loaded {
    let census: Census
    let warnings: [RunWarning]
    /// What columns the files that were read have.
    let columns: DataColumns
  }

  let files: InputFiles
  let data: DataChoice
  let folders: ProjectFolders
  /// The scenario's path, to which its own paths are relative; nil for paths of the command line.
  let scenario: String?

  /// How many threads read pupils; the results are the same for any number.
  var threads = ProcessInfo.processInfo.activeProcessorCount

  /// The bundled facts that modelled schools and pupils are made from.
  static let bundled = "wales-2024-25"

  /// The schools and pupils of a scenario, with what the command line replaces.
  mutating func census(of scenario: Scenario, cache: inout Cache) throws -> Loaded {
    let schools = data.schools.map { Origin.file($0) } ?? origin(of: scenario.data.schools)
    let pupils =
      (data.counts ?? data.pupils).map { Origin.file($0) } ?? origin(of: scenario.data.pupils)
    let key = "\(schools) \(pupils) \(scenario.data.seed)"
    if let known = cache.censuses[key] {
      files.note(known.paths)
      return known.result
    }
    let loaded = try files.noting {
      try census(schools: schools, pupils: pupils, seed: scenario.data.seed, cache: &cache)
    }
    cache.censuses[key] = loaded
    return loaded.result
  }

  /// Modelled pupils, of the schools that the command line names or of modelled ones.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - total: How many pupils all schools together are to have; nil for as many as they state.
  ///   - cache: What was read or modelled already.
  /// - Returns: The schools and pupils, not yet checked against each other.
  /// - Throws: `Mistakes`, `WorldFailure`.
  mutating func modelled(
    seed: UInt64, scaledTo total: Int?, cache: inout Cache
  ) throws -> (schools: SchoolTable, pupils: PupilTable) {
    var table =
      if let path = data.schools {
        try SchoolsFile(source: files.read(Self.fileInFolder(path, "schools.csv"))).table
      } else {
        ModelledSchools.table(from: try facts(nil, &cache), seed: seed)
      }
    if let total {
      guard let scaled = ScaledSchools.table(table, pupils: total) else {
        throw WorldFailure("no school states any pupils, so their number can't be scaled")
      }
      table = scaled
    }
    let made = ModelledPupils.make(
      for: table, facts: try facts(nil, &cache), seed: seed, threads: threads)
    return (table, made.table)
  }

  /// The schools that the command line names, with its pupils or modelled ones.
  mutating func given(seed: UInt64, cache: inout Cache) throws -> Loaded {
    try census(
      schools: data.schools.map { .file($0) } ?? .modelled,
      pupils: (data.counts ?? data.pupils).map { .file($0) } ?? .modelled, seed: seed,
      cache: &cache)
  }

  /// The lines of authorities' spending, where the command line or the scenario names a file.
  func authorityLines(of scenario: Scenario) throws -> [AuthorityLine] {
    if let path = data.authorities { return try AuthoritiesFile(source: files.read(path)).lines }
    guard case .named(let name, let place)? = scenario.data.authorities else { return [] }
    return try AuthoritiesFile(source: files.read(relative(name, place))).lines
  }

  /// The files that a scenario names for what schools cost and how they are staffed.
  func staffing(of scenario: Scenario) -> StaffingPaths {
    func path(_ origin: ScenarioData.Origin?) -> String? {
      guard case .named(let name, let place)? = origin else { return nil }
      return relative(name, place)
    }
    return StaffingPaths(
      assumptions: path(scenario.data.assumptions), staffing: path(scenario.data.staffing),
      bands: path(scenario.data.bands))
  }

  /// Where schools or pupils come from.
  enum Origin {
    case file(String)
    case facts(folder: String)
    case modelled
  }

  private func origin(of origin: ScenarioData.Origin) -> Origin {
    switch origin {
    case .modelled: .modelled
    case .named(let name, let place): named(name, place)
    }
  }

  /// A file or folder beside the scenario, or else a bundled set of that name.
  private func named(_ name: String, _ place: Place?) -> Origin {
    let path = relative(name, place)
    if let folder = Self.factsFolder(path) { return .facts(folder: folder) }
    if FileManager.default.fileExists(atPath: path) { return .file(path) }
    for folder in folders.folders(named: "scenarios/data/" + name) {
      if let facts = Self.factsFolder(folder) { return .facts(folder: facts) }
      return .file(folder)
    }
    return .file(path)
  }

  private static func factsFolder(_ path: String) -> String? {
    FileManager.default.fileExists(atPath: path + "/authority-sector.csv")
      ? ProjectFolders.shown(path) : nil
  }

  /// A path as the file meant it that says it: the scenario, or one that the scenario extends.
  private func relative(_ name: String, _ place: Place?) -> String {
    guard let scenario = place?.path ?? scenario, !name.hasPrefix("/") else { return name }
    let beside = (scenario as NSString).deletingLastPathComponent
    return ProjectFolders.shown((beside as NSString).appendingPathComponent(name))
  }

  private mutating func census(
    schools: Origin, pupils: Origin, seed: UInt64, cache: inout Cache
  ) throws -> Loaded {
    let quarantine = try data.quarantine.map { path in try files.quarantine(path) }
    var setAside: [(path: String, rows: Int)] = []
    var columns = DataColumns()
    let table: SchoolTable
    switch schools {
    case .file(let path):
      let file = try SchoolsFile(
        source: files.read(Self.fileInFolder(path, "schools.csv")), quarantine: quarantine != nil)
      table = file.table
      columns.schools = DataColumns.File(path, table.columns)
      try quarantine?.take(file.quarantined, of: path)
      setAside.append((path, file.quarantined.count))
    case .facts(let folder):
      table = ModelledSchools.table(from: try facts(folder, &cache), seed: seed)
    case .modelled:
      table = ModelledSchools.table(from: try facts(nil, &cache), seed: seed)
    }
    let pupilTable: PupilTable
    var estimates: [Estimate] = []
    switch pupils {
    case .file(let path):
      let file = try PupilsFile(
        stream: files.stream(Self.fileInFolder(path, "counts.csv")),
        schools: table, settingAside: quarantine?.taker(of: path),
        threads: data.threads ?? threads)
      pupilTable = file.table
      columns.pupils = DataColumns.File(path, pupilTable.columns)
      setAside.append((path, file.setAside))
    case .facts(let folder):
      (pupilTable, estimates) = ModelledPupils.make(
        for: table, facts: try facts(folder, &cache), seed: seed)
    case .modelled:
      var folder: String?
      if case .facts(let named) = schools { folder = named }
      (pupilTable, estimates) = ModelledPupils.make(
        for: table, facts: try facts(folder, &cache), seed: seed)
    }
    let path = scenario ?? data.schools ?? Self.bundled
    let assembly = try Outcome.inWords(of: path) { () throws(ScenarioFailure) in
      try CensusAssembly(
        schools: table, pupils: pupilTable, estimates: estimates,
        // Rows set aside leave their schools short: that is told, and does not stop the rest.
        allowingDifferences: data.allowsDifferences || setAside.contains { $0.rows > 0 })
    }
    var warnings: [RunWarning] = []
    if !assembly.differences.isEmpty {
      warnings.append(.pupilsDiffer(assembly.differences))
    }
    if let quarantine {
      for (path, rows) in setAside where rows > 0 {
        warnings.append(.rowsSetAside(path: path, rows: rows, into: quarantine.path))
      }
    }
    return Loaded(census: assembly.census, warnings: warnings, columns: columns)
  }

  /// A folder stands for a file in it.
  private static func fileInFolder(_ path: String, _ name: String) -> String {
    let inside = path + "/" + name
    return FileManager.default.fileExists(atPath: inside) ? inside : path
  }

  /// The published facts of a folder; the bundled ones where none is named.
  func facts(_ folder: String?, _ cache: inout Cache) throws -> ModelledFacts {
    guard
      let folder = folder
        ?? folders.folders(named: "scenarios/data/" + Self.bundled).first.map(ProjectFolders.shown)
    else {
      throw WorldFailure(
        "the bundled facts scenarios/data/\(Self.bundled) are not to be found; run cyllido in its own folder, or give --schools and --pupils"
      )
    }
    for path in ModelledFacts.paths(in: folder) { _ = try files.read(path) }
    if let known = cache.facts[folder] { return known }
    let facts = try ModelledFacts(folder: folder)
    cache.facts[folder] = facts
    return facts
  }
}
