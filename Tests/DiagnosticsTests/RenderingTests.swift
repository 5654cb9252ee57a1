import Testing

@testable import Diagnostics

@Suite struct RenderingTests {
  private func mistake(
    _ path: String = "a.yaml", line: Int = 1, column: Int = 1, length: Int = 1,
    severity: Diagnostic.Severity = .error, notes: [String] = [], related: [RelatedPlace] = []
  ) -> Diagnostic {
    Diagnostic(
      severity, path: path, span: SourceSpan(line: line, column: column, length: length),
      message: "something is wrong", slug: "wrong", notes: notes, related: related)
  }

  @Test func `a mistake shows the author's line, the smallest span and what would be accepted`() {
    let mistake = Diagnostic(
      path: "formulas/cardiff.yaml", span: SourceSpan(line: 42, column: 12, length: 9),
      message: "no pupil field is called 'fsm_pupls'", slug: "unknown-field",
      notes: [
        "the pupils have: aln, fsm, fsm_protected, year_group, …", "did you mean 'fsm'?",
      ])
    let text = mistake.rendered { path, line in
      path == "formulas/cardiff.yaml" && line == 42
        ? "    where: fsm_pupls and sector = primary" : nil
    }
    #expect(
      text == """
        formulas/cardiff.yaml:42:12: error: no pupil field is called 'fsm_pupls' [unknown-field]
           |
        42 |     where: fsm_pupls and sector = primary
           |            ^^^^^^^^^
           = the pupils have: aln, fsm, fsm_protected, year_group, …
           = did you mean 'fsm'?

        """)
  }

  @Test func `the other place of a mistake is shown with what is there`() {
    let lines = [3: "teacher: £1", 17: "  teacher: £2"]
    let text = mistake(
      line: 17, column: 3, length: 7,
      related: [
        RelatedPlace(span: SourceSpan(line: 3, column: 1, length: 7), note: "first given here")
      ]
    ).rendered { lines[$1] }
    #expect(
      text == """
        a.yaml:17:3: error: something is wrong [wrong]
           |
        17 |   teacher: £2
           |   ^^^^^^^
         3 | teacher: £1
           | ------- first given here

        """)
  }

  @Test func `a place is not shown twice`() {
    let span = SourceSpan(line: 1, column: 1)
    let text = mistake(related: [RelatedPlace(span: span, note: "here")]).rendered { _, _ in "x" }
    #expect(
      text == """
        a.yaml:1:1: error: something is wrong [wrong]
          |
        1 | x
          | ^

        """)
  }

  @Test func `a file as a whole has no line`() {
    let text = Diagnostic(
      .warning, path: "data.csv", span: nil, message: "the file is empty", slug: "empty",
      notes: ["give it a header"]
    ).rendered { _, _ in "never asked for" }
    #expect(
      text == """
        data.csv: warning: the file is empty [empty]
           = give it a header

        """)
  }

  @Test func `a line that can't be had is left out`() {
    #expect(
      mistake(notes: ["a note"]).rendered { _, _ in nil } == """
        a.yaml:1:1: error: something is wrong [wrong]
          = a note

        """)
  }

  @Test func `a tab takes one column, so that the mark stands under its word`() {
    let text = mistake(column: 3, length: 3).rendered { _, _ in "\t\tfsm\t= true" }
    #expect(text.hasSuffix("1 |   fsm = true\n  |   ^^^\n"))
  }

  @Test func `letters beyond ASCII take one column each`() {
    let text = mistake(column: 6, length: 4).rendered { _, _ in "tŷ £ môr" }
    #expect(text.hasSuffix("1 | tŷ £ môr\n  |      ^^^\n"))
  }

  @Test func `a mark at the end of a line stands just behind it`() {
    let text = mistake(column: 4).rendered { _, _ in "abc" }
    #expect(text.hasSuffix("1 | abc\n  |    ^\n"))
  }

  @Test(arguments: [1, 61, 62, 200, 340, 391])
  func `of a long line 160 characters are shown, with the mark under its word`(column: Int) {
    var characters = [Character](repeating: ".", count: 400)
    for index in column - 1..<column + 9 { characters[index] = "w" }
    let text = mistake(column: column, length: 10).rendered { _, _ in String(characters) }
    let lines = text.split(separator: "\n").map { $0.dropFirst(4) }
    #expect(lines[2].count == 160)
    let marked = zip(lines[2], lines[3]).filter { $0.1 == "^" }.map(\.0)
    #expect(String(marked) == "wwwwwwwwww")
  }

  @Test(arguments: [
    (1, 1, "1 error in 1 file\n"), (3, 1, "3 errors in 1 file\n"), (3, 2, "3 errors in 2 files\n"),
  ])
  func `mistakes are counted at the end`(count: Int, files: Int, expected: String) {
    let mistakes = (0..<count).map { mistake("\($0 % files).yaml", line: $0 + 1) }
    let text = mistakes.rendered { _, _ in nil }
    #expect(text.hasSuffix("\n" + expected))
    #expect(text.split(separator: "\n").filter { $0.contains("[wrong]") }.count == count)
  }

  @Test func `mistakes are parted by an empty line`() {
    let text = [mistake(line: 1), mistake(line: 2)].rendered { _, _ in nil }
    #expect(
      text == """
        a.yaml:1:1: error: something is wrong [wrong]

        a.yaml:2:1: error: something is wrong [wrong]
        2 errors in 1 file

        """)
  }

  @Test func `twenty mistakes are shown, the rest counted, and all in the total`() {
    func text(_ count: Int) -> String {
      (1...count).map { mistake(line: $0) }.rendered { _, _ in nil }
    }
    #expect(text(20).hasSuffix("[wrong]\n20 errors in 1 file\n"))
    #expect(
      text(21).hasSuffix(
        "a.yaml:20:1: error: something is wrong [wrong]\n… and 1 more\n21 errors in 1 file\n"))
    #expect(!text(45).contains("a.yaml:21:"))
    #expect(text(45).hasSuffix("… and 25 more\n45 errors in 1 file\n"))
  }

  @Test func `warnings are not counted as errors, and those not shown are counted all the same`() {
    let warnings = (1...23).map { mistake(line: $0, severity: .warning) }
    #expect(warnings.rendered { _, _ in nil }.hasSuffix("[wrong]\n… and 3 more\n"))
    let both = [mistake(line: 1), mistake("b.yaml", line: 2, severity: .warning)]
    #expect(both.rendered { _, _ in nil }.hasSuffix("\n1 error in 1 file\n"))
  }

  @Test func `an error is never hidden behind warnings`() {
    let warnings = (1...25).map { mistake(line: $0, severity: .warning) }
    let text = (warnings + [mistake("z.yaml", line: 9)]).rendered { _, _ in nil }
    #expect(text.contains("z.yaml:9:1: error: something is wrong [wrong]\n"))
    #expect(text.contains("a.yaml:19:1: warning") && !text.contains("a.yaml:20:1: warning"))
    #expect(text.hasSuffix("… and 6 more\n1 error in 1 file\n"))
  }

  @Test func `nothing wrong is nothing to say`() {
    #expect([Diagnostic]().rendered { _, _ in nil } == "")
  }

  @Test func `a span has at least one character, and spans are ordered as they stand`() {
    #expect(SourceSpan(line: 1, column: 1, length: 0).length == 1)
    let spans = [
      SourceSpan(line: 2, column: 1), SourceSpan(line: 1, column: 9),
      SourceSpan(line: 1, column: 2, length: 3), SourceSpan(line: 1, column: 2),
    ]
    #expect(spans.sorted() == [spans[3], spans[2], spans[1], spans[0]])
  }
}
