import FundingModel

/// What is said of two results held against each other, in both languages.
enum DifferenceSentences {
  static let title = BilingualText(
    en: "Two results: B less A", cy: "Dau ganlyniad: B llai A")
  static let firstTotal = BilingualText(en: "Total A", cy: "Cyfanswm A")
  static let secondTotal = BilingualText(en: "Total B", cy: "Cyfanswm B")
  static let difference = BilingualText(en: "Difference", cy: "Gwahaniaeth")
  static let moved = BilingualText(en: "Moved", cy: "Wedi symud")
  static let largest = BilingualText(en: "Largest moves", cy: "Y symudiadau mwyaf")
  static let school = BilingualText(en: "School", cy: "Ysgol")
  static let percent = BilingualText(en: "Per cent", cy: "Y cant")

  /// One of the two results.
  static func result(_ letter: String, _ shares: FinishedShares) -> BilingualText {
    func text(_ language: Language) -> String {
      "\(letter): \(shares.path): \(shares.title[language]) (\(shares.scenario), "
    }
    return BilingualText(
      en: text(.english) + "digest \(shares.digest.prefix(12))).",
      cy: text(.welsh) + "crynodeb digidol \(shares.digest.prefix(12))).")
  }

  /// Whether the two are the same.
  static func verdict(_ found: ResultDifferences) -> BilingualText {
    switch (found.haveSameDigest, found.areEqual) {
    case (true, true):
      BilingualText(
        en: "Equal: every share and every line is the same to the penny (equal digests).",
        cy: "Yn gyfartal: mae pob cyfran a phob llinell yr un fath i'r geiniog "
          + "(crynodebau digidol cyfartal).")
    case (false, true):
      BilingualText(
        en: "No share compared here differs by a penny; the digests do differ: other runs, years, "
          + "lines or budgets are not the same.",
        cy: "Nid oes yr un gyfran a gymharir yma yn wahanol o geiniog; ond mae'r crynodebau "
          + "digidol yn wahanol: nid yw rhediadau, blynyddoedd, llinellau neu gyllidebau eraill "
          + "yr un fath.")
    case (false, false):
      BilingualText(en: "Not equal.", cy: "Heb fod yn gyfartal.")
    case (true, false):
      // Two runs of one result differ; with the runs of the same name this can't be.
      found.pairs.allSatisfy { $0.first == $0.second }
        ? BilingualText(
          en: "Read with care: the digests are equal, but the shares are not. A file was changed "
            + "after it was written.",
          cy: "Darllenwch yn ofalus: mae'r crynodebau digidol yn gyfartal, ond nid y cyfrannau. "
            + "Newidiwyd ffeil ar ôl ei hysgrifennu.")
        : BilingualText(
          en: "Not equal: two runs of the same result (equal digests).",
          cy: "Heb fod yn gyfartal: dau rediad o'r un canlyniad (crynodebau digidol cyfartal).")
    }
  }

  /// The runs or years that only one has.
  static func leftOut(_ letter: String, _ names: [String]) -> BilingualText {
    let list = names.joined(separator: ", ")
    return BilingualText(
      en: "Not compared, of \(letter): \(list).", cy: "Heb eu cymharu, o \(letter): \(list).")
  }

  /// That some shares are kept back.
  static func keptBack(run: String, _ schools: Int) -> BilingualText {
    BilingualText(
      en: "\(run), schools whose share A or B keeps back, and which are in neither total: "
        + "\(Prose.whole(schools)).",
      cy: "\(run), ysgolion y mae A neu B yn cadw eu cyfran yn ôl, ac nad ydynt yn y naill "
        + "gyfanswm na'r llall: \(Prose.whole(schools)).")
  }

  /// The schools that only one funds.
  static func only(
    in letter: String, run: String, _ schools: [FinishedShares.Row], shownAtMost most: Int
  ) -> BilingualText {
    let total = schools.reduce(Money.zero) { $0 + ($1.share ?? .zero) }
    let names = schools.prefix(most).map { Names.school($0.name, numbered: $0.school) }
    let rest = schools.count > most ? ", …" : ""
    let figures = "\(Prose.whole(schools.count)) (\(Prose.pounds(total)))"
    return BilingualText(
      en: "\(run), schools in \(letter) only: \(figures): "
        + "\(names.map(\.english).joined(separator: ", "))\(rest).",
      cy: "\(run), ysgolion yn \(letter) yn unig: \(figures): "
        + "\(names.map(\.welsh).joined(separator: ", "))\(rest).")
  }
}
