import FundingModel

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
    "p95": BilingualText(en: "95th percentile, £", cy: "95ain canradd, £"),
    "range": BilingualText(en: "Range, £", cy: "Amrediad, £"),
    "restricted_range": BilingualText(en: "Restricted range, £", cy: "Amrediad cyfyngedig, £"),
    "federal_range_ratio": BilingualText(
      en: "Federal range ratio", cy: "Cymhareb amrediad ffederal"),
    "standard_deviation": BilingualText(en: "Standard deviation, £", cy: "Gwyriad safonol, £"),
    "coefficient_of_variation": BilingualText(
      en: "Coefficient of variation", cy: "Cyfernod amrywiad"),
    "gini": BilingualText(
      en: "Gini coefficient (0: all alike)", cy: "Cyfernod Gini (0: pawb yr un fath)"),
    "theil": BilingualText(en: "Theil’s T", cy: "T Theil"),
    "theil_within": BilingualText(en: "Theil’s T, within", cy: "T Theil, o fewn"),
    "theil_between": BilingualText(en: "Theil’s T, between", cy: "T Theil, rhwng"),
    "mean_log_deviation": BilingualText(
      en: "Mean log deviation", cy: "Gwyriad logarithmig cymedrig"),
    "mean_log_deviation_within": BilingualText(
      en: "Mean log deviation, within", cy: "Gwyriad logarithmig cymedrig, o fewn"),
    "mean_log_deviation_between": BilingualText(
      en: "Mean log deviation, between", cy: "Gwyriad logarithmig cymedrig, rhwng"),
    "atkinson": BilingualText(en: "Atkinson’s index", cy: "Mynegai Atkinson"),
    "mcloone": BilingualText(en: "McLoone’s index", cy: "Mynegai McLoone"),
    "verstegen": BilingualText(en: "Verstegen’s index", cy: "Mynegai Verstegen"),
    "adequacy": BilingualText(en: "Adequacy index", cy: "Mynegai digonolrwydd"),
    "horizontal_standard_deviation": BilingualText(
      en: "Horizontal: standard deviation among schools alike, £",
      cy: "Llorweddol: gwyriad safonol ymhlith ysgolion tebyg, £"),
    "horizontal_coefficient_of_variation": BilingualText(
      en: "Horizontal: coefficient of variation among schools alike",
      cy: "Llorweddol: cyfernod amrywiad ymhlith ysgolion tebyg"),
    "progressivity": BilingualText(
      en: "Vertical: more for pupils in need, £", cy: "Fertigol: mwy i ddisgyblion mewn angen, £"),
    "need_slope": BilingualText(
      en: "Vertical: slope on the share in need, £",
      cy: "Fertigol: goledd ar y gyfran mewn angen, £"),
    "need_correlation": BilingualText(
      en: "Vertical: correlation with need", cy: "Fertigol: cydberthyniad ag angen"),
    "concentration": BilingualText(
      en: "Vertical: concentration index", cy: "Fertigol: mynegai crynodiad"),
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
    "within sector and fifth by fsm": BilingualText(
      en: "within sector and fifth by free school meals",
      cy: "o fewn sector a phumed ran yn ôl prydau ysgol am ddim"),
    "fsm": BilingualText(en: "free school meals", cy: "prydau ysgol am ddim"),
    "fsm, ties share the middle rank": BilingualText(
      en: "free school meals; ties share the middle rank",
      cy: "prydau ysgol am ddim; mae rhai cyfartal yn rhannu'r safle canol"),
  ]

  /// A figure: pounds with two decimals, all else with four; a dash where it can't be said.
  static func figure(_ value: Double?, of measure: String) -> String {
    guard let value, value.isFinite, abs(value) < 1e15,
      let exact = try? Rational(Int128((value * 1e8).rounded()), over: 100_000_000)
    else { return "–" }
    let pounds: Set<String> = [
      "mean", "median", "p5", "p95", "range", "restricted_range", "standard_deviation",
      "horizontal_standard_deviation", "progressivity", "need_slope",
    ]
    guard pounds.contains(measure) else { return exact.decimal(places: 4, atLeast: 4) }
    return (try? exact.roundedToPenny()).map { Prose.pounds($0) } ?? "–"
  }
}
