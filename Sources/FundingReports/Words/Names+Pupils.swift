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
  private static func need(_ level: String) -> BilingualText {
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

  /// A figure with its unit in words: `£61,200.00 per teacher`, `27.5 pupils per teacher`.
  static func quantity(_ value: Rational, _ unit: Unit, _ language: Language) -> String {
    if unit.isNumber { return Prose.number(value) }
    let above = unit.powers.filter { $0.exponent > 0 }
    let below = unit.powers.filter { $0.exponent < 0 }
    guard unit.powers.allSatisfy({ abs($0.exponent) == 1 }), above.count == 1, below.count < 2,
      let what = above.first
    else {
      let text = unit.description
      return text.hasPrefix("£")
        ? Prose.pounds(value) + text.dropFirst() : "\(Prose.number(value)) \(text)"
    }
    let figure =
      what.name == "£"
      ? Prose.pounds(value) : "\(Prose.number(value)) \(many(what.name, value)[language])"
    guard let each = below.first else { return figure }
    return
      "\(figure) \(BilingualText(en: "per", cy: "fesul")[language]) \(one(each.name)[language])"
  }

  private static func one(_ unit: String) -> BilingualText {
    switch unit {
    case "pupil": BilingualText(en: "pupil", cy: "disgybl")
    case "teacher": BilingualText(en: "teacher", cy: "athro")
    case "class": BilingualText(en: "class", cy: "dosbarth")
    case "place": BilingualText(en: "place", cy: "lle")
    case "school": BilingualText(en: "school", cy: "ysgol")
    case "m2": BilingualText(en: "m²", cy: "m²")
    default: BilingualText(en: unit, cy: unit)
    }
  }

  /// The unit after a figure; in Welsh the singular, as after every number.
  private static func many(_ unit: String, _ value: Rational) -> BilingualText {
    let word = one(unit)
    let plural =
      switch unit {
      case "pupil", "teacher", "place", "school": value == .one ? word.english : word.english + "s"
      case "class": value == .one ? "class" : "classes"
      default: word.english
      }
    return BilingualText(en: plural, cy: word.welsh)
  }
}
