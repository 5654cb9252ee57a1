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
    case .rollOfSchools: ["the number that the schools file states goes in the column 'pupils'"]
    case .tooManyValues: ["a field may have few values; leave the column out"]
    case .blank: []
    case .spacesAround: ["remove the spaces"]
    case .unknownCategory(let column, let text, let known):
      Suggestion.notes(for: text, among: known, has: "a \(Self.called(column)) is one of")
    case .notNumber: ["a number is written plainly: 1234 or 0.5"]
    case .thousandsCommas(_, let text): ["remove the commas: \(text.filter { $0 != "," })"]
    case .notWhole: ["a whole number is written plainly: 1234"]
    case .outOfRange(_, _, let range): ["it must be \(range)"]
    case .notFlag: ["write true or false, yes or no, 1 or 0"]
    case .notMoney: ["an amount is written plainly: 1234.50"]
    case .partOfPenny: ["an amount has two decimals at most: 1234.50"]
    case .notSchoolNumber: ["a school's number is the Welsh Government's, such as 6602130"]
    case .duplicateSchool: ["each school has one row"]
    case .unknownSchool(_, let count, let near):
      ["the schools file has \(count.grouped) school\(count == 1 ? "" : "s")"]
        + (near.map { ["did you mean '\($0)'?"] } ?? [])
    case .unknownAuthority(let text): Self.notes(authority: text)
    case .authoritiesDisagree: ["correct the one or the other"]
    case .notYear: ["a year is written 2024-25"]
    case .unknownLine, .lineWithoutName, .lineWithName: Self.lineNotes
    case .duplicateLine: ["each line is given once; add the two amounts, or name them apart"]
    }
  }

  private static func notes(missing name: String, present: [String]) -> [String] {
    var notes = ["the file has: \(present.prefix(12).joined(separator: ", "))"]
    if let near = Suggestion.closest(to: name, among: present) {
      notes.append("is '\(near)' the column '\(name)'?")
    }
    return notes
  }

  private static func notes(authority text: String) -> [String] {
    var notes = ["an authority is given by its code, 660 to 681, or its name in either language"]
    let names = Authority.all.flatMap { [$0.name.english, $0.name.welsh] }
    if let near = Suggestion.closest(to: text, among: names) {
      notes.append("did you mean '\(near)'?")
    }
    return notes
  }

  private static let lineNotes = [
    "a line is one of: retained.<what>, devolved.<grant>, buyback.mandatory.<service>, "
      + "buyback.optional.<service>, in_out.<what>, unallocated"
  ]
}
