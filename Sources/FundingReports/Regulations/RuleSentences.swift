import FundingModel

/// Every sentence about rules, in both languages.
enum RuleSentences {
  static func title(_ rules: FormulaRules) -> BilingualText {
    BilingualText(
      en: "Rules of \(rules.year) for \(rules.formula.path), rates of \(rules.rateYear)",
      cy: "Rheolau \(rules.year) ar gyfer \(rules.formula.path), cyfraddau \(rules.rateYear)")
  }

  static func tableTitle(_ year: FundingYear) -> BilingualText {
    BilingualText(en: "Rules of \(year)", cy: "Rheolau \(year)")
  }

  static let noAdvice = BilingualText(
    en: "An arithmetic reading, no legal advice.",
    cy: "Darlleniad rhifyddol, nid cyngor cyfreithiol.")

  static func noRules(_ year: FundingYear) -> BilingualText {
    BilingualText(
      en: "No rule is known here for \(year): nothing was checked.",
      cy: "Nid oes rheol yn hysbys yma ar gyfer \(year): ni wiriwyd dim.")
  }

  /// What became of a rule that is not worked out.
  static func notChecked(_ standing: FundingRule.Standing) -> BilingualText {
    switch standing {
    case .read:
      BilingualText(
        en: "Read; no figure here shows it", cy: "Wedi'i ddarllen; nid oes ffigur yma a'i dengys")
    case .described:
      BilingualText(
        en: "Known from the government's own description; no figure here shows it: not checked",
        cy: "Yn hysbys o ddisgrifiad y llywodraeth; nid oes ffigur yma a'i dengys: heb ei wirio")
    case .notRead: BilingualText(en: "Not read, not checked", cy: "Heb ei ddarllen, heb ei wirio")
    }
  }

  static let noSchools = BilingualText(
    en: "Not worked out: no schools were given that the formula funds, special schools apart.",
    cy: "Heb ei gyfrifo: ni roddwyd ysgolion y mae'r fformiwla'n eu cyllido, ar wahân i ysgolion "
      + "arbennig.")

  /// The regulation's letter and what it is for; nil for what counts under none.
  static func way(_ tag: RegulationTag) -> BilingualText {
    switch tag {
    case .pupilNumbers: BilingualText(en: "(a) pupil numbers", cy: "(a) niferoedd disgyblion")
    case .sameAge:
      BilingualText(
        en: "(b) the same for pupils of the same age", cy: "(b) yr un fath i ddisgyblion o'r un oed"
      )
    case .nurseryPlaces:
      BilingualText(en: "(c) nursery classes", cy: "(c) dosbarthiadau meithrin")
    case .alnUnstatemented:
      BilingualText(
        en: "(d) needs without a statement", cy: "(d) anghenion heb ddatganiad")
    case .alnPlaces:
      BilingualText(
        en: "(e) places reserved for needs", cy: "(e) lleoedd wedi'u cadw ar gyfer anghenion")
    case .alnStatemented:
      BilingualText(en: "(f) pupils with statements", cy: "(f) disgyblion â datganiadau")
    case .other: BilingualText(en: "none of these", cy: "dim un o'r rhain")
    }
  }

  static func counted(_ part: RegulationReading.Part, _ reading: RegulationReading)
    -> BilingualText
  {
    let counted = Prose.pounds(part.counted)
    let base = Prose.pounds(reading.capBase)
    return BilingualText(
      en: "of which \(counted) counts: at most \(RegulationReading.unstatementedPercent)% of the "
        + "\(base) allocated to primary and secondary schools",
      cy: "y mae \(counted) ohono'n cyfrif: hyd at \(RegulationReading.unstatementedPercent)% o'r "
        + "\(base) a ddyrennir i ysgolion cynradd ac uwchradd")
  }

  static let numerator = BilingualText(
    en: "Led by pupils: (a) to (f)", cy: "Dan arweiniad disgyblion: (a) i (f)")
  static let denominator = BilingualText(
    en: "Of all their budget shares", cy: "O'u holl gyfrannau o'r gyllideb")

  static func schools(_ count: Int) -> BilingualText {
    BilingualText(
      en: "Schools read: \(Prose.whole(count)), special schools left out. Nothing held back under "
        + "regulation 8(2) is known here.",
      cy: "Ysgolion a ddarllenwyd: \(Prose.whole(count)), heb ysgolion arbennig. Nid oes dim a "
        + "gedwir yn ôl o dan reoliad 8(2) yn hysbys yma.")
  }

  static func result(_ share: Rational, isMet: Bool) -> BilingualText {
    let percent = Names.percent(share).map { Prose.percent($0, places: 2) } ?? "–"
    return BilingualText(
      en: "\(percent): \(isMet ? "at least" : "BELOW") \(RegulationReading.least)%",
      cy: "\(percent): \(isMet ? "o leiaf" : "ISLAW") \(RegulationReading.least)%")
  }

  static func field(_ name: String) -> BilingualText {
    switch name {
    case "fsm": Word.freeSchoolMeals.text
    case "wimd_decile": BilingualText(en: "home area", cy: "ardal gartref")
    default: BilingualText(en: name, cy: name)
    }
  }

  static func found(_ factor: NeedAmountReading.Found, in status: Formula.Status)
    -> BilingualText
  {
    func text(_ language: Language) -> String {
      let fields = factor.fields.map { field($0)[language] }.joined(separator: ", ")
      let assumed = status == .fitted ? assumedFactor : ownFactor
      let basis = (factor.isPublished ? publishedFactor : assumed)[language]
      return "\(factor.title[language]) (\(factor.factor)): \(fields); \(basis)"
    }
    return BilingualText(en: text(.english), cy: text(.welsh))
  }

  static let publishedFactor = BilingualText(
    en: "published by the source named", cy: "cyhoeddwyd gan y ffynhonnell a enwir")
  static let assumedFactor = BilingualText(en: "assumed in this file", cy: "tybiwyd yn y ffeil hon")

  static let ownFactor = BilingualText(en: "the formula's own", cy: "un y fformiwla ei hun")

  static func others(_ names: [String]) -> BilingualText {
    let list = names.joined(separator: ", ")
    return BilingualText(
      en: "For deprivation, but by something else, to be read by hand: \(list)",
      cy: "At amddifadedd, ond yn ôl rhywbeth arall, i'w darllen â llaw: \(list)")
  }

  static func paid(_ amounts: [NeedAmountReading.SectorAmount], isEstimate: Bool) -> BilingualText {
    func text(_ language: Language) -> String {
      amounts.map { "\(Names.sector($0.sector, language)) \(Prose.pounds($0.amount))" }
        .joined(separator: ", ") + (isEstimate ? " (\(Word.estimate[language]))" : "")
    }
    return BilingualText(en: "They pay: \(text(.english))", cy: "Maent yn talu: \(text(.welsh))")
  }

  static func verdict(_ verdict: NeedAmountReading.Verdict) -> BilingualText {
    switch verdict {
    case .found:
      BilingualText(
        en: "There is such an amount: the formula need not change for this.",
        cy: "Mae swm o'r fath: nid oes rhaid newid y fformiwla ar gyfer hyn.")
    case .partial:
      BilingualText(
        en: "There is such an amount, but not in every sector: to be looked at before April 2027.",
        cy: "Mae swm o'r fath, ond nid ym mhob sector: i'w ystyried cyn Ebrill 2027.")
    case .assumed:
      BilingualText(
        en: "Not known: this file assumes such an amount, no publication says that the authority's "
          + "formula has one.",
        cy:
          "Nid yw'n hysbys: mae'r ffeil hon yn tybio swm o'r fath, ond ni ddywed yr un cyhoeddiad "
          + "fod un yn fformiwla'r awdurdod.")
    case .missing:
      BilingualText(
        en: "There is NO such amount: the formula would need to change by April 2027.",
        cy: "NID OES swm o'r fath: byddai angen newid y fformiwla erbyn Ebrill 2027.")
    }
  }

  static func shortVerdict(_ verdict: NeedAmountReading.Verdict) -> BilingualText {
    switch verdict {
    case .found: BilingualText(en: "no", cy: "nac oes")
    case .partial: BilingualText(en: "look", cy: "ystyried")
    case .assumed: BilingualText(en: "not known", cy: "ddim yn hysbys")
    case .missing: BilingualText(en: "YES", cy: "OES")
    }
  }

  static let mustChange = BilingualText(en: "Must change?", cy: "Angen newid?")
  static let needAmount = BilingualText(en: "Amount for need", cy: "Swm ar gyfer angen")
  static let basis = BilingualText(en: "Factor is", cy: "Y ffactor")
  static let unpaid = BilingualText(en: "Pays nothing to", cy: "Dim i")
  static let shortPublished = BilingualText(en: "published", cy: "cyhoeddedig")
  static let shortAssumed = BilingualText(en: "assumed", cy: "tybiedig")
  static let shortOwn = BilingualText(en: "its own", cy: "ei hun")
  static let wholePounds = BilingualText(
    en:
      "(a) to (f): amounts of regulation 23, to the nearest pound; a formula checked alone shows the "
      + "pennies and what each stands for.",
    cy:
      "(a) i (f): symiau rheoliad 23, i'r bunt agosaf; mae fformiwla a wirir ar ei phen ei hun yn "
      + "dangos y ceiniogau ac ystyr pob un.")
  static let pupilLed = BilingualText(en: "Share", cy: "Cyfran")
  static let seventy = BilingualText(en: "70%", cy: "70%")
  static let met = BilingualText(en: "at least", cy: "o leiaf")
  static let below = BilingualText(en: "BELOW", cy: "ISLAW")

  static let explanation = BilingualText(
    en:
      "Must change? no: there is such an amount. look: it pays nothing in some sector. YES: there "
      + "is none, the formula would need to change by April 2027. not known: this file assumes the "
      + "factor; no publication says that the authority's formula has it.",
    cy:
      "Angen newid? nac oes: mae swm o'r fath. ystyried: nid yw'n talu dim mewn rhyw sector. OES: "
      + "nid oes un, a byddai angen newid y fformiwla erbyn Ebrill 2027. ddim yn hysbys: mae'r ffeil "
      + "hon yn tybio'r ffactor; ni ddywed yr un cyhoeddiad ei fod yn fformiwla'r awdurdod.")

  static let estimates = BilingualText(
    en: "* estimates: some or all of the rates are fitted to published budgets.",
    cy:
      "* amcangyfrifon: mae rhai o'r cyfraddau, neu bob un, wedi'u ffitio i gyllidebau cyhoeddedig."
  )

  static let source = BilingualText(en: "Source", cy: "Ffynhonnell")
}
