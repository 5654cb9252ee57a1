import FundingEngine
public import FundingModel

/// Runs a scenario: every run in order, then what they say against each other.
public struct ScenarioRunner: Sendable {
  private let inputs: ScenarioInputs
  private let first: YearRunner

  private var census: Census { first.census }

  /// Makes a runner, and packs the census once for all runs.
  ///
  /// - Parameters:
  ///   - inputs: The scenario and its data.
  ///   - threads: How many threads to use; the results are the same for any number.
  public init(_ inputs: ScenarioInputs, threads: Int = 1) {
    self.inputs = inputs
    first = YearRunner(
      inputs, census: inputs.census.namingLeftOut(), year: inputs.scenario.year, threads: threads)
  }

  /// Runs the scenario.
  ///
  /// - Throws: why it can't be run; nothing is given in part.
  public func result() throws(ScenarioFailure) -> ScenarioResult {
    let scenario = inputs.scenario
    let outcomes = try first.outcomes()
    let comparison = try checkedComparison()
    let hasPublished = (0..<census.schools.count).contains {
      census.schools.publishedBudget($0) != nil
    }
    let runs = outcomes.map { RunShares($0, census: census) }
    let shares =
      (hasPublished ? [RunShares(publishedIn: census, year: scenario.year)] : []) + runs
    let comparisons = SchoolComparisons.between(comparison, shares: shares, census: census)
    let rows = BudgetRows(
      census: census, shares: shares, outcomes: outcomes,
      lines: AuthorityLines(inputs.authorityLines))
    let authorities = rows.byAuthority()
    let benchmarks =
      scenario.benchmarks.isEmpty
      ? [Benchmark.published(in: scenario.year)].compactMap { $0 } : scenario.benchmarks
    return ScenarioResult(
      scenario: scenario, census: census, runs: outcomes, comparison: comparison,
      comparisons: comparisons, authorities: authorities, sectors: rows.bySector(),
      parity: Parity.rows(benchmarks, shares: shares, census: census),
      winners: Winners.rows(of: comparisons, runs: comparison.with, census: census),
      equity: EquityRows(census: census, benchmarks: benchmarks).rows(of: shares),
      controls: Controls.met(by: outcomes, authorities: authorities, census: census))
  }

  /// One school's statement under a run that has been worked out.
  ///
  /// - Returns: nil where the run doesn't fund the school.
  /// - Throws: `evaluation`, which a run that has been worked out doesn't meet.
  public func statement(
    ofRow row: Int, in outcome: RunOutcome
  ) throws(ScenarioFailure) -> Statement? {
    for group in outcome.allocation.groups {
      guard let position = group.rows.firstIndex(of: row) else { continue }
      do {
        return try first.engine.plan(
          group.formula, rows: group.rows, runRows: first.rows, year: outcome.allocation.year,
          baselines: outcome.baselines
        ).statement(at: position)
      } catch {
        throw .evaluation(run: outcome.allocation.run, error)
      }
    }
    return nil
  }

  /// The statements of all schools of a formula under a run that has been worked out.
  ///
  /// - Throws: `evaluation`, which a run that has been worked out doesn't meet.
  func statements(
    of group: FormulaAllocation, in outcome: RunOutcome
  ) throws(ScenarioFailure) -> [Statement] {
    do {
      return try first.engine.plan(
        group.formula, rows: group.rows, runRows: first.rows, year: outcome.allocation.year,
        baselines: outcome.baselines
      ).statements(of: group.rows.indices)
    } catch {
      throw .evaluation(run: outcome.allocation.run, error)
    }
  }

  /// The scenario's comparison, or the first run against all others.
  private func checkedComparison() throws(ScenarioFailure) -> ComparisonSpecification {
    let names = inputs.scenario.runs.map(\.name)
    guard let comparison = inputs.scenario.comparison else {
      return ComparisonSpecification(
        baseline: names.first ?? RunShares.published, with: Array(names.dropFirst()), place: nil)
    }
    let known = names + [RunShares.published]
    for name in [comparison.baseline] + comparison.with where !known.contains(name) {
      throw .unknownRun(name, known: known, place: comparison.place)
    }
    return comparison
  }
}
