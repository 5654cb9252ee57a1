import Diagnostics
import FundingModel
import Testing

@testable import FundingFiles

/// Whatever a file holds, reading it ends: in a formula or in mistakes at places in the file.
struct FormulaRobustnessTests {
  /// A small generator with a seed, so that a failure can be had again.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: 0..<8)
  func `damaged files end in mistakes within the file`(seed: Int) throws {
    let good = Array(try goodFormula("everything").source.text())
    let pieces = [
      "", " ", "\n", ":", ": ", "{", "}", "[", "]", ",", "'", "\"", "£", "..", "&", "*", "!", "|",
      ">", "-", "#", "%", "@", "`", "\t", "é", "e\u{301}", "👩‍👩‍👧", "0", "9999999999999999999",
      "not ", "(", ")", "\\", "? ", "- ", "\r\n", "=",
    ]
    var generator = Generator(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<60 {
      var text = good
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let at = Int.random(in: 0..<text.count, using: &generator)
        let end = min(text.count, at + Int.random(in: 0...3, using: &generator))
        text.replaceSubrange(at..<end, with: pieces.randomElement(using: &generator) ?? "")
      }
      let source = SourceFile(path: "everything.yaml", bytes: Array(String(text).utf8))
      do throws(Mistakes) {
        let file = try FormulaFile(source: source, fields: .standard)
        // A value's place is where its text is: writing it there again changes nothing.
        let lines = String(decoding: source.bytes, as: UTF8.self)
        #expect(file.rewriting(values: []) == lines)
      } catch {
        #expect(!error.diagnostics.isEmpty)
        for diagnostic in error.diagnostics {
          guard let span = diagnostic.span else { continue }
          let line = source.line(span.line)
          #expect(line != nil, "\(diagnostic)")
          #expect(span.column <= (line ?? "").count + 1, "\(diagnostic)")
        }
        _ = error.diagnostics.rendered { _, line in source.line(line) }
      }
    }
  }

  @Test func `line ends and a byte order mark change nothing`() throws {
    let good = try goodFormula("everything")
    let text = try good.source.text().replacing("\n", with: "\r\n")
    let marked = SourceFile(path: good.source.path, bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(try FormulaFile(source: marked, fields: .standard).formula == good.formula)
    let short = SourceFile(path: good.source.path, bytes: good.source.bytes.dropLast())
    #expect(try FormulaFile(source: short, fields: .standard).formula == good.formula)
  }

  @Test func `every value's place holds the value as written`() throws {
    for name in ["bridgend", "everything"] {
      let file = try goodFormula(name)
      for rate in file.formula.rates {
        for cell in rate.tables.flatMap({ $0.cells + ($0.otherwise.map { [$0] } ?? []) }) {
          let line = try #require(file.source.line(cell.place.line))
          let written = String(line.dropFirst(cell.place.column - 1).prefix(cell.place.length))
          #expect(try RateValue.number(written, unit: rate.unit).get() == cell.value)
        }
      }
    }
  }
}
