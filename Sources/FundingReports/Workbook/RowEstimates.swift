import FundingModel

/// What is to be known of the shares that a table's row tells of.
struct RowEstimates {
  /// Whether the row is of modelled schools.
  var areModelled = false
  /// Whether its shares of free school meals are of modelled pupils.
  var hasModelledMeals = false
  /// Whether its run's shares are estimates.
  var ofRun = false
  /// Whether the baseline's are.
  var ofBaseline = false

  /// What is known of each row.
  static func all(of table: Table, _ estimates: EstimatedFigures) -> [RowEstimates] {
    func cells(_ name: String) -> TableCells? { table.column(name)?.cells }
    let reader = Reader(
      estimates: estimates, school: cells("school"), twin: cells("twin"), run: cells("run"),
      year: cells("year") ?? cells("last_year"), baseline: cells("baseline"),
      status: cells("status"), modelled: cells("modelled"), meals: cells("fsm_source"),
      by: cells("by"), group: cells("group"), authority: cells("authority"),
      sector: cells("sector"))
    return (0..<table.rowCount).map(reader.row)
  }

  /// A table's columns, found once.
  private struct Reader {
    let estimates: EstimatedFigures
    let school, twin, run, year, baseline, status, modelled, meals: TableCells?
    let by, group, authority, sector: TableCells?

    func row(_ row: Int) -> RowEstimates {
      var found = RowEstimates()
      found.areModelled =
        modelled?.text(at: row) == "true" || run != nil && estimates.areModelledSchools
      found.hasModelledMeals = meals?.text(at: row) == "modelled"
      found.ofRun = status?.text(at: row) == Formula.Status.fitted.rawValue
      guard let run = run?.text(at: row), let year = year?.text(at: row) else { return found }
      let held = baseline?.text(at: row) ?? estimates.baseline
      if let number = school.flatMap({ Int($0.text(at: row)) }) {
        let twin = twin.flatMap { Int($0.text(at: row)) }
        let numbers = [number] + (twin.map { [$0] } ?? [])
        func holds(_ run: String) -> Bool {
          numbers.contains { estimates.holds(school: $0, run: run, year: year) }
        }
        found.ofRun = found.ofRun || holds(run)
        found.ofBaseline = holds(held)
      } else {
        let group = group(of: row)
        found.ofRun = found.ofRun || estimates.holds(group: group, run: run, year: year)
        found.ofBaseline = estimates.holds(group: group, run: held, year: year)
      }
      return found
    }

    /// The schools that a row adds up; all of them where they are no authority's or sector's.
    private func group(of row: Int) -> HiddenFigures.Group {
      let group = group?.text(at: row)
      if let kind = (by?.text(at: row)).flatMap(GainsByGroup.Kind.init(rawValue:)) {
        return group.flatMap(kind.group) ?? .wales
      }
      if let group { return HiddenFigures.Group(key: group) ?? .wales }
      return HiddenFigures.Group(
        authority: (authority?.text(at: row)).flatMap { Int($0) },
        sector: (sector?.text(at: row)).flatMap { $0 == "all" ? nil : $0 })
    }
  }
}
