import FundingModel

/// What is said of figures that are kept back.
enum DisclosureWords {
  /// What stands in place of a figure that is kept back: the Government Statistical Service's sign
  /// for "confidential".
  static let sign = "[c]"

  /// What the sign means.
  static let meaning = BilingualText(
    en: "[c]: kept back, so that nobody learns anything of a few pupils.",
    cy: "[c]: a gedwir yn ôl, rhag i neb ddysgu dim am ychydig o ddisgyblion.")

  /// The sign as it is read out.
  static let keptBack = BilingualText(en: "kept back", cy: "a gedwir yn ôl")

  /// In place of a school's statement.
  static let school = BilingualText(
    en: "All figures of this school are kept back.",
    cy: "Cedwir holl ffigurau'r ysgol hon yn ôl.")

  /// What a rank is where schools are kept back.
  static let rank = BilingualText(
    en: "Rank per pupil among the schools of its sector in Wales that are shown, 1 the highest",
    cy: "Safle fesul disgybl ymhlith ysgolion ei sector yng Nghymru a ddangosir, 1 yw'r uchaf")

  /// In place of the results' digest.
  static let digest = BilingualText(
    en: "in run.json; not shown here, since guesses at what is kept back could be checked by it",
    cy: "yn run.json; nis dangosir yma, gan y gellid profi dyfaliadau am yr hyn a gedwir yn ôl")

  /// What a report leaves out.
  static let leftOut = BilingualText(
    en: "Schools with all their figures kept back are in the totals, and in counts of schools, but "
      + "are left out of drawings, ranks and twin schools.",
    cy:
      "Mae ysgolion y cedwir eu holl ffigurau yn ôl yn y cyfansymiau, ac yn niferoedd yr ysgolion, "
      + "ond nid yn y lluniau, y safleoedd na'r ysgolion tebyg.")

  /// How many pairs of twin schools are not named.
  static func twins(_ count: Int) -> BilingualText {
    BilingualText(
      en:
        "Pairs kept back: \(Prose.whole(count)). In them a line of a school is kept back, and its "
        + "twin, alike in free school meals, would tell of it.",
      cy:
        "Parau a gedwir yn ôl: \(Prose.whole(count)). Ynddynt cedwir llinell ysgol yn ôl, a byddai "
        + "ei thebyg, a chanddi gyfran debyg o brydau ysgol am ddim, yn ei datgelu.")
  }

  /// In place of a warning.
  static let warning = BilingualText(
    en: "A warning that tells of single schools is kept back here; it is in run.json.",
    cy: "Cedwir rhybudd am ysgolion unigol yn ôl yma; mae yn run.json.")

  /// In place of a drawing.
  static let drawing = BilingualText(
    en:
      "A drawing is kept back here: single schools could be read off it, or what it shows is a sum "
      + "with few schools in it.",
    cy: "Cedwir llun yn ôl yma: gellid darllen ysgolion unigol oddi arno, neu swm ag ychydig o "
      + "ysgolion ynddo y mae'n ei ddangos.")

  /// Of a file in which nothing was looked for.
  static let working = BilingualText(
    en: "A working file: it shows every figure of the pupils that were read, and keeps none "
      + "back where a group is small. Look at that before you publish it.",
    cy: "Ffeil waith: mae'n dangos pob ffigur am y disgyblion a ddarllenwyd, heb gadw dim yn "
      + "ôl lle mae grŵp yn fach. Edrychwch ar hynny cyn ei chyhoeddi.")

  /// The rule.
  static func rule(_ threshold: Int) -> BilingualText {
    let few =
      threshold == 2
      ? BilingualText(en: "1 pupil", cy: "1 disgybl")
      : BilingualText(
        en: "1 to \(threshold - 1) pupils", cy: "1 i \(threshold - 1) o ddisgyblion")
    return BilingualText(
      en: "Figures that rest on \(few.english) are kept back, and so are others from "
        + "which those could be worked back. Totals are true.",
      cy: "Cedwir yn ôl ffigurau sy'n seiliedig ar \(few.welsh), ac eraill y "
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

  /// How to see everything.
  static let seeAll = BilingualText(
    en: "With --suppress 0 nothing is kept back, for your own use.",
    cy: "Gyda --suppress 0 ni chedwir dim yn ôl, at eich defnydd eich hun.")

  static let modelled = BilingualText(
    en: "The pupils are modelled, not real: no figure is kept back.",
    cy: "Mae'r disgyblion wedi'u modelu, nid yn rhai go iawn: ni chedwir yr un ffigur yn ôl.")

  static let turnedOff = BilingualText(
    en: "Not for publication: figures may tell of a few pupils (--suppress 0 or 1).",
    cy: "Nid i'w gyhoeddi: gall ffigurau ddatgelu ychydig o ddisgyblion (--suppress 0 neu 1).")

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
