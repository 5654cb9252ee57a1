internal import Diagnostics
internal import FundingModel

/// One file of published facts: its rows by column name, its mistakes collected.
///
/// A value that can't be read gives nought and a mistake; `finish` then refuses the file.
struct FactsTable {
  /// The rows' indices.
  var rows: Range<Int> { document.rows.indices }
  /// What is wrong so far.
  private(set) var mistakes: [Diagnostic] = []

  private let document: CSVDocument
  private let places: [String: Int]

  /// Reads a file of a folder.
  ///
  /// - Parameters:
  ///   - name: The file's name, without `.csv`.
  ///   - folder: The folder.
  ///   - columns: The columns that it must have.
  ///   - optional: Columns that it may have.
  /// - Throws: `WorldFailure` where there is no such file; `Mistakes` in its shape.
  init(_ name: String, in folder: String, columns: [String], optional: [String] = []) throws {
    let source = try SourceFile(reading: "\(folder)/\(name).csv")
    let document = try CSVDocument(source: source)
    self.document = document
    var places: [String: Int] = [:]
    for column in columns {
      if let index = document.column(column) {
        places[column] = index
      } else {
        mistakes.append(
          Diagnostic(
            .missingColumn(name: column, present: document.columns), path: source.path, span: nil))
      }
    }
    for column in optional { places[column] = document.column(column) }
    self.places = places
    if !mistakes.isEmpty { throw Mistakes(mistakes) }
  }

  /// Whether the file has a column.
  func has(_ column: String) -> Bool { places[column] != nil }

  /// The text of a field.
  func text(_ row: Int, _ column: String) -> String {
    places[column].map { document.rows[row][$0] } ?? ""
  }

  /// A whole number, 0 or more.
  mutating func whole(_ row: Int, _ column: String) -> Int {
    let text = text(row, column)
    do {
      return try CellValue.whole(text, column: column, most: 1_000_000_000_000)
    } catch {
      note(text.isEmpty ? .blank(column: column) : error, row, column)
      return 0
    }
  }

  /// A whole number, or nil where the field is blank.
  mutating func wholeIfAny(_ row: Int, _ column: String) -> Int? {
    text(row, column).isEmpty ? nil : whole(row, column)
  }

  /// Whole pounds.
  mutating func pounds(_ row: Int, _ column: String) -> Money {
    Money(pounds: Int64(whole(row, column)))
  }

  /// A share written as a number of parts of `whole`: 100 for a percentage.
  mutating func share(_ row: Int, _ column: String, of whole: Int = 100) -> Millionths {
    let text = text(row, column)
    do {
      let number = try CellValue.number(text, column: column)
      let percent = try? number.multiplied(by: Rational(100)).divided(by: Rational(whole))
      if let percent, let share = Millionths(percent: percent) { return share }
      throw DataMistake.outOfRange(
        column: column, text: text, range: "0 to \(whole), at most \(whole == 100 ? 4 : 2) decimals"
      )
    } catch let mistake as DataMistake {
      note(text.isEmpty ? .blank(column: column) : mistake, row, column)
    } catch {
      preconditionFailure("reading a number throws data mistakes only")
    }
    return Millionths(0)
  }

  /// A share, or nil where the field is blank.
  mutating func shareIfAny(_ row: Int, _ column: String) -> Millionths? {
    text(row, column).isEmpty ? nil : share(row, column)
  }

  /// One of some names.
  mutating func name(_ row: Int, _ column: String, among known: [String]) -> Int {
    let text = text(row, column)
    if let index = known.firstIndex(of: text) { return index }
    note(
      text.isEmpty
        ? .blank(column: column) : .unknownCategory(column: column, text: text, known: known), row,
      column)
    return 0
  }

  /// An authority's code; nil for Wales.
  mutating func authorityOrWales(_ row: Int) -> Int? {
    let text = text(row, "authority")
    if text == "wales" { return nil }
    if let authority = Authority.named(text) { return authority.code }
    note(text.isEmpty ? .blank(column: "authority") : .unknownAuthority(text), row, "authority")
    return nil
  }

  /// An authority's code.
  mutating func authority(_ row: Int) -> Int {
    if text(row, "authority") == "wales" { note(.unknownAuthority("wales"), row, "authority") }
    return authorityOrWales(row) ?? 0
  }

  /// Notes a mistake in a field.
  mutating func note(_ mistake: DataMistake, _ row: Int, _ column: String) {
    mistakes.append(
      Diagnostic(
        mistake, path: document.source.path, span: places[column].map { document.spans[row][$0] }))
  }

  /// Notes a figure that others of the same file contradict.
  mutating func noteDisagreement(_ message: String, _ row: Int, _ column: String) {
    mistakes.append(
      Diagnostic(
        path: document.source.path, span: places[column].map { document.spans[row][$0] },
        message: message, slug: "facts-disagree"))
  }
}
