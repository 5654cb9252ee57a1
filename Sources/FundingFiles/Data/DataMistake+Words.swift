internal import Diagnostics
internal import FundingModel

extension DataMistake {
  /// Added to the last mistake where reading stopped for their number.
  static let stoppedNote =
    "reading stopped here, after \(CSVReader.mistakesAtMost) mistakes; there may be more"

  /// What is wrong, subject first.
  var message: String {
    switch self {
    case .emptyFile: "the file is empty"
    case .headerOnly: "the file has a header and no rows"
    case .otherSeparator(let other): "the columns are separated by \(other), not by commas"
    case .unclosedQuote: "a quoted value has no closing quote"
    case .strayQuote: "a quote stands inside a value that is not quoted"
    case .textAfterQuote: "a closing quote is followed by something other than a comma"
    case .nul: "the row holds a NUL character"
    case .loneCarriageReturn: "the row holds a carriage return without a line feed"
    case .notUTF8: "the value is not UTF-8"
    case .raggedRow(let fields, let columns):
      "the row has \(fields) value\(fields == 1 ? "" : "s"), the header \(columns)"
    case .blankRow: "the row is blank"
    case .namelessColumn: "a column has no name"
    case .duplicateColumn(let name, _): "the column '\(name)' is given twice"
    case .missingColumn(let name, _): "the column '\(name)' is missing"
    case .unknownColumn(let name, _): "no column of this file is called '\(name)'"
    case .misspeltColumn(let written, let name):
      "the column '\(written)' must be written '\(name)'"
    case .pupilColumnOfSchools(let name): "the column '\(name)' describes pupils, not schools"
    case .schoolColumnOfPupils(let name): "the column '\(name)' describes schools, not pupils"
    case .columnOfBoth(let name): "the column '\(name)' is in the schools file too"
    case .reservedColumn(let name): "no column may be called '\(name)'"
    case .rollOfSchools: "the column 'roll' is counted from the pupils"
    case .tooManyValues(let column, let limit):
      "the column '\(column)' has more than \(limit.grouped) different values"
    case .rowTooLong: "the row is longer than \((RowBlocks.rowAtMost >> 20).grouped) MiB"
    case .valueTooLong(let column, let bytes, _):
      "the \(Self.called(column)) is \(bytes.grouped) bytes long"
    case .blank(let column): "the \(Self.called(column)) is blank"
    case .spacesAround(let column, let text):
      "the \(Self.called(column)) '\(text)' has spaces around it"
    case .unknownCategory(let column, let text, _):
      "the \(Self.called(column)) '\(text)' is not known"
    case .notNumber(let column, let text):
      "the \(Self.called(column)) '\(text)' is not a number"
    case .thousandsCommas(let column, let text):
      "the \(Self.called(column)) '\(text)' has commas in it"
    case .notWhole(let column, let text):
      "the \(Self.called(column)) '\(text)' is not a whole number"
    case .outOfRange(let column, let text, _):
      "the \(Self.called(column)) \(text) is out of range"
    case .notFlag(let column, let text):
      "the \(Self.called(column)) '\(text)' is neither true nor false"
    case .notMoney(let column, let text):
      "the \(Self.called(column)) '\(text)' is not an amount of money"
    case .partOfPenny(let column, let text):
      "the \(Self.called(column)) '\(text)' is not in whole pennies"
    case .notSchoolNumber(let text): "the school '\(text)' is not a number of seven digits"
    case .duplicateSchool(let text, _): "the school \(text) is given twice"
    case .unknownSchool(let text, _): "the school \(text) is not in the schools file"
    case .unknownAuthority(let text): "no authority is called '\(text)'"
    case .authoritiesDisagree(let name, let code, let nameOfCode):
      "the authority '\(name)' is not that of the code \(code), which is \(nameOfCode)"
    case .notYear(let text): "the year '\(text)' is not a financial year"
    case .unknownLine(let text): "no kind of line is called '\(text)'"
    case .lineWithoutName(let kind): "the line '\(kind)' doesn't say what for"
    case .lineWithName(let text): "the line '\(text)' says too much"
    case .duplicateLine(let text, let sector, _):
      "the line '\(text)' is given twice for this authority"
        + (sector.map { ", sector (\($0))" } ?? "") + " and year"
    case .duplicateShare(let text, _):
      "the share of school \(text) is given twice for this run and year"
    case .doesNotAddUp(let column, let text, let parts, _):
      "the \(Self.called(column)) \(text) is not the sum of \(parts)"
    }
  }

  /// A stable name for this kind of mistake.
  var slug: String {
    switch self {
    case .emptyFile: "empty-file"
    case .headerOnly: "no-rows"
    case .otherSeparator: "separator"
    case .unclosedQuote: "unclosed-quote"
    case .strayQuote: "stray-quote"
    case .textAfterQuote: "text-after-quote"
    case .nul: "nul"
    case .loneCarriageReturn: "carriage-return"
    case .notUTF8: "not-utf8"
    case .raggedRow: "ragged-row"
    case .blankRow: "blank-row"
    case .rowTooLong: "long-row"
    case .valueTooLong: "long-value"
    case .namelessColumn: "nameless-column"
    case .duplicateColumn: "duplicate-column"
    case .missingColumn: "missing-column"
    case .unknownColumn: "unknown-column"
    case .misspeltColumn: "misspelt-column"
    case .pupilColumnOfSchools, .schoolColumnOfPupils, .rollOfSchools, .columnOfBoth: "wrong-file"
    case .reservedColumn: "reserved-name"
    case .tooManyValues: "too-many-values"
    case .blank: "blank-value"
    case .spacesAround: "spaces"
    case .unknownCategory: "unknown-category"
    case .notNumber: "not-a-number"
    case .thousandsCommas: "thousands-comma"
    case .notWhole: "not-whole"
    case .outOfRange: "out-of-range"
    case .notFlag: "not-a-flag"
    case .notMoney: "not-money"
    case .partOfPenny: "part-of-a-penny"
    case .notSchoolNumber: "school-number"
    case .duplicateSchool: "duplicate-school"
    case .unknownSchool: "unknown-school"
    case .unknownAuthority: "unknown-authority"
    case .authoritiesDisagree: "authorities-disagree"
    case .notYear: "not-a-year"
    case .unknownLine, .lineWithoutName, .lineWithName: "unknown-line"
    case .duplicateLine: "duplicate-line"
    case .duplicateShare: "given-twice"
    case .doesNotAddUp: "does-not-add-up"
    }
  }

  /// The place of the first of two; nil where there are not two.
  var first: SourceSpan? {
    switch self {
    case .duplicateColumn(_, let first), .duplicateSchool(_, let first),
      .duplicateLine(_, _, let first), .duplicateShare(_, let first):
      first
    case .emptyFile, .headerOnly, .otherSeparator, .unclosedQuote, .strayQuote, .textAfterQuote,
      .nul, .loneCarriageReturn, .notUTF8, .rowTooLong, .valueTooLong, .raggedRow, .blankRow,
      .namelessColumn, .missingColumn,
      .unknownColumn, .misspeltColumn, .pupilColumnOfSchools, .schoolColumnOfPupils,
      .rollOfSchools, .columnOfBoth, .reservedColumn, .tooManyValues, .blank, .spacesAround,
      .unknownCategory, .notNumber,
      .thousandsCommas, .notWhole, .outOfRange, .notFlag, .notMoney, .partOfPenny,
      .notSchoolNumber, .unknownSchool, .unknownAuthority, .authoritiesDisagree, .notYear,
      .unknownLine, .lineWithoutName, .lineWithName, .doesNotAddUp:
      nil
    }
  }

  /// A column's name as part of a sentence.
  static func called(_ column: String) -> String {
    if ["pupils", "sites", "places", "months_open"].contains(column) {
      return "number of \(words(column))"
    }
    return words(column)
  }

  private static func words(_ column: String) -> String {
    column.split(separator: "_", omittingEmptySubsequences: false).joined(separator: " ")
  }
}

extension Int {
  /// With commas between thousands, for messages alone.
  var grouped: String {
    var digits = String(magnitude)
    var parts: [Substring] = []
    while digits.count > 3 {
      parts.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (self < 0 ? "-" : "") + ([digits[...]] + parts).joined(separator: ",")
  }
}
