import FundingModel

/// Every sentence of a summary or statement, in both languages.
///
/// The Welsh puts figures after nouns and a colon, so that no mutation depends on a figure.
enum Sentences {
  /// Which schools and pupils.
  static func data(schools: Int, pupils: Int64) -> BilingualText {
    BilingualText(
      en: "Schools: \(Prose.whole(schools)). Pupils on roll: \(Prose.whole(pupils)).",
      cy: "Ysgolion: \(Prose.whole(schools)). Disgyblion ar y gofrestr: \(Prose.whole(pupils)).")
  }

  /// That the schools are not real.
  static let modelledSchools = BilingualText(
    en: "The schools are modelled to match published totals: they are not real schools.",
    cy:
      "Ysgolion wedi'u modelu i gyfateb i gyfansymiau cyhoeddedig yw'r rhain: nid ysgolion go iawn."
  )

  /// That one school is not real.
  static let modelledSchool = BilingualText(
    en: "This school is modelled: it is not a real school.",
    cy: "Mae'r ysgol hon wedi'i modelu: nid ysgol go iawn yw hi.")

  /// What was estimated.
  static func estimates(_ estimates: [Estimate]) -> BilingualText {
    func list(_ language: Language) -> String {
      estimates.map { Names.field($0.what, language) }.joined(separator: "; ")
    }
    return BilingualText(
      en:
        "Estimated, not read from data: \(list(.english)). How, and from which figures: run.json.",
      cy:
        "Amcangyfrifwyd, heb eu darllen o ddata: \(list(.welsh)). Sut, ac o ba ffigurau: run.json."
    )
  }

  /// That nothing was estimated.
  static let noEstimates = BilingualText(
    en: "No figure of a school or pupil was estimated.",
    cy: "Ni amcangyfrifwyd yr un ffigur am ysgol na disgybl.")

  /// How many schools lie below a benchmark.
  ///
  /// - Parameters:
  ///   - row: The figures.
  ///   - run: The run's name, with its year where there are several.
  ///   - isPublished: Whether the amounts are the published budgets.
  /// - Returns: The sentence.
  static func parity(_ row: ParityRow, by run: String, isPublished: Bool) -> BilingualText {
    let benchmark = Prose.shortPounds(row.benchmark)
    let percent = row.belowPercent.map { " (\(Prose.percent($0)))" } ?? ""
    let count = "\(Prose.whole(row.below))"
    let all = Prose.whole(row.schools)
    let sector = row.sector.map(sectorSchools) ?? BilingualText(en: "schools", cy: "Ysgolion")
    let verb = row.below == 1 ? "is" : "are"
    let by = BilingualText(
      en: isPublished ? "published budget" : "run \(run)",
      cy: isPublished ? "y gyllideb gyhoeddedig" : "rhediad \(run)")
    return BilingualText(
      en: "\(count) of \(all) \(sector.english)\(percent) \(verb) below \(benchmark) per pupil "
        + "by \(by.english).",
      cy: "\(sector.welsh) o dan \(benchmark) fesul disgybl yn ôl \(by.welsh): "
        + "\(count) o \(all)\(percent).")
  }

  private static func sectorSchools(_ sector: String) -> BilingualText {
    switch sector {
    case "nursery": BilingualText(en: "nursery schools", cy: "Ysgolion meithrin")
    case "primary": BilingualText(en: "primary schools", cy: "Ysgolion cynradd")
    case "middle": BilingualText(en: "all-age (middle) schools", cy: "Ysgolion pob oed (canol)")
    case "secondary": BilingualText(en: "secondary schools", cy: "Ysgolion uwchradd")
    case "special": BilingualText(en: "special schools", cy: "Ysgolion arbennig")
    default: BilingualText(en: "schools (\(sector))", cy: "Ysgolion (\(sector))")
    }
  }

  /// Where a benchmark comes from.
  static func benchmarkSource(_ source: FundingSource) -> BilingualText {
    let text = source.title + (source.publisher.map { " (\($0))" } ?? "")
    return BilingualText(en: "Benchmark: \(text).", cy: "Meincnod: \(text).")
  }

  /// All authorities' budget in one run; nil where it is not known.
  static func delegation(_ row: BudgetRow) -> BilingualText? {
    guard let delegated = row.delegated, let retained = row.retained, let gross = row.gross,
      let unallocated = row.line(.unallocated)
    else { return nil }
    let rate =
      row.delegationRate.flatMap(Names.percent)
      .map { " (\(Prose.percent($0, places: 2)))" } ?? ""
    let rest = unallocated == .zero ? nil : Prose.pounds(unallocated)
    let estimates = ColumnWords.list(row.estimated)
    let effective = row.effectiveDelegated.map { amount in
      let rate = row.effectiveDelegationRate.flatMap(Names.percent)
      return Prose.pounds(amount) + (rate.map { " (\(Prose.percent($0, places: 2)))" } ?? "")
    }
    return BilingualText(
      en: "\(Names.run(row.run, .english)), \(row.year): "
        + "delegated \(Prose.pounds(delegated))\(rate), "
        + "retained centrally \(Prose.pounds(retained)), "
        + (rest.map { "not yet allocated \($0), " } ?? "") + "gross \(Prose.pounds(gross))."
        + (effective.map {
          " Effectively delegated, without mandatory buy-backs and in-and-out money: \($0)."
        } ?? "")
        + (row.estimated.isEmpty ? "" : " Estimated: \(estimates.english)."),
      cy: "\(Names.run(row.run, .welsh)), \(row.year): "
        + "dirprwyedig \(Prose.pounds(delegated))\(rate), "
        + "a gedwir yn ganolog \(Prose.pounds(retained)), "
        + (rest.map { "heb ei ddyrannu eto \($0), " } ?? "") + "gros \(Prose.pounds(gross))."
        + (effective.map {
          " Dirprwyedig mewn gwirionedd, heb bryniannau yn ôl gorfodol nac arian i mewn ac "
            + "allan: \($0)."
        } ?? "")
        + (row.estimated.isEmpty ? "" : " Amcangyfrifon: \(estimates.welsh)."))
  }

  /// That authorities' own lines were not given, or only some authorities'.
  static func delegationNotGiven(authorities given: Int, of all: Int) -> BilingualText {
    if given == 0 {
      return BilingualText(
        en: "Not given: no data on what authorities keep centrally or devolve, so there is no "
          + "delegated amount, retained amount or delegation rate.",
        cy: "Heb ei roi: nid oes data am yr hyn y mae awdurdodau yn ei gadw'n ganolog neu'n ei "
          + "ddatganoli, felly nid oes swm dirprwyedig, swm a gedwir na chyfradd ddirprwyo.")
    }
    return BilingualText(
      en:
        "Not given for all authorities together: only \(given) of \(all) authorities have data on what they "
        + "keep centrally or devolve; their figures are in authorities.csv.",
      cy:
        "Heb ei roi ar gyfer yr holl awdurdodau gyda'i gilydd. Awdurdodau â data am yr hyn a gedwir yn ganolog neu a "
        + "ddatganolir: \(given) o \(all); mae eu ffigurau yn authorities.csv.")
  }

  /// Why a school is left out.
  static func reason(_ reason: SchoolLeftOut.Reason) -> BilingualText {
    switch reason {
    case .noPupils:
      BilingualText(
        en: "no pupils in the data: not funded", cy: "dim disgyblion yn y data: heb ei chyllido")
    case .noBudget:
      BilingualText(
        en: "no published budget: funded, not compared with one",
        cy: "dim cyllideb gyhoeddedig: wedi'i chyllido, heb ei chymharu ag un")
    }
  }

  /// How many more schools are left out than are listed.
  static func moreLeftOut(_ count: Int) -> BilingualText {
    BilingualText(
      en: "and \(Prose.whole(count)) more: all are in run.json",
      cy: "a rhagor (\(Prose.whole(count))): mae pob un yn run.json")
  }

  /// What a change per pupil in the table of authorities is.
  static func changesAgainst(_ baseline: BilingualText) -> BilingualText {
    BilingualText(
      en: "Changes are the differences of the amounts shown, against \(baseline.english).",
      cy: "Newidiadau: y gwahaniaeth rhwng y symiau a ddangosir, o gymharu â: \(baseline.welsh).")
  }

  /// That two runs do not cover the same number of schools.
  static func otherSchools(run: BudgetRow, baseline: BudgetRow) -> BilingualText {
    func words(_ language: Language) -> String {
      [baseline, run].map { "\(Names.run($0.run, language)) \(Prose.whole($0.schools))" }
        .joined(separator: ", ")
    }
    return BilingualText(
      en: "Not the same schools throughout, so changes per pupil are partly due to that: schools "
        + "in \(words(.english)).",
      cy: "Nid yr un ysgolion sydd ym mhob rhediad, ac mae hynny'n rhan o'r newid fesul disgybl. "
        + "Ysgolion: \(words(.welsh)).")
  }

  /// Which run is held against which.
  static func held(run: String, against baseline: BilingualText, year: FundingYear)
    -> BilingualText
  {
    BilingualText(
      en: "\(run) against \(baseline.english), \(year):",
      cy: "\(run) o gymharu â: \(baseline.welsh), \(year):")
  }

  /// That nothing was compared.
  static let nothingCompared = BilingualText(
    en: "Nothing was compared: the scenario has one run.",
    cy: "Ni chymharwyd dim: un rhediad sydd yn y senario.")

  /// How an exact amount became pennies.
  static func rounded(_ exact: Rational, to amount: Money) -> BilingualText {
    BilingualText(
      en: "exactly \(Prose.pounds(exact)), rounded to \(Prose.pounds(amount))",
      cy: "yn union \(Prose.pounds(exact)), wedi'i dalgrynnu i \(Prose.pounds(amount))")
  }

  /// What a formula's status means.
  static func meaning(of status: Formula.Status) -> BilingualText {
    switch status {
    case .published:
      BilingualText(
        en: "published: its figures are the authority's own",
        cy: "cyhoeddedig: ffigurau'r awdurdod ei hun")
    case .fitted:
      BilingualText(
        en: "fitted: some rates are estimates from published budgets, not the authority's own",
        cy:
          "wedi'i ffitio: amcangyfrifon o gyllidebau cyhoeddedig yw rhai cyfraddau, nid rhai'r awdurdod ei hun"
      )
    case .illustrative:
      BilingualText(
        en: "illustrative: its figures were made up to show something",
        cy: "enghreifftiol: lluniwyd ei ffigurau i ddangos rhywbeth")
    }
  }

  /// That the lines add up to the share.
  static let addsUp = BilingualText(
    en: "The lines above add up to the share, to the penny.",
    cy: "Mae'r llinellau uchod yn adio i'r gyfran, i'r geiniog.")

  /// The same of a sum that is no share.
  static let addsUpToTotal = BilingualText(
    en: "The lines above add up to this total, to the penny.",
    cy: "Mae'r llinellau uchod yn adio i'r cyfanswm hwn, i'r geiniog.")
}
