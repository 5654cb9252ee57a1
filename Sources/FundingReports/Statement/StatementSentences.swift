import FundingModel

/// Every sentence of a statement about factors, purposes and sources, in both languages.
enum StatementSentences {
  /// How full-time equivalent comes about: `208.5 = 196 × 1 + 25 × 0.5`.
  static func fullTime(_ fte: Rational, _ parts: [(fte: Rational, heads: Int64)]) -> String {
    guard parts.count > 1 else { return Prose.number(fte) }
    return Prose.number(fte) + " = "
      + parts.map { "\(Prose.whole($0.heads)) × \(Prose.number($0.fte))" }.joined(separator: " + ")
  }

  static let fullTimeMeaning = BilingualText(
    en:
      "Full-time equivalent counts a pupil who is there half the time as a half. Amounts per pupil, "
      + "heads, and the share per pupil count each pupil on roll as one.",
    cy:
      "Mae cyfwerth ag amser llawn yn cyfrif disgybl sydd yno hanner yr amser fel hanner. Mae symiau "
      + "fesul pen, a'r gyfran fesul disgybl, yn cyfrif pob disgybl ar y gofrestr fel un.")

  /// The formula's own words for a factor.
  static func rule(_ expression: String, where condition: String?, shared: String?)
    -> BilingualText
  {
    BilingualText(
      en: "the formula: "
        + (shared.map { "\($0) shared out by \(expression)" } ?? expression)
        + (condition.map { ", where \($0)" } ?? ""),
      cy: "y fformiwla: "
        + (shared.map { "\($0) wedi'i rannu yn ôl \(expression)" } ?? expression)
        + (condition.map { ", lle mae \($0)" } ?? ""))
  }

  /// The figures by which a quantum is shared out, in the engine's order and by its names in English.
  static let sharing = [
    BilingualText(en: "quantum", cy: "cwantwm"), BilingualText(en: "part", cy: "rhan"),
    BilingualText(en: "sum of parts", cy: "swm y rhannau"),
  ]

  static let noPart = BilingualText(
    en: "nothing: neither the school nor any of its pupils meets the condition",
    cy: "dim: nid yw'r ysgol na'r un o'i disgyblion yn bodloni'r amod")

  static let withoutCondition = BilingualText(
    en: "nothing: the school has no pupil that counts",
    cy: "dim: nid oes gan yr ysgol ddisgybl sy'n cyfrif")

  static let everyRun = BilingualText(
    en: "The same school in every run, by purpose", cy: "Yr un ysgol ym mhob rhediad, yn ôl diben")
  static let purpose = BilingualText(en: "Purpose", cy: "Diben")
  static let difference = BilingualText(en: "Against this run", cy: "O gymharu â'r rhediad hwn")
  static let noLine = BilingualText(
    en: "–: the run's formula has no line for that purpose.",
    cy: "–: nid oes gan fformiwla'r rhediad linell at y diben hwnnw.")

  static func published(_ amount: Money) -> BilingualText {
    BilingualText(
      en: "Published budget of this school: \(Prose.pounds(amount)).",
      cy: "Cyllideb gyhoeddedig yr ysgol hon: \(Prose.pounds(amount)).")
  }

  static func modelledBudget(_ amount: Money) -> BilingualText {
    BilingualText(
      en: "Modelled budget of this school, in place of a published one: \(Prose.pounds(amount)).",
      cy:
        "Cyllideb a fodelwyd ar gyfer yr ysgol hon, yn lle un gyhoeddedig: \(Prose.pounds(amount))."
    )
  }

  /// What a solve did to the rates shown.
  static func solved(_ solve: SolveOutcome) -> BilingualText {
    let rates = solve.ratesInWords
    let target = Prose.pounds(solve.target)
    let what =
      switch solve.measure {
      case .total, .perPupil, .delegationRate:
        BilingualText(en: "the run's total comes", cy: "cyfanswm y rhediad")
      case .groupTotal:
        BilingualText(en: "the total of a group of schools comes", cy: "cyfanswm grŵp o ysgolion")
      case .groupMean:
        BilingualText(
          en: "the sum of schools' amounts per pupil comes",
          cy: "cyfanswm symiau ysgolion fesul disgybl")
      }
    let aim = solve.search.map { Names.aim($0.aim) }
    return BilingualText(
      en:
        "Rates solved by the scenario, so that \(what.english) to \(target)"
        + (aim.map { ", with \($0.english) as small as the search could make it" } ?? "")
        + ": \(rates). They are shown after that.",
      cy:
        "Cyfraddau a ddatryswyd gan y senario, fel bod \(what.welsh) yn \(target)"
        + (aim.map { ", gyda \($0.welsh) mor fach ag y gallai'r chwiliad ei wneud" } ?? "")
        + ": \(rates). Fe'u dangosir wedi hynny.")
  }

  static let changed = BilingualText(
    en: "Rates that are not as in the formula's file, by the scenario or the command line",
    cy: "Cyfraddau nad ydynt fel yn ffeil y fformiwla, yn ôl y senario neu'r gorchymyn")

  static func changed(_ change: ChangedRate) -> BilingualText {
    func text(_ language: Language) -> String {
      let after = Names.quantity(change.after, change.unit, language)
      let before = change.before.map { Names.quantity($0, change.unit, language) } ?? "–"
      let word = BilingualText(en: "in the file", cy: "yn y ffeil")[language]
      return "\(change.path) = \(after) (\(word): \(before))"
    }
    return BilingualText(en: text(.english), cy: text(.welsh))
  }

  static let sources = BilingualText(
    en: "Where the rates come from", cy: "O ble y daw'r cyfraddau")

  static func source(_ source: FundingSource, rates: [String], estimates: [String])
    -> BilingualText
  {
    let title = [source.title, source.publisher, source.url].compactMap { $0 }
      .joined(separator: ", ")
    func text(_ language: Language) -> String {
      let given = rates.isEmpty ? nil : rates.joined(separator: ", ")
      let word = BilingualText(en: "estimated from it", cy: "amcangyfrifwyd ohoni")[language]
      let fitted =
        estimates.isEmpty ? nil : "\(estimates.joined(separator: ", ")) (\(word))"
      return [given, fitted].compactMap { $0 }.joined(separator: ", ") + ": " + title
    }
    return BilingualText(en: text(.english), cy: text(.welsh))
  }

  static func structures(_ titles: [String]) -> BilingualText {
    BilingualText(
      en: "Assumed, not known from any publication of the authority: the structure of "
        + titles.joined(separator: "; ") + ".",
      cy: "Tybiwyd, heb gyhoeddiad gan yr awdurdod: strwythur "
        + titles.joined(separator: "; ") + ".")
  }
}
