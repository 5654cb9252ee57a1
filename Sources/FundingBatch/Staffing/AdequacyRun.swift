public import FundingModel

/// Runs a scenario with one run more: what the assumptions say that each school costs.
///
/// The assumptions are a formula, so that they are read, checked, changed and explained as formulae are.
public struct AdequacyRun: Sendable {
  /// The name under which published budgets are held against costs.
  public static let published = RunShares.published

  /// The name of the further run, by which `--set` reaches its rates.
  public static let name = "cost"

  private let runner: ScenarioRunner

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - inputs: The scenario; none of its runs may be called `cost`.
  ///   - assumptions: The assumptions.
  ///   - threads: How many threads to use; the results are the same for any number.
  public init(_ inputs: ScenarioInputs, assumptions: Formula, threads: Int = 1) {
    precondition(
      !inputs.scenario.runs.contains { $0.name == Self.name }, "the name 'cost' is taken")
    let further = RunSpecification(
      name: Self.name, formula: .named(assumptions.path, Place(line: 1, column: 1)),
      place: Place(line: 1, column: 1))
    var formulas = inputs.formulas
    formulas[assumptions.path] = assumptions
    runner = ScenarioRunner(
      ScenarioInputs(
        scenario: inputs.scenario.adding(run: further), census: inputs.census,
        formulas: formulas, localFormulas: inputs.localFormulas,
        authorityLines: inputs.authorityLines, changes: inputs.changes), threads: threads)
  }

  /// What the runs give and what schools cost.
  public struct Outcome: Sendable {
    /// The scenario's result, the further run among its runs.
    public let result: ScenarioResult
    /// Shares against costs.
    public let adequacy: Adequacy
  }

  /// Runs the scenario and its costs.
  ///
  /// - Throws: why it can't be run; nothing is given in part.
  public func outcome() throws(ScenarioFailure) -> Outcome {
    let result = try runner.result()
    let all = result.runs.filter { $0.specification.name == Self.name }
    let others = result.runs.filter { $0.specification.name != Self.name }
    guard let assumptions = all.first?.allocation.groups.first?.formula else {
      preconditionFailure("the further run has one formula for every school")
    }
    let census = result.census
    let costs = all.filter { $0.allocation.year <= Adequacy.lastYear(of: assumptions) }
    let costOf = costs.map { ($0.allocation.year, Self.covered(by: $0.allocation)) }
    // What schools really have comes before what runs would give them.
    let published = RunShares(publishedIn: census, year: result.scenario.year)
    let runs =
      (published.shares.contains { $0 != nil } ? [published] : [])
      + others.map { RunShares($0, census: result.census(in: $0.allocation.year)) }
    var rows: [Adequacy.Row] = []
    for row in 0..<census.schools.count {
      for run in runs {
        guard let share = run.shares[row] else { continue }
        let costs = costOf.first { $0.0 == run.year }?.1
        rows.append(
          Adequacy.Row(
            row: row, run: run.run, year: run.year,
            pupils: result.census(in: run.year).pupils.heads(ofSchool: row),
            cost: costs.flatMap { $0[row] }, share: share))
      }
    }
    return Outcome(
      result: result,
      adequacy: Adequacy(
        census: census, assumptions: assumptions, costs: costs.map(\.allocation), rows: rows,
        groups: Self.groups(of: rows, runs: runs, census: census)))
  }

  /// One school's statement of costs.
  ///
  /// - Returns: nil where it isn't funded.
  /// - Throws: `evaluation`, which a run that has been worked out doesn't meet.
  public func statement(
    ofRow row: Int, in outcome: RunOutcome
  ) throws(ScenarioFailure) -> Statement? {
    try runner.statement(ofRow: row, in: outcome)
  }

  /// The costs by census row; nil where no line is for the school, since that is no cost of nought.
  private static func covered(by allocation: Allocation) -> [Money?] {
    var costs = allocation.shares
    for group in allocation.groups {
      for (position, row) in group.rows.enumerated()
      where group.amounts(at: position).allSatisfy({ $0 == .zero }) {
        costs[row] = nil
      }
    }
    return costs
  }

  private static func groups(
    of rows: [Adequacy.Row], runs: [RunShares], census: Census
  ) -> [Adequacy.Group] {
    let schools = census.schools
    let authorities = Set(rows.map { schools.authorities[$0.row] }).sorted()
    let sectors = StandardFields.sectors.names
    var groups: [Adequacy.Group] = []
    for authority in [nil] + authorities.map(Optional.some) {
      for sector in [nil] + sectors.map(Optional.some) {
        for run in runs {
          let chosen = rows.filter { row in
            row.run == run.run && row.year == run.year
              && (authority.map { $0 == schools.authorities[row.row] } ?? true)
              && (sector.map { $0 == schools.sectors[row.row] } ?? true)
          }
          guard !chosen.isEmpty else { continue }
          groups.append(
            Adequacy.Group(
              authority: authority, sector: sector, run: run.run, year: run.year,
              rows: chosen))
        }
      }
    }
    return groups
  }
}
