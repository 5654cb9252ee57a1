/// Finds the rows and fields of a CSV file in one pass over its bytes.
///
/// Fields are found, not copied: a row is a list of byte ranges, and the list is used again for
/// the next row.
///
/// - Source: RFC 4180, with LF allowed as a line break and nothing else forgiven.
struct CSVScanner: Sendable {
  /// What is wrong with the shape of a row.
  enum Flaw: Hashable, Sendable {
    /// A field's opening quote has no partner.
    case unclosedQuote
    /// A quote stands inside a field that began without one.
    case strayQuote
    /// Something follows a field's closing quote.
    case textAfterQuote
    /// A byte of value nought.
    case nul
    /// A carriage return with no line feed after it.
    case loneCarriageReturn
  }

  /// What a call of `scanRow` found.
  enum Outcome: Hashable, Sendable {
    /// A row, now in `cells`.
    case row
    /// No more rows.
    case end
    /// A row that can't be split into fields; the next call goes on after its line.
    case flaw(Flaw, at: Int)
  }

  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  /// The file.
  let bytes: [UInt8]
  /// The fields of the row last found.
  private(set) var cells: [CSVCell] = []
  /// The bytes of the row last found, without its line break.
  private(set) var row = 0..<0
  /// The line on which that row begins, from 1.
  private(set) var line = 1

  private var next = 0
  private var nextLine = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the next row begins, and on which line.
  var upcoming: (position: Int, line: Int) { (next, nextLine) }

  /// Whether nothing but line breaks is left.
  var onlyBlankLinesFollow: Bool {
    bytes[next...].allSatisfy { $0 == Self.lineFeed || $0 == Self.carriageReturn }
  }

  /// Finds the next row.
  mutating func scanRow() -> Outcome {
    cells.removeAll(keepingCapacity: true)
    line = nextLine
    row = next..<next
    guard next < bytes.count else { return .end }
    let start = next
    var position = next
    while true {
      if let (flaw, place) = scanCell(&position) {
        skipLine(after: place, rowStart: start, isLast: flaw == .unclosedQuote)
        return .flaw(flaw, at: place)
      }
      guard position < bytes.count else { break }
      guard bytes[position] == Self.comma else { break }
      position += 1
    }
    row = start..<position
    if position < bytes.count {
      position += bytes[position] == Self.carriageReturn ? 2 : 1
      nextLine += 1
    }
    next = position
    return .row
  }

  /// Finds one field and stops at the comma, line break or end that ends it.
  private mutating func scanCell(_ position: inout Int) -> (Flaw, Int)? {
    let count = bytes.count
    if position < count, bytes[position] == Self.quote { return scanQuotedCell(&position) }
    let start = position
    while position < count {
      let byte = bytes[position]
      if byte > Self.comma {
        position += 1
        continue
      }
      switch byte {
      case Self.comma, Self.lineFeed:
        return append(start, position)
      case Self.carriageReturn:
        guard position + 1 < count, bytes[position + 1] == Self.lineFeed else {
          return (.loneCarriageReturn, position)
        }
        return append(start, position)
      case Self.quote: return (.strayQuote, position)
      case 0: return (.nul, position)
      default: position += 1
      }
    }
    return append(start, position)
  }

  private mutating func scanQuotedCell(_ position: inout Int) -> (Flaw, Int)? {
    let opening = position
    let count = bytes.count
    var hasDoubledQuotes = false
    position += 1
    while position < count {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < count, bytes[position + 1] == Self.quote else { break }
        hasDoubledQuotes = true
        position += 1
      } else if byte == Self.lineFeed {
        nextLine += 1
      } else if byte == 0 {
        return (.nul, position)
      }
      position += 1
    }
    guard position < count else { return (.unclosedQuote, opening) }
    cells.append(
      CSVCell(
        start: opening + 1, end: position, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
    position += 1
    guard position < count else { return nil }
    switch bytes[position] {
    case Self.comma, Self.lineFeed: return nil
    case Self.carriageReturn where position + 1 < count && bytes[position + 1] == Self.lineFeed:
      return nil
    default: return (.textAfterQuote, position)
    }
  }

  private mutating func append(_ start: Int, _ end: Int) -> (Flaw, Int)? {
    cells.append(CSVCell(start: start, end: end, isQuoted: false, hasDoubledQuotes: false))
    return nil
  }

  private mutating func skipLine(after place: Int, rowStart: Int, isLast: Bool) {
    let end = isLast ? bytes.count : bytes[place...].firstIndex(of: Self.lineFeed) ?? bytes.count
    row = rowStart..<end
    if end > rowStart, bytes[end - 1] == Self.carriageReturn { row = rowStart..<(end - 1) }
    next = min(end + 1, bytes.count)
    nextLine = line + bytes[rowStart..<next].count { $0 == Self.lineFeed }
  }
}
