import Diagnostics

/// One value of a YAML file, with where it is written.
enum YAMLNode: Hashable, Sendable {
  /// A single text.
  case scalar(YAMLScalar)
  /// Keys and values.
  case mapping(YAMLMapping)
  /// Values in order.
  case list(YAMLList)

  /// Where it begins: a scalar as a whole, else its first line.
  var span: SourceSpan {
    switch self {
    case .scalar(let scalar): scalar.span
    case .mapping(let mapping): mapping.span
    case .list(let list): list.span
    }
  }

  /// Whether nothing is written: `where:` and no more.
  var isNothing: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return !scalar.isQuoted && (scalar.text.isEmpty || scalar.text == "~" || scalar.text == "null")
  }

  /// What it is, for a message: "a list".
  var kindInWords: String {
    switch self {
    case .scalar: isNothing ? "nothing" : "a single value"
    case .mapping: "keys and values"
    case .list: "a list"
    }
  }
}

/// A text as the author wrote it: Cyllido, not YAML, decides what it means.
struct YAMLScalar: Hashable, Sendable {
  /// The text, without quotes and with folded lines joined by spaces.
  let text: String
  /// Whether it stood in quotes.
  let isQuoted: Bool
  /// Where it is written, quotes included; its first line where there are several.
  let span: SourceSpan
  /// Whether the text stands in the file just as it is here, on one line: then `span` is exact.
  let isVerbatim: Bool
  /// Where each character is written, where that isn't one line without quotes; else empty.
  let characters: [SourceSpan]

  /// Where some of the text's characters are written; a stretch of one line.
  func span(of range: Range<Int>) -> SourceSpan {
    if isVerbatim {
      return SourceSpan(
        line: span.line, column: span.column + range.lowerBound, length: range.count,
        path: span.path)
    }
    guard let last = characters.last else { return span }
    guard range.lowerBound < characters.count else {
      return SourceSpan(line: last.line, column: last.column + 1, path: span.path)
    }
    let first = characters[range.lowerBound]
    let end =
      characters[
        range.lowerBound..<min(max(range.upperBound, range.lowerBound + 1), characters.count)
      ]
      .last { $0.line == first.line } ?? first
    return SourceSpan(
      line: first.line, column: first.column, length: end.column + 1 - first.column,
      path: span.path)
  }
}

/// Keys and values in the file's order.
struct YAMLMapping: Hashable, Sendable {
  /// One key and its value.
  struct Entry: Hashable, Sendable {
    /// The key.
    let key: YAMLScalar
    /// The value.
    let value: YAMLNode
  }
  /// The entries; no key occurs twice.
  let entries: [Entry]
  /// Where it begins.
  let span: SourceSpan

  /// The entry of a key; nil where there is none.
  subscript(key: String) -> Entry? { entries.first { $0.key.text == key } }
}

/// Values in order.
struct YAMLList: Hashable, Sendable {
  /// The values.
  let items: [YAMLNode]
  /// Where it begins.
  let span: SourceSpan
}
