internal import FundingModel

extension Column {
  /// A column whose domain is in order, so that the rows' order doesn't matter.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - values: One a row; nil where there is none.
  /// - Returns: The column.
  static func sorted(field: Field, values: [FieldValue?]) -> Column {
    let domain = sortedDomain(of: field, values: Set(values.compactMap(\.self)))
    let codeOf = Dictionary(uniqueKeysWithValues: domain.enumerated().map { ($1, Int32($0)) })
    return Column(
      field: field, domain: domain,
      codes: values.map { value in value.flatMap { codeOf[$0] } ?? -1 })
  }

  /// The values of a field in order: all of a closed category's, else those that occur.
  static func sortedDomain(of field: Field, values: Set<FieldValue>) -> [FieldValue] {
    if case .category(let categories) = field.kind, categories.isClosed {
      return categories.names.map { .category($0) }
    }
    return values.sorted(by: FieldValue.precedes)
  }
}
