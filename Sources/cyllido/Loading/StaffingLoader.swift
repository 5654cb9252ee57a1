import Diagnostics
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

/// Reads what the cost of schools and the measures of their staffing are worked out from.
struct StaffingLoader {
  let files: InputFiles
  /// The file beside which the project's own are looked for first.
  let near: String

  /// The assumptions of a cost, as a formula.
  ///
  /// - Parameters:
  ///   - path: The file; nil for the project's own.
  ///   - loaded: The scenario whose schools are to be costed.
  /// - Returns: The formula.
  /// - Throws: its mistakes; or that a run of the scenario has the name that costs have.
  func assumptions(_ path: String?, for loaded: LoadedScenario) throws -> Formula {
    try checkNames(loaded.inputs.scenario)
    let path =
      try path ?? ProjectFolders(near: near).staffing("adequacy.yaml", for: "--assumptions")
    let source = try files.read(path)
    let formula = try FormulaFile(
      source: source, fields: FieldCatalogue.standard.adding(columnsOf: loaded.inputs.census)
    ).formula
    if case .authority(let code) = formula.reach,
      loaded.inputs.census.schools.authorities.contains(where: { $0 != code })
    {
      throw Mistakes([Self.forOne(source)])
    }
    return formula
  }

  /// That assumptions are for one authority's schools.
  private static func forOne(_ source: SourceFile) -> Diagnostic {
    let key = "authority:"
    let line = (1...).prefix { source.line($0) != nil }
      .first { source.line($0)?.hasPrefix(key) ?? false }
    return Diagnostic(
      path: source.path, span: SourceSpan(line: line ?? 1, column: 1, length: key.count - 1),
      message: "the assumptions are for one authority, and the schools are of others too",
      slug: "formula-out-of-reach", notes: ["a formula with 'authority: any' is for all schools"])
  }

  private func checkNames(_ scenario: Scenario) throws(Mistakes) {
    guard let run = scenario.runs.first(where: { $0.name == AdequacyRun.name }) else { return }
    throw Mistakes([
      Diagnostic(
        path: scenario.path,
        span: SourceSpan(
          line: run.place.line, column: run.place.column, length: run.place.length,
          path: run.place.path),
        message: "a run is called '\(AdequacyRun.name)', which here are the schools' costs",
        slug: "reserved-name", notes: ["give the run another name"])
    ])
  }

  /// Schools that fill in what a staffing file leaves blank.
  struct Schools {
    let table: SchoolTable
    /// Their file; nil for the scenario's own, of which every school of the staffing should be one.
    let name: String?
  }

  /// The measures of a staffing file.
  ///
  /// - Parameters:
  ///   - staffing: The file.
  ///   - bands: What measures are held against; nil for the project's own.
  ///   - targetContact: The contact ratio for which teachers are counted; nil for the file's.
  ///   - schools: What fills in blanks; nil for nothing.
  ///   - suppress: The fewest teachers whose pay is shown; nil for the usual number, where anybody
  ///     real is in the file.
  /// - Returns: The measures, and what to warn of.
  /// - Throws: the mistakes of the files.
  func measures(
    of staffing: String, bands: String?, targetContact: Rational? = nil, schools: Schools?,
    suppress: Int?
  ) throws -> (result: StaffingResult, warnings: [RunWarning]) {
    var rows = try StaffingFile(source: try files.read(staffing)).rows
    var warnings: [RunWarning] = []
    if let schools {
      let completed = StaffingAnalysis.completed(rows, from: schools.table)
      rows = completed.rows
      if !completed.disagreeing.isEmpty {
        warnings.append(
          .staffingDiffers(
            staffing: staffing, schools: schools.name, numbers: completed.disagreeing))
      }
      let unknown = rows.map(\.school).filter { schools.table.row(of: $0) == nil }
      if schools.name == nil, !unknown.isEmpty {
        warnings.append(.staffingUnknown(staffing: staffing, numbers: unknown))
      }
    }
    let path = try bands ?? ProjectFolders(near: near).staffing("bands.yaml", for: "--bands")
    var heldAgainst = try StaffingBandsFile(source: try files.read(path)).bands
    if let targetContact {
      heldAgainst.contactRatio = StaffingTarget(
        value: targetContact, source: nil, isEstimate: false)
    }
    let result = StaffingAnalysis.result(of: rows, bands: heldAgainst)
    guard suppress != nil || !rows.allSatisfy(\.isMadeUp) else { return (result, warnings) }
    return (result.keepingPayBack(fewerThan: suppress ?? PayDisclosure.usual), warnings)
  }
}

extension ProjectFolders {
  /// A file of the project's folder `staffing`.
  ///
  /// - Throws: `WorldFailure` where there is none, naming the option that gives another.
  func staffing(_ name: String, for option: String) throws(WorldFailure) -> String {
    for folder in folders(named: "scenarios/data/staffing") {
      let path = ProjectFolders.shown(folder + "/" + name)
      if (try? SourceFile(reading: path)) != nil { return path }
    }
    throw WorldFailure(
      "scenarios/data/staffing/\(name) is not to be found; run cyllido in its own folder, or give \(option)"
    )
  }
}
