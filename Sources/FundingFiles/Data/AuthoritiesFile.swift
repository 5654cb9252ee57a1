public import Diagnostics
public import FundingModel

/// A file of authorities' planned spending: `authority,year,line,amount,status,source`, and perhaps
/// `sector` for lines of one sector's schools.
public struct AuthoritiesFile: Sendable {
  /// The lines, in the file's order.
  public let lines: [AuthorityLine]
  /// Bad rows that were set aside.
  public let quarantined: [QuarantinedRow]

  private static let columns = ["authority", "year", "line", "amount", "status", "source"]
  private static let sector = "sector"
  /// What a line may be, in pounds; income is negative.
  private static let pounds: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000

  private enum Body {
    case wales
    case authority(Int)

    var code: Int? {
      switch self {
      case .wales: nil
      case .authority(let code): code
      }
    }
  }

  private struct Key: Hashable {
    let authority: Int?
    let sector: String?
    let year: FundingYear
    let kind: AuthorityLine.Kind
    let name: String
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - quarantine: Whether bad rows are set aside instead of failing.
  /// - Throws: every mistake in it, at most twenty.
  public init(source: SourceFile, quarantine: Bool = false) throws(Mistakes) {
    var reader = try CSVReader(source: source, quarantine: quarantine)
    let at = Self.places(of: &reader)
    try reader.checkHeader()
    var lines: [AuthorityLine] = []
    var firstSpans: [Key: SourceSpan] = [:]
    while reader.nextRow() {
      guard let line = Self.line(&reader, at) else { continue }
      let key = Key(
        authority: line.authority, sector: line.sector, year: line.year, kind: line.kind,
        name: line.name)
      if let first = firstSpans[key] {
        let text = reader.text(ofColumn: at[2]) ?? ""
        reader.note(.duplicateLine(text, sector: line.sector, first: first), inColumn: at[2])
        continue
      }
      firstSpans[key] = reader.span(ofColumn: at[2])
      lines.append(line)
    }
    try reader.finish()
    self.lines = lines
    quarantined = reader.quarantined
  }

  /// Where each of the file's columns is, in the order of `columns`.
  private static func places(of reader: inout CSVReader) -> [Int] {
    let columns = Self.columns
    let known = columns + [sector]
    for (index, column) in reader.columns.enumerated() where !known.contains(column) {
      let span = reader.columnSpans[index]
      if let name = ColumnNames.misspelt(column, known: known) {
        reader.noteForFile(.misspeltColumn(written: column, name: name), at: span)
      } else {
        reader.noteForFile(.unknownColumn(name: column, known: known), at: span)
      }
    }
    for column in columns where !reader.columns.contains(column) { reader.noteMissing(column) }
    return columns.map { reader.columns.firstIndex(of: $0) ?? 0 }
  }

  private static func line(_ reader: inout CSVReader, _ at: [Int]) -> AuthorityLine? {
    let body = reader.required(column: at[0]) { text throws(DataMistake) in
      try Self.body(of: text)
    }
    let year = reader.required(column: at[1]) { text throws(DataMistake) in
      guard let year = FundingYear(text) else { throw .notYear(text) }
      return year
    }
    let kind = reader.required(column: at[2]) { text throws(DataMistake) in
      try Self.kind(of: text)
    }
    let amount = reader.required(column: at[3]) { text throws(DataMistake) in
      try CellValue.money(text, column: "amount", pounds)
    }
    let status = reader.required(column: at[4]) { text throws(DataMistake) in
      guard let status = AuthorityLine.Status(rawValue: text) else {
        throw .unknownCategory(
          column: "status", text: text, known: AuthorityLine.Status.allCases.map(\.rawValue))
      }
      return status
    }
    let source = reader.required(column: at[5]) { text throws(DataMistake) in text }
    let sector = reader.columns.firstIndex(of: Self.sector).flatMap { column in
      reader.value(ofColumn: column) { text throws(DataMistake) in try CellValue.sector(text) }
    }
    guard reader.rowIsGood, let body, let year, let kind, let amount, let status, let source
    else { return nil }
    return AuthorityLine(
      authority: body.code, sector: sector, year: year, kind: kind.0, name: kind.1, amount: amount,
      status: status,
      source: source)
  }

  /// The authority that a text means, or Wales as a whole.
  private static func body(of text: String) throws(DataMistake) -> Body {
    if ["wales", "cymru"].contains(text.lowercased()) { return .wales }
    guard let authority = Authority.named(text) else { throw .unknownAuthority(text) }
    return .authority(authority.code)
  }

  /// The kind of a line, and what it is for.
  private static func kind(of text: String) throws(DataMistake) -> (AuthorityLine.Kind, String) {
    for kind in AuthorityLine.Kind.allCases {
      if text == kind.rawValue || text == kind.rawValue + "." {
        guard kind == .unallocated, text == kind.rawValue else { throw .lineWithoutName(text) }
        return (kind, "")
      }
      guard text.hasPrefix(kind.rawValue + ".") else { continue }
      let name = String(text.dropFirst(kind.rawValue.count + 1))
      guard kind != .unallocated, !name.contains(".") else { throw .lineWithName(text) }
      return (kind, name)
    }
    throw .unknownLine(text)
  }
}
