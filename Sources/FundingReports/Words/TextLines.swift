/// Plain text of at most 100 columns, for terminals and letters.
enum TextLines {
  /// The greatest width of a line.
  static let width = 100

  /// A text broken between words into lines of at most `width` characters.
  ///
  /// A single word that is longer stays whole.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - lead: What the first line begins with, kept as it is.
  ///   - indent: Spaces before every line but the first.
  /// - Returns: The lines, each ending in a line break.
  static func wrapped(_ text: String, after lead: String = "", indent: Int = 0) -> String {
    var lines: [String] = []
    var line = lead
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += isEmpty ? String(word) : " " + word
      }
      isEmpty = false
    }
    if !isEmpty { lines.append(line) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in `width` characters: filled with spaces, or cut with `…`.
  static func fitted(_ text: String, to width: Int, right: Bool = false) -> String {
    if text.count > width { return text.prefix(Swift.max(0, width - 1)) + "…" }
    let padding = String(repeating: " ", count: width - text.count)
    return right ? padding + text : text + padding
  }
}
