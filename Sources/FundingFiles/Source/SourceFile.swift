public import Diagnostics
import Foundation

/// A file of the user's, as bytes, with the name by which the user called it.
public struct SourceFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The content, without a byte order mark.
  public let bytes: [UInt8]

  /// Makes a file of bytes already at hand; a leading UTF-8 byte order mark is dropped.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Reads a file, or its beginning.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - most: How many bytes are read at most; nil for all.
  /// - Throws: `WorldFailure` where there is no such file, where it is a folder, or where it may
  ///   not be read.
  public init(reading path: String, atMost most: Int? = nil) throws(WorldFailure) {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorldFailure("\(path): there is no such file; \(Self.advice(on: path))")
    }
    guard !isFolder.boolValue else {
      throw WorldFailure("\(path): this is a folder; name a file in it")
    }
    guard let data = Self.content(of: path, atMost: most) else {
      throw WorldFailure("\(path): this file can't be read; check its permissions")
    }
    self.init(path: path, bytes: [UInt8](data))
  }

  private static func content(of path: String, atMost most: Int?) -> Data? {
    guard let most else { return FileManager.default.contents(atPath: path) }
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    return try? handle.read(upToCount: most) ?? Data()
  }

  /// What to do about a path that leads nowhere: the name beside it that was probably meant.
  private static func advice(on path: String) -> String {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    guard let near = Suggestion.closest(to: url.lastPathComponent, among: names) else {
      return "check the path"
    }
    return "did you mean '\(path.dropLast(url.lastPathComponent.count))\(near)'?"
  }

  /// The content as text.
  ///
  /// - Throws: one mistake, placed at the first byte that is not UTF-8.
  public func text() throws(Mistakes) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Mistakes([encodingMistake(line: 1, column: 1, guess: "UTF-16")])
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let (line, column) = firstBadCharacter()
    throw Mistakes([encodingMistake(line: line, column: column, guess: "Windows-1252")])
  }

  /// Where decoding with replacement first replaces something.
  private func firstBadCharacter() -> (line: Int, column: Int) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
      let decoded = String(decoding: line, as: UTF8.self)
      return (index + 1, decoded.prefix { $0 != "\u{FFFD}" }.count + 1)
    }
    return (1, 1)
  }

  private func encodingMistake(line: Int, column: Int, guess: String) -> Diagnostic {
    Diagnostic(
      path: path, span: SourceSpan(line: line, column: column),
      message: "the file is not UTF-8 (it looks like \(guess))", slug: "not-utf8",
      notes: ["in a spreadsheet, save as 'CSV UTF-8'; in an editor, save with encoding UTF-8"])
  }

  /// The text of a line, counted from 1, without its line break; nil beyond the end.
  public func line(_ number: Int) -> String? {
    var start = 0
    var current = 1
    while current < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
      current += 1
    }
    guard start < bytes.count else { return nil }
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
