import FundingModel

/// The sentences about measures and families, in both languages.
enum StaffingSentences {
  static let title = BilingualText(
    en: "Integrated curriculum and financial planning",
    cy: "Cynllunio integredig ar gyfer y cwricwlwm a chyllid")
  static let overview = BilingualText(en: "Schools at a glance", cy: "Cipolwg ar yr ysgolion")
  static let school = BilingualText(en: "School", cy: "Ysgol")
  static let measure = BilingualText(en: "Measure", cy: "Mesur")
  static let value = BilingualText(en: "Value", cy: "Gwerth")
  static let band = BilingualText(en: "Band", cy: "Band")
  static let familySchools = BilingualText(en: "Family", cy: "Teulu")
  static let lower = BilingualText(en: "Lower quartile", cy: "Chwartel isaf")
  static let median = BilingualText(en: "Median", cy: "Canolrif")
  static let upper = BilingualText(en: "Upper quartile", cy: "Chwartel uchaf")
  /// The lower quartile in a narrow table.
  static let short25 = BilingualText(en: "P25", cy: "P25")
  /// The upper quartile in a narrow table.
  static let short75 = BilingualText(en: "P75", cy: "P75")
  static let measures = BilingualText(
    en: "How each measure is worked out", cy: "Sut y cyfrifir pob mesur")
  static let empty = BilingualText(en: "Measures without a value", cy: "Mesurau heb werth")
  static let ranges = BilingualText(en: "Ranges and targets", cy: "Ystodau a thargedau")
  static let noFamily = BilingualText(
    en: "no family, since its sector is not given", cy: "dim teulu, gan na roddir ei sector")

  /// That figures are made up.
  static let madeUp = BilingualText(
    en: "MADE UP: these schools and their figures are invented, to show how the measures work.",
    cy:
      "WEDI'U CREU: dychmygol yw'r ysgolion hyn a'u ffigurau, i ddangos sut mae'r mesurau'n gweithio."
  )

  /// What a band is.
  static let bandMeaning = BilingualText(
    en:
      "A band says where a value lies against a range, not whether that is good or bad. Bands go by "
      + "exact values; what is shown is rounded, halves away from zero.",
    cy:
      "Dweud ble mae gwerth o'i gymharu ag ystod y mae band, nid a yw hynny'n dda neu'n ddrwg. Yn ôl "
      + "yr union werthoedd y pennir bandiau; talgrynnir yr hyn a ddangosir, haneri i ffwrdd o sero."
  )

  /// What a family and its quartiles are.
  static func familyMeaning(_ rule: FamilyRule) -> BilingualText {
    let dropped = rule.dropped
    func list(_ language: Language) -> String {
      dropped.map { StaffingNames.criterion($0)[language] }.joined(separator: ", ")
    }
    return BilingualText(
      en: "A family is every school of the file that is alike in sector, size, language and "
        + "deprivation. With fewer than \(rule.smallest) schools it gives up, in this order, until they "
        + "are enough: \(list(.english)); never the sector, so all-age schools are only with all-age "
        + "schools. A quartile is a school's own value: the smallest that a quarter (a half, three "
        + "quarters) of the schools do not exceed. No quartiles are told of fewer than \(rule.smallest). "
        + "Measures by the period are set only against schools of the same timetable cycle.",
      cy:
        "Teulu yw pob ysgol yn y ffeil sy'n debyg o ran sector, maint, iaith ac amddifadedd. Os oes "
        + "llai o ysgolion na \(rule.smallest), hepgorir y rhain, yn y drefn hon, nes bod digon: "
        + "\(list(.welsh)); byth y sector, felly dim ond gydag ysgolion pob oed y cymherir ysgolion pob "
        + "oed. Gwerth ysgol ei hun yw chwartel: y lleiaf nad yw chwarter (hanner, tri chwarter) yr "
        + "ysgolion yn uwch nag ef. Ni roddir chwarteli am lai na \(rule.smallest). Dim ond ysgolion â'r "
        + "un cylch amserlen a gymherir o ran mesurau fesul cyfnod.")
  }

  /// Why a family is wider than the whole rule.
  static func widening(_ widening: FamilyWidening) -> BilingualText {
    switch widening {
    case .unknown(let criterion):
      let name = StaffingNames.criterion(criterion)
      return BilingualText(
        en: "\(name.english) not known", cy: "\(name.welsh): anhysbys")
    case .tooFew(let criterion):
      let name = StaffingNames.criterion(criterion)
      return BilingualText(
        en: "\(name.english) given up, too few schools",
        cy: "\(name.welsh): hepgorwyd, rhy ychydig o ysgolion")
    }
  }

  /// Why a measure has no value; nil where it has one.
  static func reason(_ value: MeasureValue) -> BilingualText? {
    func list(_ figures: [StaffingFigure]) -> String {
      figures.map(\.rawValue).joined(separator: ", ")
    }
    return switch value {
    case .value: nil
    case .missing(let figures):
      BilingualText(en: "not given: \(list(figures))", cy: "heb ei roi: \(list(figures))")
    case .dividesByZero(let figures):
      BilingualText(en: "nought: \(list(figures))", cy: "sero: \(list(figures))")
    case .keptBack(.fewTeachers(let teachers)): keptBack(fewerThan: teachers)
    case .keptBack(.fewPupils):
      BilingualText(
        en: "kept back: it could tell of a few pupils",
        cy: "a gedwir yn ôl: gallai ddatgelu ychydig o ddisgyblion")
    }
  }

  /// A range or target and where it comes from.
  static func steps(_ bands: MeasureBands, _ language: Language) -> String {
    let unit = bands.measure.unit
    func limit(_ value: Rational) -> String {
      value.description + (unit == .percent ? "%" : "")
    }
    var last: Rational?
    return bands.steps.map { step in
      defer { last = step.below }
      let name = StaffingNames.band(step.band)[language]
      if let below = step.below {
        return last.map { "\(name): \(limit($0)) ≤ x < \(limit(below))" }
          ?? "\(name): x < \(limit(below))"
      }
      return last.map { "\(name): x ≥ \(limit($0))" } ?? name
    }.joined(separator: "; ")
  }

  /// The targets.
  static func targets(_ bands: StaffingBands) -> [BilingualText] {
    func sentence(_ name: BilingualText, _ target: StaffingTarget) -> BilingualText {
      func words(_ language: Language) -> String {
        let estimate = target.isEstimate ? " (\(Word.estimate[language]))" : ""
        let source =
          source(target.source, of: bands)
          ?? BilingualText(en: "given on the command line", cy: "a roddwyd ar y llinell orchymyn")[
            language]
        return "\(name[language]): \(target.value)\(estimate). \(source)"
      }
      return BilingualText(en: words(.english), cy: words(.welsh))
    }
    return [
      sentence(
        BilingualText(en: "Target contact ratio", cy: "Cymhareb cyswllt darged"),
        bands.contactRatio),
      sentence(
        BilingualText(
          en: "Pupils a class in the basic curriculum",
          cy: "Disgyblion fesul dosbarth yn y cwricwlwm sylfaenol"), bands.pupilsPerClass),
    ]
  }

  /// A source by its key; nil where there is none.
  static func source(_ key: String?, of bands: StaffingBands) -> String? {
    bands.sources.first { $0.key == key }.map { source in
      ([source.title] + [source.publisher].compactMap { $0 }).joined(separator: ", ")
    }
  }
}
