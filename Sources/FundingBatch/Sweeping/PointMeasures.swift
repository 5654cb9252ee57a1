import FundingEngine
import FundingModel

/// What is said of every run at every point: winners, measures of equity, schools below benchmarks.
struct PointMeasures: Sendable {
  let runs: [String]
  let year: FundingYear
  let heads: [Int64]
  let comparison: ComparisonSpecification
  let benchmarks: [Money]
  /// The published budgets by funded row, in pennies.
  let published: [Int64?]
  /// The groups whose totals are wanted, and which of them each school is in.
  let groups: [WinnersRow.Group]
  let memberships: [[Int]]

  /// Prepares the measures of a year.
  init(
    runner: YearRunner, comparison: ComparisonSpecification, benchmarks: [Money],
    groups: [WinnersRow.Group]
  ) {
    let schools = runner.census.schools
    runs = runner.inputs.scenario.runs.map(\.name)
    year = runner.year
    heads = runner.rows.map { runner.census.pupils.heads(ofSchool: $0) }
    self.comparison = comparison
    self.benchmarks = benchmarks
    published = runner.rows.map { schools.publishedBudget($0)?.pence }
    self.groups = groups
    memberships = runner.rows.map { row in
      groups.indices.filter { index in
        switch groups[index] {
        case .all: true
        case .sector(let sector): schools.sectors[row] == sector
        case .authority(let code): schools.authorities[row] == code
        }
      }
    }
  }

  /// The figures of a point, by run.
  func figures(
    of found: [RunAtPoint], _ amounts: inout AmountsPerPupil
  ) -> [PointFigures] {
    let baseline: [Int64?]? =
      comparison.baseline == RunShares.published
      ? published
      : runs.firstIndex(of: comparison.baseline).map { found[$0].shares.map(Optional.some) }
    return zip(runs, found).map { run, figures in
      let spread = amounts.measure(figures.shares)
      return PointFigures(
        total: Money(pence: figures.total), multiplier: figures.multiplier,
        winners: comparison.with.contains(run)
          ? baseline.flatMap { winners(run, figures.shares, against: $0) } : nil,
        gini: spread?.gini, variation: spread?.variation,
        below: benchmarks.map { below($0, figures.shares) },
        groupTotals: groupTotals(figures.shares))
    }
  }

  private func winners(
    _ run: String, _ shares: [Int64], against baseline: [Int64?]
  ) -> WinnersRow? {
    var (schools, winners, losers) = (0, 0, 0)
    var (gain, loss, largestGain, largestLoss): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    for school in shares.indices {
      guard let before = baseline[school] else { continue }
      let change = shares[school] - before
      schools += 1
      if change > 0 {
        winners += 1
        gain += change
        largestGain = max(largestGain, change)
      } else if change < 0 {
        losers += 1
        loss -= change
        largestLoss = max(largestLoss, -change)
      }
    }
    guard schools > 0 else { return nil }
    return WinnersRow(
      group: .all, run: run, year: year, schools: schools, winners: winners, losers: losers,
      gain: Money(pence: gain), loss: Money(pence: loss),
      largestGain: Money(pence: largestGain), largestLoss: Money(pence: largestLoss))
  }

  private func below(_ benchmark: Money, _ shares: [Int64]) -> Int {
    var count = 0
    for school in shares.indices
    where Int128(shares[school]) < Int128(benchmark.pence) * Int128(heads[school]) {
      count += 1
    }
    return count
  }

  private func groupTotals(_ shares: [Int64]) -> [Money] {
    guard !groups.isEmpty else { return [] }
    var totals = [Int64](repeating: 0, count: groups.count)
    for school in shares.indices {
      for group in memberships[school] { totals[group] += shares[school] }
    }
    return totals.map { Money(pence: $0) }
  }
}
