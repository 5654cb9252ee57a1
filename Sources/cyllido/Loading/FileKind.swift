import Diagnostics
import Foundation
import FundingFiles

/// What kind of file something is, by what it begins with.
enum FileKind {
  case formula, cases, scenario, schools, authorities, staffing, bands

  /// Tells a kind by its keys or columns; a table of unknown columns counts as schools.
  ///
  /// - Throws: `Mistakes` for text that is not UTF-8.
  init(of source: SourceFile) throws {
    let text = try source.text()
    if source.path.hasSuffix(".csv") {
      let columns = Self.columns(of: text)
      self =
        Self.isAuthorities(columns) ? .authorities : Self.isStaffing(columns) ? .staffing : .schools
      return
    }
    let keys = text.split(whereSeparator: \.isNewline).compactMap { line in
      line.first?.isLetter == true ? line.prefix { $0 != ":" } : nil
    }
    if keys.contains("cases") {
      self = .cases
    } else if ["scenario", "runs"].contains(where: { keys.contains($0) })
      || (keys.contains("extends") && !keys.contains("formula"))
    {
      self = .scenario
    } else if keys.contains("families"), keys.contains("bands") {
      self = .bands
    } else {
      self = .formula
    }
  }

  /// How many bytes of a file are looked at for its columns.
  private static let headAtMost = 1 << 16

  /// Whether a file is a table of pupils, which may be of any size and is not to be read whole.
  ///
  /// - Throws: `WorldFailure` where it can't be opened.
  static func isPupils(_ path: String) throws(WorldFailure) -> Bool {
    guard path.hasSuffix(".csv") else { return false }
    let head = try SourceFile(reading: path, atMost: headAtMost)
    // UTF-16 is told as such by whoever reads the file whole.
    guard !head.bytes.starts(with: [0xFF, 0xFE]), !head.bytes.starts(with: [0xFE, 0xFF]) else {
      return false
    }
    let columns = columns(of: String(decoding: head.bytes, as: UTF8.self))
    return !columns.contains("sector") && !isAuthorities(columns) && !isStaffing(columns)
  }

  private static func isAuthorities(_ columns: [String]) -> Bool {
    columns.contains("line") && columns.contains("amount")
  }

  private static func isStaffing(_ columns: [String]) -> Bool {
    columns.contains(where: StaffingFile.marks.contains)
  }

  private static func columns(of text: String) -> [String] {
    text.prefix { $0 != "\n" && $0 != "\r\n" }.split(separator: ",")
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")) }
  }
}
