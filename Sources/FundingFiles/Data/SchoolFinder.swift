internal import Diagnostics
internal import FundingModel

/// Finds the school of a pupil's row.
struct SchoolFinder {
  private let schools: SchoolTable
  private let suggests: Bool
  private var known = CellKeyTable()

  /// - Parameters:
  ///   - schools: The schools there are.
  ///   - suggests: Whether an unknown number is compared with all others; not where very many
  ///     rows may be bad.
  init(schools: SchoolTable, suggests: Bool) {
    self.schools = schools
    self.suggests = suggests
  }

  /// The row of the school that a field names.
  ///
  /// - Throws: what is wrong with the field.
  mutating func row(of cell: CSVCell, in bytes: [UInt8]) throws(DataMistake) -> Int32 {
    if !cell.hasDoubledQuotes, let row = known.code(of: cell, in: bytes) { return row }
    guard !cell.isBlank else { throw .blank(column: "school") }
    guard let text = cell.text(in: bytes) else { throw .notUTF8 }
    guard let number = SchoolNumber.number(text) else { throw .notSchoolNumber(text) }
    guard let row = schools.row(of: number) else {
      let near =
        suggests
        ? Suggestion.closest(
          to: text, among: schools.numbers.lazy.map { SchoolNumber.text($0) }) : nil
      throw .unknownSchool(text, count: schools.count, near: near)
    }
    if !cell.hasDoubledQuotes { known.remember(Int32(row), for: cell, in: bytes) }
    return Int32(row)
  }
}
