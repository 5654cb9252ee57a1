/// A table in plain text, its columns aligned, at most 100 characters wide.
///
/// Where the columns don't fit beside one another the table is printed in parts, each beginning
/// with the first column again; no column is ever dropped.
struct TextTable {
  /// One column.
  struct Column {
    /// The header.
    let header: String
    /// Whether the cells stand to the right, as figures do.
    let isFigure: Bool
    /// The cells.
    let cells: [String]
    /// The most characters that a cell may take; longer ones are cut with `…`.
    var limit = 60

    /// How many characters the column takes.
    var width: Int {
      Swift.min(limit, ([header.count] + cells.map(\.count)).max() ?? 0)
    }
  }

  /// The columns; the first names the row.
  let columns: [Column]

  /// The text, each line ending in a line break.
  func text() -> String {
    guard let first = columns.first else { return "" }
    var parts: [[Column]] = []
    var part: [Column] = []
    var used = first.width
    for column in columns.dropFirst() {
      if !part.isEmpty, used + 2 + column.width > TextLines.width {
        parts.append(part)
        part = []
        used = first.width
      }
      part.append(column)
      used += 2 + column.width
    }
    parts.append(part)
    return parts.map { Self.lines(of: [first] + $0) }.joined(separator: "\n")
  }

  private static func lines(of columns: [Column]) -> String {
    let header = line(columns.map { ($0.header, $0) })
    let rows = (columns.first?.cells ?? []).indices.map { row in
      line(columns.map { ($0.cells[row], $0) })
    }
    return ([header] + rows).joined()
  }

  private static func line(_ cells: [(text: String, column: Column)]) -> String {
    let text = cells.map {
      TextLines.fitted($0.text, to: $0.column.width, right: $0.column.isFigure)
    }.joined(separator: "  ")
    let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    return text[..<end] + "\n"
  }
}
