import FundingModel

/// What rates, definitions, factors and labels may be called.
enum FormulaName {
  /// Whether a text is letters, digits and `_`, and begins with a letter.
  static func isName(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isDigit || $0 == "_" }
  }

  /// Whether a rate or definition may have a name; otherwise a mistake says why not.
  static func check(
    _ scalar: YAMLScalar, of what: String, fields: FieldCatalogue,
    into mistakes: inout MistakeCollector
  ) -> Bool {
    let name = scalar.text
    guard isName(name) else {
      mistakes.add(.badName(name, of: what), at: scalar.span)
      return false
    }
    let owner: String? =
      if let field = fields.field(named: name) {
        field.level == .pupil ? NameKind.pupilField.rawValue : NameKind.schoolField.rawValue
      } else if ExpressionScope.functions.contains(name) {
        NameKind.function.rawValue
      } else if ExpressionScope.reserved.contains(name) {
        "a word of the language"
      } else {
        nil
      }
    guard let owner else { return true }
    mistakes.add(.nameTaken(name, of: what, by: owner), at: scalar.span)
    return false
  }
}
