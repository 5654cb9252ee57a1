import FundingModel

/// Every sentence of the comparison of formulae, in both languages.
enum ComparisonSentences {
  static let title = BilingualText(
    en: "What each formula pays the same schools",
    cy: "Yr hyn y mae pob fformiwla yn ei dalu i'r un ysgolion")

  /// What the reference schools are.
  static let schools = BilingualText(
    en: "The schools are made up, the same under every formula: pupils by year group, additional "
      + "learning needs, deprivation of the home area and English as an additional language as in "
      + "Wales's schools of the sector; English-medium, one site, open all year, no building of "
      + "known size. Each is given the formula's own authority, though it is none of its schools.",
    cy:
      "Ysgolion gwneud yw'r rhain, yr un fath o dan bob fformiwla: disgyblion yn ôl grŵp blwyddyn, "
      + "anghenion dysgu ychwanegol, amddifadedd yr ardal gartref a Saesneg fel iaith ychwanegol fel "
      + "yn ysgolion Cymru yn y sector; cyfrwng Saesneg, un safle, ar agor drwy'r flwyddyn, heb "
      + "adeilad o faint hysbys. Rhoddir iddynt awdurdod y fformiwla; nid ydynt yn ysgolion go iawn."
  )

  /// What the marks and columns of the tables mean.
  static let reading = BilingualText(
    en: "* estimates: some or all of the formula's rates are fitted to published budgets, and are "
      + "not the authority's own; for a size of school that the authority doesn't have they are "
      + "drawn out beyond what they were fitted to, and so is what is worked out from them, such as "
      + "the ratio of dearest to cheapest. Amounts are pounds per pupil (heads), to the "
      + "nearest pound; --out writes the pennies. £0: the formula has factors of that purpose that "
      + "pay this school nothing; –: it has none. Cheapest and dearest are of the formulae for one "
      + "authority each, not of those for any.",
    cy: "* amcangyfrifon: mae rhai o gyfraddau'r fformiwla, neu bob un, wedi'u ffitio i gyllidebau "
      + "cyhoeddedig, ac nid rhai'r awdurdod ei hun ydynt; ar gyfer maint o ysgol nad yw gan yr "
      + "awdurdod, maent yn mynd y tu hwnt i'r hyn y cawsant eu ffitio iddo, ac felly hefyd yr hyn "
      + "a gyfrifir ohonynt, fel cymhareb y drutaf i'r rhataf. Punnoedd fesul disgybl "
      + "(fesul pen) yw'r symiau, i'r bunt agosaf; mae --out yn ysgrifennu'r ceiniogau. £0: mae gan "
      + "y fformiwla ffactorau at y diben hwnnw nad ydynt yn talu dim i'r ysgol hon; –: nid oes "
      + "ganddi'r un. O blith y fformiwlâu sydd bob un ar gyfer un awdurdod y daw'r rhataf "
      + "a'r drutaf, nid y rhai ar gyfer unrhyw awdurdod.")

  /// What the heads of the columns say.
  static let columns = BilingualText(
    en: "A column is a school: its pupils, and the share of them with free school meals (FSM).",
    cy: "Ysgol yw pob colofn: ei disgyblion, a'r gyfran ohonynt sy'n cael prydau ysgol am ddim "
      + "(PYADd).")

  static let perPupilIn = BilingualText(en: "Pounds per pupil", cy: "Punnoedd fesul disgybl")

  static let perPupil = BilingualText(
    en: "Pounds per pupil, free school meals \(ReferenceSchool.middleFreeMealsPercent)%",
    cy: "Punnoedd fesul disgybl, prydau ysgol am ddim \(ReferenceSchool.middleFreeMealsPercent)%")

  static func byPurpose(_ school: ReferenceSchool) -> BilingualText {
    func text(_ language: Language) -> String {
      "\(Names.reference(school, language)), \(freeMeals(school)[language])"
    }
    return BilingualText(
      en: "Pounds per pupil by purpose: \(text(.english))",
      cy: "Punnoedd fesul disgybl yn ôl diben: \(text(.welsh))")
  }

  static func freeMeals(_ school: ReferenceSchool) -> BilingualText {
    BilingualText(
      en: "free school meals \(school.freeMealsPercent)%",
      cy: "prydau ysgol am ddim \(school.freeMealsPercent)%")
  }

  static func schoolsOf(_ sector: String) -> BilingualText {
    switch sector {
    case "primary":
      BilingualText(en: "Primary schools, pupils:", cy: "Cynradd, disgyblion:")
    case "secondary":
      BilingualText(en: "Secondary schools, pupils:", cy: "Uwchradd, disgyblion:")
    default: BilingualText(en: sector, cy: sector)
    }
  }

  static let ranges = BilingualText(
    en: "Cheapest and dearest of the authorities' formulae, pounds per pupil",
    cy: "Y rhataf a'r drutaf o fformiwlâu'r awdurdodau, punnoedd fesul disgybl")
  static let school = BilingualText(en: "School", cy: "Ysgol")
  static let freeMealsHeader = BilingualText(en: "FSM", cy: "PYADd")
  static let cheapest = BilingualText(en: "Cheapest", cy: "Rhataf")
  static let dearest = BilingualText(en: "Dearest", cy: "Drutaf")
  static let ratio = BilingualText(en: "Ratio", cy: "Cymhareb")
  static let ratioRow = BilingualText(en: "Dearest ÷ cheapest", cy: "Drutaf ÷ rhataf")

  static let complexity = BilingualText(
    en: "How complex each formula is", cy: "Pa mor gymhleth yw pob fformiwla")
  static let complexityFormula = BilingualText(
    en: "All = factors + rates + values + adjustments + definitions + distinct functions + "
      + "conditions + aggregates, each counted as one. Values are those of the formula's year; a "
      + "condition is one comparison, flag or list of categories; an aggregate is a count, sum or "
      + "mean over pupils or schools, or a sum shared out.",
    cy: "Y cyfan = ffactorau + cyfraddau + gwerthoedd + addasiadau + diffiniadau + ffwythiannau "
      + "gwahanol + amodau + agregau, pob un yn cyfrif fel un. Gwerthoedd blwyddyn y fformiwla a "
      + "gyfrifir; un gymhariaeth, un faner neu un rhestr o gategorïau yw amod; cyfrif, swm neu "
      + "gymedr dros ddisgyblion neu ysgolion, neu swm a rennir, yw agreg.")
  static let cells = BilingualText(en: "Values", cy: "Gwerthoedd")
  static let adjustments = BilingualText(en: "Adjust.", cy: "Addasiadau")
  static let definitions = BilingualText(en: "Defin.", cy: "Diffiniadau")
  static let conditions = BilingualText(en: "Cond.", cy: "Amodau")
  static let aggregates = BilingualText(en: "Aggr.", cy: "Agregau")
  static let functionCount = BilingualText(en: "Funct.", cy: "Ffwyth.")
  static let score = BilingualText(en: "All", cy: "Y cyfan")

  static let notWorkedOut = BilingualText(en: "not worked out", cy: "heb ei gyfrifo")

  /// Why a formula can't be worked out for a reference school.
  static func reason(_ failure: ReferenceFailure) -> BilingualText {
    switch failure {
    case .otherSchools(let part):
      return BilingualText(
        en: "'\(part)' depends on the authority's other schools, which a reference school lacks",
        cy:
          "mae '\(part)' yn dibynnu ar ysgolion eraill yr awdurdod, nad oes gan ysgol wneud mohonynt"
      )
    case .noEarlierShare(let part):
      return BilingualText(
        en: "'\(part)' goes by an earlier share, which a reference school doesn't have",
        cy: "mae '\(part)' yn dibynnu ar gyfran gynharach, nad oes gan ysgol wneud mohoni")
    case .nothingPaid:
      return BilingualText(
        en: "no factor of the formula pays such a school anything",
        cy: "nid oes ffactor yn y fformiwla yn talu dim i ysgol o'r fath")
    case .evaluation(let failures):
      guard let first = failures.failures.first else { return notWorkedOut }
      if case .noColumn(let field, _) = first.reason { return lacking(field, first.part) }
      if case .noValue(let field, _) = first.reason { return lacking(field, first.part) }
      if case .noRate(let rate, let keys) = first.reason {
        let key = keys.joined(separator: ", ")
        return BilingualText(
          en: "rate '\(rate)' has no value for \(key) (in '\(first.part)')",
          cy: "nid oes gan y gyfradd '\(rate)' werth ar gyfer \(key) (yn '\(first.part)')")
      }
      return BilingualText(
        en: "'\(first.part)' can't be worked out for such a school",
        cy: "ni ellir cyfrifo '\(first.part)' ar gyfer ysgol o'r fath")
    }
  }

  private static func lacking(_ field: String, _ part: String) -> BilingualText {
    BilingualText(
      en: "'\(part)' needs '\(field)', which a reference school doesn't have",
      cy: "mae angen '\(field)' ar '\(part)', ac nid oes gan ysgol wneud mohono")
  }
}
