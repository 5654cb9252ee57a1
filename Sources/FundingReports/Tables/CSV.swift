import FundingModel

/// Tables as comma-separated values.
///
/// RFC 4180 with LF line ends: a header row, fields quoted only where they hold a comma, a quote or
/// a line break, quotes doubled. The same table is always the same bytes.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe
/// before it, since a spreadsheet would run it as a formula; numbers never do, whatever their sign.
public enum CSV {
  /// The bytes of a table's file.
  public static func bytes(of table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((table.rowCount + 1) * table.columns.count * 12)
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(comma) }
      append(column.name, to: &bytes)
    }
    bytes.append(lineFeed)
    let columns = table.columns.map { ReadyColumn($0.cells) }
    for row in 0..<table.rowCount {
      for index in columns.indices {
        if index > 0 { bytes.append(comma) }
        columns[index].append(row, to: &bytes)
      }
      bytes.append(lineFeed)
    }
    return bytes
  }

  /// Adds a text as a field: guarded against running as a formula, and quoted where it must be.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8
    let guarded = utf8.first.map(startsFormula) ?? false
    guard utf8.contains(where: needsQuotes) else {
      if guarded { bytes.append(apostrophe) }
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(quote)
    if guarded { bytes.append(apostrophe) }
    for byte in utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Adds pounds with two decimals.
  static func append(_ money: Money, to bytes: inout [UInt8]) {
    if money.pence < 0 { bytes.append(UInt8(ascii: "-")) }
    let (pounds, rest) = money.pence.magnitude.quotientAndRemainder(dividingBy: 100)
    append(digitsOf: pounds, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
  }

  /// Adds a whole number.
  static func append(_ whole: Int64, to bytes: inout [UInt8]) {
    if whole < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: whole.magnitude, to: &bytes)
  }

  private static func append(digitsOf number: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let lineFeed = UInt8(ascii: "\n")

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == comma || byte == quote || byte == lineFeed || byte == UInt8(ascii: "\r")
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}

/// A column whose repeated texts are already bytes, so that writing a cell makes no text.
private enum ReadyColumn {
  case labels(names: [[UInt8]], codes: [Int])
  case other(TableCells)

  init(_ cells: TableCells) {
    guard case .labels(let names, let codes) = cells else {
      self = .other(cells)
      return
    }
    let ready = names.map { name in
      var bytes: [UInt8] = []
      CSV.append(name, to: &bytes)
      return bytes
    }
    self = .labels(names: ready, codes: codes)
  }

  func append(_ row: Int, to bytes: inout [UInt8]) {
    switch self {
    case .labels(let names, let codes): bytes.append(contentsOf: names[codes[row]])
    case .other(.texts(let cells)):
      if let text = cells[row] { CSV.append(text, to: &bytes) }
    case .other(.wholes(let cells)):
      if let whole = cells[row] { CSV.append(whole, to: &bytes) }
    case .other(.moneys(let cells)):
      if let money = cells[row] { CSV.append(money, to: &bytes) }
    case .other(let cells): bytes.append(contentsOf: cells.text(at: row).utf8)
    }
  }
}
