import FundingModel

/// What the authorities' lines of spending don't say, and what is made of that: sentences.
enum BudgetNotes {
  /// One sentence for each kind of money that is unknown or taken as nought, with whose it is; by
  /// year where there are several.
  static func sentences(of result: ScenarioResult) -> [BilingualText] {
    let years = result.censuses.years
    return years.flatMap { year in
      sentences(
        of: result.authorities.filter { $0.year == year && $0.lines != nil },
        whole: result.census.schools.coverage.name
      ).map { text in
        guard years.count > 1 else { return text }
        return BilingualText(en: "\(year): \(text.english)", cy: "\(year): \(text.welsh)")
      }
    }
  }

  private static func sentences(
    of all: [BudgetRow], whole: BilingualText
  ) -> [BilingualText] {
    let own = all.filter { $0.authority != nil }
    let wales = all.filter { $0.authority == nil }
    // Where no authority's own lines leave it unsaid, those for all of Wales may.
    func whose(_ isUnsaid: (BudgetRow) -> Bool) -> BilingualText? {
      bodies(own.filter(isUnsaid), whole) ?? bodies(wales.filter(isUnsaid), whole)
    }
    var sentences: [BilingualText] = []
    if let retained = whose({ $0.unknown.contains(.retained) }) {
      sentences.append(
        BilingualText(
          en: "What is retained is not known for \(retained.english): no line says it.",
          cy: "Nid yw'r hyn a gedwir yn ganolog yn hysbys ar gyfer: \(retained.welsh). Nid oes "
            + "llinell sy'n ei ddweud."))
    }
    if let devolved = whose({ $0.assumed.contains(.devolved) }) {
      sentences.append(
        BilingualText(
          en: "Devolved money is taken as nought for \(devolved.english): no line names any.",
          cy: "Cymerir mai sero yw'r arian a ddatganolwyd ar gyfer: \(devolved.welsh). Nid oes "
            + "llinell sy'n enwi dim."))
    }
    if wales.contains(where: { !$0.assumed.isDisjoint(with: [.mandatoryBuyback, .inOut]) }) {
      sentences.append(
        BilingualText(
          en:
            "In the row “\(whole.english)”, authorities whose lines name no mandatory buy-back and no "
            + "in-and-out money are taken to have none.",
          cy:
            "Yn y rhes “\(whole.welsh)”, cymerir nad oes pryniant yn ôl gorfodol nac arian i mewn ac allan gan "
            + "awdurdodau nad yw eu llinellau'n eu henwi."))
    }
    return sentences
  }

  /// Whose rows they are, each once; nil where there are none.
  private static func bodies(_ rows: [BudgetRow], _ whole: BilingualText) -> BilingualText? {
    guard !rows.isEmpty else { return nil }
    let codes = Set(rows.compactMap(\.authority)).sorted()
    func names(_ language: Language, and more: (Int) -> String) -> String {
      guard !codes.isEmpty else { return whole[language] }
      let shown = codes.prefix(6).map { Names.authority($0, language) }.joined(separator: ", ")
      return codes.count > 6 ? shown + more(codes.count - 6) : shown
    }
    return BilingualText(
      en: names(.english) { " and \($0) more" }, cy: names(.welsh) { " a \($0) arall" })
  }
}
