import FundingModel

/// What pages say of costs and shares, in both languages.
extension AdequacySentences {
  static func kicker(_ coverage: Coverage) -> BilingualText {
    let whose = coverage.kicker()
    return BilingualText(
      en: "\(whose.english): what it costs at the least to run a school and educate a child",
      cy: "\(whose.welsh): beth yw cost leiaf rhedeg ysgol ac addysgu plentyn")
  }
  static let schoolsBelow = BilingualText(
    en: "Schools below their cost", cy: "Ysgolion islaw eu cost")
  static let byAuthorityAndSector = BilingualText(
    en: "Authorities, all sectors and each", cy: "Awdurdodau, pob sector gyda'i gilydd ac ar wahân")
  static let aboveCost = BilingualText(
    en: "gets more than the cost: the deeper, the more",
    cy: "yn cael mwy na'r gost: po ddyfnaf, mwyaf")
  static let belowCost = BilingualText(
    en: "gets less than the cost: the deeper, the more",
    cy: "yn cael llai na'r gost: po ddyfnaf, mwyaf")
  static let gapAxis = BilingualText(
    en: "Share less cost, £ per pupil", cy: "Cyfran namyn cost, £ fesul disgybl")
  static let gapPerPupil = BilingualText(
    en: "Gap per pupil", cy: "Bwlch fesul disgybl")
  static let size = BilingualText(en: "Size", cy: "Maint")
  static let line = BilingualText(en: "Line of the cost", cy: "Llinell y gost")
  static let figure = BilingualText(en: "Figure", cy: "Ffigur")
  static let unit = BilingualText(en: "Unit", cy: "Uned")
  static let source = BilingualText(en: "Source", cy: "Ffynhonnell")
  static let isEstimate = BilingualText(en: "Estimate", cy: "Amcangyfrif")
  static let otherwise = BilingualText(en: "all others", cy: "pob un arall")
  static let figuresAndSources = BilingualText(
    en: "Every figure of the cost, with its source", cy: "Pob ffigur yn y gost, gyda'i ffynhonnell")
  static let eachSchool = BilingualText(en: "Each school", cy: "Pob ysgol")
  static let allInFile = BilingualText(
    en: "Later years, and every line of each school’s cost, are in adequacy.csv and "
      + "adequacy-lines.csv beside this page.",
    cy: "Mae blynyddoedd diweddarach, a phob llinell o gost pob ysgol, yn adequacy.csv ac "
      + "adequacy-lines.csv wrth ochr y dudalen hon.")
  static let change = BilingualText(
    en: "Whoever doubts a figure can change it, in the file or by its name here: "
      + "--set cost.class_size=25.",
    cy: "Gall unrhyw un sy'n amau ffigur ei newid, yn y ffeil neu yn ôl ei enw yma: "
      + "--set cost.class_size=25.")

  static let explained = BilingualText(
    en:
      "Every rate and driver behind a school’s cost is printed by this command, with the school’s "
      + "number for NUMBER:",
    cy: "Mae'r gorchymyn hwn yn argraffu pob cyfradd a gyrrwr y tu ôl i gost ysgol, gyda rhif yr "
      + "ysgol yn lle NUMBER:")
  static let marks = BilingualText(
    en: "est.: an estimate, or it rests on one.",
    cy: "amc.: amcangyfrif, neu ffigur sy'n dibynnu ar un.")

  /// What a column holds, and of which run.
  static func of(_ what: BilingualText, _ run: BilingualText) -> BilingualText {
    BilingualText(
      en: "\(what.english): \(run.english)", cy: "\(what.welsh): \(run.welsh)")
  }

  /// A table of amounts for each pupil.
  static func eachPupil(_ whom: BilingualText) -> BilingualText {
    BilingualText(
      en: "\(whom.english): pounds per pupil", cy: "\(whom.welsh): punnoedd fesul disgybl")
  }

  /// A table of whole amounts.
  static func pounds(_ whom: BilingualText) -> BilingualText {
    BilingualText(en: "\(whom.english): pounds", cy: "\(whom.welsh): punnoedd")
  }

  /// The word that a figure is an estimate, in brackets; empty where it is none.
  private static func marked(_ isEstimate: Bool, _ language: Language) -> String {
    isEstimate ? " (\(Word.estimate[language]))" : ""
  }

  /// What the figure of a sector's cost is.
  static func leastCost(_ sector: BilingualText, isEstimate: Bool) -> BilingualText {
    BilingualText(
      en: "least cost per pupil: \(sector.english)" + marked(isEstimate, .english),
      cy: "cost leiaf fesul disgybl: \(sector.welsh)" + marked(isEstimate, .welsh))
  }

  /// What the figure of a run's cover is.
  static func coveredBy(_ run: BilingualText, isEstimate: Bool) -> BilingualText {
    BilingualText(
      en: "of the cost is covered: \(run.english)" + marked(isEstimate, .english),
      cy: "o'r gost a gwmpesir: \(run.welsh)" + marked(isEstimate, .welsh))
  }

  /// The least cost of educating a child, by sector.
  static func answer(
    _ costs: [(sector: BilingualText, perPupil: Money)], in year: FundingYear, areEstimates: Bool
  ) -> BilingualText {
    let estimates =
      areEstimates
      ? BilingualText(en: " These are estimates.", cy: " Amcangyfrifon yw'r rhain.")
      : BilingualText(en: "", cy: "")
    func list(_ language: Language) -> String {
      costs.map { "\($0.sector[language]) \(Prose.pounds($0.perPupil))" }.joined(separator: "; ")
    }
    return BilingualText(
      en:
        "By these assumptions the least cost of educating a child in \(year), on average over the "
        + "schools here, is: \(list(.english))." + estimates.english,
      cy: "Yn ôl y tybiaethau hyn, cost leiaf addysgu plentyn yn \(year), ar gyfartaledd dros yr "
        + "ysgolion yma, yw: \(list(.welsh))." + estimates.welsh)
  }

  /// How much of the cost a run covers, which of its figures are estimates, and who has no cost.
  static func covers(
    _ run: BilingualText, _ group: Adequacy.Group, percent: Rational, costIsEstimate: Bool,
    shareIsEstimate: Bool, leftOut: [String]
  ) -> BilingualText {
    let (below, all) = (Prose.whole(group.below), Prose.whole(group.schools))
    func figures(_ language: Language) -> (percent: String, share: String, cost: String) {
      (
        Prose.percent(percent) + marked(costIsEstimate, language),
        Prose.pounds(group.share) + marked(shareIsEstimate, language),
        Prose.pounds(group.cost) + marked(costIsEstimate, language)
      )
    }
    let (english, welsh) = (figures(.english), figures(.welsh))
    let without =
      group.leftOut == 0
      ? BilingualText(en: "", cy: "")
      : BilingualText(
        en: " Without a cost, so not counted: \(schools(group.leftOut, of: leftOut).english).",
        cy: " Heb gost, felly heb eu cyfrif: \(schools(group.leftOut, of: leftOut).welsh).")
    return BilingualText(
      en: "\(run.english) covers \(english.percent) of the cost: \(english.share) against "
        + "\(english.cost). \(below)\(marked(costIsEstimate, .english)) of \(all) schools get less than "
        + "their cost."
        + without.english,
      cy: "\(run.welsh): cwmpesir \(welsh.percent) o'r gost: \(welsh.share) o gymharu â "
        + "\(welsh.cost). Ysgolion sy'n cael llai na'u cost: "
        + "\(below)\(marked(costIsEstimate, .welsh)) o \(all)."
        + without.welsh)
  }

  /// The map of gaps.
  static func gapByAuthority(_ run: BilingualText) -> BilingualText {
    BilingualText(
      en: "Share less cost, per pupil: \(run.english)",
      cy: "Cyfran namyn cost, fesul disgybl: \(run.welsh)")
  }

  /// The gap of every school by its size.
  static func gapBySize(_ run: BilingualText) -> BilingualText {
    BilingualText(
      en: "Share less cost, per pupil, by size of school: \(run.english)",
      cy: "Cyfran namyn cost, fesul disgybl, yn ôl maint yr ysgol: \(run.welsh)")
  }

  /// The schools that are shortest of their cost.
  static func furthestBelow(_ run: BilingualText) -> BilingualText {
    BilingualText(
      en: "Schools with the lowest share less cost per pupil: \(run.english)",
      cy: "Ysgolion â'r gyfran namyn cost isaf fesul disgybl: \(run.welsh)")
  }

  /// The schools that get most beyond their cost.
  static func furthestAbove(_ run: BilingualText) -> BilingualText {
    BilingualText(
      en: "Schools with the highest share less cost per pupil: \(run.english)",
      cy: "Ysgolion â'r gyfran namyn cost uchaf fesul disgybl: \(run.welsh)")
  }

  /// What a cost is made of.
  static func byLine(_ year: FundingYear?) -> BilingualText {
    let year = year.map { ", \($0)" } ?? ""
    return BilingualText(
      en: "What the cost is made of, pounds per pupil\(year)",
      cy: "O beth y mae'r gost, punnoedd fesul disgybl\(year)")
  }
}
