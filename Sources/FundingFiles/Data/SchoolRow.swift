internal import Diagnostics
internal import FundingModel

/// One row of a schools file.
struct SchoolRow {
  let number: Int
  let name: String
  let authority: Int
  let sector: String
  let pupils: Int?
  let budgetPerPupil: Money?
  /// The values of the other standard fields, in the order of `SchoolColumns.standard`.
  let standard: [FieldValue?]
  /// The texts of the further columns, in the order of `SchoolColumns.further`.
  let further: [String]
  private let commas: [Int: SourceSpan]

  /// The most pupils that a school may state, also of a national set scaled to 100 million.
  private static let pupilsAtMost = 1_000_000
  /// The most pounds per pupil that a school's budget may be.
  private static let poundsPerPupil: ClosedRange<Int64> = 0...1_000_000

  /// Reads the reader's row; nil, and every mistake noted, where it has any.
  init?(_ reader: inout CSVReader, _ roles: SchoolColumns) {
    let number = Self.number(&reader, roles.number)
    let name = roles.name.flatMap { reader.text(ofColumn: $0) } ?? ""
    let authority = Self.authority(&reader, roles)
    let sector = Self.sector(&reader, roles.sector)
    let pupils = reader.value(ofColumn: roles.pupils) { text throws(DataMistake) in
      try CellValue.whole(text, column: "pupils", most: Self.pupilsAtMost)
    }
    let budget = roles.budgetPerPupil.flatMap { column in
      reader.value(ofColumn: column) { text throws(DataMistake) in
        try CellValue.money(text, column: "budget_per_pupil", Self.poundsPerPupil)
      }
    }
    var standard: [FieldValue?] = []
    for (field, column) in roles.standard {
      standard.append(
        reader.value(ofColumn: column) { text throws(DataMistake) in
          try CellValue.value(text, of: field)
        })
    }
    var further: [String] = []
    var commas: [Int: SourceSpan] = [:]
    for (index, column) in roles.further.enumerated() {
      let text = reader.value(ofColumn: column.column) { text throws(DataMistake) in text } ?? ""
      if CellValue.hasThousandsCommas(text) {
        commas[index] = reader.span(ofColumn: column.column)
      }
      further.append(text)
    }
    guard reader.rowIsGood, let number, let authority, let sector else { return nil }
    self.number = number
    self.name = name.isEmpty ? SchoolNumber.text(number) : name
    self.authority = authority
    self.sector = sector
    self.pupils = pupils
    self.budgetPerPupil = budget
    self.standard = standard
    self.further = further
    self.commas = commas
  }

  /// The text and place of a further column's value, where it has commas between its thousands.
  func firstComma(inFurther index: Int) -> (String, SourceSpan)? {
    commas[index].map { (further[index], $0) }
  }

  private static func number(_ reader: inout CSVReader, _ column: Int) -> Int? {
    reader.required(column: column) { text throws(DataMistake) in
      guard let number = SchoolNumber.number(text) else { throw .notSchoolNumber(text) }
      return number
    }
  }

  private static func sector(_ reader: inout CSVReader, _ column: Int) -> String? {
    reader.required(column: column) { text throws(DataMistake) in try CellValue.sector(text) }
  }

  private static func authority(_ reader: inout CSVReader, _ roles: SchoolColumns) -> Int? {
    func read(_ column: Int) -> Authority? {
      reader.required(column: column) { text throws(DataMistake) in
        guard let authority = Authority.named(text) else { throw .unknownAuthority(text) }
        return authority
      }
    }
    guard let codeColumn = roles.authorityCode else {
      return roles.authority.flatMap(read)?.code
    }
    let coded = read(codeColumn)
    guard let nameColumn = roles.authority, let coded,
      let name = reader.text(ofColumn: nameColumn), !name.isEmpty
    else { return coded?.code }
    guard let named = read(nameColumn) else { return nil }
    guard named == coded else {
      reader.note(
        .authoritiesDisagree(
          name: name, code: String(coded.code), nameOfCode: coded.name.english),
        inColumn: nameColumn)
      return nil
    }
    return coded.code
  }
}

extension CSVReader {
  /// The value of a field; nil where it is blank or, with the mistake noted, where it is bad.
  mutating func value<Value>(
    ofColumn column: Int, _ read: (String) throws(DataMistake) -> Value
  ) -> Value? {
    guard !cells[column].isBlank, let text = text(ofColumn: column) else { return nil }
    guard !Self.hasSpacesAround(text) else {
      note(.spacesAround(column: columns[column], text: text), inColumn: column)
      return nil
    }
    do throws(DataMistake) {
      return try read(text)
    } catch {
      note(error, inColumn: column)
      return nil
    }
  }

  /// The value of a field that may not be blank.
  mutating func required<Value>(
    column: Int, _ read: (String) throws(DataMistake) -> Value
  ) -> Value? {
    guard !cells[column].isBlank else {
      note(.blank(column: columns[column]), inColumn: column)
      return nil
    }
    return value(ofColumn: column, read)
  }

  /// Whether a text begins or ends with white space.
  static func hasSpacesAround(_ text: String) -> Bool {
    (text.first?.isWhitespace ?? false) || (text.last?.isWhitespace ?? false)
  }
}
