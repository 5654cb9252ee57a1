public import FundingModel

/// Works out beside a scenario's runs what the assumptions say that each school costs.
///
/// The assumptions are a formula, so that they are read, checked, changed and explained as formulae
/// are. Costs are a run of their own on the scenario's schools, pupils and years: the scenario's own
/// result is as it would be without them.
public struct AdequacyRun: Sendable {
  /// The name under which published budgets are held against costs.
  public static let published = RunShares.published

  /// The name of the further run, by which `--set` reaches its rates.
  public static let name = "cost"

  /// The scenario without the changes that are for its costs alone.
  public let own: ScenarioInputs

  private let inputs: ScenarioInputs
  private let runner: ScenarioRunner
  private let threads: Int

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - inputs: The scenario; none of its runs may be called `cost`.
  ///   - assumptions: The assumptions.
  ///   - threads: How many threads to use; the results are the same for any number.
  public init(_ inputs: ScenarioInputs, assumptions: Formula, threads: Int = 1) {
    precondition(
      !inputs.scenario.runs.contains { $0.name == Self.name }, "the name 'cost' is taken")
    self.inputs = inputs
    self.threads = threads
    let changes = Self.dividing(inputs, assumptions)
    own = inputs.with(scenario: inputs.scenario, formulas: inputs.formulas, changes: changes.own)
    let place = Place(line: 1, column: 1)
    further = RunSpecification(
      name: Self.name, formula: .named(assumptions.path, place), place: place)
    self.assumptions = assumptions
    runner = ScenarioRunner(
      inputs.with(
        scenario: inputs.scenario.alone(further), formulas: [assumptions.path: assumptions],
        changes: changes.costs), threads: threads)
  }

  private let further: RunSpecification
  private let assumptions: Formula

  /// The scenario with its costs as one run more, as an attacker of small figures would see them.
  public var together: ScenarioRunner {
    var formulas = inputs.formulas
    formulas[assumptions.path] = assumptions
    return ScenarioRunner(
      inputs.with(
        scenario: inputs.scenario.adding(run: further), formulas: formulas,
        changes: inputs.changes), threads: threads)
  }

  /// What schools cost, and what the runs give them.
  public struct Outcome: Sendable {
    /// The run of costs in each year.
    public let costs: [RunOutcome]
    /// Shares against costs.
    public let adequacy: Adequacy
  }

  /// Works out the costs of the schools of a result.
  ///
  /// - Parameter result: What the scenario found, of `own`.
  /// - Returns: The costs, and the result's shares held against them.
  /// - Throws: why they can't be worked out; nothing is given in part.
  public func outcome(beside result: ScenarioResult) throws(ScenarioFailure) -> Outcome {
    let (_, all) = try runner.allYears()
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
      + result.runs.map { RunShares($0, census: result.census(in: $0.allocation.year)) }
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
      costs: all,
      adequacy: Adequacy(
        census: census, assumptions: assumptions, costs: costs.map(\.allocation), rows: rows,
        groups: Self.groups(of: rows, runs: runs, census: census),
        estimatedRuns: Set(
          result.runs.filter { $0.restsOnEstimates(result.censuses).contains(true) }.map {
            Adequacy.RunInYear(run: $0.allocation.run, year: $0.allocation.year)
          })))
  }

  /// Which changes from outside are for the scenario's own runs, and which for the costs.
  ///
  /// One that begins with `cost` is for the costs; one without a run's name is for every run that
  /// has its rate, the costs among them.
  private static func dividing(
    _ inputs: ScenarioInputs, _ assumptions: Formula
  ) -> (own: [RateChange], costs: [RateChange]) {
    func has(_ formula: Formula, _ path: [String]) -> Bool {
      formula.ratePath(path).map { formula.has(rate: $0.rate) } ?? false
    }
    var (own, costs): ([RateChange], [RateChange]) = ([], [])
    for change in inputs.changes {
      if change.path.count > 1, change.path[0] == name {
        costs.append(change)
        continue
      }
      let isOfCosts = has(assumptions, change.path)
      if isOfCosts { costs.append(change) }
      let isOfRuns =
        inputs.formulas.values.contains { has($0, change.path) }
        || inputs.localFormulas.values.contains { has($0, change.path) }
      if !isOfCosts || isOfRuns { own.append(change) }
    }
    return (own, costs)
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
    let ofRun = runs.map { run in rows.filter { $0.run == run.run && $0.year == run.year } }
    var groups: [Adequacy.Group] = []
    for authority in [nil] + authorities.map(Optional.some) {
      for sector in [nil] + sectors.map(Optional.some) {
        for (run, own) in zip(runs, ofRun) {
          let chosen = own.filter { row in
            (authority.map { $0 == schools.authorities[row.row] } ?? true)
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
