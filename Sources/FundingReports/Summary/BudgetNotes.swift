import FundingModel

/// What the authorities' lines of spending don't say, and what is made of that: sentences.
enum BudgetNotes {
  /// One sentence for each kind of money that is unknown or taken as nought, with whose it is.
  ///
  /// By year where there are several. Then what schools without a published budget do to the sums.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - showsAmounts: Whether amounts of all Wales may be shown.
  /// - Returns: The sentences.
  static func sentences(
    of result: ScenarioResult, showsAmounts: Bool = true
  ) -> [BilingualText] {
    let years = result.censuses.years
    return years.flatMap { year in
      sentences(
        of: result.authorities.filter { $0.year == year && $0.lines != nil },
        whole: result.census.schools.coverage,
        isWalesOwn: result.spending.ofWales.contains { $0.year == year }
      ).map { text in
        guard years.count > 1 else { return text }
        return BilingualText(en: "\(year): \(text.english)", cy: "\(year): \(text.welsh)")
      }
    } + [withoutBudget(result), countedTwice(result, showsAmounts)].compactMap(\.self)
  }

  private static func sentences(
    of all: [BudgetRow], whole coverage: Coverage, isWalesOwn: Bool
  ) -> [BilingualText] {
    let (row, whole) = (coverage.name, coverage.quoted)
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
    for kind in AuthorityLine.Kind.handedBack {
      let isAssumed = { (row: BudgetRow) in row.assumed.contains(kind) }
      if let names = bodies(own.filter(isAssumed), whole) {
        sentences.append(Self.noneNamed(kind, for: names))
      } else if wales.contains(where: isAssumed), isWalesOwn || own.isEmpty {
        sentences.append(Self.noneNamed(kind, for: whole))
      }
    }
    // Whose lines name one kind are named already; others name neither.
    let othersNameNone = own.contains { row in
      AuthorityLine.Kind.handedBack.contains {
        row.lines?[$0] == nil && !row.assumed.contains($0) && !row.unknown.contains($0)
      }
    }
    if othersNameNone, !isWalesOwn,
      wales.contains(where: { !$0.assumed.isDisjoint(with: AuthorityLine.Kind.handedBack) })
    {
      sentences.append(
        BilingualText(
          en: "In the row “\(row.english)”, authorities whose lines name no mandatory buy-back, or "
            + "no in-and-out money, are taken to have none.",
          cy: "Yn y rhes “\(row.welsh)”, cymerir nad oes pryniant yn ôl gorfodol, neu ddim arian i "
            + "mewn ac allan, gan awdurdodau nad yw eu llinellau'n enwi dim o'r math hwnnw."))
    }
    return sentences
  }

  /// That one of the two kinds of money that schools hand back is taken as nought, since lines name
  /// the other alone.
  private static func noneNamed(
    _ kind: AuthorityLine.Kind, for names: BilingualText
  ) -> BilingualText {
    let isInOut = kind == .inOut
    return BilingualText(
      en: "\(isInOut ? "In-and-out money is" : "Mandatory buy-backs are") taken as nought for "
        + "\(names.english): \(isInOut ? "only mandatory buy-backs are" : "only in-and-out money is") "
        + "named.",
      cy: isInOut
        ? "Cymerir mai sero yw'r arian i mewn ac allan ar gyfer: \(names.welsh). Dim ond pryniant yn "
          + "ôl gorfodol a enwir."
        : "Cymerir mai sero yw'r pryniant yn ôl gorfodol ar gyfer: \(names.welsh). Dim ond arian i "
          + "mewn ac allan a enwir.")
  }

  /// That published budgets of some schools are held against lines of all; nil where none is
  /// lacking.
  private static func withoutBudget(_ result: ScenarioResult) -> BilingualText? {
    let rows = result.authorities.filter {
      $0.schoolsWithoutShare > 0 && $0.lines != nil && $0.authority != nil
    }
    let codes = Set(rows.compactMap(\.authority))
    let lacking = result.census.leftOut.filter {
      $0.reason == .noBudget && codes.contains($0.authority)
    }
    guard !lacking.isEmpty else { return nil }
    func names(_ language: Language) -> String {
      let shown = lacking.prefix(6).map { one in
        let name = Names.school(one.name)[language]
        // The name of a modelled school has its authority in it.
        return result.census.schools.areModelled
          ? name : "\(name) (\(Names.authority(one.authority, language)))"
      }.joined(separator: "; ")
      let more = lacking.count - 6
      guard more > 0 else { return shown }
      return shown + BilingualText(en: " and \(more) more", cy: " a \(more) arall")[language]
    }
    return BilingualText(
      en: "No published budget: \(names(.english)). In “\(Word.publishedBudget[.english])” the "
        + "money and pupils of these schools are lacking, while the lines of spending are for all "
        + "schools: what is delegated and its rate are too low there, what is retained per pupil is "
        + "too high.",
      cy: "Heb gyllideb gyhoeddedig: \(names(.welsh)). Yn “\(Word.publishedBudget[.welsh])” nid yw "
        + "arian na disgyblion yr ysgolion hyn yno, er bod y llinellau gwariant ar gyfer pob ysgol: "
        + "mae'r hyn a ddirprwyir, a'i gyfradd, yn rhy isel yno, a'r hyn a gedwir yn ganolog fesul "
        + "disgybl yn rhy uchel.")
  }

  /// That an estimated line of devolved money for Wales may hold budgets that runs give again; nil
  /// where it can't.
  private static func countedTwice(
    _ result: ScenarioResult, _ showsAmounts: Bool
  ) -> BilingualText? {
    let year = result.scenario.year
    let isEstimate = result.spending.ofWales.contains {
      $0.kind == .devolved && $0.status == .estimate && $0.year == year
    }
    let wales = result.authorities.filter {
      $0.authority == nil && $0.sector == nil && $0.year == year
    }
    guard isEstimate,
      let published = wales.first(where: { $0.schoolsWithoutShare > 0 }),
      published.delegated != nil
    else { return nil }
    // Only of runs whose lines and shares are the baseline's does the sentence name the whole cause.
    let base = wales.first { $0.run == result.comparison.baseline && $0.run != published.run }
    let left = result.waysOfSharing
    let runs = wales.filter {
      $0.isb == base?.isb && $0.lines == base?.lines && $0.run != published.run
        && !left.contains($0.run)
    }
    func amounts(_ language: Language) -> String {
      guard showsAmounts, !runs.isEmpty else { return "" }
      return " ("
        + runs.map { "\(Names.run($0.run, language)) \(Prose.change($0.isb - published.isb))" }
        .joined(separator: ", ") + ")"
    }
    let schools = Prose.whole(published.schoolsWithoutShare)
    return BilingualText(
      en: "Devolved money of Wales is an estimate. If, as its source has it, it is a published "
        + "total less the published school budgets, it also holds the money of schools without a "
        + "published budget (schools: \(schools)), and runs fund these again: delegated and gross of a "
        + "run that changes neither then differ from the published total by what its ISB differs "
        + "from the published budgets\(amounts(.english)).",
      cy: "Amcangyfrif yw'r arian a ddatganolwyd yng Nghymru. Os yw, yn ôl ei ffynhonnell, yn "
        + "gyfanswm cyhoeddedig llai cyllidebau cyhoeddedig yr ysgolion, mae hefyd yn cynnwys arian "
        + "ysgolion heb gyllideb gyhoeddedig (ysgolion: \(schools)), ac mae rhediadau yn cyllido'r "
        + "rhain eto: mae dirprwyedig a gros rhediad nad yw'n newid y naill na'r llall felly'n wahanol "
        + "i'r cyfanswm cyhoeddedig o gymaint ag y mae ei gyllideb ysgolion unigol yn wahanol i'r "
        + "cyllidebau cyhoeddedig\(amounts(.welsh)).")
  }

  /// Whose rows they are, each once; nil where there are none.
  private static func bodies(_ rows: [BudgetRow], _ whole: BilingualText) -> BilingualText? {
    guard !rows.isEmpty else { return nil }
    let codes = Set(rows.compactMap(\.authority)).sorted()
    return codes.isEmpty ? whole : names(of: codes)
  }

  /// Authorities by name, six at most and how many more.
  static func names(of codes: [Int]) -> BilingualText {
    func names(_ language: Language, and more: (Int) -> String) -> String {
      let shown = codes.prefix(6).map { Names.authority($0, language) }.joined(separator: ", ")
      return codes.count > 6 ? shown + more(codes.count - 6) : shown
    }
    return BilingualText(
      en: names(.english) { " and \($0) more" }, cy: names(.welsh) { " a \($0) arall" })
  }
}
