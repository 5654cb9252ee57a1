import FundingModel

/// Winners and losers of all schools, of each sector and of each authority.
enum Winners {
  /// Counts who gains and who loses at least a penny.
  ///
  /// - Returns: all schools, then sectors in order, then authorities by code; in each by run in
  ///   the comparison's order, then by year. Groups without a compared school are left out.
  static func rows(
    of comparisons: [SchoolComparison], runs: [String], census: Census
  ) -> [WinnersRow] {
    let schools = census.schools
    let groups: [(WinnersRow.Group, (Int) -> Bool)] =
      [(.all, { _ in true })]
      + [String].sectorsInOrder.map { sector in
        (.sector(sector), { schools.sectors[$0] == sector })
      }
      + Set(schools.authorities).sorted().map { code in
        (.authority(code), { schools.authorities[$0] == code })
      }
    let years = Set(comparisons.map(\.year)).sorted()
    return groups.flatMap { group, belongs in
      let own = comparisons.filter { belongs($0.row) }
      return runs.flatMap { run in
        years.compactMap { year in
          row(of: own.filter { $0.run == run && $0.year == year }, group, run, year)
        }
      }
    }
  }

  private static func row(
    of comparisons: [SchoolComparison], _ group: WinnersRow.Group, _ run: String,
    _ year: FundingYear
  ) -> WinnersRow? {
    guard !comparisons.isEmpty else { return nil }
    let gains = comparisons.map(\.change).filter { $0 > .zero }
    let losses = comparisons.map(\.change).filter { $0 < .zero }.map { -$0 }
    return WinnersRow(
      group: group, run: run, year: year, schools: comparisons.count, winners: gains.count,
      losers: losses.count, gain: gains.reduce(.zero, +), loss: losses.reduce(.zero, +),
      largestGain: gains.max() ?? .zero, largestLoss: losses.max() ?? .zero)
  }
}
