import FundingModel

/// What is said of the lines of planned spending that budgets count.
enum SpendingWords {
  static let title = BilingualText(en: "Lines of spending", cy: "Llinellau gwariant")

  /// What a kind of line is.
  static func kind(_ kind: AuthorityLine.Kind) -> BilingualText {
    kind.column.flatMap { ColumnWords.label(of: $0) }
      ?? BilingualText(en: "Optional buy-back", cy: "Pryniant yn ôl dewisol")
  }

  /// Whose line it is: an authority's, a sector's of it, or Wales's.
  static func whose(_ line: AuthorityLine) -> BilingualText {
    ReportSentences.place(
      authority: line.authority, sector: line.sector, whole: Word.wales.text)
  }

  /// What the line is, and how its file calls it.
  static func named(_ line: AuthorityLine) -> BilingualText {
    let kind = kind(line.kind)
    return BilingualText(
      en: "\(kind.english) (\(line.path))", cy: "\(kind.welsh) (\(line.path))")
  }

  /// Whether it is published.
  static func status(_ line: AuthorityLine) -> BilingualText {
    switch line.status {
    case .published: Word.published.text
    case .estimate: Word.estimate.text
    }
  }

  /// A line in a sentence: what, when, how much, how sure and from where.
  ///
  /// A source is a text of its file, in the file's language.
  static func told(_ line: AuthorityLine) -> BilingualText {
    func words(_ language: Language) -> String {
      "\(named(line)[language]), \(line.year): \(Prose.pounds(line.amount)), "
        + "\(status(line)[language]). \(line.source)"
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  /// How many lines there are and how many are estimates; nil for none.
  static func doubt(_ lines: SpendingLines) -> BilingualText? {
    guard !lines.used.isEmpty else { return nil }
    let (all, estimates) = (Prose.whole(lines.used.count), Prose.whole(lines.estimates.count))
    return BilingualText(
      en: "Lines of spending beside the schools’ budgets: \(all), of which estimates: "
        + "\(estimates). Each is named with its source at the foot of this page.",
      cy: "Llinellau gwariant ochr yn ochr â chyllidebau'r ysgolion: \(all), ac yn eu plith "
        + "amcangyfrifon: \(estimates). Enwir pob un, gyda'i ffynhonnell, ar waelod y dudalen hon.")
  }

  /// That lines for Wales stand behind figures of Wales, and what follows where their source is the
  /// bulletin.
  static let ofWales = BilingualText(
    en: "What is devolved, kept and taken back in all of Wales is here what the lines below say, "
      + "which are for Wales as a whole. Where the source of one is the bulletin, figures made with it lead back to the "
      + "bulletin’s own: they can’t confirm it.",
    cy: "Yr hyn a ddatganolwyd, a gedwir ac a gymerir yn ôl yng Nghymru gyfan yw'r hyn y mae'r "
      + "llinellau isod yn ei ddweud, sydd ar gyfer Cymru gyfan. Os y bwletin yw ffynhonnell un ohonynt, mae ffigurau a wneir "
      + "gyda hi yn arwain yn ôl at rai'r bwletin ei hun: ni allant ei gadarnhau.")

  /// Where the terminal's reader finds the sources.
  static let whereNamed = BilingualText(
    en: "Every line of spending, with its source: run.json.",
    cy: "Pob llinell wariant, gyda'i ffynhonnell: run.json.")
}
