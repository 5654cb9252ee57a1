import FundingModel

/// The columns of points, of years and of twin schools.
extension ColumnWords {
  /// A sheet of points, years or twin schools.
  static func furtherSheet(of table: String) -> BilingualText? {
    switch table {
    case "sweep": BilingualText(en: "Sweep", cy: "Cyfres o gyfraddau")
    case "draws": BilingualText(en: "Draws", cy: "Hapsamplau")
    case "uncertainty": Word.uncertainRates.text
    case "transition": BilingualText(en: "Transition", cy: "Pontio")
    case "twins": BilingualText(en: "Twin schools", cy: "Ysgolion tebyg")
    default: nil
    }
  }

  /// A column of points or of draws.
  static func point(_ column: String) -> BilingualText? {
    switch column {
    case "point": BilingualText(en: "Point", cy: "Pwynt")
    case "draw": BilingualText(en: "Draw", cy: "Hapsampl")
    case "draws": BilingualText(en: "Draws", cy: "Hapsamplau")
    case "total": Word.total.text
    case "multiplier": BilingualText(en: "Multiplier", cy: "Lluosydd")
    case "gini": BilingualText(en: "Gini coefficient", cy: "Cyfernod Gini")
    case "coefficient_of_variation":
      BilingualText(en: "Coefficient of variation", cy: "Cyfernod amrywiad")
    case "mean": Word.mean.text
    case "standard_deviation": BilingualText(en: "Standard deviation", cy: "Gwyriad safonol")
    case "standard_error": Word.standardError.text
    case "p5": Word.percentile5.text
    case "p50": Word.percentile50.text
    case "p95": Word.percentile95.text
    default: below(column)
    }
  }

  /// `below_6390`: how many schools lie below a benchmark.
  private static func below(_ column: String) -> BilingualText? {
    let prefix = "below_"
    guard column.hasPrefix(prefix), let pounds = Rational(decimal: column.dropFirst(prefix.count)),
      let amount = try? pounds.roundedToPenny()
    else { return nil }
    let benchmark = Prose.shortPounds(amount)
    return BilingualText(en: "Schools below \(benchmark)", cy: "Ysgolion o dan \(benchmark)")
  }

  /// A column of a result over years.
  static func year(_ column: String) -> BilingualText? {
    switch column {
    case "reaches":
      BilingualText(
        en: "Year in which it reaches its formula share",
        cy: "Blwyddyn cyrraedd cyfran y fformiwla")
    case "acting_years":
      BilingualText(
        en: "Years in which a floor or cap acts", cy: "Nifer y blynyddoedd â llawr neu gap ar waith"
      )
    case "last_year": BilingualText(en: "Last year", cy: "Y flwyddyn olaf")
    case "last_amount":
      BilingualText(
        en: "What floors and caps give or take in it",
        cy: "Yr hyn y mae lloriau a chapiau yn ei roi neu ei gymryd ynddi")
    default: nil
    }
  }

  /// A column of pairs of twin schools.
  static func twin(_ column: String) -> BilingualText? {
    switch column {
    case "pair": BilingualText(en: "Pair", cy: "Pâr")
    case "language": BilingualText(en: "Language category", cy: "Categori iaith")
    case "fsm_pct":
      BilingualText(
        en: "Eligible for free school meals, %", cy: "Yn gymwys i gael prydau ysgol am ddim, %")
    case "twin": BilingualText(en: "Twin’s number", cy: "Rhif yr ysgol debyg")
    case "twin_name": BilingualText(en: "Twin school", cy: "Yr ysgol debyg")
    case "twin_authority":
      BilingualText(en: "Twin’s authority code", cy: "Cod awdurdod yr ysgol debyg")
    case "twin_authority_name":
      BilingualText(en: "Twin’s authority", cy: "Awdurdod yr ysgol debyg")
    case "twin_pupils":
      BilingualText(en: "Twin’s pupils on roll", cy: "Disgyblion ar gofrestr yr ysgol debyg")
    case "fsm_source":
      BilingualText(
        en: "Free school meals: where the shares are from",
        cy: "Prydau ysgol am ddim: o ble y daw'r cyfrannau")
    case "twin_fsm_pct":
      BilingualText(
        en: "Twin: eligible for free school meals, %",
        cy: "Yr ysgol debyg: yn gymwys i gael prydau ysgol am ddim, %")
    case "twin_per_pupil":
      BilingualText(en: "Twin’s share per pupil", cy: "Cyfran yr ysgol debyg fesul disgybl")
    case "gap": BilingualText(en: "Gap per pupil", cy: "Bwlch fesul disgybl")
    default: nil
    }
  }
}
