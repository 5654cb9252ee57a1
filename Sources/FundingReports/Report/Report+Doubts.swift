import FundingModel

extension Report {
  /// What a reader must know before quoting anything.
  var doubts: [BilingualText] {
    var doubts: [BilingualText] = []
    if let caution = schools.coverage.caution { doubts.append(caution) }
    if schools.areModelled { doubts.append(Sentences.modelledSchools) }
    doubts += estimates
    if let spending = SpendingWords.doubt(result.spending) { doubts.append(spending) }
    if let costs, costs.assumptions.hasEstimates {
      doubts.append(AdequacySentences.estimates(costs.assumptions))
    }
    if let distance = PublishedDistance(of: result) {
      doubts += distance.sentences(
        areModelled: schools.areModelled,
        hidesMedian: disclosure.figures.hidesMeasures(of: .wales))
    }
    if disclosure.warns { doubts += keptBack }
    if !result.census.leftOut.isEmpty {
      doubts.append(
        BilingualText(
          en: "Schools not funded or not compared with a published budget: "
            + "\(Prose.whole(result.census.leftOut.count)). They are named at the foot of this page.",
          cy: "Ysgolion heb eu cyllido, neu heb eu cymharu â chyllideb gyhoeddedig: "
            + "\(Prose.whole(result.census.leftOut.count)). Fe'u henwir ar waelod y dudalen hon."))
    }
    return doubts
  }

  /// Of a section whose figures bear no marks of their own: which runs' figures are estimates.
  var whoseAreEstimates: [ReportPage.Block] {
    let names = runs.filter { mark($0) != nil }.map(\.label)
    guard !names.isEmpty else { return [] }
    func list(_ language: Language) -> String {
      names.map { $0[language] }.joined(separator: "; ")
    }
    return [
      .paragraph(
        BilingualText(
          en: "Estimates, or resting on one: all figures and drawings here of these runs, and "
            + "what is held against them: \(list(.english)).",
          cy: "Amcangyfrifon, neu'n dibynnu ar un: pob ffigur a llun yma o'r rhediadau hyn, "
            + "a'r hyn a gymherir â hwy: \(list(.welsh))."))
    ]
  }

  /// What is kept back, by which rule, and what the sign for it means.
  var keptBack: [BilingualText] {
    (disclosure.reason == .workingTables ? [DisclosureWords.working] : disclosure.sentences)
      + (disclosure.hides ? [DisclosureWords.meaning, DisclosureWords.leftOut] : [])
  }

  /// How many of the data and of the formulae are estimates; empty for none.
  private var estimates: [BilingualText] {
    let formulas = Set(
      result.runs.flatMap { $0.allocation.groups.map(\.formula) }.filter(\.hasEstimates)
        .map(\.name)
    ).count
    let data = result.census.estimates.count
    guard data > 0 || formulas > 0 else { return [] }
    return [
      BilingualText(
        en: "Estimates: \(Prose.whole(data)) of the data, and rates of \(Prose.whole(formulas)) "
          + "\(formulas == 1 ? "formula" : "formulae"). Each is named at the foot of this page.",
        cy: "Amcangyfrifon: \(Prose.whole(data)) o'r data, a chyfraddau mewn fformiwlâu (nifer: "
          + "\(Prose.whole(formulas))). Enwir pob un ar waelod y dudalen hon.")
    ]
  }
}
