internal import FundingModel

/// A column with its values ready for each use: as codes, as numbers, as texts.
struct PackedColumn: Sendable {
  let field: Field
  /// One code a row, or a distinct pupil; -1 where there is no value.
  let codes: [Int32]
  /// The distinct values.
  let domain: [FieldValue]
  /// By code, the number; nil where the value is none.
  let numbers: [Rational?]
  /// By code, the value as files write it.
  let texts: [String]
  /// The code of a text.
  let codeOf: [String: Int32]

  init(_ column: Column) {
    field = column.field
    codes = column.codes
    domain = column.domain
    numbers = column.domain.map { value in
      switch value {
      case .number(let number): number
      case .category, .flag: nil
      }
    }
    texts = column.domain.map(\.description)
    codeOf = Dictionary(
      column.domain.indices.map { (column.domain[$0].description, Int32($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A column whose values are all the same.
  init(_ field: Field, always value: FieldValue, count: Int) {
    self.init(
      Column(field: field, domain: [value], codes: [Int32](repeating: 0, count: count)))
  }
}
