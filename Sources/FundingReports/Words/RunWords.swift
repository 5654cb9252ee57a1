import FundingModel

/// What a run is, and how far its figures may be trusted: a sentence.
enum RunWords {
  /// How many changes of rates are named.
  private static let changesNamed = 6

  /// Whose formula or formulae it pays by, what comes besides, and what their status means.
  static func what(_ outcome: RunOutcome) -> BilingualText {
    let name = outcome.specification.name
    let (formulae, meanings) = (formulae(of: outcome), meanings(of: outcome))
    return BilingualText(
      en: "\(name): \(formulae.english). \(meanings.english)",
      cy: "\(name): \(formulae.welsh). \(meanings.welsh)")
  }

  private static func formulae(of outcome: RunOutcome) -> BilingualText {
    let formulas = outcome.allocation.groups.map(\.formula)
    let count = Prose.whole(formulas.count)
    let own =
      outcome.specification.formula == .local
      ? BilingualText(
        en: "each school by its own authority’s formula (formulae: \(count))",
        cy: "pob ysgol yn ôl fformiwla ei hawdurdod ei hun (fformiwlâu: \(count))")
      : formulas.first?.title ?? BilingualText(en: "no formula", cy: "dim fformiwla")
    var besides: [BilingualText] = []
    for adjustment in outcome.specification.adjustments.map(\.adjustment) {
      besides.append(WalkWords.title(adjustment))
    }
    besides += outcome.specification.grants.map { ReportSentences.same($0.name) }
    if !outcome.specification.isUprated {
      besides.append(
        BilingualText(
          en: "rates that stay at the first year’s money",
          cy: "cyfraddau sy'n aros ar arian y flwyddyn gyntaf"))
    }
    if outcome.lines != nil {
      besides.append(
        BilingualText(
          en: "authorities’ lines changed", cy: "llinellau'r awdurdodau wedi'u newid"))
    }
    let written = outcome.specification.changes.map(\.written)
    let changed = written.prefix(changesNamed) + (written.count > changesNamed ? ["…"] : [])
    func words(_ language: Language) -> String {
      let with = BilingualText(en: "with", cy: "gyda")[language]
      let rates = BilingualText(en: "rates changed", cy: "cyfraddau a newidiwyd")[language]
      return own[language]
        + (besides.isEmpty
          ? "" : "; \(with): " + besides.map { $0[language] }.joined(separator: ", "))
        + (changed.isEmpty ? "" : "; \(rates): " + changed.joined(separator: ", "))
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  /// What each status among the formulae means, with how many have it where they differ.
  private static func meanings(of outcome: RunOutcome) -> BilingualText {
    let formulas = outcome.allocation.groups.map(\.formula)
    let found = Formula.Status.allCases.filter { status in
      formulas.contains { $0.status == status }
    }
    func words(_ language: Language) -> String {
      found.map { status in
        let count = formulas.count { $0.status == status }
        let meaning = Sentences.explained(status)[language]
        guard found.count > 1, let colon = meaning.firstIndex(of: ":") else { return meaning }
        return "\(meaning[..<colon]) (\(Prose.whole(count)))\(meaning[colon...])"
      }.joined(separator: " ")
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }
}
