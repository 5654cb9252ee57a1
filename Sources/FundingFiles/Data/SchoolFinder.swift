internal import FundingModel

/// Finds the school of a pupil's row.
struct SchoolFinder {
  private let schools: SchoolTable
  private var known = CellKeyTable()

  init(schools: SchoolTable) { self.schools = schools }

  /// The row of the school that a field names.
  ///
  /// - Throws: what is wrong with the field.
  mutating func row(of cell: CSVCell, in bytes: [UInt8]) throws(DataMistake) -> Int32 {
    if !cell.hasDoubledQuotes, let row = known.code(of: cell, in: bytes) { return row }
    guard !cell.isBlank else { throw .blank(column: "school") }
    guard let text = cell.text(in: bytes) else { throw .notUTF8 }
    guard let number = SchoolNumber.number(text) else { throw .notSchoolNumber(text) }
    guard let row = schools.row(of: number) else {
      throw .unknownSchool(text, count: schools.count)
    }
    if !cell.hasDoubledQuotes { known.remember(Int32(row), for: cell, in: bytes) }
    return Int32(row)
  }
}
