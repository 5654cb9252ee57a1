public import FundingModel

/// What an analyst pastes into a letter: the question, the data, what it gives and to whom.
public enum Summary {
  /// How many left-out schools are listed by name; the rest are counted.
  static let leftOutListed = 20

  /// The summary as plain text of at most 100 characters a line.
  public static func text(_ result: ScenarioResult, language: Language) -> String {
    let parts = SummaryParts(result: result, language: language)
    let budgets = SummaryBudgets(result: result, language: language)
    let points = SummaryPoints(result: result, language: language)
    let sections: [(Word?, String)] = [
      (nil, parts.heading()),
      (.data, parts.data()),
      (.years, parts.years()),
      (.totals, parts.totals()),
      (.protection, parts.protection() + parts.transitions()),
      (.perPupilByAuthority, budgets.perPupil()),
      (.winnersAndLosers, parts.winners()),
      (.belowBenchmark, parts.parity()),
      (.sweep, points.sweep()),
      (.uncertainRates, points.draws()),
      (.delegatedAndRetained, budgets.delegation()),
      (.schoolsLeftOut, parts.leftOut()),
      (.controlTotals, parts.controls()),
    ]
    return sections.filter { !$0.1.isEmpty }.map { word, text in
      guard let word else { return text }
      let title =
        word == .delegatedAndRetained
        ? word[language] + ", " + result.census.schools.coverage.name[language] : word[language]
      return title + "\n" + String(repeating: "-", count: title.count) + "\n" + text
    }.joined(separator: "\n")
  }

  /// The summary as JSON: the same figures, with names in both languages.
  public static func json(_ result: ScenarioResult) -> JSON {
    let whole = result.census.schools.coverage.name
    return .members([
      "scenario": .text(result.scenario.name),
      "title": .bilingual(result.scenario.title),
      "year": .text(result.scenario.year.description),
      "digest": .text(RunRecord.digest(of: result)),
      "schools": .whole(Int64(result.census.schools.count)),
      "modelled": .flag(result.census.schools.areModelled),
      "baseline": .text(result.comparison.baseline),
      "runs": ResultJSON.runs(of: result),
      "authorities": .array(result.authorities.map { ResultJSON.budget($0, whole: whole) }),
      "winners": .array(result.winners.map(ResultJSON.winners)),
      "parity": .array(result.parity.map(ResultJSON.parity)),
      "sweep": .optional(result.sweep) { ResultJSON.points($0) },
      "draws": .optional(result.draws) {
        ResultJSON.points($0, seed: result.scenario.uncertain?.seed)
      },
      "estimates": ResultJSON.estimates(of: result),
      "left_out": ResultJSON.leftOut(of: result),
      "control_totals": ResultJSON.controlTotals(of: result),
    ]).adding("years", ResultJSON.years(of: result))
  }
}
