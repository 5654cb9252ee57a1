import FundingEngine
import FundingModel

/// All runs of a scenario in one year, ready for every point of a sweep.
struct YearSweep: Sendable {
  let runner: YearRunner
  let points: SweepPoints
  /// The runs in the first year's money with every change made but the points'.
  let changed: [RunFormulas]
  /// What the runs give without the sweep.
  let outcomes: [RunOutcome]
  let runs: [RunSweep]
  /// The census of the year before; the year's own in the first.
  private let beforeCensus: Census

  /// Finds how each run follows the points.
  ///
  /// `plainly` has every run that moves worked out as if each point were alone. It fails with
  /// `changes`: every path that names nothing.
  init(
    _ runner: YearRunner, points: SweepPoints, outcomes: [RunOutcome],
    after before: YearSweep? = nil, plainly: Bool = false
  ) throws(ScenarioFailure) {
    self.runner = runner
    self.points = points
    self.outcomes = outcomes
    beforeCensus = before?.runner.census ?? runner.census
    changed = try runner.firstYearRuns()
    let cells = try SweptCells(changed, points: points, runner: runner)
    let preparation = Preparation(
      runner: runner, points: points, outcomes: outcomes, cells: cells, before: before)
    runs = preparation.runs(plainly: plainly)
  }

  /// Room for one thread's points, one a run.
  func workspaces() -> [RunSweep.Workspace] { runs.map { $0.workspace() } }

  /// What every run gives at a point.
  ///
  /// - Throws: why a run can't be worked out there.
  func figures(
    at point: Int, after before: [RunAtPoint]?, _ workspaces: inout [RunSweep.Workspace]
  ) throws(ScenarioFailure) -> [RunAtPoint]? {
    var found: [RunAtPoint] = []
    var totals: [String: Int64] = [:]
    var pointRuns: [RunFormulas]?
    for (index, run) in runs.enumerated() {
      let name = run.specification.name
      let next: RunAtPoint
      switch run.way {
      case .still, .numbers:
        guard
          let figures = run.figures(
            of: points, at: point, earlier: totals, &workspaces[index])
        else { return nil }
        next = figures
      case .plainly:
        let formulas: [RunFormulas]
        if let known = pointRuns {
          formulas = known
        } else {
          formulas = try self.formulas(at: point)
        }
        pointRuns = formulas
        next = figures(
          of: try runner.outcome(
            of: formulas[index], after: found.compactMap(\.outcome), since: lastYear(before)))
      }
      found.append(next)
      totals[name] = next.total
    }
    return found
  }

  /// The same as if this were the only point: what `run` would give with the changes written out.
  func plainFigures(
    at point: Int, after before: [RunAtPoint]?
  ) throws(ScenarioFailure) -> [RunAtPoint] {
    let formulas = try formulas(at: point)
    var outcomes: [RunOutcome] = []
    for (index, run) in formulas.enumerated() {
      if case .still = runs[index].way {
        outcomes.append(self.outcomes[index])
      } else {
        outcomes.append(
          try runner.outcome(of: run, after: outcomes, since: lastYear(before)))
      }
    }
    return outcomes.map(figures)
  }

  private func formulas(at point: Int) throws(ScenarioFailure) -> [RunFormulas] {
    let scenario = runner.inputs.scenario
    let moved = try points.apply(to: changed, year: scenario.year) {
      points.operation($0, at: point)
    }
    guard let years = scenario.years else { return moved }
    return try Uprating.applied(to: moved, by: points.years(years, at: point), in: runner.year)
  }

  /// What the whole outcomes of the year before say; a run that has none doesn't ask.
  private func lastYear(_ before: [RunAtPoint]?) -> LastYear? {
    before.map { LastYear($0.compactMap(\.outcome), census: beforeCensus) }
  }

  private func figures(of outcome: RunOutcome) -> RunAtPoint {
    RunAtPoint(outcome, rows: runner.rows)
  }
}

extension YearSweep {
  /// Whether a run moves in this year.
  fileprivate func moves(_ run: Int) -> Bool {
    if case .still = runs[run].way { return false }
    return true
  }
}

extension Formula {
  /// Whether a floor or cap is held against the same run's year before.
  fileprivate var looksBack: Bool {
    adjustments.compactMap(\.protection).contains { $0.baseline == .previous }
  }
}

extension RunAtPoint {
  /// The figures of a whole outcome.
  init(_ outcome: RunOutcome, rows: [Int]) {
    self.init(
      shares: rows.map { outcome.allocation.shares[$0]?.pence ?? 0 },
      total: outcome.allocation.total.pence, multiplier: outcome.solve?.multiplier,
      outcome: outcome)
  }

  /// Whether two ways of working came to the same pennies and multiplier.
  func agrees(with other: RunAtPoint) -> Bool {
    total == other.total && shares == other.shares && multiplier == other.multiplier
  }
}

/// Decides for each run how it follows the points.
private struct Preparation {
  let runner: YearRunner
  let points: SweepPoints
  let outcomes: [RunOutcome]
  let cells: SweptCells
  let before: YearSweep?

  func runs(plainly: Bool) -> [RunSweep] {
    var moving: Set<String> = []
    var ways: [RunSweep.Way] = []
    for (index, run) in cells.runs.enumerated() {
      let own = outcomes[index]
      let isChanged = cells.parts[index].joined().contains {
        !$0.dimensions.isEmpty || $0.index != nil
      }
      let isHeldToMoving = own.baselines.contains { moving.contains($0.run) }
      let refersToLastYear =
        runner.inputs.scenario.years != nil && run.groups.contains { $0.formula.looksBack }
      let isHeldToMovingYear = refersToLastYear && before.map { $0.moves(index) } ?? false
      let solve = run.specification.solve
      let hasMovingTarget =
        solve.map { runner.runs(namedBy: $0).contains(where: moving.contains) } ?? false
      guard
        isChanged || isHeldToMoving || isHeldToMovingYear || hasMovingTarget
          || cells.needsPlainly[index]
      else {
        ways.append(.still)
        continue
      }
      moving.insert(run.specification.name)
      if plainly || isHeldToMoving || refersToLastYear || cells.needsPlainly[index]
        || solve.map({ !$0.isOneTotal }) ?? false
      {
        ways.append(.plainly)
      } else {
        ways.append(numbers(index, run).map(RunSweep.Way.numbers) ?? .plainly)
      }
    }
    // A plain run needs whole outcomes of the runs it refers to.
    for index in ways.indices.reversed() {
      guard case .plainly = ways[index] else { continue }
      let specification = cells.runs[index].specification
      let named =
        outcomes[index].baselines.map(\.run)
        + (specification.solve.map { runner.runs(namedBy: $0) } ?? [])
      for other in ways.indices where named.contains(cells.runs[other].specification.name) {
        if case .numbers = ways[other] { ways[other] = .plainly }
      }
    }
    return ways.indices.map { index in
      RunSweep(
        specification: cells.runs[index].specification, way: ways[index],
        own: RunAtPoint(outcomes[index], rows: runner.rows), heads: runner.census.fundedHeads)
    }
  }

  /// The groups that move; nil where one of them can't follow from numbers.
  private func numbers(_ index: Int, _ run: RunFormulas) -> [GroupSweep]? {
    let evaluation = RunEvaluation(
      engine: runner.engine, rows: runner.rows, run: run.specification.name, year: runner.year,
      threads: 1, baselines: outcomes[index].baselines, previous: outcomes[index].previous)
    let moved = run.groups.indices.filter { !cells.parts[index][$0].isEmpty }
    let found = ParallelWork.results(moved.count, threads: runner.threads) { place in
      GroupSweep(
        run.groups[moved[place]], parts: cells.parts[index][moved[place]], points: points,
        evaluation: evaluation)
    }
    let groups = found.compactMap(\.self)
    return groups.count == found.count ? groups : nil
  }
}
