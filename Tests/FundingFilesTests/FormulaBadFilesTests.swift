import Diagnostics
import Foundation
import FundingModel
import Testing

@testable import FundingFiles

/// Each file in `bad/formula` has mistakes, and beside it a `.txt` with exactly what is told.
///
/// With `RECORD_MESSAGES=1` the messages are written anew, to be read by eye, and the test fails.
struct FormulaBadFilesTests {
  static let folder = testFolder.appending(path: "bad/formula")

  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (all ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func `there are at least sixty bad files`() {
    #expect(Self.names.count >= 60)
  }

  @Test(arguments: names)
  func `a bad file is told all its mistakes`(name: String) throws {
    let file = try SourceFile(reading: Self.folder.appending(path: name).path)
    let source = SourceFile(path: "formulas/\(name)", bytes: file.bytes)
    let found = #expect(throws: Mistakes.self) {
      _ = try FormulaFile(source: source, fields: .standard)
    }
    let told = (found?.diagnostics ?? []).rendered { _, line in source.line(line) }
    let expected = Self.folder.appending(path: name.replacing(".yaml", with: ".txt"))
    if ProcessInfo.processInfo.environment["RECORD_MESSAGES"] == "1" {
      try told.write(to: expected, atomically: true, encoding: .utf8)
      Issue.record("\(name): written anew; read it")
      return
    }
    #expect(told == (try String(contentsOf: expected, encoding: .utf8)))
  }
}
