import FundingModel

/// How many schools lie below the benchmarks.
enum Parity {
  /// Holds every school's amount per pupil against each benchmark, exactly.
  ///
  /// A run's amount per pupil is its share ÷ heads, not rounded; a published one is the published
  /// figure itself.
  ///
  /// - Returns: sectors in order, then all schools; in each the published budgets first, then the
  ///   runs; in each the benchmarks in the scenario's order. Sectors without schools are left out.
  static func rows(
    _ benchmarks: [Benchmark], shares: [RunShares], census: Census
  ) -> [ParityRow] {
    let schools = census.schools
    return ([String].sectorsInOrder.map(Optional.some) + [nil]).flatMap { sector in
      shares.flatMap { run in
        benchmarks.compactMap { benchmark in
          let verdicts = (0..<schools.count).compactMap { row -> Bool? in
            guard sector == nil || schools.sectors[row] == sector else { return nil }
            return isBelow(benchmark.amount, row, run, census)
          }
          guard !verdicts.isEmpty else { return nil }
          return ParityRow(
            sector: sector, run: run.run, year: run.year, benchmark: benchmark.amount,
            schools: verdicts.count, below: verdicts.count { $0 })
        }
      }
    }
  }

  /// Whether a school lies below; nil where it has no amount per pupil.
  private static func isBelow(
    _ benchmark: Money, _ row: Int, _ run: RunShares, _ census: Census
  ) -> Bool? {
    if run.run == RunShares.published {
      return census.schools.budgetPerPupil[row].map { $0 < benchmark }
    }
    guard let share = run.shares[row], run.heads[row] > 0 else { return nil }
    return Int128(share.pence) < Int128(benchmark.pence) * Int128(run.heads[row])
  }
}
