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

  /// Both formulae made ready for the pupils: once, for as many evaluations as are wanted.
  public struct Plans: Sendable {
    let own: Plan
    /// Its floor is held against what `own` gave when this was made.
    let national: Plan
    /// The schools' rows by authority, ascending.
    let rowsByAuthority: [(authority: Int, rows: [Int])]
  }

  /// Makes both formulae ready.
  public func plans(on engine: Engine) throws -> Plans {
    let schools = engine.census.schools
    let rows = (0..<schools.count).filter { engine.census.pupils.heads(ofSchool: $0) > 0 }
    let own = try engine.plan(own, rows: rows, runRows: rows, year: scenario.year)
    let baseline = Allocation(
      run: "own", year: scenario.year, groups: [try own.allocation()], schoolCount: schools.count)
    return Plans(
      own: own,
      national: try engine.plan(
        national, rows: rows, runRows: rows, year: scenario.year, baselines: [baseline]),
      rowsByAuthority: Dictionary(grouping: rows.indices) { schools.authorities[rows[$0]] }
        .sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// The totals by authority: every line of every school by both formulae, added up.
  public func totals(of plans: Plans) throws -> [Total] {
    func shares(_ plan: Plan) throws -> [Int64] {
      let lines = plan.lines.count
      let amounts = try plan.amounts(of: plan.rows.indices)
      return plan.rows.indices.map { position in
        var sum: Int64 = 0
        for line in position * lines..<(position + 1) * lines { sum += amounts[line].pence }
        return sum
      }
    }
    let (own, national) = (try shares(plans.own), try shares(plans.national))
    return plans.rowsByAuthority.map { authority, positions in
      Total(
        authority: authority, own: positions.reduce(0) { $0 + own[$1] },
        national: positions.reduce(0) { $0 + national[$1] })
    }
  }
}

extension Formula {
  /// The same without its adjustments.
  fileprivate var withoutAdjustments: Formula {
    with(rates: rates, adjustments: [], rounding: rounding)
  }
}
