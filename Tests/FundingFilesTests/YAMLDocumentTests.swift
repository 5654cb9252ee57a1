import Diagnostics
import Testing

@testable import FundingFiles

struct YAMLDocumentTests {
  func mistakes(_ text: String) -> [String] {
    do throws(Mistakes) {
      _ = try YAMLDocument(source: SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
      return []
    } catch {
      return error.diagnostics.map {
        "\($0.span?.line ?? 0):\($0.span?.column ?? 0)+\($0.span?.length ?? 0) \($0.slug)"
          + $0.related.map { " \($0.span.line):\($0.span.column)" }.joined()
      }
    }
  }

  func root(_ text: String) throws -> YAMLMapping {
    let document = try YAMLDocument(source: SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
    guard case .mapping(let mapping) = document.root else { throw Mistakes([]) }
    return mapping
  }

  @Test func `texts stay as written, with the columns that people count`() throws {
    let map = try root("tŷ: £61,200 # dear\nn: {N1..N2: no, 'x y': \"£5\"}\n")
    guard case .scalar(let value)? = map["tŷ"]?.value else { throw Mistakes([]) }
    #expect(value.text == "£61,200")
    #expect(value.span == SourceSpan(line: 1, column: 5, length: 7))
    guard case .mapping(let inner)? = map["n"]?.value else { throw Mistakes([]) }
    #expect(inner.entries.map(\.key.text) == ["N1..N2", "x y"])
    #expect(inner.entries[1].key.span == SourceSpan(line: 2, column: 17, length: 5))
    #expect(inner.entries[1].value.span == SourceSpan(line: 2, column: 24, length: 4))
  }

  @Test func `every repeated key is told, each with where it was first given`() {
    #expect(
      mistakes("a: 1\nb: {c: 1, c: 2, c: 3}\na: 2\n") == [
        "2:11+1 duplicate-key 2:5", "2:17+1 duplicate-key 2:5", "3:1+1 duplicate-key 1:1",
      ])
  }

  @Test func `keys alike are alike however they look and whether they stand in quotes`() {
    #expect(mistakes("1: a\n\"1\": b\n") == ["2:1+3 duplicate-key 1:1"])
    #expect(mistakes("'no': a\nno: b\n") == ["2:1+2 duplicate-key 1:1"])
    #expect(mistakes("1: a\n01: b\n1.0: c\n2024-09-01: d\nnull: e\n") == [])
  }

  @Test func `a line's columns count accents, marks that join and emoji as people do`() {
    // U+0175 is one scalar; w and U+0302, and the flag of Wales of seven scalars, are one character.
    for word in ["\u{175}", "w\u{302}", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "£"] {
      #expect(mistakes("v: {\(word): 1, b: 2, b: 3}\n") == ["1:17+1 duplicate-key 1:11"], "\(word)")
    }
  }

  @Test func `the pieces of a thousands comma are told once and found to be one number`() {
    #expect(
      mistakes("v: {primary: £150,000, secondary: £700,000}\n") == [
        "1:14+8 thousands-comma", "1:35+8 thousands-comma",
      ])
    #expect(mistakes("v: [£0, £1,500, £2,000]\n").count == 2)
    #expect(mistakes("v: {a: 1,250,000.5}\n") == ["1:8+11 thousands-comma"])
    #expect(mistakes("v: {a: £150, b: £2}\n") == [])
    #expect(mistakes("v: [100,200]\n") == [])
  }

  @Test(arguments: [
    ("", "0:0+0 empty-file"), ("# nothing\n", "0:0+0 empty-file"),
    ("a: b: c\n", "1:5+1 syntax"), ("a: {b: 1\nc: 2\n", "2:2+1 syntax 1:4"),
    ("a: 'b\nc: 2\n", "1:4+1 syntax 1:4"), ("a:\n\tb: 1\n", "2:1+1 tab"),
    ("a: 1\n--- \nb: 2\n", "2:1+1 second-document"), ("a: &x 1\nb: *x\n", "1:4+1 anchor"),
    ("a: *x\n", "1:4+1 anchor"), ("a: !!str 1\n", "1:4+1 tag"), ("a: 1\nb\n", "2:1+1 syntax"),
    ("a: %b\n", "1:4+1 syntax"), ("a: 1\n  b: 2\n", "2:4+1 syntax"),
    ("? [a]\n: 1\n", "1:3+1 key-not-text"),
    ("a:\n  b: 1\n c: 2\n", "3:2+1 syntax"), ("a: 1\u{2028}b: 1\n", "1:5+1 line-break"),
    ("a: 1\u{7}\n", "1:5+1 control-character"),
  ])
  func `what is not accepted is told at its place`(text: String, expected: String) {
    #expect(mistakes(text) == [expected])
  }

  @Test func `a text of several lines knows where its characters are`() throws {
    let map = try root("a: teacher\n   / fte\nb: >\n  one\n  two\nc: 'it''s £5'\n")
    guard case .scalar(let a)? = map["a"]?.value, case .scalar(let b)? = map["b"]?.value,
      case .scalar(let c)? = map["c"]?.value
    else { throw Mistakes([]) }
    #expect(a.text == "teacher / fte")
    #expect(a.span(of: 10..<13) == SourceSpan(line: 2, column: 6, length: 3))
    #expect(b.span(of: 4..<7) == SourceSpan(line: 5, column: 3, length: 3))
    #expect(c.text == "it's £5")
    #expect(c.span(of: 5..<7) == SourceSpan(line: 6, column: 11, length: 2))
    #expect(c.span == SourceSpan(line: 6, column: 4, length: 10))
  }

  @Test func `a quoted text ends at its quote, escapes or none`() throws {
    let map = try root(#"a: {b: "x \"y\" £", c: "", d: 'it''s', e: "\u00A35"}"# + "\n")
    guard case .mapping(let inner)? = map["a"]?.value else { throw Mistakes([]) }
    let scalars = inner.entries.compactMap { entry -> YAMLScalar? in
      if case .scalar(let scalar) = entry.value { scalar } else { nil }
    }
    #expect(scalars.map(\.text) == ["x \"y\" £", "", "it's", "£5"])
    #expect(scalars.map(\.span.column) == [8, 24, 31, 43])
    #expect(scalars.map(\.span.length) == [11, 2, 7, 9])
  }
}
