import FundingModel

extension Names {
  /// Which pupils a field's values mean, in words: `years 3 to 6`, `eligible for free school meals`.
  ///
  /// - Returns: nil where the values leave nobody out: a flag both true and false.
  static func pupils(_ field: String, _ values: [FieldValue], _ language: Language) -> String? {
    let flags = values.compactMap { value -> Bool? in
      if case .flag(let flag) = value { flag } else { nil }
    }
    if flags.count == values.count, !flags.isEmpty {
      guard flags.count == 1 else { return nil }
      return flag(field, flags[0])[language]
    }
    let names = values.map { category(field, $0, language) }
    return field == "year_group"
      ? YearWords.words(values.map(\.description), language)
      : "\(Names.field(field, language)): \(names.joined(separator: ", "))"
  }

  private static func flag(_ field: String, _ value: Bool) -> BilingualText {
    switch field {
    case "fsm":
      value
        ? BilingualText(
          en: "eligible for free school meals", cy: "yn gymwys i gael prydau ysgol am ddim")
        : BilingualText(
          en: "not eligible for free school meals",
          cy: "heb fod yn gymwys i gael prydau ysgol am ddim")
    case "fsm_protected":
      value
        ? BilingualText(
          en: "free school meals protected", cy: "prydau ysgol am ddim wedi'u diogelu")
        : BilingualText(
          en: "free school meals not protected", cy: "prydau ysgol am ddim heb eu diogelu")
    case "welsh":
      value
        ? BilingualText(en: "taught through Welsh", cy: "yn cael eu dysgu drwy'r Gymraeg")
        : BilingualText(
          en: "not taught through Welsh", cy: "heb gael eu dysgu drwy'r Gymraeg")
    case "looked_after":
      value
        ? BilingualText(en: "looked after", cy: "yn derbyn gofal")
        : BilingualText(en: "not looked after", cy: "heb fod yn derbyn gofal")
    default:
      BilingualText(
        en: "\(field): \((value ? Word.yes : Word.no)[.english])",
        cy: "\(field): \((value ? Word.yes : Word.no)[.welsh])")
    }
  }

  private static func category(_ field: String, _ value: FieldValue, _ language: Language)
    -> String
  {
    guard field == "aln", case .category(let name) = value else {
      return field == "eal" && value == .category("none")
        ? noNeed[language] : Names.value(value, language)
    }
    return need(name)[language]
  }

  private static let noNeed = BilingualText(en: "none", cy: "dim")

  /// A level of additional learning needs in words.
  static func need(_ level: String) -> BilingualText {
    switch level {
    case "none": noNeed
    case "school_action": BilingualText(en: "School Action", cy: "Gweithredu gan yr Ysgol")
    case "school_action_plus":
      BilingualText(en: "School Action Plus", cy: "Gweithredu gan yr Ysgol a Mwy")
    case "school_idp":
      BilingualText(en: "plan kept by the school", cy: "cynllun a gynhelir gan yr ysgol")
    case "statemented": BilingualText(en: "statement", cy: "datganiad")
    case "la_idp":
      BilingualText(en: "plan kept by the authority", cy: "cynllun a gynhelir gan yr awdurdod")
    default: BilingualText(en: level, cy: level)
    }
  }
}
