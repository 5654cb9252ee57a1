internal import Diagnostics
internal import FundingModel

extension PupilRowCounter {
  /// The longest value, in bytes, that a field may have.
  static let valueAtMost = 1_000
  /// The longest line, in bytes, that a message shows.
  private static let shownAtMost = 2_000

  /// Reads one row strictly, whatever is in it; gives where the next row begins.
  func countRow(
    _ buffer: [UInt8], _ start: Int, _ block: RowBlocks.Block, _ found: inout Findings
  ) -> Int {
    let end = RowEnds.next(in: buffer, start..<block.count)
    if end == nil, block.isCut {
      found.mistakes.append(
        Diagnostic(
          .rowTooLong, path: header.source.path, span: SourceSpan(line: line + 1, column: 1)))
      return block.count
    }
    let bytes = Array(buffer[start..<(end ?? block.count)])
    var reader = CSVReader(row: bytes, of: header, quarantine: quarantines)
    if reader.nextRow() { count(&reader, &found) }
    let (mistakes, quarantined) = reader.rowFindings()
    let lines = SourceFile(path: "", bytes: bytes)
    for mistake in mistakes {
      if let span = mistake.span, let text = lines.line(span.line),
        text.utf8.count <= Self.shownAtMost
      {
        found.lines[span.line + line] = text
      }
      found.mistakes.append(mistake.moved(down: line))
    }
    found.quarantined += quarantined.map { $0.moved(down: line) }
    line += bytes.count { $0 == CSVScanner.lineFeed }
    return end ?? block.count
  }

  /// Counts the reader's row, or notes what is wrong with it.
  private func count(_ reader: inout CSVReader, _ found: inout Findings) {
    let bytes = reader.bytes
    var school: Int32 = -1
    do throws(DataMistake) {
      let cell = reader.cells[columns.school]
      try Self.checkLength(of: cell, column: "school")
      school = try finder.row(of: cell, in: bytes)
      remember(UInt64(school + 1), for: cell, column: columns.school, bytes)
    } catch {
      reader.note(error, inColumn: columns.school)
    }
    var key = constantPart
    for index in coders.indices {
      guard let column = coders[index].column, !overflowed.contains(index) else { continue }
      guard let code = code(index, column, &reader, &found) else { continue }
      if layout.isPacked {
        key |= layout.part(of: code, coder: index)
      } else {
        unsafe wideRow[index] = code
      }
    }
    var count = 1
    if let column = columns.count {
      count =
        reader.required(column: column) { text throws(DataMistake) in
          try CellValue.whole(text, column: "count", most: PupilsFile.countAtMost)
        } ?? 0
    }
    guard reader.rowIsGood, count > 0 else { return }
    if !layout.isPacked { key = wideKey() }
    // The finder's rows are among the schools.
    unsafe schools[Int(school)].add(key, Int64(count))
  }

  /// The code of a field of the row; nil, and the mistake noted, where it is bad.
  private func code(
    _ index: Int, _ column: Int, _ reader: inout CSVReader, _ found: inout Findings
  ) -> Int32? {
    let cell = reader.cells[column]
    let known = coders[index].values.count
    do throws(DataMistake) {
      try Self.checkLength(of: cell, column: coders[index].name)
      let code = try coders[index].code(of: cell, in: reader.bytes)
      if code >= 0, !cell.isBlank {
        remember(layout.part(of: code, coder: index), for: cell, column: column, reader.bytes)
      }
      if coders[index].values.count > known, coders[index].field == nil, !withCommas.contains(index)
      {
        let text = coders[index].values[known].description
        if CellValue.hasThousandsCommas(text) {
          let span = reader.span(ofColumn: column).moved(down: line)
          found.commas[index] = Comma(text: text, span: span)
          withCommas.insert(index)
        }
      }
      return code
    } catch {
      guard case .tooManyValues = error else {
        reader.note(error, inColumn: column)
        return nil
      }
      overflowed.insert(index)
      unsafe roles[column].kind = .skipped
      return -1
    }
  }

  private static func checkLength(of cell: CSVCell, column: String) throws(DataMistake) {
    let length = cell.end - cell.start
    guard length <= valueAtMost else {
      throw .valueTooLong(column: column, bytes: length, limit: valueAtMost)
    }
  }

  private func remember(_ value: UInt64, for cell: CSVCell, column: Int, _ bytes: [UInt8]) {
    guard !cell.hasDoubledQuotes else { return }
    unsafe tables[column].remember(value, for: bytes[cell.start..<cell.end])
  }
}

extension SourceSpan {
  /// This place so many lines further down.
  func moved(down lines: Int) -> SourceSpan {
    SourceSpan(line: line + lines, column: column, length: length)
  }
}

extension Diagnostic {
  /// This mistake so many lines further down.
  func moved(down lines: Int) -> Diagnostic {
    Diagnostic(
      severity, path: path, span: span?.moved(down: lines), message: message, slug: slug,
      notes: notes, related: related)
  }
}
