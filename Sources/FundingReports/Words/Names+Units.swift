import FundingModel

extension Names {
  /// A figure with its unit in words: `£61,200.00 per teacher`, `27.5 pupils per teacher`.
  static func quantity(_ value: Rational, _ unit: Unit, _ language: Language) -> String {
    if unit.isNumber { return Prose.number(value) }
    guard let parts = Parts(of: unit) else {
      let text = unit.description
      return text.hasPrefix("£")
        ? Prose.pounds(value) + text.dropFirst() : "\(Prose.number(value)) \(text)"
    }
    let figure =
      parts.above == "£"
      ? Prose.pounds(value) : "\(Prose.number(value)) \(many(parts.above, value)[language])"
    return parts.below.map { "\(figure) \(per[language]) \(one($0)[language])" } ?? figure
  }

  /// A unit by itself in words: `£ per teacher`, `pupils per class`; a plain number has none.
  static func unit(_ unit: Unit) -> BilingualText {
    if unit.isNumber { return BilingualText(en: "number", cy: "rhif") }
    guard let parts = Parts(of: unit) else {
      return BilingualText(en: unit.description, cy: unit.description)
    }
    func words(_ language: Language) -> String {
      let above = many(parts.above, .zero)[language]
      return parts.below.map { "\(above) \(per[language]) \(one($0)[language])" } ?? above
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  /// What a unit of one thing, or of one thing per another, is made of.
  private struct Parts {
    let above: String
    let below: String?

    /// Nil for any other unit.
    init?(of unit: Unit) {
      let above = unit.powers.filter { $0.exponent > 0 }
      let below = unit.powers.filter { $0.exponent < 0 }
      guard unit.powers.allSatisfy({ abs($0.exponent) == 1 }), above.count == 1, below.count < 2,
        let what = above.first
      else { return nil }
      self.above = what.name
      self.below = below.first?.name
    }
  }

  private static let per = BilingualText(en: "per", cy: "fesul")

  private static func one(_ unit: String) -> BilingualText {
    switch unit {
    case "pupil": BilingualText(en: "pupil", cy: "disgybl")
    case "teacher": BilingualText(en: "teacher", cy: "athro")
    case "assistant": BilingualText(en: "assistant", cy: "cynorthwyydd")
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
      case "pupil", "teacher", "assistant", "place", "school":
        value == .one ? word.english : word.english + "s"
      case "class": value == .one ? "class" : "classes"
      default: word.english
      }
    return BilingualText(en: plural, cy: word.welsh)
  }
}
