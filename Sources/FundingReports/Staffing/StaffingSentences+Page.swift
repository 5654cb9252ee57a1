import FundingModel

/// What is said of pay that is kept back, in both languages.
extension StaffingSentences {
  static let families = BilingualText(
    en: "Each school against its family", cy: "Pob ysgol o'i chymharu â'i theulu")
  static let withoutFamily = BilingualText(
    en: "Schools without a family, since their sector is not given",
    cy: "Ysgolion heb deulu, gan na roddir eu sector")
  static let schoolsInBands = BilingualText(
    en: "number of schools in each band", cy: "nifer yr ysgolion ym mhob band")
  static let withoutBand = BilingualText(en: "without a band", cy: "heb fand")

  /// The line above the title of a page.
  static func kicker(_ schools: Int) -> BilingualText {
    BilingualText(
      en: "How schools use their teachers and their money. Schools: \(Prose.whole(schools))",
      cy: "Sut y mae ysgolion yn defnyddio eu hathrawon a'u harian. Ysgolion: "
        + Prose.whole(schools))
  }

  /// What a strip of schools against a range shows.
  static func strip(_ counts: BilingualText, _ within: BilingualText) -> BilingualText {
    BilingualText(
      en: "A dot is a school; shaded: \(within.english). \(counts.english)",
      cy: "Ysgol yw pob dot; wedi'i dywyllu: \(within.welsh). \(counts.welsh)")
  }

  /// Why a measure is not shown.
  static func keptBack(fewerThan teachers: Int) -> BilingualText {
    BilingualText(
      en: "kept back: fewer than \(teachers) teachers",
      cy: "a gedwir yn ôl: llai na \(teachers) o athrawon")
  }

  /// What is kept back of a file; nil where nobody real is in it.
  static func pay(_ result: StaffingResult) -> BilingualText? {
    switch result.pay {
    case .whole: return nil
    case .turnedOff:
      return BilingualText(
        en: "Not for publication: where a school has few teachers its figures tell what each is "
          + "paid (--suppress 0).",
        cy: "Nid i'w gyhoeddi: lle nad oes gan ysgol ond ychydig o athrawon, mae ei ffigurau'n "
          + "dweud beth yw cyflog pob un (--suppress 0).")
    case .keptBack(let teachers):
      let schools = Prose.whole(result.schoolsKeptBack)
      return BilingualText(
        en: "Pay: what teachers cost is kept back at schools with fewer than \(teachers) of them "
          + "(full-time equivalent, or not given), and so are quartiles that count such a school. "
          + "Schools: \(schools).",
        cy: "Cyflogau: cedwir yn ôl gost athrawon ysgolion sydd â llai na \(teachers) ohonynt "
          + "(cyfwerth ag amser llawn, neu heb ei roi), a chwarteli sy'n cyfrif ysgol o'r fath. "
          + "Ysgolion: \(schools).")
    }
  }
}
