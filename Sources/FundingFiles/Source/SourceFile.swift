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

  /// Reads a file.
  ///
  /// - Throws: `WorldFailure` where there is no such file, where it is a folder, or where it may
  ///   not be read.
  public init(reading path: String) throws(WorldFailure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorldFailure("\(path): there is no such file; check the path")
    }
    guard !isFolder.boolValue else {
      throw WorldFailure("\(path): this is a folder; name a file in it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WorldFailure("\(path): this file can't be read; check its permissions")
    }
    self.init(path: path, bytes: [UInt8](data))
  }

  /// The content as text.
  ///
  /// - Throws: one mistake, placed at the first byte that is not UTF-8.
  public func text() throws(Mistakes) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Mistakes([encodingMistake(line: 1, column: 1, guess: "UTF-16")])
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var line = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if String(validating: bytes[start..<end], as: UTF8.self) == nil {
        var good = start
        while good < end,
          let text = String(validating: bytes[start..<good + 1], as: UTF8.self)
            ?? tail(start, good, end),
          !text.isEmpty
        { good += 1 }
        let column = String(decoding: bytes[start..<good], as: UTF8.self).count + 1
        throw Mistakes([encodingMistake(line: line, column: column, guess: "Windows-1252")])
      }
      line += 1
      start = end + 1
    }
    throw Mistakes([encodingMistake(line: line, column: 1, guess: "another encoding")])
  }

  /// A stretch that ends within a character is still good if the character can be completed.
  private func tail(_ start: Int, _ good: Int, _ end: Int) -> String? {
    for length in 2...4 where good + length <= end {
      if let text = String(validating: bytes[start..<good + length], as: UTF8.self) { return text }
    }
    for back in 1...3 where good - back >= start {
      for length in 1...3 where good + length <= end {
        if let text = String(validating: bytes[start..<good + length], as: UTF8.self),
          bytes[good] & 0xC0 == 0x80
        {
          return text
        }
      }
    }
    return nil
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
