import FundingEngine
public import FundingModel

/// Runs a scenario: every run in order, year by year, then what they say against each other.
public struct ScenarioRunner: Sendable {
  let inputs: ScenarioInputs
  let first: YearRunner

  /// Makes a runner, and packs the first year's census once for all runs.
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
    try checkPoints()
    let (censuses, outcomes) = try allYears()
    let census = censuses.first
    let comparison = try checkedComparison()
    let hasPublished = (0..<census.schools.count).contains {
      census.schools.publishedBudget($0) != nil
    }
    let runs = outcomes.map { RunShares($0, census: censuses[$0.allocation.year]) }
    let shares =
      (hasPublished ? [RunShares(publishedIn: census, year: scenario.year)] : []) + runs
    let comparisons = SchoolComparisons.between(
      comparison, shares: shares, schools: census.schools)
    let rows = BudgetRows(
      censuses: censuses, shares: shares, outcomes: outcomes,
      lines: AuthorityLines(inputs.authorityLines))
    let authorities = rows.byAuthority()
    let benchmarks = scenario.benchmarksHeld
    let parity = Parity(benchmarks, shares: shares, census: census)
    var result = ScenarioResult(
      scenario: scenario, censuses: censuses, runs: outcomes, comparison: comparison,
      comparisons: comparisons, authorities: authorities, sectors: rows.bySector(),
      parity: parity.rows, parityByAuthority: parity.byAuthority,
      winners: Winners.rows(of: comparisons, runs: comparison.with, census: census),
      equity: EquityRows(censuses: censuses, benchmarks: benchmarks).rows(of: shares),
      controls: Controls.met(by: outcomes, authorities: authorities, censuses: censuses))
    result.twins = TwinSchools(in: census)
    result.spending = SpendingLines(
      of: inputs.authorityLines, schools: census.schools, rows: first.rows,
      years: scenario.allYears)
    return result
  }

  /// Every year's census, and every run in every year: by run, then by year.
  func allYears() throws(ScenarioFailure) -> (CensusSeries, [RunOutcome]) {
    let scenario = inputs.scenario
    var censuses = [first.census]
    var years = [try first.outcomes()]
    if let span = scenario.years {
      let projection = try PupilProjection(
        first.census, from: scenario.year, changes: span.pupilChanges)
      for year in scenario.allYears.dropFirst() {
        let lastYear = LastYear(years[years.count - 1], census: censuses[censuses.count - 1])
        let runner = try self.runner(of: year, projection)
        censuses.append(runner.census)
        do {
          years.append(try runner.outcomes(since: lastYear))
        } catch .evaluation(let run, let failures) {
          throw .evaluation(run: "\(run), \(year)", failures)
        } catch {
          throw error
        }
      }
    }
    return (
      CensusSeries(from: scenario.year, censuses),
      scenario.runs.indices.flatMap { run in years.map { $0[run] } }
    )
  }

  /// Packs a year's census, the first year's again where no pupil changes.
  func runner(
    of year: FundingYear, _ projection: PupilProjection
  ) throws(ScenarioFailure) -> YearRunner {
    guard projection.moves else { return first.in(year) }
    return YearRunner(
      inputs, census: try projection.census(in: year), year: year, threads: first.threads)
  }

  /// The names of the scenario's indices that move no rate of any run: told, lest they be thought to.
  public var unusedIndices: [String] {
    guard let years = inputs.scenario.years, let runs = try? first.firstYearRuns() else {
      return []
    }
    return Uprating.unused(runs, years)
  }

  /// The runner of a year of the scenario, on that year's schools and pupils.
  func runner(of year: FundingYear) throws(ScenarioFailure) -> YearRunner {
    guard let span = inputs.scenario.years, year > inputs.scenario.year else { return first }
    let projection = try PupilProjection(
      first.census, from: inputs.scenario.year, changes: span.pupilChanges)
    return try runner(of: year, projection)
  }

  /// One school's statement under a run that has been worked out.
  ///
  /// - Returns: nil where the run doesn't fund the school.
  /// - Throws: `evaluation`, which a run that has been worked out doesn't meet.
  public func statement(
    ofRow row: Int, in outcome: RunOutcome
  ) throws(ScenarioFailure) -> Statement? {
    let runner = try runner(of: outcome.allocation.year)
    for group in outcome.allocation.groups {
      guard let position = group.rows.firstIndex(of: row) else { continue }
      return try runner.statements(of: position..<position + 1, group, in: outcome).first
    }
    return nil
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
