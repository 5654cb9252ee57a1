public import Diagnostics

/// A bad row of a data file, set aside so that the others can be used.
public struct QuarantinedRow: Hashable, Sendable {
  /// The line on which it begins, from 1.
  public let line: Int
  /// The row as the file has it, without its line break.
  public let bytes: [UInt8]
  /// What is wrong with it: at least one mistake.
  public let mistakes: [Diagnostic]

  /// Makes a row.
  public init(line: Int, bytes: [UInt8], mistakes: [Diagnostic]) {
    self.line = line
    self.bytes = bytes
    self.mistakes = mistakes
  }

  /// What is wrong with it, in a line.
  public var reason: String { mistakes.map(\.message).joined(separator: "; ") }

  /// Rows as a file: where each was, what is wrong, and the row itself in one field.
  ///
  /// - Returns: CSV with the columns `file,line,reason,row`.
  public static func text(of rows: [QuarantinedRow], from path: String) -> String {
    var writer = CSVWriter()
    writer.row(["file", "line", "reason", "row"])
    for row in rows {
      writer.row([
        path, String(row.line), row.reason, String(decoding: row.bytes, as: UTF8.self),
      ])
    }
    return writer.text
  }
}
