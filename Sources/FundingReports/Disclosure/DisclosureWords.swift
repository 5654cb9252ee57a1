import FundingModel

/// What is said of figures that are kept back.
enum DisclosureWords {
  /// The rule.
  static func rule(_ threshold: Int) -> BilingualText {
    BilingualText(
      en: "Figures that rest on 1 to \(threshold - 1) pupils are kept back, and so are others from "
        + "which those could be worked back. Totals are true.",
      cy: "Cedwir yn ôl ffigurau sy'n seiliedig ar 1 i \(threshold - 1) o ddisgyblion, ac eraill y "
        + "gellid cyfrifo'r rheini ohonynt. Mae'r cyfansymiau'n wir.")
  }

  /// How much is kept back.
  static func counts(_ hidden: HiddenFigures) -> BilingualText {
    let lines = Prose.whole(hidden.lines.count)
    let schools = Prose.whole(hidden.schools.count)
    return BilingualText(
      en:
        "Kept back: lines of schools' shares \(lines); schools with all their figures \(schools).",
      cy: "A gedwir yn ôl: llinellau cyfrannau ysgolion \(lines); ysgolion â'u holl ffigurau "
        + "\(schools).")
  }

  static let modelled = BilingualText(
    en: "The pupils are modelled, not real: no figure is kept back.",
    cy: "Mae'r disgyblion wedi'u modelu, nid yn rhai go iawn: ni chedwir yr un ffigur yn ôl.")

  static let turnedOff = BilingualText(
    en: "Not for publication: figures may tell of a few pupils (--suppress 0).",
    cy: "Nid i'w gyhoeddi: gall ffigurau ddatgelu ychydig o ddisgyblion (--suppress 0).")

  /// A reason as `run.json` writes it.
  static func key(_ reason: Disclosure.Reason) -> String {
    switch reason {
    case .workingTables: "working_tables"
    case .asked: "asked"
    case .published: "published"
    case .modelledPupils: "modelled_pupils"
    case .turnedOff: "turned_off"
    }
  }
}
