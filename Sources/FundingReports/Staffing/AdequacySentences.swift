public import FundingModel

/// The sentences about costs and shares, in both languages.
public enum AdequacySentences {
  static let title = BilingualText(
    en: "What schools get, held against what it costs to run them",
    cy: "Yr hyn a gaiff ysgolion, o'i gymharu â chost eu rhedeg")
  /// What a statement of costs adds up to.
  public static let cost = BilingualText(en: "Basic cost", cy: "Cost sylfaenol")
  static let share = BilingualText(en: "Share", cy: "Cyfran")
  static let gap = BilingualText(en: "Gap", cy: "Bwlch")
  static let perPupil = BilingualText(en: "Gap per pupil", cy: "Fesul disgybl")
  static let covered = BilingualText(en: "Covered", cy: "Cwmpesir")
  static let below = BilingualText(en: "Below", cy: "Islaw")
  static let costPerPupil = BilingualText(en: "Cost per pupil", cy: "Cost fesul disgybl")
  static let byAuthority = BilingualText(
    en: "By authority", cy: "Yn ôl awdurdod")
  static func bySector(_ whole: BilingualText) -> BilingualText {
    BilingualText(en: "\(whole.english), by sector", cy: "\(whole.welsh), yn ôl sector")
  }
  static let assumptions = BilingualText(en: "Assumptions", cy: "Tybiaethau")

  /// What a gap is.
  static let reading = BilingualText(
    en:
      "A gap is share less cost: below nought, the share doesn't cover what the assumptions say the "
      + "school costs. Grants and other money outside the budget share are not counted.",
    cy:
      "Cyfran llai cost yw bwlch: os yw'n llai na sero, nid yw'r gyfran yn talu'r hyn a gostia'r "
      + "ysgol yn ôl y tybiaethau; dyna'r ysgolion sydd islaw. Cyfran ÷ cost yw'r hyn a gwmpesir. Ni chyfrifir grantiau nac arian arall y tu allan i'r gyfran o'r "
      + "gyllideb.")

  /// Which schools have no cost.
  static func leftOut(_ schools: Int, of sectors: [String]) -> BilingualText {
    let who = Self.schools(schools, of: sectors)
    return BilingualText(
      en:
        "Without a cost, since no assumption is for them: \(who.english). No sum here counts them "
        + "or their money.",
      cy: "Heb gost, gan nad oes tybiaeth ar eu cyfer: \(who.welsh). Nid yw'r symiau yma'n eu "
        + "cynnwys hwy na'u harian.")
  }

  /// So many schools of some sectors: `schools 45 (nursery, special)`.
  static func schools(_ count: Int, of sectors: [String]) -> BilingualText {
    func list(_ language: Language) -> String {
      sectors.map { Names.sector($0, language).lowercased() }.joined(separator: ", ")
    }
    return BilingualText(
      en: "\(Prose.whole(count)) \(count == 1 ? "school" : "schools") (\(list(.english)))",
      cy: "ysgolion (\(list(.welsh))): \(Prose.whole(count))")
  }

  /// That the assumptions end before some years.
  static func beyond(_ years: [FundingYear], of formula: Formula) -> BilingualText {
    let last = Adequacy.lastYear(of: formula)
    let all = years.map(\.description).joined(separator: ", ")
    return BilingualText(
      en: "The assumptions reach \(last): what schools cost in \(all) is not known, and is left "
        + "blank. Give the rates of \(formula.path) values from those years to have it.",
      cy: "Mae'r tybiaethau'n cyrraedd \(last): nid yw cost ysgolion yn \(all) yn hysbys, ac fe'i "
        + "gadewir yn wag. Rhowch werthoedd o'r blynyddoedd hynny i gyfraddau \(formula.path) i'w chael."
    )
  }

  /// How many of the assumptions' figures are estimates.
  static func estimates(_ formula: Formula) -> BilingualText {
    let (all, ours) = (formula.rates.count, formula.rates.count { $0.isFitted })
    let path = formula.path
    guard ours > 0 else {
      return BilingualText(
        en: "Of \(all) figures in \(path), none is marked an estimate.",
        cy: "O'r \(all) ffigur yn \(path), nid yw'r un wedi'i nodi'n amcangyfrif.")
    }
    return BilingualText(
      en:
        "Of \(all) figures in \(path), \(ours) are estimates that no publication gives: change them "
        + "there, or with --set. The cost is an estimate for that reason.",
      cy: "O'r \(all) ffigur yn \(path), mae \(ours) yn amcangyfrifon na roddir mewn unrhyw "
        + "gyhoeddiad: newidiwch hwy yno, neu â --set. Amcangyfrif yw'r gost felly.")
  }

  /// What a rate is called, with the name by which `--set` changes it.
  static func name(of rate: Rate) -> BilingualText {
    guard let title = rate.title else { return BilingualText(en: rate.name, cy: rate.name) }
    return BilingualText(
      en: "\(title.english) (\(rate.name))", cy: "\(title.welsh) (\(rate.name))")
  }

  /// A rate with its sources.
  static func rate(_ rate: Rate, _ formula: Formula, _ language: Language) -> String {
    let sources = formula.sources.filter { rate.sources.contains($0.key) }.map(\.title)
    let mark = rate.isFitted ? " (\(Word.estimate[language]))" : ""
    return "\(name(of: rate)[language])\(mark): \(sources.joined(separator: "; "))"
  }
}
