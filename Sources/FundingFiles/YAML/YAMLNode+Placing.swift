internal import Diagnostics

extension YAMLNode {
  /// The same value, every place of which names its file.
  func placed(in path: String) -> YAMLNode {
    switch self {
    case .scalar(let scalar): .scalar(scalar.placed(in: path))
    case .mapping(let mapping):
      .mapping(
        YAMLMapping(
          entries: mapping.entries.map {
            YAMLMapping.Entry(key: $0.key.placed(in: path), value: $0.value.placed(in: path))
          },
          span: mapping.span.placed(in: path)))
    case .list(let list):
      .list(
        YAMLList(items: list.items.map { $0.placed(in: path) }, span: list.span.placed(in: path)))
    }
  }
}

extension YAMLScalar {
  fileprivate func placed(in path: String) -> YAMLScalar {
    YAMLScalar(
      text: text, isQuoted: isQuoted, span: span.placed(in: path), isVerbatim: isVerbatim,
      characters: characters.map { $0.placed(in: path) })
  }
}

extension SourceSpan {
  fileprivate func placed(in path: String) -> SourceSpan {
    SourceSpan(line: line, column: column, length: length, path: path)
  }
}
