/// One sheet of a workbook, its cells already XML.
struct Sheet {
  /// Its name on the tab: at most 31 characters.
  let name: String
  /// The part `xl/worksheets/sheetN.xml`.
  let part: [UInt8]
  /// The cells that keep in sight and repeat on paper: `$1:$2`; nil for none.
  let repeatedRows: String?
}

/// Writes the cells of a sheet, row by row.
struct SheetWriter {
  private(set) var bytes: [UInt8] = []
  /// How many rows so far.
  private(set) var rowCount = 0
  private var row: [UInt8] = []
  private var column = 0

  /// Begins the next row.
  ///
  /// - Parameter height: Its height in points; nil for the usual.
  mutating func beginRow(height: Int? = nil) {
    rowCount += 1
    column = 0
    row = Array(String(rowCount).utf8)
    bytes += Array("<row r=\"".utf8) + row + Array("\"".utf8)
    if let height { bytes += Array(" ht=\"\(height)\" customHeight=\"1\"".utf8) }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Ends the row.
  mutating func endRow() { bytes += Array("</row>".utf8) }

  /// Leaves a cell blank.
  mutating func skip() { column += 1 }

  /// A text.
  mutating func add(text number: Int, style: CellStyle) {
    begin(style)
    bytes += Array(" t=\"s\"><v>".utf8)
    CSV.append(Int64(number), to: &bytes)
    end()
  }

  /// A number, in the digits in which it is written.
  mutating func add(digits: [UInt8], style: CellStyle) {
    begin(style)
    bytes += Array("><v>".utf8)
    bytes += digits
    end()
  }

  private mutating func begin(_ style: CellStyle) {
    bytes += Array("<c r=\"".utf8)
    bytes += Self.letters(of: column)
    bytes += row
    bytes += Array("\" s=\"".utf8)
    CSV.append(Int64(style.rawValue), to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    column += 1
  }

  private mutating func end() { bytes += Array("</v></c>".utf8) }

  /// A column's letters: A to Z, then AA, AB and so on.
  static func letters(of column: Int) -> [UInt8] {
    let last = UInt8(ascii: "A") + UInt8(truncatingIfNeeded: column % 26)
    return column < 26 ? [last] : letters(of: column / 26 - 1) + [last]
  }
}
