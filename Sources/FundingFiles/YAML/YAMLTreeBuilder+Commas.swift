import Diagnostics

/// Finds the pieces into which YAML breaks `£61,200` and `max(a, b)` inside `{ }` and `[ ]`, says so
/// once, and joins them, so that nothing further is said about them.
extension YAMLTreeBuilder {
  /// A table's entries with stray keys like `200` joined to the value before them.
  mutating func joined(_ entries: [YAMLMapping.Entry]) -> [YAMLMapping.Entry] {
    var result: [YAMLMapping.Entry] = []
    for entry in entries {
      if let last = result.last, case .scalar(let value) = last.value, entry.value.isNothing,
        let whole = joining(value, entry.key, needsPounds: false)
      {
        result[result.count - 1] = YAMLMapping.Entry(key: last.key, value: .scalar(whole))
      } else if let last = result.last, case .scalar(let value) = last.value, entry.value.isNothing,
        let whole = joiningBrackets(value, entry.key)
      {
        result[result.count - 1] = YAMLMapping.Entry(key: last.key, value: .scalar(whole))
      } else {
        result.append(entry)
      }
    }
    for entry in result { report(entry.value) }
    return result
  }

  /// A list's items, likewise; plain numbers like `[100,200]` may well be two.
  mutating func joined(_ items: [YAMLNode]) -> [YAMLNode] {
    var result: [YAMLNode] = []
    for item in items {
      if case .scalar(let value)? = result.last, case .scalar(let piece) = item,
        let whole = joining(value, piece, needsPounds: true)
      {
        result[result.count - 1] = .scalar(whole)
      } else {
        result.append(item)
      }
    }
    for item in result { report(item) }
    return result
  }

  private func joining(
    _ value: YAMLScalar, _ piece: YAMLScalar, needsPounds: Bool
  ) -> YAMLScalar? {
    guard !value.isQuoted, !piece.isQuoted, value.isVerbatim, piece.isVerbatim,
      value.span.line == piece.span.line,
      value.span.column + value.span.length + 1 == piece.span.column
    else { return nil }
    let groups = value.text.drop { "+-£".contains($0) }.split(
      separator: ",", omittingEmptySubsequences: false)
    guard !needsPounds || value.text.contains("£"),
      let first = groups.first, (1...3).contains(first.count),
      groups.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      piece.text.prefix(3).allSatisfy(\.isNumber), piece.text.prefix(3).count == 3,
      piece.text.dropFirst(3).allSatisfy({ $0.isNumber || $0 == "." || $0 == "%" }),
      piece.text.dropFirst(3).first?.isNumber != true
    else { return nil }
    return YAMLScalar(
      text: value.text + "," + piece.text, isQuoted: false,
      span: SourceSpan(
        line: value.span.line, column: value.span.column,
        length: value.span.length + 1 + piece.span.length),
      isVerbatim: true, characters: [])
  }

  /// `max(a` and `b)` as one text; nil where the first has no open bracket.
  private func joiningBrackets(_ value: YAMLScalar, _ piece: YAMLScalar) -> YAMLScalar? {
    guard !value.isQuoted, !piece.isQuoted,
      value.text.filter({ $0 == "(" }).count > value.text.filter({ $0 == ")" }).count
    else { return nil }
    let end = piece.span.column + piece.span.length
    return YAMLScalar(
      text: value.text + ", " + piece.text, isQuoted: false,
      span: SourceSpan(
        line: value.span.line, column: value.span.column,
        length: piece.span.line == value.span.line ? end - value.span.column : value.span.length),
      isVerbatim: true, characters: [])
  }

  private mutating func report(_ node: YAMLNode) {
    guard case .scalar(let scalar) = node, !scalar.isQuoted, scalar.isVerbatim,
      scalar.text.contains(",")
    else { return }
    if scalar.text.contains("(") {
      mistakes.add(.commaInFlow(written: scalar.text), at: scalar.span)
      return
    }
    mistakes.add(
      .thousandsInFlow(written: scalar.text, plain: scalar.text.filter { $0 != "," }),
      at: scalar.span)
  }
}
