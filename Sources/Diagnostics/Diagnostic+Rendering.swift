extension [Diagnostic] {
  /// How many mistakes are shown in full; the rest are counted.
  public static var shownAtMost: Int { 20 }

  /// The mistakes as a person reads them: each with the author's own line and what would be
  /// accepted, then a count.
  ///
  /// - Parameters:
  ///   - more: What says how many more there are than are shown.
  ///   - total: What says how many errors there are, in how many files.
  ///   - line: The text of a line of a file (path, number); nil where it can't be had.
  /// - Returns: The text, ending in a line break.
  public func rendered(
    more: (Int) -> String = [Diagnostic].more,
    total: (Int, Int) -> String = [Diagnostic].total,
    line: (String, Int) -> String?
  ) -> String {
    let errors = filter { $0.severity == .error }
    // Warnings make room for errors, so that no error is hidden behind them.
    var room = Swift.max(0, Self.shownAtMost - errors.count)
    let shown = filter { mistake in
      guard mistake.severity == .warning else { return true }
      room -= 1
      return room >= 0
    }.prefix(Self.shownAtMost)
    var text = shown.map { $0.rendered(line: line) }.joined(separator: "\n")
    if count > shown.count { text += more(count - shown.count) + "\n" }
    if !errors.isEmpty { text += total(errors.count, Set(errors.map(\.path)).count) + "\n" }
    return text
  }

  /// In English, how many more mistakes there are than are shown.
  public static func more(_ count: Int) -> String { "… and \(count) more" }

  /// In English, how many errors there are, in how many files.
  public static func total(_ errors: Int, _ files: Int) -> String {
    "\(errors) error\(errors == 1 ? "" : "s") in \(files) file\(files == 1 ? "" : "s")"
  }
}

extension Diagnostic {
  /// This mistake as a person reads it, ending in a line break.
  ///
  /// - Parameter line: The text of a line of a file (path, number); nil where it can't be had.
  /// - Returns: The text, ending in a line break.
  public func rendered(line: (String, Int) -> String?) -> String {
    guard let span else {
      let head = "\(path): \(severity.rawValue): \(message) [\(slug)]\n"
      return head + notes.map { "   = \($0)\n" }.joined()
    }
    var text = "\(path):\(span.line):\(span.column): \(severity.rawValue): \(message) [\(slug)]\n"
    let width = String(([span.line] + related.map(\.span.line)).max() ?? span.line).count
    let margin = String(repeating: " ", count: width)
    if let source = line(path, span.line) {
      text += "\(margin) |\n"
      text += Self.excerpt(of: source, at: span, mark: "^", width: width)
    }
    for place in related where place.span != span {
      guard let source = line(path, place.span.line) else { continue }
      text += Self.excerpt(of: source, at: place.span, mark: "-", width: width, note: place.note)
    }
    for note in notes { text += "\(margin) = \(note)\n" }
    return text
  }

  private static func excerpt(
    of source: String, at span: SourceSpan, mark: Character, width: Int, note: String? = nil
  ) -> String {
    let number = String(span.line)
    let margin = String(repeating: " ", count: width)
    let (shown, shift) = window(of: source, around: span)
    let start = Swift.max(1, span.column - shift)
    let length = Swift.max(1, Swift.min(span.length, shown.count + 1 - start))
    let padding = String(repeating: " ", count: width - number.count)
    var text = "\(padding)\(number) | \(shown)\n"
    text += "\(margin) | \(String(repeating: " ", count: start - 1))"
    text += String(repeating: mark, count: length)
    if let note { text += " \(note)" }
    return text + "\n"
  }

  /// At most 160 characters of a line, tabs and other control characters as single spaces, and how many were cut before.
  private static func window(of source: String, around span: SourceSpan) -> (String, Int) {
    let characters = source.map { $0.isControl ? " " : $0 }
    guard characters.count > 160 else { return (String(characters), 0) }
    let first = Swift.max(0, Swift.min(span.column - 1 - 60, characters.count - 160))
    return (String(characters[first..<Swift.min(characters.count, first + 160)]), first)
  }
}

extension Character {
  /// Whether a terminal would act on it rather than show it.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
