public import Diagnostics

/// A bad row of a data file, set aside so that the others can be used.
public struct QuarantinedRow: Hashable, Sendable {
  /// Takes bad rows as they are found, in the file's order, one call at a time.
  public typealias Taker = @Sendable ([QuarantinedRow]) throws -> Void

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

  /// The first line of a file of bad rows.
  public static let header = "file,line,reason,row\n"

  /// Rows as a file: where each was, what is wrong, and the row itself in one field.
  ///
  /// - Returns: CSV with the columns `file,line,reason,row`.
  public static func text(of rows: [QuarantinedRow], from path: String) -> String {
    header + lines(of: rows, from: path)
  }

  /// Rows as a file has them after its first line.
  public static func lines(of rows: [QuarantinedRow], from path: String) -> String {
    var writer = CSVWriter()
    for row in rows {
      writer.row([
        path, String(row.line), row.reason, String(decoding: row.bytes, as: UTF8.self),
      ])
    }
    return writer.text
  }
}
