import Diagnostics
import Yams

/// What the YAML package made of a text.
struct ComposedYAML {
  /// The outermost node.
  let root: Node
  /// Keys that had to be renamed because they occur twice, by line and column: their real text.
  let renamed: [MarkedKey]
}

/// A key that stands for another text.
struct MarkedKey: Sendable {
  /// Its line.
  let line: Int
  /// Its column, in scalars.
  let column: Int
  /// What the author wrote.
  let text: String
}

/// Runs the YAML package, and turns what it refuses into mistakes with places.
enum YAMLComposer {
  /// The first thing that the package refuses.
  struct Failure: Error {
    /// What it is.
    let mistake: YAMLMistake
    /// Where; nil where the package doesn't say.
    let span: SourceSpan?
  }

  /// How often a repeated key is renamed before giving up.
  private static let mostRenames = 200

  /// Composes a text; nil where it holds no document.
  ///
  /// The package stops at the first repeated key and says only where its first occurrence is. So
  /// each time the first is given a private name of the same length, and the text is read again.
  static func compose(_ text: YAMLText) throws(Failure) -> ComposedYAML? {
    var lines = text.lines
    var renamed: [MarkedKey] = []
    while true {
      do {
        let yaml = renamed.isEmpty ? text.text : join(lines)
        // All texts stay as written, so none is to be taken for a number or a date by its look:
        // that would be asked of every key, and cost as much as all the rest of the reading.
        let root = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8).singleRoot()
        return root.map { ComposedYAML(root: $0, renamed: renamed) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let mark = context.mark
        guard renamed.count < mostRenames, let key = keys.first,
          let scalars = renaming(
            key, at: mark, in: lines, to: Unicode.Scalar(UInt16(0xE000 + renamed.count)))
        else {
          let span = text.span(line: mark.line, column: mark.column, scalars: 1)
          throw Failure(mistake: .duplicateKey(keys.first ?? "", first: span), span: span)
        }
        renamed.append(MarkedKey(line: mark.line, column: mark.column, text: key))
        lines[mark.line - 1] = scalars
      } catch let error as YamlError {
        throw failure(error, in: text)
      } catch {
        throw Failure(mistake: .syntax(.other("it is not YAML")), span: nil)
      }
    }
  }

  private static func join(_ lines: [[Unicode.Scalar]]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: lines.joined(separator: ["\n"]))
    return String(view)
  }

  private static func renaming(
    _ key: String, at mark: Mark, in lines: [[Unicode.Scalar]], to private: Unicode.Scalar?
  ) -> [Unicode.Scalar]? {
    guard let name = `private`, lines.indices.contains(mark.line - 1) else { return nil }
    var line = lines[mark.line - 1]
    let start = mark.column - 1
    guard line.indices.contains(start), !key.isEmpty else { return nil }
    let isQuoted = line[start] == "'" || line[start] == "\""
    let first = isQuoted ? start + 1 : start
    guard line[first...].starts(with: key.unicodeScalars) else { return nil }
    line[first] = name
    return line
  }

  private static func failure(_ error: YamlError, in text: YAMLText) -> Failure {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      return syntaxFailure(context: context, problem: problem, mark: mark, in: text)
    case .composer(_, let problem, let mark, _):
      let span = text.span(line: mark.line, column: mark.column)
      return problem.contains("another document")
        ? Failure(mistake: .secondDocument, span: span) : Failure(mistake: .anchor, span: span)
    case .reader: return Failure(mistake: .controlCharacter, span: nil)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded,
      .duplicatedKeysInMapping:
      return Failure(mistake: .syntax(.other("it is not YAML")), span: nil)
    }
  }

  private static func syntaxFailure(
    context: YamlError.Context?, problem: String, mark: Mark, in text: YAMLText
  ) -> Failure {
    // At the end of the file the mark is past the last line: point at the last one with text.
    var (line, column) = (mark.line, mark.column)
    if line > text.lines.count || (line == text.lines.count && text.line(line).isEmpty) {
      line = (text.lines.lastIndex { !$0.isEmpty } ?? 0) + 1
      column = max(1, text.line(line).count)
    }
    let here = text.span(line: line, column: column)
    let opened = context.map { text.span(line: $0.mark.line, column: $0.mark.column) }
    let about = context?.text ?? ""
    if let tab = text.line(line).firstIndex(of: "\t"),
      text.line(line)[..<tab].allSatisfy({ $0 == " " })
    {
      return Failure(mistake: .tab, span: text.span(line: line, column: tab + 1))
    }
    func syntax(_ syntax: YAMLSyntax, _ span: SourceSpan = here) -> Failure {
      Failure(mistake: .syntax(syntax), span: span)
    }
    if about.contains("quoted scalar") {
      return problem.contains("escape")
        ? syntax(.escape) : syntax(.unclosedQuote(opened: opened), opened ?? here)
    }
    if about.contains("flow") {
      // `{amount: rate[sector]}`: the bracket stands right after a word.
      if let here = text.scalar(line: line, column: column), here == "[" || here == "{",
        let before = text.scalar(line: line, column: column - 1),
        before == "_" || before.properties.isAlphabetic || before.properties.numericType != nil
      {
        return syntax(.bracketInFlow)
      }
      return syntax(.unclosedBracket(opened: opened))
    }
    if problem.contains("mapping values") { return syntax(.colonInValue) }
    if problem.contains("could not find expected ':'") { return syntax(.noColon, opened ?? here) }
    if problem.contains("cannot start any token"),
      let scalar = text.scalar(line: line, column: column)
    {
      return syntax(.reservedStart(Character(scalar)))
    }
    if about.contains("alias") || about.contains("anchor") {
      return Failure(mistake: .anchor, span: opened ?? here)
    }
    if about.contains("tag") { return Failure(mistake: .tag, span: opened ?? here) }
    if about.contains("block") || problem.contains("block") { return syntax(.indentation) }
    if problem.contains("<document start>") { return syntax(.indentation) }
    return syntax(.other(problem))
  }
}
