import FundingModel

/// What the page on fidelity says of what errors depend on, in both languages.
enum ResidualWords {
  static let title = BilingualText(
    en: "What the errors depend on", cy: "Yr hyn y mae'r gwallau'n dibynnu arno")

  /// What the section means.
  static let meaning = BilingualText(
    en: "*Above* is the middle of published ÷ held-out − 1: a group far from the sector's own "
      + "middle is one that the formulae pay too little or too much. Where the last lines of a "
      + "sector hardly lower its median, no formula that goes by these facts can do much better: "
      + "what is left is each school's own, which no public figure tells.",
    cy: "Canol cyhoeddedig ÷ a ddaliwyd yn ôl − 1 yw *uwchlaw*: os yw grŵp ymhell o ganol y sector "
      + "ei hun, mae'r fformiwlâu'n talu rhy ychydig neu ormod iddo. Lle prin y mae llinellau "
      + "olaf sector yn gostwng ei ganolrif, ni all yr un fformiwla sy'n dilyn y ffeithiau hyn "
      + "wneud yn well o lawer: yr hyn sy'n perthyn i bob ysgol ei hun sydd ar ôl, ac nid oes "
      + "ffigur cyhoeddus a'i dengys.")

  /// The head of a sector's table.
  static func head(_ sector: BilingualText) -> [BilingualText] {
    [
      BilingualText(en: "\(sector.english), held out", cy: "\(sector.welsh), daliwyd yn ôl"),
      BilingualText(en: "schools", cy: "ysgolion"), BilingualText(en: "above", cy: "uwchlaw"),
      BilingualText(en: "median error", cy: "canolrif y gwallau"),
    ]
  }

  /// What schools are grouped by.
  static let pupils = BilingualText(en: "pupils", cy: "disgyblion")
  static let meals = BilingualText(en: "free school meals, %", cy: "prydau ysgol am ddim, %")
  static let pupilsPerTeacher = BilingualText(en: "pupils a teacher", cy: "disgyblion i bob athro")
  static let notGiven = BilingualText(en: "not given", cy: "heb ei roi")

  /// A band of figures; nil where it is open.
  static func band(from least: Double?, below limit: Double?) -> BilingualText {
    switch (least.map(FitFigures.plain), limit.map(FitFigures.plain)) {
    case (let least?, let limit?):
      BilingualText(en: "\(least) to \(limit)", cy: "\(least) i \(limit)")
    case (let least?, nil): BilingualText(en: "\(least) or more", cy: "\(least) neu fwy")
    case (nil, let limit?): BilingualText(en: "under \(limit)", cy: "o dan \(limit)")
    case (nil, nil): FitWords.all
    }
  }

  /// What would be left without each group's own middle.
  static func remaining(_ remaining: String, by grouping: String, of median: String)
    -> BilingualText
  {
    BilingualText(
      en: "With each group's own middle by \(grouping) taken out, the median would be "
        + "\(remaining) instead of \(median).",
      cy: "O dynnu canol pob grŵp ei hun (grwpiau yn ôl: \(grouping)), \(remaining) fyddai'r "
        + "canolrif yn lle \(median).")
  }
}
