import Diagnostics
import Foundation
import FundingFiles
import Testing

/// Each file in `bad/extends` that has a text beside it, and what a person is told about it.
struct ScenarioExtendsMistakeTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "bad/extends")

  @Test(arguments: try BadFiles.all(in: "extends", ending: ".txt"))
  func `what is wrong with extends is told in these words, each at its own file`(
    expected: String
  ) throws {
    let name = expected.prefix { $0 != "." } + ".yaml"
    let path = Self.folder.appending(path: name).path
    var sources: [SourceFile] = []
    do {
      _ = try ScenarioFile(
        source: SourceFile(reading: path),
        bases: ScenarioBases(reading: { path throws(WorldFailure) in
          let source = try SourceFile(reading: path)
          sources.append(source)
          return source
        }))
      Issue.record("\(name) has no mistake")
    } catch let mistakes as Mistakes {
      sources.append(try SourceFile(reading: path))
      let text = mistakes.diagnostics.rendered { path, line in
        sources.first { $0.path == path }?.line(line)
      }.replacing(Self.folder.path + "/", with: "")
      #expect(try text == BadFiles.expected(expected, in: "extends"))
    }
  }

  @Test func `every kind of mistake has its file`() throws {
    let kinds = try BadFiles.all(in: "extends", ending: ".txt").map { $0.dropLast(4) }
    #expect(
      kinds == [
        "cycle", "empty", "itself", "list", "mistakes", "no-name", "not-a-scenario", "runs",
        "syntax", "unknown-path", "unknown", "version",
      ])
  }
}
