public import Diagnostics
import Foundation

/// Where a scenario's `extends` is looked for.
///
/// A path (with a slash or ending in `.yaml`) is relative to the file that says it; a name is a
/// file beside it, or else in one of the folders called `scenarios`.
public struct ScenarioBases {
  private let read: (String) throws(WorldFailure) -> SourceFile
  private let folders: (String) -> [String]

  /// Makes a place to look.
  ///
  /// - Parameters:
  ///   - read: Reads a file.
  ///   - folders: The folders of scenarios for a file, nearest first.
  public init(
    reading read: @escaping (String) throws(WorldFailure) -> SourceFile = { path in
      try SourceFile(reading: path)
    },
    folders: @escaping (String) -> [String] = { _ in [] }
  ) {
    self.read = read
    self.folders = folders
  }

  /// The file of a base.
  ///
  /// - Parameters:
  ///   - name: A name or a path.
  ///   - scenario: The file that says it.
  /// - Returns: The file; nil where there is none of that name.
  /// - Throws: `WorldFailure` where it is there and can't be read.
  func file(_ name: String, near scenario: String) throws(WorldFailure) -> SourceFile? {
    let paths: [String]
    if RelativePath.isPath(name) {
      paths = [RelativePath.beside(scenario, name)]
    } else {
      paths =
        [RelativePath.beside(scenario, name + ".yaml")]
        + folders(scenario).map { $0 + "/" + name + ".yaml" }
    }
    for path in paths where FileManager.default.fileExists(atPath: path) {
      return try read(path)
    }
    return nil
  }

  /// The names that a scenario could extend, each once, by name.
  func names(near scenario: String) -> [String] {
    let beside = (scenario as NSString).deletingLastPathComponent
    let names = ([beside.isEmpty ? "." : beside] + folders(scenario)).flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
    return Set(names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) })
      .subtracting([((scenario as NSString).lastPathComponent as NSString).deletingPathExtension])
      .sorted()
  }
}

/// Paths as files write them: relative to the file.
enum RelativePath {
  /// Whether a text is a path rather than a name.
  static func isPath(_ text: String) -> Bool { text.contains("/") || text.hasSuffix(".yaml") }

  /// The path that a text in a file means, as a person would write it.
  static func beside(_ file: String, _ text: String) -> String {
    if text.hasPrefix("/") { return text }
    var parts: [Substring] = []
    for part in file.split(separator: "/").dropLast() + text.split(separator: "/")
    where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (file.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The same path for every way of writing it.
  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// A path that one file writes, as another would write it.
  static func rewritten(_ text: String, from file: String, for other: String) -> String {
    if text.hasPrefix("/") { return text }
    let wanted = absolute(beside(file, text)).split(separator: "/")
    let folder = absolute(other).split(separator: "/").dropLast()
    let common = zip(wanted, folder).prefix { $0 == $1 }.count
    let parts =
      Array(repeating: "..", count: folder.count - common)
      + wanted.dropFirst(common).map(String.init)
    let path = parts.joined(separator: "/")
    return isPath(path) ? path : "./" + path
  }
}
