import FundingModel

/// Words of a report that several sections say.
enum ReportSentences {
  /// A figure that the data does not give.
  static let notGiven = BilingualText(en: "not given", cy: "heb ei roi")
  /// Marks of how far a figure may be trusted.
  static let published = BilingualText(en: "pub.", cy: "cyh.")
  static let estimated = BilingualText(en: "est.", cy: "amc.")
  static let calculated = BilingualText(en: "calc.", cy: "cyf.")
  static let ofRun = BilingualText(en: "run", cy: "rhed.")

  /// What the mark of an estimate means, where the other marks don't occur.
  static let estimatedMeaning = BilingualText(
    en: "est.: an estimate, or it rests on one.",
    cy: "amc.: amcangyfrif, neu ffigur sy'n dibynnu ar un.")

  /// What the marks mean.
  static let marks = BilingualText(
    en: "pub.: published, as it stands. calc.: worked out from published figures. run: what a run "
      + "of this scenario works out or changes, which nobody published. est.: an estimate, or it "
      + "rests on one. “Not given”: no data says it, and nothing is put in its place.",
    cy: "cyh.: cyhoeddedig, fel y mae. cyf.: wedi'i gyfrifo o ffigurau cyhoeddedig. rhed.: yr hyn "
      + "y mae rhediad o'r senario hwn yn ei gyfrifo neu'n ei newid, nad oes neb wedi'i gyhoeddi. "
      + "amc.: amcangyfrif, neu ffigur sy'n dibynnu ar un. “Heb ei roi”: nid oes data, ac ni roddir "
      + "dim yn ei le.")

  /// The pupils of schools that gain.
  static let pupilsGaining = BilingualText(
    en: "Pupils where schools gain", cy: "Disgyblion mewn ysgolion ar eu hennill")
  /// The pupils of schools that lose.
  static let pupilsLosing = BilingualText(
    en: "Pupils where schools lose", cy: "Disgyblion mewn ysgolion ar eu colled")
  /// The pupils of schools that do not move by a penny.
  static let pupilsUnmoved = BilingualText(
    en: "Pupils where schools do not move", cy: "Disgyblion mewn ysgolion nad ydynt yn symud")
  /// What a pupil of the schools below a benchmark lacks.
  static let distance = BilingualText(en: "Distance per pupil", cy: "Pellter fesul disgybl")
  /// What would bring all schools up to a benchmark.
  static let costOfParity = BilingualText(en: "Cost of parity", cy: "Cost cydraddoldeb")

  /// A sector's name in both languages.
  static func sector(_ sector: String) -> BilingualText {
    BilingualText(en: Names.sector(sector, .english), cy: Names.sector(sector, .welsh))
  }

  /// An authority's name in both languages.
  static func authority(_ code: Int) -> BilingualText {
    BilingualText(en: Names.authority(code, .english), cy: Names.authority(code, .welsh))
  }

  /// Whose schools a row is about: an authority's or the whole's, all of them or a sector's.
  static func place(
    authority code: Int?, sector: String?, whole: BilingualText
  ) -> BilingualText {
    let name = code.map(authority) ?? whole
    guard let sector = sector.map(self.sector) else { return name }
    return BilingualText(
      en: "\(name.english), \(sector.english)", cy: "\(name.welsh), \(sector.welsh)")
  }

  /// A run's name in both languages.
  static func run(_ run: String) -> BilingualText {
    BilingualText(en: Names.run(run, .english), cy: Names.run(run, .welsh))
  }

  /// A text that is the same in both languages.
  static func same(_ text: String) -> BilingualText { BilingualText(en: text, cy: text) }

  /// What a group of schools is called.
  static func group(_ group: GainsByGroup.Kind, _ value: String) -> BilingualText {
    guard value != SchoolGroups.notKnown else {
      return BilingualText(en: "Not known", cy: "Anhysbys")
    }
    return switch group {
    case .all: Word.all.text
    case .sector: sector(value)
    case .authority: Int(value).map(authority) ?? same(value)
    case .size: size(value)
    case .language: language(value)
    case .freeMeals: freeMeals(value)
    case .rural: rural(value)
    }
  }

  /// A band of rolls, from `900..1199`, `1200+` or `0`.
  private static func size(_ value: String) -> BilingualText {
    guard value != "0" else { return BilingualText(en: "No pupils", cy: "Dim disgyblion") }
    let (open, ends) = (value.hasSuffix("+") ? "+" : "", value.split { ".+".contains($0) })
    let band = ends.map { Int($0).map(Prose.whole) ?? String($0) }.joined(separator: "–") + open
    return BilingualText(en: "\(band) pupils", cy: "\(band) o ddisgyblion")
  }

  private static func rural(_ value: String) -> BilingualText {
    switch value {
    case "true": BilingualText(en: "Rural", cy: "Gwledig")
    case "false": BilingualText(en: "Not rural", cy: "Nid gwledig")
    default: same(value)
    }
  }

  private static func language(_ code: String) -> BilingualText {
    switch code {
    case "WM": BilingualText(en: "Welsh medium", cy: "Cyfrwng Cymraeg")
    case "EM": BilingualText(en: "English medium", cy: "Cyfrwng Saesneg")
    case "EW":
      BilingualText(
        en: "English medium with significant Welsh",
        cy: "Cyfrwng Saesneg â defnydd sylweddol o'r Gymraeg")
    case "DS": BilingualText(en: "Dual stream", cy: "Dwy ffrwd")
    case "AB": BilingualText(en: "Bilingual, type A", cy: "Dwyieithog, math A")
    case "BB": BilingualText(en: "Bilingual, type B", cy: "Dwyieithog, math B")
    case "CB": BilingualText(en: "Bilingual, type C", cy: "Dwyieithog, math C")
    case "TR": BilingualText(en: "Transitional", cy: "Trosiannol")
    default: same(code)
    }
  }

  private static func freeMeals(_ fifth: String) -> BilingualText {
    switch fifth {
    case "1": BilingualText(en: "1, most free school meals", cy: "1, mwyaf o brydau ysgol am ddim")
    case "5":
      BilingualText(en: "5, fewest free school meals", cy: "5, lleiaf o brydau ysgol am ddim")
    default: same(fifth)
    }
  }
}
