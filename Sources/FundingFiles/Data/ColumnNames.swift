internal import FundingModel

/// What the columns of a data file are called.
enum ColumnNames {
  /// The name that a header means where it is written otherwise: 'Year Group' is `year_group`.
  ///
  /// - Returns: nil where the name is right, or means none of those known.
  static func misspelt(_ written: String, known: some Sequence<String>) -> String? {
    let plain = plain(written)
    return known.first { self.plain($0) == plain && $0 != written }
  }

  /// Words that mean something else in a formula, so that no further column may be called that.
  static let reserved = [
    "min", "max", "abs", "clamp", "floor", "ceil", "round", "if", "taper", "share", "pupils",
    "heads", "sum", "mean", "authority", "all", "and", "or", "not", "in", "true", "false",
    "otherwise", "label",
  ]

  /// Letters and digits alone, in lower case.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The standard field of a name at a level.
  static func field(_ name: String, _ level: FieldLevel) -> Field? {
    switch level {
    case .pupil: StandardFields.pupil.first { $0.name == name }
    case .school: StandardFields.school.first { $0.name == name }
    }
  }
}
