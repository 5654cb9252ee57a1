/// A table in plain text, its columns aligned, at most 100 characters wide.
///
/// Where the columns don't fit beside one another the table is printed in parts, each beginning
/// with the columns that name the row again; no column is ever dropped.
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
    /// Whether the column says something of the one before it, and is never printed apart from it.
    var staysWithPrevious = false

    /// How many characters the column takes.
    var width: Int {
      Swift.min(limit, ([header.count] + cells.map(\.count)).max() ?? 0)
    }
  }

  /// The columns; the first names the row.
  let columns: [Column]
  /// How many columns at the left name the row, so that each part begins with them.
  var naming = 1

  /// The text, each line ending in a line break.
  func text() -> String {
    let first = Array(columns.prefix(naming))
    let own = first.reduce(0) { $0 + 2 + $1.width } - 2
    var parts: [[Column]] = []
    var part: [Column] = []
    var used = own
    for group in groups() {
      let width = group.reduce(0) { $0 + 2 + $1.width }
      if !part.isEmpty, used + width > TextLines.width {
        parts.append(part)
        part = []
        used = own
      }
      part += group
      used += width
    }
    parts.append(part)
    return parts.map { Self.lines(of: first + $0) }.joined(separator: "\n")
  }

  /// The columns after those that name the row, each with those that stay with it.
  private func groups() -> [[Column]] {
    var groups: [[Column]] = []
    for column in columns.dropFirst(naming) {
      if column.staysWithPrevious, !groups.isEmpty {
        groups[groups.count - 1].append(column)
      } else {
        groups.append([column])
      }
    }
    return groups
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
