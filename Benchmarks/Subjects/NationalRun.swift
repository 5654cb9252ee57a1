public import FundingBatch
public import FundingEngine
import FundingFiles
public import FundingModel

/// The run that is measured against other programs: every pupil by two formulae, every school with a
/// lump sum, a taper and a floor, and the authorities' totals.
public struct NationalRun: Sendable {
  /// The authorities' own rates, in one formula.
  public let own: Formula
  /// The national formula with its floor, which is held against `own`.
  public let national: Formula
  /// The scenario that has both.
  public let scenario: Scenario

  /// What an authority's schools get, in pence.
  public struct Total: Sendable {
    /// The authority's code.
    public let authority: Int
    /// By the authorities' own rates.
    public var own: Int64 = 0
    /// By the national formula.
    public var national: Int64 = 0
  }

  /// Reads the formulae.
  public init() throws {
    func source(_ name: String) throws -> SourceFile {
      try SourceFile(reading: "\(Folder.nationalRun)/\(name).yaml")
    }
    scenario = try ScenarioFile(source: source("national-run")).scenario
    own = try FormulaFile(source: source("own"), fields: .standard).formula
    national = try FormulaFile(source: source("national"), fields: .standard).formula
      .adding(scenario.runs.flatMap(\.adjustments))
  }

  /// The scenario, ready to run on a census.
  public func runner(on census: Census) -> ScenarioRunner {
    ScenarioRunner(
      ScenarioInputs(
        scenario: scenario, census: census,
        formulas: ["own.yaml": own, "national.yaml": national.withoutAdjustments]))
  }

  /// The totals by authority, from packed pupils.
  public func totals(on engine: Engine) throws -> [Total] {
    let schools = engine.census.schools
    let rows = (0..<schools.count).filter { engine.census.pupils.heads(ofSchool: $0) > 0 }
    func allocation(
      _ run: String, _ formula: Formula, against baselines: [Allocation]
    ) throws -> Allocation {
      let plan = try engine.plan(
        formula, rows: rows, runRows: rows, year: scenario.year, baselines: baselines)
      return Allocation(
        run: run, year: scenario.year, groups: [try plan.allocation()], schoolCount: schools.count)
    }
    let own = try allocation("own", own, against: [])
    let national = try allocation("national", national, against: [own])
    var totals: [Total] = []
    for row in schools.authorities.indices.sorted(by: {
      schools.authorities[$0] < schools.authorities[$1]
    }) {
      if totals.last?.authority != schools.authorities[row] {
        totals.append(Total(authority: schools.authorities[row]))
      }
      totals[totals.count - 1].own += own.shares[row]?.pence ?? 0
      totals[totals.count - 1].national += national.shares[row]?.pence ?? 0
    }
    return totals
  }
}

extension Formula {
  /// The same without its adjustments.
  fileprivate var withoutAdjustments: Formula {
    with(rates: rates, adjustments: [], rounding: rounding)
  }
}
