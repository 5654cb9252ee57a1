import FundingModel

/// Budgets by authority and by authority and sector, with the row of Wales last.
struct BudgetRows {
  /// The census of each year.
  let censuses: CensusSeries
  /// The published budgets, if any, then the runs.
  let shares: [RunShares]
  /// The runs.
  let outcomes: [RunOutcome]
  /// The authorities' other lines.
  let lines: AuthorityLines

  /// By authority, then run, then year; Wales last.
  func byAuthority() -> [BudgetRow] {
    let figures = shares.map { Figures(self, $0) }
    let authorities = Set(censuses.first.schools.authorities).sorted()
    return (authorities.map(Optional.some) + [nil]).flatMap { authority in
      figures.compactMap { $0.row(authority: authority, sector: nil) }
    }
  }

  /// The same by sector, in each authority in the sectors' order.
  func bySector() -> [BudgetRow] {
    let figures = shares.map { Figures(self, $0) }
    let authorities = Set(censuses.first.schools.authorities).sorted()
    return (authorities.map(Optional.some) + [nil]).flatMap { authority in
      [String].sectorsInOrder.flatMap { sector in
        figures.compactMap { $0.row(authority: authority, sector: sector) }
      }
    }
  }
}

extension BudgetRows {
  /// One run's figures by school, ready to be added up.
  private struct Figures {
    let shares: RunShares
    /// The rows that have a share, ascending.
    let rows: [Int]
    let schools: SchoolTable
    let lines: AuthorityLines
    /// What regulation 23 needs, by row; nil for the published budgets.
    let pupilLed: [PupilLedShare?]?
    /// Whether a row's share rests on an estimate.
    let isEstimated: [Bool]
    /// The rows that runs fund and that have no share here, ascending.
    let withoutShare: [Int]

    init(_ rows: BudgetRows, _ shares: RunShares) {
      self.shares = shares
      self.rows = shares.rows
      schools = rows.censuses.first.schools
      let outcome = rows.outcomes.first {
        $0.allocation.run == shares.run && $0.allocation.year == shares.year
      }
      lines = outcome?.lines.map { AuthorityLines($0) } ?? rows.lines
      pupilLed = outcome?.allocation.pupilLed(schools: schools)
      // The published budgets of modelled schools are modelled with them.
      isEstimated =
        outcome?.restsOnEstimates(rows.censuses)
        ?? [Bool](repeating: schools.areModelled, count: schools.count)
      withoutShare =
        outcome == nil
        ? rows.censuses.first.fundedRows.filter { shares.shares[$0] == nil } : []
    }

    func row(authority: Int?, sector: String?) -> BudgetRow? {
      func isMeant(_ row: Int) -> Bool {
        (authority == nil || schools.authorities[row] == authority)
          && (sector == nil || schools.sectors[row] == sector)
      }
      let rows = self.rows.filter(isMeant)
      guard !rows.isEmpty else { return nil }
      let byAuthority = RowGroups(rows, by: schools.authorities).groups
      let sums =
        authority == nil
        ? lines.sums(ofAll: byAuthority.map(\.key), sector: sector, year: shares.year)
        : lines.sums(authority: authority, sector: sector, year: shares.year)
      var estimated = sums?.estimated ?? []
      if rows.contains(where: { isEstimated[$0] }) { estimated.insert("isb") }
      let without = withoutShare.count(where: isMeant)
      if without > 0, let sums {
        // Lines are for all schools, shares and pupils here for some of them.
        if !sums.unknown.contains(.devolved) { estimated.insert("delegated") }
        if !sums.unknown.contains(.retained) { estimated.insert("retained_per_pupil") }
      }
      return BudgetRow(
        authority: authority, sector: sector, run: shares.run, year: shares.year,
        schools: rows.count, pupils: rows.reduce(0) { $0 + shares.heads[$1] },
        isb: rows.reduce(.zero) { $0 + (shares.shares[$1] ?? .zero) },
        pupilLed: pupilLed.flatMap { led in
          PupilLedShare.ratio(
            of: byAuthority.map { $0.rows.compactMap { led[$0] }.reduce(PupilLedShare(), +) })
        },
        lines: sums?.amounts, unknown: sums?.unknown ?? [], assumed: sums?.assumed ?? [],
        origins: sums?.origins ?? [:], schoolsWithoutShare: without, estimated: estimated.sorted())
    }
  }
}
