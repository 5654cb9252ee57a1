internal import Diagnostics
internal import FundingModel

extension DataMistake {
  /// What would be accepted: one line each.
  var notes: [String] {
    switch self {
    case .emptyFile:
      ["the first row names the columns; each further row is one school, pupil or line"]
    case .headerOnly: ["every further row is one school, pupil or line"]
    case .otherSeparator: ["in a spreadsheet, save as 'CSV UTF-8 (comma delimited)'"]
    case .unclosedQuote: ["everything from here on is taken as one value; close it with \""]
    case .strayQuote:
      ["quote the whole value and double the quotes in it: \"the \"\"old\"\" school\""]
    case .textAfterQuote: ["a quote inside a quoted value is doubled: \"the \"\"old\"\" school\""]
    case .nul: ["the file may be damaged, or not a text file"]
    case .loneCarriageReturn: ["save with the line ends of Windows or Unix"]
    case .notUTF8: ["in a spreadsheet, save as 'CSV UTF-8'; in an editor, save with encoding UTF-8"]
    case .raggedRow(let fields, let columns):
      [
        fields > columns
          ? "a value with a comma in it must be quoted: \"Infants, Juniors\""
          : "a value that is not known is left blank, but its commas stay"
      ]
    case .rowTooLong: ["a quoted value may have no closing quote; reading stopped here"]
    case .valueTooLong(_, _, let limit):
      ["a value has at most \(limit.grouped) bytes; is a quote or a comma missing?"]
    case .blankRow: ["remove it; blank lines may only end the file"]
    case .namelessColumn: ["name the column in the first row, or remove it"]
    case .duplicateColumn: ["each column has a name of its own"]
    case .missingColumn(let name, let present): Self.notes(missing: name, present: present)
    case .unknownColumn(let name, let known):
      Suggestion.notes(for: name, among: known, has: "the columns are")
    case .misspeltColumn: ["columns are found by their exact names"]
    case .pupilColumnOfSchools(let name):
      ["give the column another name, such as '\(name)_pct' or '\(name)_pupils'"]
    case .schoolColumnOfPupils(let name):
      ["put it in the schools file, or give the column another name, such as 'pupil_\(name)'"]
    case .columnOfBoth: ["a formula could not tell them apart; rename or remove one of the two"]
    case .reservedColumn:
      ["formulae use the word for something else; give the column another name"]
    case .rollOfSchools: ["the number that the schools file states goes in the column 'pupils'"]
    case .tooManyValues: ["a field may have few values; leave the column out"]
    case .blank: ["every row needs one"]
    case .spacesAround: ["remove the spaces"]
    case .unknownCategory(let column, let text, let known):
      Self.notes(category: text, of: column, known: known)
    case .notNumber: ["a number is written plainly: 1234 or 0.5"]
    case .thousandsCommas(_, let text): ["remove the commas: \(text.filter { $0 != "," })"]
    case .notWhole: ["a whole number is written plainly: 1234"]
    case .outOfRange(_, _, let range): ["it must be \(range)"]
    case .notFlag: ["write true or false, yes or no, 1 or 0"]
    case .notMoney: ["an amount is written plainly: 1234.50"]
    case .partOfPenny: ["an amount has two decimals at most: 1234.50"]
    case .notSchoolNumber: ["a school's number is the Welsh Government's, such as 6602130"]
    case .duplicateSchool: ["each school has one row"]
    case .unknownSchool(_, let count):
      ["the schools file has \(count.grouped) school\(count == 1 ? "" : "s")"]
    case .unknownAuthority(let text): Self.notes(authority: text)
    case .authoritiesDisagree: ["correct the one or the other"]
    case .notYear: ["a year is written 2024-25"]
    case .unknownLine, .lineWithoutName, .lineWithName: Self.lineNotes
    case .doesNotAddUp(_, _, _, let sum): ["they come to \(sum); correct the one or the others"]
    case .duplicateShare: ["each school has one share; take the file as the run wrote it"]
    case .duplicateLine: ["each line is given once; add the two amounts, or name them apart"]
    }
  }

  /// What a file has instead of a column, and which of them is probably meant.
  static func notes(
    missing name: String, present: [String], in file: String = "the file"
  ) -> [String] {
    var notes = ["\(file) has: \(present.prefix(12).joined(separator: ", "))"]
    if let near = Suggestion.closest(to: name, among: present) {
      notes.append("is '\(near)' the column '\(name)'?")
    }
    return notes
  }

  private static func notes(category text: String, of column: String, known: [String]) -> [String] {
    let isYearGroup = column == "year_group"
    let list = isYearGroup ? "N1, N2, R, 1 to 14" : Suggestion.list(known, near: text)
    let near =
      isYearGroup
      ? nearYearGroup(text, known)
      : column == "sector" && text.lowercased().hasPrefix("all") ? "middle" : near(text, known)
    return ["it is one of: \(list)"] + (near.map { ["did you mean '\($0)'?"] } ?? [])
  }

  /// The known word that was probably meant; of one or two letters anything might be.
  private static func near(_ text: String, _ known: [String]) -> String? {
    known.first { $0.lowercased() == text.lowercased() }
      ?? (text.count > 2 ? Suggestion.closest(to: text, among: known) : nil)
  }

  /// 'Y3', 'Year 3' and '03' mean 3.
  private static func nearYearGroup(_ text: String, _ known: [String]) -> String? {
    let digits = text.drop { !$0.isNumber }.drop { $0 == "0" }
    return known.first { $0.lowercased() == text.lowercased() || $0 == digits }
  }

  private static func notes(authority text: String) -> [String] {
    let names = Authority.all.flatMap { [$0.name.english, $0.name.welsh] }
    // 'Anglesey' and 'Valley of Glamorgan' are near to a part of a name.
    let near =
      Suggestion.closest(to: text, among: names)
      ?? names.first { name in
        Suggestion.closest(
          to: text, among: name.split(separator: " ").map(String.init).filter { $0.count > 4 })
          != nil
      }
    return ["an authority is given by its code, 660 to 681, or its name in either language"]
      + (near.map { ["did you mean '\($0)'?"] } ?? [])
  }

  private static let lineNotes = [
    "a line is one of: retained.<what>, devolved.<grant>, buyback.mandatory.<service>, "
      + "buyback.optional.<service>, in_out.<what>, unallocated"
  ]
}
