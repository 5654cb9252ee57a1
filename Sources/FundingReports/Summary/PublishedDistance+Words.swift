import FundingModel

extension PublishedDistance {
  /// How far the estimate is off, and what that does to each run's changes.
  ///
  /// - Parameters:
  ///   - areModelled: Whether the schools, and so their budgets, are modelled.
  ///   - hidesMedian: Whether one school's distance must not be shown.
  /// - Returns: The sentences, in one text for the estimate and one for each run, and last how to
  ///   quote a change.
  func sentences(areModelled: Bool, hidesMedian: Bool = false) -> [BilingualText] {
    // What follows `budget`; in Welsh the noun itself changes, this word does not.
    let kind =
      areModelled
      ? BilingualText(en: "modelled budget", cy: "a fodelwyd")
      : BilingualText(en: "published budget", cy: "gyhoeddedig")
    let off = hidesMedian ? DisclosureWords.sign : Prose.percent(median)
    let count = Prose.whole(schools)
    let estimate = BilingualText(
      en: "\(baseline) is an estimate. Over \(count) schools, the school in the middle is \(off) "
        + "away from its \(kind.english): half are closer, half further. formulas/FIDELITY.md says "
        + "how far off the estimates are in schools they never saw.",
      cy: "Amcangyfrif yw \(baseline). Ysgolion a gymherir â'u cyllideb \(kind.welsh): \(count). "
        + "Pellter yr ysgol ganol oddi wrth ei chyllideb \(kind.welsh): \(off); mae hanner yr "
        + "ysgolion yn nes a hanner ymhellach. Mae formulas/FIDELITY.md yn dweud pa mor bell yw'r "
        + "amcangyfrifon mewn ysgolion na welsant erioed.")
    guard !changes.isEmpty else { return [estimate] }
    return [estimate] + changes.map { sentence($0, kind) } + [
      BilingualText(
        en: "Quote no single school’s change without its \(kind.english) beside it.",
        cy: "Peidiwch â dyfynnu newid un ysgol heb roi ei chyllideb \(kind.welsh) wrth ei ochr.")
    ]
  }

  private func sentence(_ change: Change, _ kind: BilingualText) -> BilingualText {
    let (smaller, turned) = (Prose.whole(change.smaller), Prose.whole(change.turned))
    let all = Prose.whole(change.schools)
    return BilingualText(
      en: "\(change.run) against \(baseline): for \(smaller) of \(all) schools the change is "
        + "smaller than the distance between \(baseline) and the school’s \(kind.english). For "
        + "\(turned) of these a gain becomes a loss, or a loss a gain, when \(change.run) is held "
        + "against the \(kind.english).",
      cy: "\(change.run) o gymharu â: \(baseline). Ysgolion y mae eu newid yn llai na'r pellter "
        + "rhwng \(baseline) a'u cyllideb \(kind.welsh): \(smaller) o \(all). O'r rhain, ysgolion "
        + "y mae eu hennill yn troi'n golled, neu eu colled yn ennill, wrth gymharu "
        + "\(change.run) â'u cyllideb \(kind.welsh): \(turned).")
  }
}
