import FundingBatch
import FundingModel
import FundingReports

/// What is said of a fit, in both languages.
///
/// Mutations in Welsh never depend on a figure; a rate (`cyfradd`) and a school are feminine.
enum FitWords {
  /// What was fitted.
  static func title(_ formula: Formula) -> BilingualText {
    BilingualText(
      en: "\(formula.title.english), \(formula.year): rates fitted to published budgets",
      cy: "\(formula.title.welsh), \(formula.year): cyfraddau wedi'u ffitio i gyllidebau "
        + "cyhoeddedig")
  }

  /// That pupils' attributes are modelled.
  static let pupilsAreModelled = BilingualText(
    en: "Pupils' attributes that the schools file does not give are modelled.",
    cy: "Modelwyd nodweddion disgyblion nad yw'r ffeil ysgolion yn eu rhoi.")

  /// All schools that were fitted.
  static let all = BilingualText(en: "all", cy: "pob un")

  /// Those and the ones set aside.
  static let allWithSetAside = BilingualText(
    en: "all, with those set aside", cy: "pob un, gan gynnwys y rhai a roddwyd o'r neilltu")

  /// A sector: as the data writes it in English, its name in Welsh.
  static func sector(_ sector: String) -> BilingualText {
    BilingualText(en: sector, cy: Names.sector(sector, .welsh).lowercased())
  }

  /// How close a group of schools comes.
  static func quality(_ group: BilingualText, _ quality: FitQuality) -> BilingualText {
    let rSquared = quality.rSquared.map { ", R² \(FitFigures.decimals($0, 4))" } ?? ""
    let median = FitFigures.percent(quality.medianError)
    let ninetieth = FitFigures.percent(quality.ninetiethError)
    let heldOut = quality.heldOutMedianError.map { FitFigures.percent($0) }
    return BilingualText(
      en: "\(group.english): \(quality.schools) schools\(rSquared), error median \(median), "
        + "nine in ten within \(ninetieth)"
        + (heldOut.map { ", median on schools held out \($0)" } ?? ""),
      cy: "\(group.welsh): nifer yr ysgolion \(quality.schools)\(rSquared), canolrif y gwallau "
        + "\(median), naw o bob deg o fewn \(ninetieth)"
        + (heldOut.map { ", canolrif ysgolion a ddaliwyd yn ôl \($0)" } ?? ""))
  }

  /// What the budgets come to.
  static func totals(_ outcome: FitOutcome) -> BilingualText {
    let difference = outcome.modelled - outcome.published
    return BilingualText(
      en: "published £\(outcome.published), modelled £\(outcome.modelled), "
        + "difference £\(difference)",
      cy: "cyhoeddedig £\(outcome.published), wedi'i fodelu £\(outcome.modelled), "
        + "gwahaniaeth £\(difference)")
  }

  /// How far an estimate may well be out.
  static func standardError(_ error: Double) -> BilingualText {
    let figure = FitFigures.rounded(error)
    return BilingualText(en: "standard error \(figure)", cy: "cyfeiliornad safonol \(figure)")
  }

  /// What is to be said of an estimate besides its value; empty for nothing.
  static func remarks(_ estimate: FittedRate) -> [BilingualText] {
    let bound: BilingualText? =
      switch estimate.bound {
      case .least: BilingualText(en: "at its least", cy: "ar ei therfyn isaf")
      case .greatest: BilingualText(en: "at its greatest", cy: "ar ei therfyn uchaf")
      case nil: nil
      }
    let weak = BilingualText(
      en: "weakly told by these schools", cy: "prin y gellir ei phennu o'r ysgolion hyn")
    return [bound, estimate.isWeaklyIdentified ? weak : nil].compactMap(\.self)
  }

  /// A school that was not fitted, and why.
  static func leftOut(_ school: FitLeftOut) -> BilingualText {
    let reason = reason(school.reason)
    return BilingualText(
      en: "left out: \(school.school) \(school.name): \(reason.english)",
      cy: "hepgorwyd: \(school.school) \(school.name): \(reason.welsh)")
  }

  private static func reason(_ reason: FitLeftOut.Reason) -> BilingualText {
    switch reason {
    case .noPupils:
      BilingualText(
        en: "the data gives it no pupils", cy: "nid yw'r data yn rhoi disgyblion iddi")
    case .noBudget:
      BilingualText(
        en: "the data gives it no budget per pupil",
        cy: "nid yw'r data yn rhoi cyllideb fesul disgybl iddi")
    case .outlier(let error):
      BilingualText(
        en: "its first error, \(FitFigures.percent(error)), is an outlier",
        cy: "mae ei gwall cyntaf, \(FitFigures.percent(error)), yn allanolyn")
    }
  }
}
