import FundingModel

extension Report {
  /// How equally, and how fittingly, money is spread.
  var equity: ReportPage.Section {
    var blocks: [ReportPage.Block] = [
      .paragraph(
        BilingualText(
          en: "Each measure weighs schools by their pupils. Horizontal equity asks whether schools "
            + "alike are funded alike; vertical equity whether greater need brings more money. Need is "
            + "eligibility for free school meals. The convention of each measure stands beside it.",
          cy: "Mae pob mesur yn pwyso ysgolion yn ôl nifer eu disgyblion. Mae tegwch llorweddol yn gofyn "
            + "a yw ysgolion tebyg yn cael eu cyllido'n debyg; mae tegwch fertigol yn gofyn a yw mwy o "
            + "angen yn dod â mwy o arian. Cymhwystra i gael prydau ysgol am ddim yw'r angen. Mae "
            + "confensiwn pob mesur wrth ei ochr."))
    ]
    if let lorenz { blocks.append(lorenz) }
    for unit in EquityRow.Unit.allCases {
      let sectors = [nil] + schools.sectorsFound.map(Optional.some)
      for sector in sectors where hasRows(unit, sector) {
        blocks.append(.table(equityTable(unit, sector), isFolded: !(unit == .school && sector == nil)))
      }
    }
    return ReportPage.Section(
      id: "equity", title: BilingualText(en: "Equity", cy: "Tegwch"), blocks: blocks)
  }

  private func hasRows(_ unit: EquityRow.Unit, _ sector: String?) -> Bool {
    result.equity.contains { $0.unit == unit && $0.sector == sector }
  }

  private func equityTable(_ unit: EquityRow.Unit, _ sector: String?) -> ReportPage.Table {
    let rows = result.equity.filter { $0.unit == unit && $0.sector == sector }
    let shown = runs.filter { run in rows.contains { $0.run == run.run && $0.year == run.year } }
    struct Key: Hashable {
      let measure: String
      let convention: String
    }
    var keys: [Key] = []
    var values: [Key: [String: EquityRow]] = [:]
    for row in rows {
      let key = Key(measure: row.measure, convention: row.convention)
      if values[key] == nil { keys.append(key) }
      values[key, default: [:]]["\(row.run) \(row.year)"] = row
    }
    let who: BilingualText =
      switch unit {
      case .school: BilingualText(en: "Between schools", cy: "Rhwng ysgolion")
      case .authority: BilingualText(en: "Between authorities", cy: "Rhwng awdurdodau")
      }
    let name = sector.map(ReportSentences.sector) ?? BilingualText(en: "all sectors", cy: "pob sector")
    return ReportPage.Table(
      caption: BilingualText(
        en: "\(who.english): \(name.english.lowercased())",
        cy: "\(who.welsh): \(name.welsh.lowercased())"),
      head: [
        BilingualText(en: "Measure", cy: "Mesur"), BilingualText(en: "Convention", cy: "Confensiwn"),
      ] + shown.map(\.label), words: 2,
      rows: keys.map { key in
        ReportPage.Row(
          [.init(EquityWords.measure(key.measure)), .init(EquityWords.convention(key.convention))]
            + shown.map { run in
              let value = values[key]?["\(run.run) \(run.year)"]?.value
              return .init(EquityWords.figure(value, of: key.measure))
            })
      })
  }
}

/// What measures of equity are called, and how they are written.
enum EquityWords {
  /// A measure's name; as the files write it where it has none yet.
  static func measure(_ measure: String) -> BilingualText {
    names[measure] ?? ReportSentences.same(measure)
  }

  private static let names: [String: BilingualText] = [
    "mean": BilingualText(en: "Mean, £ per pupil", cy: "Cymedr, £ fesul disgybl"),
    "median": BilingualText(en: "Median, £ per pupil", cy: "Canolrif, £ fesul disgybl"),
    "p5": BilingualText(en: "5th percentile, £", cy: "5ed canradd, £"),
    "p95": BilingualText(en: "95th percentile, £", cy: "95fed canradd, £"),
    "range": BilingualText(en: "Range, £", cy: "Amrediad, £"),
    "restricted_range": BilingualText(en: "Restricted range, £", cy: "Amrediad cyfyngedig, £"),
    "federal_range_ratio": BilingualText(en: "Federal range ratio", cy: "Cymhareb amrediad ffederal"),
    "standard_deviation": BilingualText(en: "Standard deviation, £", cy: "Gwyriad safonol, £"),
    "coefficient_of_variation": BilingualText(
      en: "Coefficient of variation", cy: "Cyfernod amrywiad"),
    "gini": BilingualText(en: "Gini coefficient (0: all alike)", cy: "Cyfernod Gini (0: pawb yr un fath)"),
    "theil": BilingualText(en: "Theil’s T", cy: "T Theil"),
    "theil_within": BilingualText(en: "Theil’s T, within", cy: "T Theil, o fewn"),
    "theil_between": BilingualText(en: "Theil’s T, between", cy: "T Theil, rhwng"),
    "mean_log_deviation": BilingualText(
      en: "Mean log deviation", cy: "Gwyriad logarithmig cymedrig"),
    "mean_log_deviation_within": BilingualText(
      en: "Mean log deviation, within", cy: "Gwyriad logarithmig cymedrig, o fewn"),
    "mean_log_deviation_between": BilingualText(
      en: "Mean log deviation, between", cy: "Gwyriad logarithmig cymedrig, rhwng"),
    "atkinson": BilingualText(en: "Atkinson’s index", cy: "Indecs Atkinson"),
    "mcloone": BilingualText(en: "McLoone’s index", cy: "Indecs McLoone"),
    "verstegen": BilingualText(en: "Verstegen’s index", cy: "Indecs Verstegen"),
    "adequacy": BilingualText(en: "Adequacy index", cy: "Indecs digonolrwydd"),
    "progressivity": BilingualText(
      en: "Vertical: more for pupils in need, £", cy: "Fertigol: mwy i ddisgyblion mewn angen, £"),
    "need_slope": BilingualText(
      en: "Vertical: slope on the share in need, £", cy: "Fertigol: goledd ar y gyfran mewn angen, £"),
    "need_correlation": BilingualText(
      en: "Vertical: correlation with need", cy: "Fertigol: cydberthyniad ag angen"),
    "concentration": BilingualText(
      en: "Vertical: concentration index", cy: "Fertigol: indecs crynodiad"),
  ]

  /// A convention in both languages; as the files write it where it has no other words.
  static func convention(_ convention: String) -> BilingualText {
    conventions[convention]
      ?? ReportSentences.same(
        Rational(decimal: convention).flatMap { amount in
          convention.contains(".00") ? (try? amount.roundedToPenny()).map(Prose.shortPounds) : nil
        } ?? convention)
  }

  private static let conventions: [String: BilingualText] = [
    "smallest amount whose pupils reach the share": BilingualText(
      en: "smallest amount whose pupils reach the share",
      cy: "y swm lleiaf y mae ei ddisgyblion yn cyrraedd y gyfran"),
    "authorities": BilingualText(en: "authorities", cy: "awdurdodau"),
    "median included": BilingualText(en: "median included", cy: "gan gynnwys y canolrif"),
    "median excluded": BilingualText(en: "median excluded", cy: "heb y canolrif"),
    "exact half": BilingualText(en: "exact half", cy: "union hanner"),
    "fsm": BilingualText(en: "free school meals", cy: "prydau ysgol am ddim"),
    "fsm, ties share the middle rank": BilingualText(
      en: "free school meals; ties share the middle rank",
      cy: "prydau ysgol am ddim; mae cysylltiadau'n rhannu'r safle canol"),
  ]

  /// A figure: pounds with two decimals, all else with four; a dash where it can't be said.
  static func figure(_ value: Double?, of measure: String) -> String {
    guard let value, value.isFinite, abs(value) < 1e15,
      let exact = try? Rational(Int128((value * 1e8).rounded()), over: 100_000_000)
    else { return "–" }
    let pounds: Set<String> = [
      "mean", "median", "p5", "p95", "range", "restricted_range", "standard_deviation",
      "progressivity", "need_slope",
    ]
    guard pounds.contains(measure) else { return exact.decimal(places: 4, atLeast: 4) }
    return (try? exact.roundedToPenny()).map { Prose.pounds($0) } ?? "–"
  }
}
