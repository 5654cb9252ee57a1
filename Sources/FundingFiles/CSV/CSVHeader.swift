internal import Diagnostics

/// The first row of a CSV file: the names of its columns.
struct CSVHeader {
  /// The names, in the file's order.
  let names: [String]
  /// Where each is written.
  let spans: [SourceSpan]

  /// Takes the header off the front of a file.
  ///
  /// - Throws: every mistake in it.
  init(source: SourceFile, scanner: inout CSVScanner) throws(Mistakes) {
    func failure(_ mistake: DataMistake, _ span: SourceSpan?) -> Mistakes {
      Mistakes([Diagnostic(mistake, path: source.path, span: span)])
    }
    guard !scanner.onlyBlankLinesFollow else { throw failure(.emptyFile, nil) }
    switch scanner.scanRow() {
    case .end: throw failure(.emptyFile, nil)
    case .flaw(let flaw, let place):
      throw failure(DataMistake(flaw), scanner.span(from: place, to: place + 1))
    case .row: break
    }
    var names: [String] = []
    var spans: [SourceSpan] = []
    var mistakes: [Diagnostic] = []
    for cell in scanner.cells {
      let span = scanner.span(of: cell)
      guard let name = cell.text(in: source.bytes) else { throw failure(.notUTF8, span) }
      if let first = names.firstIndex(of: name), !name.isEmpty {
        mistakes.append(
          Diagnostic(
            .duplicateColumn(name: name, first: spans[first]), path: source.path, span: span))
      }
      if name.isEmpty {
        mistakes.append(Diagnostic(.namelessColumn, path: source.path, span: span))
      }
      names.append(name)
      spans.append(span)
    }
    if names.count == 1, let other = Self.separator(in: names[0]) {
      throw failure(.otherSeparator(other), spans[0])
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.names = names
    self.spans = spans
  }

  /// What separates the names where no comma does.
  private static func separator(in name: String) -> String? {
    if name.contains(";") { return "semicolons" }
    return name.contains("\t") ? "tabs" : nil
  }
}
