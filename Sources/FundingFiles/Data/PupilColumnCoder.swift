internal import FundingModel

/// Turns one column's fields into codes, each distinct value one code, in order of appearance.
struct PupilColumnCoder {
  /// How many different values a further column may have.
  static let valuesAtMost = 1_000

  /// The column's name.
  let name: String
  /// The column in the file; nil where the file has none, and every pupil the value of a blank.
  let column: Int?
  /// The standard field; nil for a further column.
  let field: Field?
  /// The distinct values; of a further column, its texts as categories.
  private(set) var values: [FieldValue] = []
  /// The code of a blank; -1 but for `fte`, where a blank is 1.
  private(set) var blank: Int32 = -1

  private var known = CellKeyTable()
  private var codeOf: [FieldValue: Int32] = [:]

  init(name: String, column: Int?, field: Field?) {
    self.name = name
    self.column = column
    self.field = field
    if name == "fte" { blank = code(of: .number(.one)) }
  }

  /// The code of a field's content; -1 for a blank.
  ///
  /// - Throws: what is wrong with it.
  mutating func code(of cell: CSVCell, in bytes: [UInt8]) throws(DataMistake) -> Int32 {
    if cell.isBlank { return blank }
    if !cell.hasDoubledQuotes, let code = known.code(of: cell, in: bytes) { return code }
    guard let text = cell.text(in: bytes) else { throw .notUTF8 }
    guard !CSVReader.hasSpacesAround(text) else { throw .spacesAround(column: name, text: text) }
    let value: FieldValue
    if let field { value = try CellValue.value(text, of: field) } else { value = .category(text) }
    if codeOf[value] == nil, values.count == limit {
      throw .tooManyValues(column: name, limit: limit)
    }
    let code = code(of: value)
    if !cell.hasDoubledQuotes { known.remember(code, for: cell, in: bytes) }
    return code
  }

  /// How many different values the column may have.
  var limit: Int { field == nil ? Self.valuesAtMost : PupilKeyLayout.numbersAtMost }

  private mutating func code(of value: FieldValue) -> Int32 {
    if let code = codeOf[value] { return code }
    let code = Int32(values.count)
    values.append(value)
    codeOf[value] = code
    return code
  }

  /// The field and, for each code, its value, now that all rows are read.
  ///
  /// - Parameters:
  ///   - values: For each code, its value as it was read.
  ///   - isUsed: For each code, whether a good row has it.
  /// - Returns: The field, and a value for each code.
  func finished(
    values: [FieldValue], isUsed: [Bool]
  ) -> (field: Field, values: [FieldValue]) {
    if let field { return (field, values) }
    let texts = zip(values, isUsed).filter(\.1).map(\.0.description)
    let kind = FurtherColumn.kind(of: texts)
    return (
      FurtherColumn.field(name, .pupil, kind),
      zip(values, isUsed).map { $1 ? FurtherColumn.value($0.description, as: kind) : $0 }
    )
  }
}
