internal import FundingModel

/// What each column of a file of pupils or counts is for.
struct PupilColumns {
  /// The column `school`.
  private(set) var school = 0
  /// The column `count`, if there is one.
  private(set) var count: Int?
  /// The columns of fields; one for `fte` is always there.
  private(set) var coders: [PupilColumnCoder] = []

  /// Sorts out a header; its mistakes are noted.
  ///
  /// - Parameters:
  ///   - reader: The reader of the file.
  ///   - schools: The schools that the pupils may be of.
  ///   - fields: The only columns to be read besides `school`, `count` and `fte`; nil for all.
  init(_ reader: inout CSVReader, schools: SchoolTable, fields: [String]? = nil) {
    let known = ["school", "count"] + StandardFields.pupil.map(\.name)
    for (index, column) in reader.columns.enumerated() {
      let span = reader.columnSpans[index]
      if column == "school" {
        school = index
      } else if column == "count" {
        count = index
      } else if let fields, column != "fte", !fields.contains(column) {
        continue
      } else if let name = ColumnNames.misspelt(column, known: known) {
        reader.noteForFile(.misspeltColumn(written: column, name: name), at: span)
      } else if ColumnNames.field(column, .school) != nil {
        reader.noteForFile(.schoolColumnOfPupils(name: column), at: span)
      } else if schools.column(column) != nil {
        reader.noteForFile(.columnOfBoth(name: column), at: span)
      } else if ColumnNames.reserved.contains(column) {
        reader.noteForFile(.reservedColumn(name: column), at: span)
      } else {
        coders.append(
          PupilColumnCoder(
            name: column, column: index, field: ColumnNames.field(column, .pupil)))
      }
    }
    for name in fields ?? [] where name != "fte" && !reader.columns.contains(name) {
      reader.noteForFile(
        .missingColumn(name: name, present: reader.columns), at: reader.columnSpans.first)
    }
    if !reader.columns.contains("fte") {
      coders.append(
        PupilColumnCoder(name: "fte", column: nil, field: ColumnNames.field("fte", .pupil)))
    }
    if !reader.columns.contains("school") { reader.noteMissing("school") }
  }
}
