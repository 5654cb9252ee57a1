internal import Diagnostics

/// What can be wrong with a data file.
///
/// The words are in `DataMistake+Words.swift`.
enum DataMistake: Error, Hashable {
  // The file's shape.
  case emptyFile
  case headerOnly
  case otherSeparator(String)
  case unclosedQuote
  case strayQuote
  case textAfterQuote
  case nul
  case loneCarriageReturn
  case notUTF8
  case raggedRow(fields: Int, columns: Int)
  case blankRow
  case rowTooLong

  // Its columns.
  case namelessColumn
  case duplicateColumn(name: String, first: SourceSpan)
  case missingColumn(name: String, present: [String])
  case unknownColumn(name: String, known: [String])
  case misspeltColumn(written: String, name: String)
  case pupilColumnOfSchools(name: String)
  case schoolColumnOfPupils(name: String)
  case rollOfSchools
  case columnOfBoth(name: String)
  case reservedColumn(name: String)
  case tooManyValues(column: String, limit: Int)

  // Its fields.
  case blank(column: String)
  case valueTooLong(column: String, bytes: Int, limit: Int)
  case spacesAround(column: String, text: String)
  case unknownCategory(column: String, text: String, known: [String])
  case notNumber(column: String, text: String)
  case thousandsCommas(column: String, text: String)
  case notWhole(column: String, text: String)
  case outOfRange(column: String, text: String, range: String)
  case notFlag(column: String, text: String)
  case notMoney(column: String, text: String)
  case partOfPenny(column: String, text: String)

  // What the fields mean.
  case notSchoolNumber(String)
  case duplicateSchool(String, first: SourceSpan)
  case unknownSchool(String, count: Int)
  case unknownAuthority(String)
  case authoritiesDisagree(name: String, code: String, nameOfCode: String)
  case notYear(String)
  case unknownLine(String)
  case lineWithoutName(String)
  case lineWithName(String)
  case duplicateLine(String, sector: String?, first: SourceSpan)
  case duplicateShare(String, first: SourceSpan)
  case doesNotAddUp(column: String, text: String, parts: String, sum: String)
}

extension DataMistake {
  /// What the scanner found wrong with a row's shape.
  init(_ flaw: CSVScanner.Flaw) {
    switch flaw {
    case .unclosedQuote: self = .unclosedQuote
    case .strayQuote: self = .strayQuote
    case .textAfterQuote: self = .textAfterQuote
    case .nul: self = .nul
    case .loneCarriageReturn: self = .loneCarriageReturn
    }
  }
}

extension Diagnostic {
  /// A mistake in a data file, in words.
  ///
  /// - Parameters:
  ///   - mistake: The mistake.
  ///   - path: The file.
  ///   - span: Where in it; nil for the file.
  ///   - isAdvised: Whether it says what to do; looking for what was meant takes time.
  init(_ mistake: DataMistake, path: String, span: SourceSpan?, isAdvised: Bool = true) {
    self.init(
      path: path, span: span, message: mistake.message, slug: mistake.slug,
      notes: isAdvised ? mistake.notes : [],
      related: mistake.first.map {
        [RelatedPlace(span: $0, note: "first given at \($0.line):\($0.column)")]
      } ?? [])
  }
}
