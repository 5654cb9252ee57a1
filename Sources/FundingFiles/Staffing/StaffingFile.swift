public import Diagnostics
public import FundingModel

/// A file of schools' staffing, one row a school.
///
/// The column `school` must be there; any other may be left out or blank, and the measures that need
/// it are then empty. Teachers' periods are given in one column or by year group, or both if they
/// agree; so is spending, as a whole or by its three costs.
public struct StaffingFile: Sendable {
  /// The schools, in the file's order.
  public let rows: [StaffingRow]

  /// Columns that no other kind of file has.
  public static let marks: Set<String> = [
    StaffingFigure.teachers.rawValue, StaffingFigure.periodsPerCycle.rawValue,
    StaffingFigure.teacherCost.rawValue,
  ]

  /// Reads a file.
  ///
  /// - Parameter source: The file.
  /// - Throws: every mistake in it, at most twenty.
  public init(source: SourceFile) throws(Mistakes) {
    var reader = try CSVReader(source: source, quarantine: false)
    let columns = StaffingColumns(&reader)
    try reader.checkHeader()
    var rows: [StaffingRow] = []
    var firstSpans: [Int: SourceSpan] = [:]
    while reader.nextRow() {
      guard let row = StaffingRow(&reader, columns) else { continue }
      if let first = firstSpans[row.school] {
        reader.note(
          .duplicateSchool(SchoolNumber.text(row.school), first: first),
          inColumn: columns.school)
        continue
      }
      firstSpans[row.school] = reader.span(ofColumn: columns.school)
      rows.append(row)
    }
    try reader.finish()
    self.rows = rows
  }
}

/// Where each column of a staffing file is.
struct StaffingColumns {
  /// The column `school`.
  let school: Int
  /// The columns of teachers' periods by year group, and of mixed classes.
  let periods: [(name: String, column: Int)]
  private let others: [String: Int]

  /// The columns of a school's own kind, and a note that nothing reads.
  static let plain = [
    "made_up", "school", "name", "authority", "sector", "language", "fsm_pct", "note",
  ]
  /// The columns of periods by year group, and of mixed classes.
  static let byYear = StandardFields.yearGroups.names.map { "periods_\($0)" } + ["periods_mixed"]

  /// Sorts out a header; its mistakes are noted.
  init(_ reader: inout CSVReader) {
    let figures = StaffingFigure.allCases.map(\.rawValue)
    let known = Self.plain + figures + Self.byYear
    var others: [String: Int] = [:]
    var periods: [(name: String, column: Int)] = []
    for (index, column) in reader.columns.enumerated() {
      let span = reader.columnSpans[index]
      if Self.byYear.contains(column) {
        periods.append((column, index))
      } else if known.contains(column) {
        others[column] = index
      } else if let name = ColumnNames.misspelt(column, known: known) {
        reader.noteForFile(.misspeltColumn(written: column, name: name), at: span)
      } else {
        // The year groups' columns are too many to be listed.
        let near = Suggestion.closest(to: column, among: Self.byYear).map { [$0] } ?? []
        reader.noteForFile(
          .unknownColumn(name: column, known: near + Self.plain + figures), at: span)
      }
    }
    if others["school"] == nil { reader.noteMissing("school") }
    school = others["school"] ?? 0
    self.periods = periods
    self.others = others
  }

  /// The column of a name; nil where the file has none.
  subscript(name: String) -> Int? { others[name] }
}
