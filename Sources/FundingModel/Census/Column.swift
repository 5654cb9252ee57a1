/// One field's values for every school, or for every distinct pupil, as codes into its domain.
///
/// - Shape: one code a row; -1 where the data has no value.
public struct Column: Sendable, Hashable {
  /// The field.
  public let field: Field
  /// The distinct values.
  ///
  /// A closed category's are its field's, in order; other values in the order of first
  /// appearance.
  public let domain: [FieldValue]
  /// For each row its value's index in `domain`, or -1.
  public let codes: [Int32]

  /// Makes a column; every code must be -1 or an index into the domain.
  public init(field: Field, domain: [FieldValue], codes: [Int32]) {
    precondition(
      codes.allSatisfy { $0 >= -1 && Int($0) < domain.count },
      "column '\(field.name)' has a code outside its domain")
    self.field = field
    self.domain = domain
    self.codes = codes
  }

  /// Makes a column from values.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - values: One a row; nil where there is none.
  public init(field: Field, values: [FieldValue?]) {
    var domain: [FieldValue] = []
    if case .category(let categories) = field.kind, categories.isClosed {
      domain = categories.names.map { .category($0) }
    }
    var codeOf = Dictionary(
      uniqueKeysWithValues: domain.enumerated().map { ($1, Int32($0)) })
    var codes: [Int32] = []
    codes.reserveCapacity(values.count)
    for value in values {
      guard let value else {
        codes.append(-1)
        continue
      }
      if let code = codeOf[value] {
        codes.append(code)
      } else {
        codeOf[value] = Int32(domain.count)
        codes.append(Int32(domain.count))
        domain.append(value)
      }
    }
    self.init(field: field, domain: domain, codes: codes)
  }

  /// The value at a row; nil where the data has none.
  public subscript(row: Int) -> FieldValue? {
    let code = codes[row]
    return code < 0 ? nil : domain[Int(code)]
  }

  /// The field with the categories that occur, where its domain is open.
  public var fieldAsFound: Field {
    guard case .category(let categories) = field.kind, !categories.isClosed else { return field }
    let names = domain.compactMap { value -> String? in
      if case .category(let name) = value { name } else { nil }
    }
    return Field(
      field.name, field.level, .category(CategoryDomain(names.sorted(), isClosed: false)),
      meaning: field.meaning)
  }
}
