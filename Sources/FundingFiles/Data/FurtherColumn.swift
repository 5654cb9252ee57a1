internal import FundingModel

/// A column that no standard field describes: the data says what it holds.
enum FurtherColumn {
  /// What values are: numbers if all are plain decimals, flags if all are true, false, yes or no,
  /// else categories; categories also where there are none.
  static func kind(of texts: some Collection<String>) -> FieldKind {
    if texts.isEmpty { return .category(.open) }
    if texts.allSatisfy({ CellValue.decimal($0) != nil }) { return .number(.number) }
    if texts.allSatisfy(isFlag) { return .flag }
    return .category(.open)
  }

  /// A text's value as one of a kind.
  static func value(_ text: String, as kind: FieldKind) -> FieldValue {
    switch kind {
    case .number: CellValue.decimal(text).map(FieldValue.number) ?? .category(text)
    case .flag: CellValue.flag(text).map(FieldValue.flag) ?? .category(text)
    case .category: .category(text)
    }
  }

  /// Whether values are numbers, except that some have commas between their thousands.
  static func areNumbersWithCommas(_ texts: some Collection<String>) -> Bool {
    texts.contains(where: CellValue.hasThousandsCommas)
      && texts.allSatisfy { CellValue.decimal($0) != nil || CellValue.hasThousandsCommas($0) }
  }

  /// The field of a column.
  static func field(_ name: String, _ level: FieldLevel, _ kind: FieldKind) -> Field {
    let meaning =
      switch level {
      case .pupil: BilingualText(en: "column of the pupil file", cy: "colofn y ffeil disgyblion")
      case .school: BilingualText(en: "column of the school file", cy: "colofn y ffeil ysgolion")
      }
    return Field(name, level, kind, meaning: meaning)
  }

  private static func isFlag(_ text: String) -> Bool {
    ["true", "false", "yes", "no"].contains(text.lowercased())
  }
}

extension FieldValue {
  /// Whether the left stands first in a column's domain: false, true; numbers rising; names by
  /// their letters' codes.
  ///
  /// Names are compared as Unicode scalars, so the order is the same on any machine.
  static func precedes(_ left: FieldValue, _ right: FieldValue) -> Bool {
    switch (left, right) {
    case (.flag(let left), .flag(let right)): !left && right
    case (.number(let left), .number(let right)): left < right
    case (.category(let left), .category(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    case (.flag, .number), (.flag, .category), (.number, .category): true
    case (.number, .flag), (.category, .flag), (.category, .number): false
    }
  }
}
