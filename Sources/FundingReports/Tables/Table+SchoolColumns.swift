import FundingModel

extension Table {
  /// The columns that say which school a row is about: `school`, `name`, `authority`,
  /// `authority_name`, `sector`.
  ///
  /// - Parameters:
  ///   - rows: The census row of each of the table's rows.
  ///   - schools: The schools.
  ///   - language: The language of authorities' names.
  /// - Returns: The five columns, in order.
  static func schoolColumns(
    of rows: [Int], in schools: SchoolTable, language: Language
  ) -> [TableColumn] {
    func labels(_ text: (Int) -> String) -> TableCells {
      var column = LabelColumn()
      for row in rows { column.append(text(row)) }
      return column.cells
    }
    return [
      TableColumn("school", .wholes(rows.map { Int64(schools.numbers[$0]) })),
      TableColumn("name", .texts(rows.map { schools.names[$0] })),
      TableColumn("authority", labels { String(schools.authorities[$0]) }),
      TableColumn("authority_name", labels { Names.authority(schools.authorities[$0], language) }),
      TableColumn("sector", labels { schools.sectors[$0] }),
    ]
  }

  /// The columns that say which authority a row is about: `authority` and `authority_name`.
  ///
  /// - Parameters:
  ///   - codes: The authority of each of the table's rows; nil for all schools.
  ///   - whole: What all schools together are called.
  ///   - language: The language of authorities' names.
  /// - Returns: The two columns, in order.
  static func authorityColumns(
    of codes: [Int?], whole: BilingualText, language: Language
  ) -> [TableColumn] {
    [
      TableColumn("authority", .texts(codes.map { code in code.map { String($0) } ?? "wales" })),
      TableColumn(
        "authority_name",
        .texts(
          codes.map { code in
            code.map { Names.authority($0, language) } ?? whole[language]
          })),
    ]
  }
}
