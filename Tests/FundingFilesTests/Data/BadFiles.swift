import Diagnostics
import Foundation
import FundingFiles
import Testing

/// The files with mistakes, and beside each what a person is told.
enum BadFiles {
  private static func folder(_ kind: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "bad/\(kind)")
  }

  static func all(in kind: String, ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder(kind).path)
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  static func expected(_ name: String, in kind: String) throws -> String {
    let base = name.prefix { $0 != "." }
    return try String(contentsOf: folder(kind).appending(path: "\(base).txt"), encoding: .utf8)
  }

  /// What a person is told about a file; empty, and an issue, where it has no mistake.
  static func rendered(
    _ name: String, in kind: String, _ read: (SourceFile) throws -> Void
  ) throws -> String {
    let bytes = try Data(contentsOf: folder(kind).appending(path: name))
    let source = SourceFile(path: name, bytes: [UInt8](bytes))
    do {
      try read(source)
      Issue.record("\(name) has no mistake")
      return ""
    } catch let mistakes as Mistakes {
      return mistakes.diagnostics.rendered { _, line in source.line(line) }
    }
  }
}
