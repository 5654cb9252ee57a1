import Diagnostics
import FundingFiles
import Testing

struct CSVDocumentTests {
  private func rows(_ text: String) throws -> [[String]] {
    try CSVDocument(source: Example.source(text)).rows
  }

  @Test func `fields are split at commas and rows at line breaks`() throws {
    #expect(try rows("a,b\n1,2\n3,\n") == [["1", "2"], ["3", ""]])
  }

  @Test func `the last row needs no line break`() throws {
    #expect(try rows("a,b\n1,2") == [["1", "2"]])
    #expect(try rows("a,b\n1,") == [["1", ""]])
  }

  @Test func `CR LF is a line break`() throws {
    #expect(try rows("a,b\r\n1,2\r\n\"3\",4\r\n") == [["1", "2"], ["3", "4"]])
  }

  @Test func `quoted fields hold commas, quotes and line breaks`() throws {
    #expect(
      try rows("a,b\n\"1,2\",\"the \"\"old\"\" one\"\n\"x\ny\",\"\"\n")
        == [["1,2", "the \"old\" one"], ["x\ny", ""]])
  }

  @Test func `a field may be nothing but a quote`() throws {
    #expect(try rows("a\n\"\"\"\"\n") == [["\""]])
  }

  @Test func `blank lines may end a file but not stand inside it`() throws {
    #expect(try rows("a,b\n1,2\n\n\r\n") == [["1", "2"]])
    #expect(Example.slugs { _ = try rows("a,b\n\n1,2\n") } == ["blank-row"])
  }

  @Test func `a byte order mark is no part of the first column's name`() throws {
    let source = SourceFile(path: "a.csv", bytes: [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8))
    #expect(try CSVDocument(source: source).columns == ["a", "b"])
  }

  @Test func `a field's place counts characters, not bytes`() throws {
    let document = try CSVDocument(source: Example.source("name,x\nYsgol Tŷ Ffynnon,7\n"))
    #expect(document.spans[0][1] == SourceSpan(line: 2, column: 18, length: 1))
  }

  @Test func `a field after a quoted line break has its own line`() throws {
    let document = try CSVDocument(source: Example.source("a,b\n\"x\ny\",77\n1,2\n"))
    #expect(document.spans[0][0] == SourceSpan(line: 2, column: 1, length: 2))
    #expect(document.spans[0][1] == SourceSpan(line: 3, column: 4, length: 2))
    #expect(document.spans[1][0] == SourceSpan(line: 4, column: 1, length: 1))
  }

  @Test func `mistakes of shape are collected row by row`() {
    let text = "a,b\n1\nx\"y,2\n\"p\"q,3\n1,2\n4,5,6\n"
    #expect(
      Example.slugs { _ = try rows(text) }
        == ["ragged-row", "stray-quote", "text-after-quote", "ragged-row"])
  }

  @Test func `a carriage return alone, a NUL and an unclosed quote are mistakes`() {
    #expect(Example.slugs { _ = try rows("a,b\n1\r2,3\n") } == ["carriage-return"])
    #expect(Example.slugs { _ = try rows("a,b\n1\u{0},3\n") } == ["nul"])
    #expect(Example.slugs { _ = try rows("a,b\n\"1,3\n4,5\n") } == ["unclosed-quote"])
  }

  @Test func `a file in UTF-16 is recognised`() {
    let source = SourceFile(path: "a.csv", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00])
    #expect(Example.slugs { _ = try CSVDocument(source: source) } == ["not-utf8"])
  }

  @Test func `reading stops after twenty mistakes and says so`() throws {
    let text = "a,b\n" + String(repeating: "1\n", count: 50)
    let mistakes = try #require(throws: Mistakes.self) { try rows(text) }
    #expect(mistakes.diagnostics.count == 20)
    #expect(mistakes.diagnostics[19].notes.last?.contains("stopped here") == true)
    #expect(mistakes.diagnostics[18].notes.count == 1)
  }
}
