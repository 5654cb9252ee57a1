public import Diagnostics
public import FundingModel

/// A table `shares.csv` that a run wrote.
public struct SharesFile: Sendable {
  /// The name of the file in its folder.
  public static let name = "shares.csv"
  /// The columns that are read, in the order in which a row is.
  static let columns = [
    "school", "name", "authority", "sector", "run", "year", "pupils", "share",
  ]
  /// The rows, in the file's order.
  public let rows: [FinishedShares.Row]

  private static let pounds: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000

  private struct Key: Hashable {
    let school: Int
    let run: String
    let year: FundingYear
  }

  /// Reads a file; further columns are left alone.
  ///
  /// - Throws: every mistake in it, at most twenty.
  public init(source: SourceFile) throws(Mistakes) {
    var reader = try CSVReader(source: source, quarantine: false)
    for (index, column) in reader.columns.enumerated() {
      guard let name = ColumnNames.misspelt(column, known: Self.columns) else { continue }
      reader.noteForFile(
        .misspeltColumn(written: column, name: name), at: reader.columnSpans[index])
    }
    for column in Self.columns where !reader.columns.contains(column) {
      reader.noteMissing(column)
    }
    try reader.checkHeader()
    let at = Self.columns.map { reader.columns.firstIndex(of: $0) ?? 0 }
    var rows: [FinishedShares.Row] = []
    var firstSpans: [Key: SourceSpan] = [:]
    while reader.nextRow() {
      guard let row = Self.row(&reader, at) else { continue }
      let key = Key(school: row.school, run: row.run, year: row.year)
      if let first = firstSpans[key] {
        reader.note(.duplicateShare(SchoolNumber.text(row.school), first: first), inColumn: at[0])
        continue
      }
      firstSpans[key] = reader.span(ofColumn: at[0])
      rows.append(row)
    }
    try reader.finish()
    self.rows = rows
  }

  private static func row(_ reader: inout CSVReader, _ at: [Int]) -> FinishedShares.Row? {
    let school = reader.required(column: at[0]) { text throws(DataMistake) in
      guard let number = SchoolNumber.number(text) else { throw .notSchoolNumber(text) }
      return number
    }
    let name = reader.text(ofColumn: at[1])
    let authority = reader.required(column: at[2]) { text throws(DataMistake) in
      try CellValue.whole(text, column: "authority", most: 9_999)
    }
    let sector = reader.required(column: at[3]) { text throws(DataMistake) in text }
    let run = reader.required(column: at[4]) { text throws(DataMistake) in text }
    let year = reader.required(column: at[5]) { text throws(DataMistake) in
      guard let year = FundingYear(text) else { throw .notYear(text) }
      return year
    }
    let hidden = Self.hidden(&reader)
    let pupils = reader.unlessHidden(hidden, column: at[6]) { text throws(DataMistake) in
      try CellValue.whole(text, column: "pupils", most: 1_000_000_000)
    }
    let share = reader.unlessHidden(hidden, column: at[7]) { text throws(DataMistake) in
      try CellValue.money(text, column: "share", pounds)
    }
    guard reader.rowIsGood, let school, let name, let authority, let sector, let run, let year
    else { return nil }
    return FinishedShares.Row(
      school: school, name: unguarded(name), authority: authority, sector: sector,
      run: unguarded(run), year: year, pupils: pupils.map { Int64($0) }, share: share)
  }

  /// The columns whose figure the row keeps back, lest it tell of a few pupils.
  private static func hidden(_ reader: inout CSVReader) -> Set<Substring> {
    guard let column = reader.columns.firstIndex(of: "hidden") else { return [] }
    return Set((reader.text(ofColumn: column) ?? "").split(separator: " "))
  }

  /// A text without the apostrophe that keeps a spreadsheet from running it.
  private static func unguarded(_ text: String) -> String {
    let rest = text.dropFirst()
    guard text.first == "'", let next = rest.first, "=+-@\t\r".contains(next) else { return text }
    return String(rest)
  }
}

extension CSVReader {
  /// The value of a field; nil where the row says that it is kept back, or, with a mistake, where
  /// it is wrong or missing.
  fileprivate mutating func unlessHidden<Value>(
    _ hidden: Set<Substring>, column: Int, _ read: (String) throws(DataMistake) -> Value
  ) -> Value? {
    if cells[column].isBlank, hidden.contains(Substring(columns[column])) { return nil }
    return required(column: column, read)
  }
}
