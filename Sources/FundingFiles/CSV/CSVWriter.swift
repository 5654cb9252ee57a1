/// Writes CSV: commas, LF line breaks, quotes only where a field needs them.
struct CSVWriter {
  /// What has been written.
  private(set) var text = ""

  /// Writes a row.
  mutating func row(_ cells: some Sequence<String>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { text += "," }
      isFirst = false
      text += Self.field(cell)
    }
    text += "\n"
  }

  /// Writes a row whose fields are joined and quoted already.
  mutating func line(_ row: String) {
    text += row
    text += "\n"
  }

  /// A field as a file holds it.
  static func field(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains {
      $0 == CSVScanner.comma || $0 == CSVScanner.quote || $0 == CSVScanner.lineFeed
        || $0 == CSVScanner.carriageReturn
    }
    guard needsQuotes else { return cell }
    var quoted = "\""
    for character in cell.unicodeScalars {
      quoted.unicodeScalars.append(character)
      if character == "\"" { quoted += "\"" }
    }
    return quoted + "\""
  }
}
