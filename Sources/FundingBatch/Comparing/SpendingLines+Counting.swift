import FundingModel

extension SpendingLines {
  /// Which of the lines a scenario counts.
  ///
  /// An authority's own lines count where schools of it are funded; those for Wales as a whole where
  /// not every authority has lines of its own.
  ///
  /// - Parameters:
  ///   - lines: All lines, as given.
  ///   - schools: The schools.
  ///   - rows: The rows of those that are funded.
  ///   - years: The years of the scenario.
  init(of lines: [AuthorityLine], schools: SchoolTable, rows: [Int], years: [FundingYear]) {
    let byAuthority = RowGroups(rows, by: schools.authorities).groups
    let authorities = byAuthority.map(\.key)
    func hasSchools(_ line: AuthorityLine) -> Bool {
      guard let sector = line.sector else { return true }
      let own = line.authority.map { code in byAuthority.first { $0.key == code }?.rows ?? [] }
      return (own ?? rows).contains { schools.sectors[$0] == sector }
    }
    let ofYears = lines.filter { years.contains($0.year) }
    let known = AuthorityLines(lines)
    let used = ofYears.filter { line in
      guard let authority = line.authority else {
        return known.counted(ofAll: authorities, year: line.year) == [nil]
      }
      return authorities.contains(authority)
    }
    let kinds = AuthorityLine.Kind.allCases
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      let line = used[index]
      return (
        line.authority ?? .max, line.year.start, kinds.firstIndex(of: line.kind) ?? kinds.count,
        index
      )
    }
    let sorted = used.indices.sorted { key($0) < key($1) }.map { used[$0] }
    self.init(
      used: sorted,
      withoutSchools: Set(ofYears.compactMap(\.authority)).subtracting(authorities).sorted(),
      withoutSector: sorted.filter { !hasSchools($0) })
  }
}
