import FundingModel

/// Each school under the baseline and every run held against it.
enum SchoolComparisons {
  /// Compares schools that both the baseline and the run fund in the same year.
  ///
  /// - Returns: by school, then by run in the comparison's order, then by year.
  static func between(
    _ comparison: ComparisonSpecification, shares: [RunShares], schools: SchoolTable
  ) -> [SchoolComparison] {
    let baselines = shares.filter { $0.run == comparison.baseline }
    let pairs = comparison.with.flatMap { name in
      shares.filter { $0.run == name }.compactMap { run in
        baselines.first { $0.year == run.year }.map { (baseline: $0, run: run) }
      }
    }
    return (0..<schools.count).flatMap { row in
      pairs.compactMap { pair in
        guard let before = pair.baseline.shares[row], let after = pair.run.shares[row] else {
          return nil
        }
        return SchoolComparison(
          row: row, year: pair.run.year, pupils: pair.run.heads[row],
          baseline: pair.baseline.run, run: pair.run.run, baselineShare: before, runShare: after)
      }
    }
  }
}
