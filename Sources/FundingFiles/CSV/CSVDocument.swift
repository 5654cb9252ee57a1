public import Diagnostics

/// A CSV file whose every row has a field for each column.
///
/// For files of a few thousand rows; pupil files are read as a stream.
public struct CSVDocument: Sendable {
  /// The file.
  public let source: SourceFile
  /// The columns' names, in the file's order.
  public let columns: [String]
  /// The rows, each a text for every column.
  public let rows: [[String]]
  /// Where each of those texts is written.
  public let spans: [[SourceSpan]]
  /// Where each column is named.
  public let columnSpans: [SourceSpan]

  /// Reads a file.
  ///
  /// - Throws: every mistake in its shape, at most twenty.
  public init(source: SourceFile) throws(Mistakes) {
    var reader = try CSVReader(source: source, quarantine: false)
    var rows: [[String]] = []
    var spans: [[SourceSpan]] = []
    while reader.nextRow() {
      let texts = reader.columns.indices.map { reader.text(ofColumn: $0) ?? "" }
      rows.append(texts)
      spans.append(reader.columns.indices.map { reader.span(ofColumn: $0) })
    }
    try reader.finish()
    self.source = source
    self.columns = reader.columns
    self.columnSpans = reader.columnSpans
    self.rows = rows
    self.spans = spans
  }

  /// The index of a column; nil where the file has none of that name.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}
