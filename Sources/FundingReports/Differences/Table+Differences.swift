public import FundingModel

extension Table {
  /// `differences.csv`: every school of two results, and how its share differs.
  ///
  /// - Shape: a row for each school, run and year that either result has; blanks where one has
  ///   none or keeps it back. Name, authority and sector are the second result's, or else the first's.
  /// - Rounding: `difference_per_pupil` to the penny and `difference_pct` to two decimals, halves
  ///   away from zero; blank without pupils, and where the first share is nought.
  public static func differences(of found: ResultDifferences, language: Language) -> Table {
    let rows = found.schools
    func labels(_ text: (ResultDifferences.School) -> String) -> TableCells {
      var column = LabelColumn()
      for row in rows { column.append(text(row)) }
      return column.cells
    }
    return Table(
      name: "differences",
      columns: [
        TableColumn("school", .wholes(rows.map { Int64($0.known.school) })),
        TableColumn("name", .texts(rows.map(\.known.name))),
        TableColumn("authority", labels { String($0.known.authority) }),
        TableColumn("authority_name", labels { Names.authority($0.known.authority, language) }),
        TableColumn("sector", labels { $0.known.sector }),
        TableColumn("run", labels { $0.run.name }),
        TableColumn("year", labels { $0.known.year.description }),
        TableColumn("pupils_a", .wholes(rows.map(\.first?.pupils))),
        TableColumn("pupils_b", .wholes(rows.map(\.second?.pupils))),
        TableColumn("share_a", .moneys(rows.map(\.first?.share))),
        TableColumn("share_b", .moneys(rows.map(\.second?.share))),
        TableColumn("difference", .moneys(rows.map(\.difference))),
        TableColumn("difference_per_pupil", .moneys(rows.map(\.differencePerPupil))),
        TableColumn("difference_pct", .percents(rows.map(\.differencePercent))),
      ])
  }
}
