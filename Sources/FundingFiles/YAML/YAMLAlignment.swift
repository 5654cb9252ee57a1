import Diagnostics
import Yams

/// Where each character of a quoted or many-lined text is written.
struct YAMLAlignment {
  /// The first line's stretch.
  let span: SourceSpan
  /// One stretch a character; empty where escapes make that unclear.
  let characters: [SourceSpan]

  /// Follows a text through the file from where it begins.
  init(text: YAMLText, mark: Mark, string: String) {
    let lines = text.lines.dropFirst(mark.line - 1)
    let opening = text.scalar(line: mark.line, column: mark.column)
    let quote: Character? =
      opening == "'" ? "'" : opening == "\"" ? "\"" : nil
    let isBlock = opening == "|" || opening == ">"
    // The rest of the file from the mark, in people's characters.
    var places: [(character: Character, line: Int, column: Int)] = []
    for (offset, scalars) in lines.enumerated() {
      guard offset < 200 else { break }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let line = mark.line + offset
      let first = text.span(line: mark.line, column: mark.column).column
      for (index, character) in String(view).enumerated()
      where offset > 0 || (index + 1 >= first && !isBlock) {
        places.append((character, line, index + 1))
      }
      places.append(("\n", line, String(view).count + 1))
    }
    let start = text.span(line: mark.line, column: mark.column)
    var found: [SourceSpan] = []
    var next = quote == nil ? 0 : 1
    for character in string {
      if character.isWhitespace, next < places.count, places[next].character != character {
        found.append(SourceSpan(line: places[next].line, column: places[next].column))
        continue
      }
      while next < places.count, places[next].character != character,
        places[next].character.isWhitespace
      {
        next += 1
      }
      guard next < places.count, places[next].character == character else {
        found = []
        break
      }
      found.append(SourceSpan(line: places[next].line, column: places[next].column))
      next += character == "'" && quote == "'" ? 2 : 1
    }
    characters = found
    if quote != nil, let last = found.last ?? (string.isEmpty ? start : nil) {
      // The closing quote, where it is on the first line.
      let end = last.line == start.line ? last.column + 1 : text.endColumn(of: start.line)
      span = SourceSpan(
        line: start.line, column: start.column, length: end - start.column + 1)
    } else if isBlock {
      span = start
    } else {
      span = SourceSpan(
        line: start.line, column: start.column,
        length: text.endColumn(of: start.line) - start.column + 1)
    }
  }
}

extension YAMLText {
  /// The column of a line's last character that is not a space.
  fileprivate func endColumn(of line: Int) -> Int {
    let scalars = self.line(line)
    let end = scalars.lastIndex { $0 != " " && $0 != "\t" } ?? 0
    return Self.characters(scalars[..<Swift.min(end + 1, scalars.count)])
  }
}
