public import FundingModel

/// Works out every measure of a staffing file.
public enum StaffingAnalysis {
  /// Measures, and the families in which they are compared.
  ///
  /// - Parameters:
  ///   - rows: The schools, in any order.
  ///   - bands: What measures are held against.
  /// - Returns: The result, the same whatever the rows' order.
  public static func result(of rows: [StaffingRow], bands: StaffingBands) -> StaffingResult {
    let rows = rows.sorted { $0.school < $1.school }
    let finding = FamilyFinding(rows, rule: bands.families)
    var families: [SchoolFamily] = []
    let schools = rows.enumerated().map { index, row in
      let arithmetic = MeasureArithmetic(row: row, bands: bands)
      let found = finding.family(of: index)
      let family = found.map { found in
        if let known = families.firstIndex(of: found.family) { return known }
        families.append(found.family)
        return families.count - 1
      }
      return StaffingResult.School(
        row: row, values: StaffingMeasure.allCases.map { arithmetic.value(of: $0) },
        family: family, widenings: found?.widenings ?? [])
    }
    return StaffingResult(bands: bands, schools: schools, families: families)
  }

  /// What the rows of a staffing file leave blank, from the schools of another file.
  ///
  /// - Returns: The rows, and the schools of which the two files say different things.
  public static func completed(
    _ rows: [StaffingRow], from table: SchoolTable
  ) -> (rows: [StaffingRow], disagreeing: [Int]) {
    let deprivation = ["fsm_pct", "fsm_three_year_pct"].lazy.compactMap { table.column($0) }.first
    let language = table.column("language")
    var disagreeing: [Int] = []
    let completed = rows.map { row -> StaffingRow in
      guard let index = table.row(of: row.school) else { return row }
      var kind = StaffingRow.Kind(
        authority: table.authorities[index], sector: table.sectors[index])
      if case .category(let name) = language?[index] { kind.language = name }
      if case .number(let percent) = deprivation?[index] { kind.freeMealsPercent = percent }
      let full = row.completed(
        name: table.names[index], kind: kind,
        pupils: table.statedPupils[index].map { Rational($0) })
      let theirs = table.statedPupils[index].map { Rational($0) }
      if full.kind.sector != kind.sector || full.kind.authority != kind.authority
        || (kind.language != nil && full.kind.language != kind.language)
        || (kind.freeMealsPercent != nil && full.kind.freeMealsPercent != kind.freeMealsPercent)
        || (theirs != nil && full[.pupils] != theirs)
      {
        disagreeing.append(row.school)
      }
      return full
    }
    return (completed, disagreeing)
  }
}
