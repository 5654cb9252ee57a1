import Diagnostics

extension YAMLMistake {
  /// This mistake in the reader's words.
  func diagnostic(path: String, at span: SourceSpan?) -> Diagnostic {
    let words = MistakeWords(path: path, span: span)
    switch self {
    case .empty: return words("empty-file", "the file is empty")
    case .syntax(let syntax): return syntax.diagnostic(path: path, at: span)
    case .tab:
      return words(
        "tab", "a tab stands where only spaces may", ["indent with spaces, two for each level"])
    case .oddLineBreak:
      return words(
        "line-break", "a line ends in a character that is not an ordinary line break",
        ["end lines with LF or CR LF"])
    case .controlCharacter:
      return words("control-character", "a control character stands in the file", ["delete it"])
    case .secondDocument:
      return words(
        "second-document", "a second document begins here",
        ["a file holds one document: delete '---'"])
    case .anchor:
      return words(
        "anchor", "anchors and aliases (& and *) are not accepted",
        ["write the value out, or put it in quotes if it begins with & or *"])
    case .tag:
      return words(
        "tag", "tags (!) are not accepted", ["delete it, or put the value in quotes"])
    case .keyNotText:
      return words("key-not-text", "a key is a single word or number, not a list or a table")
    case .duplicateKey(let key, let first):
      return words(
        "duplicate-key", "'\(key)' is given twice",
        related: [RelatedPlace(span: first, note: "first given at \(first.line):\(first.column)")])
    case .thousandsInFlow(let written, let plain):
      return words(
        "thousands-comma",
        "\(written) inside { } or [ ] falls apart: YAML ends a value at a comma",
        ["write \(plain), or give the value a line of its own"])
    case .commaInFlow(let written):
      return words(
        "comma-in-braces", "'\(written)' inside { } falls apart: YAML ends a value at a comma",
        ["put it in quotes, or on a line of its own"])
    case .strayKey(let key, let place, let known):
      return words(
        "unknown-key", "\(place) has no key '\(key)'",
        Suggestion.notes(for: key, among: known, has: "the keys are")
          + ["inside { } a text with a comma needs quotes"])
    case .unknownKey(let key, let place, let known):
      return words(
        "unknown-key", "\(place) has no key '\(key)'",
        Suggestion.notes(for: key, among: known, has: "the keys are"))
    case .missingKey(let key, let place):
      return words("missing-key", "\(place) needs the key '\(key)'")
    case .noValue(let what):
      return words("no-value", "\(what) has no value", ["give one, or delete the key"])
    case .wrongKind(let what, let needed, let found):
      return words("wrong-kind", "\(what) needs \(needed), and this is \(found)")
    case .notOneOf(let word, let what, let known):
      return words(
        "not-one-of", "\(what) can't be '\(word)'",
        Suggestion.notes(for: word, among: known, has: "it can be"))
    }
  }
}

extension YAMLSyntax {
  /// This mistake in the reader's words.
  func diagnostic(path: String, at span: SourceSpan?) -> Diagnostic {
    func words(_ message: String, _ notes: [String] = [], opened: SourceSpan? = nil) -> Diagnostic {
      Diagnostic(
        path: path, span: span, message: message, slug: "syntax", notes: notes,
        related: opened.map { [RelatedPlace(span: $0, note: "opened here")] } ?? [])
    }
    switch self {
    case .colonInValue:
      return words(
        "a second ': ' stands in one value", ["put a text that holds ': ' in quotes"])
    case .noColon:
      return words("this line is neither 'key: value' nor '- item'", ["a key ends in ':'"])
    case .unclosedBracket(let opened):
      return words(
        "a '{' or '[' is not closed", ["items are parted by commas and end with '}' or ']'"],
        opened: opened)
    case .bracketInFlow:
      return words(
        "inside { } a value can't hold [ ] or { }", ["put it in quotes, or on a line of its own"])
    case .unclosedQuote(let opened):
      return words(
        "a quoted text does not end", ["end it with the quote it began with"], opened: opened)
    case .indentation:
      return words(
        "this line does not fit the lines above it",
        ["keys that belong together begin in the same column, what belongs to a key is further in"])
    case .reservedStart(let character):
      return words("a value can't begin with '\(character)'", ["put it in quotes"])
    case .escape:
      return words(
        "a backslash in double quotes means something else here",
        ["use single quotes, or write \\\\ for one backslash"])
    case .other(let problem): return words("this can't be read as YAML: \(problem)")
    }
  }
}
