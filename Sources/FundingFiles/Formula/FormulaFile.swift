public import Diagnostics
public import FundingModel

/// A formula as its author wrote it, read and checked.
public struct FormulaFile: Sendable {
  /// The file.
  public let source: SourceFile
  /// What it means.
  public let formula: Formula

  /// Reads a formula file.
  ///
  /// - Parameters:
  ///   - source: The file; its name must be the formula's.
  ///   - fields: The fields that its expressions may use: the standard ones, or with the data's own.
  /// - Throws: every mistake in the file, in its order.
  public init(source: SourceFile, fields: FieldCatalogue) throws(Mistakes) {
    var mistakes = MistakeCollector(path: source.path)
    let document = try YAMLDocument(source: source, into: &mistakes)
    let formula = FormulaReader(path: source.path, fields: fields)
      .formula(document.root, into: &mistakes)
    try mistakes.check()
    guard let formula else { preconditionFailure("a formula without mistakes must be there") }
    self.source = source
    self.formula = formula
  }

  /// Reads formula files on several threads.
  ///
  /// - Returns: A formula or its mistakes for each file, in the files' order.
  public static func formulas(
    of sources: [SourceFile], fields: FieldCatalogue, threads: Int
  ) -> [Result<Formula, Mistakes>] {
    Threads.results(sources.count, threads: threads) { index in
      Result { () throws(Mistakes) in
        try FormulaFile(source: sources[index], fields: fields).formula
      }
    }
  }

  /// The file's text with other values in some places; all else stays, comments and order too.
  ///
  /// - Parameter values: The places of values, as `RateCell.place` gives them, and what to write
  ///   there.
  /// - Returns: The text; places that overlap or that the file doesn't have are left as they are.
  public func rewriting(values: [(place: Place, text: String)]) -> String {
    var lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var latest: Place?
    for (place, text) in values.sorted(by: { $0.place > $1.place }) {
      guard lines.indices.contains(place.line - 1) else { continue }
      if let latest, latest.line == place.line, place.column + place.length > latest.column {
        continue
      }
      let line = lines[place.line - 1]
      guard
        let start = line.index(
          line.startIndex, offsetBy: place.column - 1, limitedBy: line.endIndex),
        let end = line.index(start, offsetBy: place.length, limitedBy: line.endIndex)
      else { continue }
      lines[place.line - 1].replaceSubrange(start..<end, with: text)
      latest = place
    }
    return lines.joined(separator: "\n")
  }
}
