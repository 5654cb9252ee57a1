import Foundation

/// Finds where whole rows end, so that a file may be cut into blocks between rows.
///
/// - Invariant: agrees with `CSVScanner` about every row, the flawed ones among them.
enum RowEnds {
  /// The end of the last whole row that other than blank lines precede; nil where no row is whole.
  ///
  /// Blank lines after it stay with what follows: only there it will be known whether they end the
  /// file.
  static func last(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard contains(CSVScanner.quote, bytes, range) else {
      guard let lineFeed = lastLineFeed(bytes, range) else { return nil }
      return withoutBlankLines(bytes, range.lowerBound..<(lineFeed + 1))
    }
    var position = range.lowerBound
    var last: Int?
    while let end = next(in: bytes, position..<range.upperBound) {
      if !isBlank(bytes, position..<end) { last = end }
      position = end
    }
    return last
  }

  /// The end of the row that begins a range, after its line feed; nil where it is not whole.
  static func next(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let end = range.upperBound
    var position = range.lowerBound
    var isFieldStart = true
    while position < end {
      let byte = bytes[position]
      if isFieldStart, byte == CSVScanner.quote {
        guard let closed = afterQuotes(bytes, position + 1, end) else { return nil }
        position = closed
        isFieldStart = false
        guard position < end else { return nil }
        switch bytes[position] {
        case CSVScanner.comma, CSVScanner.lineFeed: continue
        case CSVScanner.carriageReturn where position + 1 < end: continue
        case CSVScanner.carriageReturn: return nil
        default: return afterLineFeed(bytes, position, end)
        }
      }
      isFieldStart = byte == CSVScanner.comma
      switch byte {
      case CSVScanner.lineFeed: return position + 1
      case CSVScanner.quote, 0: return afterLineFeed(bytes, position, end)
      case CSVScanner.carriageReturn:
        // Whatever follows, the row ends at the next line feed: of its own or of the flawed line.
        return afterLineFeed(bytes, position, end)
      default: position += 1
      }
    }
    return nil
  }

  /// The end of a file's rows: what follows is blank lines.
  static func withoutTrailingBlankLines(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard let last = bytes[range].lastIndex(where: { !isBreak($0) }) else {
      return range.lowerBound
    }
    return afterLineFeed(bytes, last, range.upperBound) ?? range.upperBound
  }

  /// Where content goes on after a closing quote, or after the line of a NUL inside quotes.
  private static func afterQuotes(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte == CSVScanner.quote {
        guard position + 1 < end else { return nil }
        guard bytes[position + 1] == CSVScanner.quote else { return position + 1 }
        position += 1
      } else if byte == 0 {
        // The scanner gives the row up here and goes on after the line.
        return position
      }
      position += 1
    }
    return nil
  }

  private static func afterLineFeed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    bytes[start..<end].firstIndex(of: CSVScanner.lineFeed).map { $0 + 1 }
  }

  private static func withoutBlankLines(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let end = withoutTrailingBlankLines(bytes, range)
    return end == range.lowerBound ? nil : end
  }

  private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(isBreak)
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
  }

  /// Whether a byte occurs; the system's own search, as every byte of a file passes here.
  private static func contains(_ byte: UInt8, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    precondition(range.upperBound <= bytes.count, "the range must lie in the bytes")
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe memchr(base + range.lowerBound, Int32(byte), range.count) != nil
    }
  }

  private static func lastLineFeed(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var position = range.upperBound
    while position > range.lowerBound {
      position -= 1
      if bytes[position] == CSVScanner.lineFeed { return position }
    }
    return nil
  }
}
