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

  /// The same census, packed once, in another year.
  func `in`(_ year: FundingYear) -> YearRunner { YearRunner(self, in: year) }

  private init(_ runner: YearRunner, in year: FundingYear) {
    self.year = year
    inputs = runner.inputs
    census = runner.census
    threads = runner.threads
    engine = runner.engine
    rows = runner.rows
  }

  /// The codes of the authorities whose schools runs fund, ascending.
  private var authorities: [Int] {
    RowGroups(rows, by: census.schools.authorities).groups.map(\.key)
  }

  /// Every run, in order.
  ///
  /// - Parameter lastYear: What the runs gave the year before; nil in the scenario's first year.
  /// - Returns: One outcome a run.
  /// - Throws: why a run can't be worked out.
  func outcomes(since lastYear: LastYear? = nil) throws(ScenarioFailure) -> [RunOutcome] {
    var outcomes: [RunOutcome] = []
    for run in try changedRuns() {
      outcomes.append(try outcome(of: run, after: outcomes, since: lastYear))
    }
    return outcomes
  }

  /// The runs with their formulae found, every rate changed and then moved to the year.
  func changedRuns() throws(ScenarioFailure) -> [RunFormulas] {
    let changed = try firstYearRuns()
    guard let years = inputs.scenario.years else { return changed }
    return try Uprating.applied(to: changed, by: years, in: year)
  }

  /// The runs with their formulae found and every rate changed, in the first year's money.
  func firstYearRuns() throws(ScenarioFailure) -> [RunFormulas] {
    var runs: [RunFormulas] = []
    for specification in inputs.scenario.runs {
      runs.append(try RunFormulas(specification, rows: rows, inputs: inputs))
    }
    try ProtectionBaselines.check(runs)
    return try ScenarioChanges.applied(
      to: runs, outside: inputs.changes, year: inputs.scenario.year)
  }

  /// One run.
  ///
  /// - Parameters:
  ///   - run: The run, as `changedRuns` gives it.
  ///   - earlier: The runs before it, in order.
  ///   - lastYear: What the runs gave the year before; nil in the scenario's first year.
  /// - Returns: What it gives.
  /// - Throws: why it can't be worked out.
  func outcome(
    of run: RunFormulas, after earlier: [RunOutcome], since lastYear: LastYear? = nil
  ) throws(ScenarioFailure) -> RunOutcome {
    let specification = run.specification
    let baselines = ProtectionBaselines.of(
      run, among: earlier, isFirstYear: lastYear == nil)
    let previous = lastYear?.shares(of: specification.name)
    let evaluation = RunEvaluation(
      engine: engine, rows: rows, run: specification.name, year: year,
      threads: threads, baselines: baselines, previous: previous)
    let lines = try LineChanging(
      lines: inputs.authorityLines, authorities: authorities, year: year
    ).changed(by: specification)
    let groups: [FormulaAllocation]
    var solved: SolveOutcome?
    if let solve = specification.solve {
      let target = SolveTarget(
        run: specification, earlier: earlier, census: census, rows: rows, year: year,
        lines: AuthorityLines(lines?.lines ?? inputs.authorityLines), moved: lines?.moved)
      let goal = try target.goal(of: solve)
      if let search = solve.search {
        (groups, solved) = try RunSearching(
          run: run, solve: solve, search: search, goal: goal,
          aim: try SearchAim(search, of: specification.name, in: self, after: earlier),
          bounds: try SearchBounds.all(of: solve, search: search, in: run, year: year),
          evaluation: evaluation
        ).solved()
      } else {
        (groups, solved) = try RunSolving(
          run: run, solve: solve, goal: goal, evaluation: evaluation
        ).solved()
      }
    } else {
      groups = try evaluation.allocations(of: run.groups)
    }
    return RunOutcome(
      specification: specification,
      allocation: Allocation(
        run: specification.name, year: year, groups: groups,
        schoolCount: census.schools.count),
      solve: solved, baselines: baselines, previous: previous, lines: lines)
  }
}

extension YearRunner {
  /// The statements of some schools of a formula under a run that has been worked out in this year.
  ///
  /// - Parameters:
  ///   - positions: Positions in the formula's rows.
  ///   - group: What the formula gave.
  ///   - outcome: The run.
  /// - Returns: One a position.
  /// - Throws: `evaluation`, which a run that has been worked out doesn't meet.
  func statements(
    of positions: Range<Int>, _ group: FormulaAllocation, in outcome: RunOutcome
  ) throws(ScenarioFailure) -> [Statement] {
    do {
      return try engine.plan(
        group.formula, rows: group.rows, runRows: rows, year: year,
        baselines: outcome.baselines, previous: outcome.previous
      ).statements(of: positions)
    } catch {
      throw .evaluation(run: outcome.allocation.run, error)
    }
  }
}

/// What a scenario's runs gave the year before, and for which pupils.
struct LastYear: Sendable {
  /// Every run, in order.
  let outcomes: [RunOutcome]
  /// The heads by census row.
  let heads: [Int64]

  /// Takes a year's runs.
  init(_ outcomes: [RunOutcome], census: Census) {
    self.outcomes = outcomes
    heads = (0..<census.schools.count).map { census.pupils.heads(ofSchool: $0) }
  }

  /// What one of the runs gave.
  func shares(of run: String) -> PreviousShares? {
    outcomes.first { $0.specification.name == run }
      .map { PreviousShares(allocation: $0.allocation, heads: heads) }
  }
}
