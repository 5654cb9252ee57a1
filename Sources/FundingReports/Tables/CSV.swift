import FundingModel

/// Tables as comma-separated values.
///
/// RFC 4180 with LF line ends: a header row, fields quoted only where they hold a comma, a quote or
/// a line break, quotes doubled. The same table is always the same bytes.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe
/// before it, since a spreadsheet would run it as a formula; numbers never do, whatever their sign,
/// and neither do texts that are a number with a sign.
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
    let guarded = (utf8.first.map(startsFormula) ?? false) && !isSignedNumber(utf8)
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

  /// Adds a percentage with two decimals, halves away from zero.
  static func append(percent: Rational, to bytes: inout [UInt8]) {
    guard let hundredths = try? percent.roundedToPenny() else {
      bytes.append(contentsOf: percent.decimal(places: 2, atLeast: 2).utf8)
      return
    }
    append(hundredths, to: &bytes)
  }

  /// Adds a whole number.
  static func append(_ whole: Int64, to bytes: inout [UInt8]) {
    if whole < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: whole.magnitude, to: &bytes)
  }

  /// Adds an exact decimal, as `Rational.description` writes it.
  static func append(decimal number: Rational, to bytes: inout [UInt8]) {
    let scale: Int64 = 1_000_000_000_000
    guard let top = Int64(exactly: number.numerator),
      let bottom = Int64(exactly: number.denominator), scale % bottom == 0,
      case let (scaled, isTooLarge) = top.multipliedReportingOverflow(by: scale / bottom),
      !isTooLarge
    else {
      bytes.append(contentsOf: number.description.utf8)
      return
    }
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let whole: UInt64
    var rest: UInt64
    (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
    append(digitsOf: whole, to: &bytes)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = UInt64(scale) / 10
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
  }

  private static func append(digitsOf number: UInt64, to bytes: inout [UInt8]) {
    if number < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
      return
    }
    var count = 1
    var bound: UInt64 = 10
    while number >= bound {
      count += 1
      let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
      if overflow { break }
      bound = next
    }
    bytes.append(contentsOf: repeatElement(0, count: count))
    var rest = number
    var index = bytes.count
    for _ in 0..<count {
      index -= 1
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let lineFeed = UInt8(ascii: "\n")

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == comma || byte == quote || byte == lineFeed || byte == UInt8(ascii: "\r")
  }

  /// Whether a text is a sign and a plain number: `+50`, `-2.5`.
  private static func isSignedNumber(_ utf8: String.UTF8View) -> Bool {
    guard let sign = utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return false
    }
    let parts = utf8.dropFirst().split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
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
    case .other(.percents(let cells)):
      if let percent = cells[row] { CSV.append(percent: percent, to: &bytes) }
    case .other(.decimals(let cells)):
      if let number = cells[row] { CSV.append(decimal: number, to: &bytes) }
    case .other(.numbers(let cells)):
      if let number = cells[row] { bytes.append(contentsOf: number.utf8) }
    case .other(.flags(let cells)):
      bytes.append(contentsOf: (cells[row] ? "true" : "false").utf8)
    case .other(.labels): preconditionFailure("labels are made ready")
    }
  }
}
