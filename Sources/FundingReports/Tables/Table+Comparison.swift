import FundingModel

extension Table {
  /// `comparison.csv`: each school under the baseline and each other run.
  ///
  /// - Rounding: `change_per_pupil` to the penny and `change_pct` to two decimals, halves away from
  ///   zero; blank without pupils, and where the baseline is nought.
  static func comparison(of result: ScenarioResult, language: Language) -> Table {
    let schools = result.census.schools
    let rows = result.comparisons
    func labels(_ text: (SchoolComparison) -> String) -> TableCells {
      var column = LabelColumn()
      for row in rows { column.append(text(row)) }
      return column.cells
    }
    return Table(
      name: "comparison",
      columns: schoolColumns(of: rows.map(\.row), in: schools, language: language) + [
        TableColumn("year", labels { $0.year.description }),
        TableColumn("pupils", .wholes(rows.map(\.pupils))),
        TableColumn("baseline", labels { $0.baseline }),
        TableColumn("run", labels { $0.run }),
        TableColumn("baseline_share", .moneys(rows.map(\.baselineShare))),
        TableColumn("run_share", .moneys(rows.map(\.runShare))),
        TableColumn("change", .moneys(rows.map(\.change))),
        TableColumn("change_per_pupil", .moneys(rows.map(\.changePerPupil))),
        TableColumn("change_pct", .percents(rows.map(\.changePercent))),
        TableColumn("modelled", .flags(rows.map { _ in schools.areModelled })),
      ])
  }
}
