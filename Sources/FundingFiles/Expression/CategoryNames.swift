import FundingModel

/// How files name the categories of a field.
struct CategoryNames {
  /// The field's name.
  let field: String
  /// Its categories.
  let domain: CategoryDomain

  /// The category that a text means; nil where the field has none such.
  ///
  /// An authority may be named by its code, its name in either language or its file's name. Where
  /// a field takes its categories from data not known yet, any text is accepted.
  func category(_ text: String, knowsData: Bool) -> String? {
    if domain.names.contains(text) { return text }
    if field == "authority", let authority = Authority.named(text) { return String(authority.code) }
    return domain.isClosed || knowsData ? nil : text
  }
}
