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
    let start = text.span(line: mark.line, column: mark.column)
    let opening = text.scalar(line: mark.line, column: mark.column)
    let quote: Character? = opening == "'" ? "'" : opening == "\"" ? "\"" : nil
    let isBlock = opening == "|" || opening == ">"
    // Nearly all texts end on their first line, so the rest of the file is looked at only if not.
    let first = isBlock ? [] : Self.follow(string, in: text, from: start, lines: 1, quote: quote)
    characters =
      first.isEmpty && !string.isEmpty
      ? Self.follow(string, in: text, from: start, lines: 200, quote: isBlock ? "|" : quote)
      : first
    let end =
      isBlock
      ? start.column
      : quote.flatMap { Self.closing($0, in: text, from: start) } ?? text.endColumn(of: start.line)
    span = SourceSpan(line: start.line, column: start.column, length: end - start.column + 1)
  }

  /// Where each character stands in so many lines; empty where they don't hold the text.
  private static func follow(
    _ string: String, in text: YAMLText, from start: SourceSpan, lines: Int, quote: Character?
  ) -> [SourceSpan] {
    var places: [(character: Character, span: SourceSpan)] = []
    for line in start.line..<min(start.line + lines, text.lines.count + 1) {
      let characters = text.characters(of: line)
      for (index, character) in characters.enumerated()
      where line > start.line || (index + 1 >= start.column && quote != "|") {
        places.append((character, SourceSpan(line: line, column: index + 1)))
      }
      places.append(("\n", SourceSpan(line: line, column: characters.count + 1)))
    }
    var found: [SourceSpan] = []
    var next = quote == "'" || quote == "\"" ? 1 : 0
    for character in string {
      guard next < places.count else { return [] }
      if character.isWhitespace, places[next].character != character {
        // A fold: a line break and an indent stand for it.
        found.append(places[next].span)
        continue
      }
      while next < places.count, places[next].character != character,
        places[next].character.isWhitespace
      {
        next += 1
      }
      guard next < places.count, places[next].character == character else { return [] }
      found.append(places[next].span)
      next += character == "'" && quote == "'" ? 2 : 1
    }
    return found
  }

  /// The column of the quote that ends a text on its first line; nil where none does.
  private static func closing(
    _ quote: Character, in text: YAMLText, from start: SourceSpan
  ) -> Int? {
    let characters = text.characters(of: start.line)
    var next = start.column
    while next < characters.count {
      if quote == "\"", characters[next] == "\\" {
        next += 2
      } else if characters[next] != quote {
        next += 1
      } else if quote == "'", next + 1 < characters.count, characters[next + 1] == quote {
        next += 2
      } else {
        return next + 1
      }
    }
    return nil
  }
}

extension YAMLText {
  /// A line's characters, as people count them.
  fileprivate func characters(of line: Int) -> [Character] {
    let scalars = self.line(line)
    guard scalars.contains(where: Self.mayJoin) else { return scalars.map(Character.init) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view))
  }

  /// The column of a line's last character that is not a space.
  fileprivate func endColumn(of line: Int) -> Int {
    let scalars = self.line(line)
    let end = scalars.lastIndex { $0 != " " && $0 != "\t" } ?? 0
    return Self.characters(scalars[..<Swift.min(end + 1, scalars.count)])
  }
}
