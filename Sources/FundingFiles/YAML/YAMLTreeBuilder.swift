import Diagnostics
import Yams

/// Makes Cyllido's tree of the YAML package's, finding where each text ends.
struct YAMLTreeBuilder {
  /// The file's text.
  let text: YAMLText
  /// Keys that stand for another text.
  let renamed: [MarkedKey]
  /// What was wrong so far.
  var mistakes: MistakeCollector
  /// Whether the tree has all that the file has; else its reader would tell what isn't so.
  private(set) var isWhole = true

  /// Nesting beyond this is nobody's formula.
  private static let deepest = 40
  private var depth = 0

  /// Starts.
  init(text: YAMLText, renamed: [MarkedKey], mistakes: MistakeCollector) {
    self.text = text
    self.renamed = renamed
    self.mistakes = mistakes
  }

  /// A node of the tree.
  mutating func node(_ node: Node) -> YAMLNode {
    let before = mistakes.count
    let built = built(node)
    if case .scalar(let scalar) = built, mistakes.count > before, scalar.text.isEmpty {
      isWhole = false
    }
    return built
  }

  private mutating func built(_ node: Node) -> YAMLNode {
    guard let mark = node.mark else { preconditionFailure("a node that was read has a place") }
    let start = text.span(line: mark.line, column: mark.column)
    let nothing = YAMLNode.scalar(
      YAMLScalar(text: "", isQuoted: false, span: start, isVerbatim: true, characters: []))
    switch text.scalar(line: mark.line, column: mark.column) {
    case "&":
      // Aliases come as copies of the anchored node, so they end here too.
      mistakes.add(.anchor, at: start)
      return nothing
    case "!":
      mistakes.add(.tag, at: start)
      return nothing
    case "*":
      mistakes.add(.anchor, at: start)
      return nothing
    default: break
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      mistakes.add(.syntax(.other("it is nested too deeply")), at: start)
      return nothing
    }
    switch node {
    case .scalar(let scalar): return .scalar(self.scalar(scalar, at: mark))
    case .mapping(let mapping): return .mapping(self.mapping(mapping, at: start, mark: mark))
    case .sequence(let sequence):
      let items = sequence.map { self.node($0) }
      let isFlow = text.scalar(line: mark.line, column: mark.column) == "["
      return .list(YAMLList(items: isFlow ? joined(items) : items, span: start))
    case .alias:
      mistakes.add(.anchor, at: start)
      return nothing
    }
  }

  private mutating func mapping(
    _ mapping: Node.Mapping, at span: SourceSpan, mark: Mark
  ) -> YAMLMapping {
    var entries: [YAMLMapping.Entry] = []
    for (key, value) in mapping {
      let keyNode = node(key)
      let valueNode = node(value)
      guard case .scalar(let key) = keyNode else {
        mistakes.add(.keyNotText, at: keyNode.span)
        continue
      }
      entries.append(YAMLMapping.Entry(key: key, value: valueNode))
    }
    if text.scalar(line: mark.line, column: mark.column) == "{" { entries = joined(entries) }
    var firstOf: [String: SourceSpan] = [:]
    var kept: [YAMLMapping.Entry] = []
    for entry in entries {
      if let first = firstOf[entry.key.text] {
        mistakes.add(.duplicateKey(entry.key.text, first: first), at: entry.key.span)
      } else {
        firstOf[entry.key.text] = entry.key.span
        kept.append(entry)
      }
    }
    return YAMLMapping(entries: kept, span: span)
  }

  private func scalar(_ scalar: Node.Scalar, at mark: Mark) -> YAMLScalar {
    var string = scalar.string
    if let key = renamed.first(where: { $0.line == mark.line && $0.column == mark.column }) {
      string = key.text
    }
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    let rest = text.line(mark.line).dropFirst(mark.column - 1)
    if !isQuoted, scalar.style != .literal, scalar.style != .folded,
      rest.starts(with: string.unicodeScalars)
    {
      let span = text.span(
        line: mark.line, column: mark.column, scalars: string.unicodeScalars.count)
      return YAMLScalar(
        text: string, isQuoted: false, span: span, isVerbatim: true, characters: [])
    }
    let aligned = YAMLAlignment(text: text, mark: mark, string: string)
    return YAMLScalar(
      text: string, isQuoted: isQuoted, span: aligned.span, isVerbatim: false,
      characters: aligned.characters)
  }
}
