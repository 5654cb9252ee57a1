internal import Diagnostics
internal import FundingModel

/// What each column of a schools file is for.
struct SchoolColumns {
  /// The column `school`.
  private(set) var number = 0
  /// The column `name`, if there is one.
  private(set) var name: Int?
  /// The column `authority`, if there is one.
  private(set) var authority: Int?
  /// The column `authority_code`, if there is one.
  private(set) var authorityCode: Int?
  /// The column `sector`.
  private(set) var sector = 0
  /// The column `pupils`.
  private(set) var pupils = 0
  /// The column `budget_per_pupil`, if there is one.
  private(set) var budgetPerPupil: Int?
  /// The columns of other standard fields.
  private(set) var standard: [(field: Field, column: Int)] = []
  /// The columns that become fields of their own.
  private(set) var further: [(name: String, column: Int)] = []

  /// The names with a meaning of their own, besides the standard fields.
  private static let special = [
    "school", "name", "authority_code", "pupils", "budget_per_pupil",
  ]

  /// Sorts out a header; its mistakes are noted.
  init(_ reader: inout CSVReader) {
    let known = Self.special + StandardFields.school.map(\.name)
    for (index, column) in reader.columns.enumerated() {
      let span = reader.columnSpans[index]
      switch column {
      case "school": number = index
      case "name": name = index
      case "authority": authority = index
      case "authority_code": authorityCode = index
      case "sector": sector = index
      case "pupils": pupils = index
      case "budget_per_pupil": budgetPerPupil = index
      case "roll": reader.noteForFile(.rollOfSchools, at: span)
      default:
        if let field = ColumnNames.field(column, .school) {
          standard.append((field, index))
        } else if let name = ColumnNames.misspelt(column, known: known) {
          reader.noteForFile(.misspeltColumn(written: column, name: name), at: span)
        } else if ColumnNames.field(column, .pupil) != nil {
          reader.noteForFile(.pupilColumnOfSchools(name: column), at: span)
        } else if ColumnNames.reserved.contains(column) {
          reader.noteForFile(.reservedColumn(name: column), at: span)
        } else {
          further.append((column, index))
        }
      }
    }
    for name in ["school", "authority", "sector", "pupils"]
    where !reader.columns.contains(name) && !(name == "authority" && authorityCode != nil) {
      reader.noteMissing(name)
    }
  }

  /// Notes columns that would be numbers but for their commas, at the first of these.
  func noteCommas(of rows: [SchoolRow], in reader: inout CSVReader) {
    for (index, further) in further.enumerated() {
      let texts = rows.map { $0.further[index] }.filter { !$0.isEmpty }
      guard FurtherColumn.areNumbersWithCommas(texts),
        let (text, span) = rows.compactMap({ $0.firstComma(inFurther: index) }).min(by: {
          $0.1 < $1.1
        })
      else { continue }
      reader.noteForFile(.thousandsCommas(column: further.name, text: text), at: span)
    }
  }
}

extension CSVReader {
  /// Notes that a column is missing.
  mutating func noteMissing(_ name: String) {
    // A header that only writes the name otherwise has its mistake already.
    guard !columns.contains(where: { ColumnNames.misspelt($0, known: [name]) != nil }) else {
      return
    }
    noteForFile(
      .missingColumn(name: name, present: columns),
      at: SourceSpan(line: 1, column: 1, length: columnSpans[0].length))
  }
}
