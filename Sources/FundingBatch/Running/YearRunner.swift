import FundingEngine
import FundingModel

/// Works out the runs of a scenario in one year, on one census.
struct YearRunner: Sendable {
  /// The scenario and what it needs.
  let inputs: ScenarioInputs
  /// The year's schools and pupils, with those named that are left out.
  let census: Census
  /// The year.
  let year: FundingYear
  /// How many threads to use.
  let threads: Int
  /// The engine, packed with the census.
  let engine: Engine
  /// The rows that runs fund, ascending.
  let rows: [Int]

  /// Packs the year's census once for all runs.
  init(_ inputs: ScenarioInputs, census: Census, year: FundingYear, threads: Int) {
    self.inputs = inputs
    self.census = census
    self.year = year
    self.threads = threads
    engine = Engine(census: census)
    rows = census.fundedRows
  }

  /// Every run, in order.
  func outcomes() throws(ScenarioFailure) -> [RunOutcome] {
    var outcomes: [RunOutcome] = []
    for run in try changedRuns() {
      outcomes.append(try outcome(of: run, after: outcomes))
    }
    return outcomes
  }

  /// The runs with their formulae found and every rate changed.
  func changedRuns() throws(ScenarioFailure) -> [RunFormulas] {
    var runs: [RunFormulas] = []
    for specification in inputs.scenario.runs {
      runs.append(try RunFormulas(specification, rows: rows, inputs: inputs))
    }
    try ProtectionBaselines.check(runs)
    return try ScenarioChanges.applied(
      to: runs, outside: inputs.changes, year: year)
  }

  func outcome(
    of run: RunFormulas, after earlier: [RunOutcome]
  ) throws(ScenarioFailure) -> RunOutcome {
    let specification = run.specification
    let baselines = ProtectionBaselines.of(run, among: earlier)
    let evaluation = RunEvaluation(
      engine: engine, rows: rows, run: specification.name, year: year,
      threads: threads, baselines: baselines)
    let groups: [FormulaAllocation]
    var solved: SolveOutcome?
    if let solve = specification.solve {
      let target = try SolveTarget(earlier: earlier, heads: census.fundedHeads).total(of: solve)
      let solving = RunSolving(run: run, solve: solve, target: target, evaluation: evaluation)
      (groups, solved) = try solving.solved()
    } else {
      groups = try evaluation.allocations(of: run.groups)
    }
    return RunOutcome(
      specification: specification,
      allocation: Allocation(
        run: specification.name, year: year, groups: groups,
        schoolCount: census.schools.count),
      solve: solved, baselines: baselines)
  }
}
