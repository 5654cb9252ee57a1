internal import Diagnostics

/// Reads a CSV file row by row, with its header known and its mistakes collected.
///
/// - Shape: `while reader.nextRow() { … }`, then `try reader.finish()`; in between, `cells` has a
///   field for every column.
struct CSVReader {
  /// How many mistakes are collected before reading stops.
  static let mistakesAtMost = 20

  /// The file.
  let source: SourceFile
  /// The columns' names, in the file's order.
  let columns: [String]
  /// Where each column is named.
  let columnSpans: [SourceSpan]
  /// Bad rows that were set aside.
  private(set) var quarantined: [QuarantinedRow] = []

  private let quarantines: Bool
  private var scanner: CSVScanner
  private var rowCount = 0
  private var pending: [Diagnostic] = []
  private var mistakes: [Diagnostic] = []
  private var isStopped = false
  /// Whether blank lines at the end are the file's end rather than rows.
  private let endsFile: Bool

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - quarantine: Whether bad rows are set aside instead of failing.
  /// - Throws: the mistakes of the header: none there, a name missing or given twice.
  init(source: SourceFile, quarantine: Bool) throws(Mistakes) {
    self.source = source
    quarantines = quarantine
    scanner = CSVScanner(source.bytes)
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      _ = try source.text()
    }
    let header = try CSVHeader(source: source, scanner: &scanner)
    columns = header.names
    columnSpans = header.spans
    endsFile = true
  }

  /// Reads one row that was cut out of a file, its place counted from line 1.
  init(row: [UInt8], of file: CSVReader, quarantine: Bool) {
    source = file.source
    columns = file.columns
    columnSpans = file.columnSpans
    quarantines = quarantine
    scanner = CSVScanner(row)
    endsFile = false
  }

  /// Ends the reading of one row: its mistakes, or the row set aside.
  mutating func rowFindings() -> (mistakes: [Diagnostic], quarantined: [QuarantinedRow]) {
    settleRow()
    return (mistakes, quarantined)
  }

  /// Where the rows begin, after the header, and on which line.
  var afterHeader: (position: Int, line: Int) { scanner.upcoming }

  /// The fields of the row, one a column.
  var cells: [CSVCell] { scanner.cells }

  /// The file's bytes.
  var bytes: [UInt8] { scanner.bytes }

  /// Goes to the next row that has a field for every column; false where there is none, or where
  /// enough mistakes were found.
  mutating func nextRow() -> Bool {
    while true {
      settleRow()
      guard !isStopped else { return false }
      switch scanner.scanRow() {
      case .end: return false
      case .flaw(let flaw, let place):
        rowCount += 1
        let length = flaw == .unclosedQuote ? scanner.row.upperBound - place : 1
        let span = scanner.span(from: place, to: place + length)
        // All that follows an unclosed quote is lost, so it can't be set aside as a row.
        if flaw == .unclosedQuote {
          noteForFile(DataMistake(flaw), at: span)
        } else {
          note(DataMistake(flaw), at: span)
        }
      case .row:
        if isBlankLine, endsFile, scanner.onlyBlankLinesFollow { return false }
        rowCount += 1
        if cells.count == columns.count, !(isBlankLine && columns.count > 1) { return true }
        let mistake =
          isBlankLine
          ? DataMistake.blankRow : .raggedRow(fields: cells.count, columns: columns.count)
        note(mistake, at: scanner.rowSpan)
      }
    }
  }

  /// Notes a mistake in a field of the row.
  mutating func note(_ mistake: DataMistake, inColumn column: Int) {
    note(mistake, at: scanner.span(of: cells[column]))
  }

  /// Notes a mistake of the row; one that is set aside needs no advice.
  private mutating func note(_ mistake: DataMistake, at span: SourceSpan) {
    pending.append(
      Diagnostic(mistake, path: source.path, span: span, isAdvised: !quarantines))
  }

  /// Whether the row has no mistake so far.
  var rowIsGood: Bool { pending.isEmpty }

  /// Where a field of the row is written.
  func span(ofColumn column: Int) -> SourceSpan { scanner.span(of: cells[column]) }

  /// The text of a field; nil, and a mistake noted, where it is not UTF-8.
  mutating func text(ofColumn column: Int) -> String? {
    if let text = cells[column].text(in: scanner.bytes) { return text }
    note(.notUTF8, inColumn: column)
    return nil
  }

  /// Notes a mistake of a column or of the file, which no quarantine forgives.
  mutating func noteForFile(_ mistake: DataMistake, at span: SourceSpan?) {
    mistakes.append(Diagnostic(mistake, path: source.path, span: span))
  }

  /// Ends the reading.
  ///
  /// - Throws: every mistake found, in the file's order.
  mutating func finish() throws(Mistakes) {
    settleRow()
    if rowCount == 0, mistakes.isEmpty {
      noteForFile(.headerOnly, at: nil)
    }
    guard !mistakes.isEmpty else { return }
    throw Mistakes(Self.inOrder(mistakes))
  }

  /// Ends the reading where the header has mistakes already.
  ///
  /// - Throws: those mistakes.
  func checkHeader() throws(Mistakes) {
    guard mistakes.isEmpty else { throw Mistakes(Self.inOrder(mistakes)) }
  }

  /// Mistakes by place; those of one place as they came.
  static func inOrder(_ mistakes: [Diagnostic]) -> [Diagnostic] {
    let places = mistakes.enumerated().map { ($1.span ?? SourceSpan(line: 0, column: 0), $0) }
    return places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { mistakes[$0.1] }
  }

  private var isBlankLine: Bool {
    cells.count == 1 && cells[0].isBlank && !cells[0].isQuoted
  }

  private mutating func settleRow() {
    guard !pending.isEmpty else { return }
    if quarantines {
      quarantined.append(
        QuarantinedRow(
          line: scanner.line, bytes: Array(scanner.bytes[scanner.row]), mistakes: pending))
    } else {
      mistakes += pending
      if mistakes.count >= Self.mistakesAtMost {
        isStopped = true
        mistakes =
          mistakes.prefix(Self.mistakesAtMost - 1)
          + [mistakes[Self.mistakesAtMost - 1].with(note: DataMistake.stoppedNote)]
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}

extension Diagnostic {
  /// The same with one more note.
  func with(note: String) -> Diagnostic {
    Diagnostic(
      severity, path: path, span: span, message: message, slug: slug, notes: notes + [note],
      related: related)
  }
}
