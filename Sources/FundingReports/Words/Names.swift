public import FundingModel

/// What codes and categories are called, and how ratios become percentages.
public enum Names {
  /// An authority's name; its code where no authority has it.
  static func authority(_ code: Int, _ language: Language) -> String {
    Authority.with(code: code)?.name[language] ?? String(code)
  }

  /// A sector's name; as the data writes it where it is not one of the five.
  public static func sector(_ sector: String, _ language: Language) -> String {
    switch sector {
    case "nursery": Word.nursery[language]
    case "primary": Word.primary[language]
    case "middle": Word.middle[language]
    case "secondary": Word.secondary[language]
    case "special": Word.special[language]
    default: sector
    }
  }

  /// A school's name: a modelled one's in each language, a real one's as the data has it.
  static func school(_ name: String) -> BilingualText {
    ModelledSchoolName(reading: name)?.text ?? BilingualText(en: name, cy: name)
  }

  /// The same after the school's number.
  static func school(_ name: String, numbered number: Int) -> BilingualText {
    let name = school(name)
    return BilingualText(en: "\(number) \(name.english)", cy: "\(number) \(name.welsh)")
  }

  /// A run's name; the published budgets' in words.
  static func run(_ run: String, _ language: Language) -> String {
    run == ReportRun.published ? Word.publishedBudget[language] : run
  }

  /// A formula's status.
  static func status(_ status: Formula.Status) -> Word {
    switch status {
    case .published: .published
    case .fitted: .fitted
    case .illustrative: .illustrative
    }
  }

  /// A field's short name; as the data writes it where it is not a standard one.
  static func field(_ name: String, _ language: Language) -> String {
    switch name {
    case "pupils": Word.pupils[language].lowercased()
    case "year_group": Word.yearGroup[language]
    case "fsm": Word.freeSchoolMeals[language]
    case "fsm_protected": Word.freeSchoolMealsProtected[language]
    case "aln": Word.additionalNeeds[language]
    case "wimd_decile": Word.deprivationDecile[language]
    case "welsh": Word.welshMedium[language]
    case "eal": Word.englishAdditional[language]
    case "looked_after": Word.lookedAfter[language]
    case "fte": Word.fullTimeEquivalent[language].lowercased()
    default: name
    }
  }

  /// A field's value.
  static func value(_ value: FieldValue, _ language: Language) -> String {
    switch value {
    case .category(let name): name
    case .number(let number): Prose.number(number)
    case .flag(let flag): (flag ? Word.yes : Word.no)[language]
    }
  }

  /// A ratio, 0 to 1, as a percentage, 0 to 100.
  static func percent(_ ratio: Rational) -> Rational? {
    try? ratio.multiplied(by: Rational(100))
  }
}
