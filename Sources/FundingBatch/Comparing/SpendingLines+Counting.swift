import FundingModel

extension SpendingLines {
  /// Which of the lines a scenario counts.
  ///
  /// An authority's own lines count where schools of it are funded; those for Wales as a whole where
  /// not every authority has lines of its own.
  ///
  /// - Parameters:
  ///   - lines: All lines, as given.
  ///   - authorities: The codes of the authorities whose schools are funded.
  ///   - years: The years of the scenario.
  init(of lines: [AuthorityLine], authorities: [Int], years: [FundingYear]) {
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
    self.init(
      used: used.indices.sorted { key($0) < key($1) }.map { used[$0] },
      withoutSchools: Set(ofYears.compactMap(\.authority)).subtracting(authorities).sorted())
  }
}
