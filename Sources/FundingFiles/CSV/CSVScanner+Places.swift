internal import Diagnostics

extension CSVScanner {
  /// Where a field of the row last found is written, quotes included.
  func span(of cell: CSVCell) -> SourceSpan {
    cell.isQuoted
      ? span(from: cell.start - 1, to: cell.end + 1) : span(from: cell.start, to: cell.end)
  }

  /// Where some bytes of the row last found stand, as far as the line of the first reaches.
  ///
  /// - Units: characters, as an editor counts them.
  func span(from start: Int, to end: Int) -> SourceSpan {
    let before = bytes[..<start]
    let lineStart = before.lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start..<max(start, end)].firstIndex(of: Self.lineFeed) ?? max(start, end)
    let breaks = start > row.lowerBound ? bytes[row.lowerBound..<start].count { $0 == 0x0A } : 0
    return SourceSpan(
      line: line + breaks,
      column: String(decoding: bytes[lineStart..<start], as: UTF8.self).count + 1,
      length: String(decoding: bytes[start..<lineEnd], as: UTF8.self).count)
  }

  /// Where the row last found is written: its first line.
  var rowSpan: SourceSpan { span(from: row.lowerBound, to: row.upperBound) }
}
