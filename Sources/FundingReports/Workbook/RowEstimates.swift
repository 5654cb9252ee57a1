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
  static func all(of table: Table, _ estimates: EstimatedFigures?) -> [RowEstimates] {
    let reader = Reader(
      table: table, estimates: estimates, school: table.column("school")?.cells,
      run: table.column("run")?.cells,
      year: (table.column("year") ?? table.column("last_year"))?.cells,
      baseline: table.column("baseline")?.cells, status: table.column("status")?.cells,
      modelled: table.column("modelled")?.cells, meals: table.column("fsm_source")?.cells)
    return (0..<table.rowCount).map(reader.row)
  }

  /// A table's columns, found once.
  private struct Reader {
    let table: Table
    let estimates: EstimatedFigures?
    let school, run, year, baseline, status, modelled, meals: TableCells?

    func row(_ row: Int) -> RowEstimates {
      var found = RowEstimates()
      found.areModelled =
        modelled?.text(at: row) == "true" || run != nil && estimates?.areModelledSchools ?? false
      found.hasModelledMeals = meals?.text(at: row) == "modelled"
      found.ofRun = status?.text(at: row) == Formula.Status.fitted.rawValue
      guard let estimates, let run = run?.text(at: row), let year = year?.text(at: row) else {
        return found
      }
      let held = baseline?.text(at: row) ?? estimates.baseline
      if let number = school.flatMap({ Int($0.text(at: row)) }) {
        let twin = table.column("twin").flatMap { Int($0.cells.text(at: row)) }
        let numbers = [number] + (twin.map { [$0] } ?? [])
        func holds(_ run: String) -> Bool {
          numbers.contains { estimates.holds(school: $0, run: run, year: year) }
        }
        found.ofRun = found.ofRun || holds(run)
        found.ofBaseline = holds(held)
      } else {
        let group = group(row)
        found.ofRun = found.ofRun || estimates.holds(group: group, run: run, year: year)
        found.ofBaseline = estimates.holds(group: group, run: held, year: year)
      }
      return found
    }

    /// The schools that a row adds up; all of them where they are no authority's or sector's.
    private func group(_ row: Int) -> HiddenFigures.Group {
      func text(_ name: String) -> String? { table.column(name)?.cells.text(at: row) }
      if let kind = text("by").flatMap(GainsByGroup.Kind.init(rawValue:)) {
        return text("group").flatMap(kind.group) ?? .wales
      }
      if let key = text("group") { return HiddenFigures.Group(key: key) ?? .wales }
      return HiddenFigures.Group(
        authority: text("authority").flatMap { Int($0) },
        sector: text("sector").flatMap { $0 == "all" ? nil : $0 })
    }
  }
}
