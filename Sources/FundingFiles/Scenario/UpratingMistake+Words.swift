internal import Diagnostics
internal import FundingModel

extension UpratingMistake {
  /// This mistake in words, for the scenario's author.
  ///
  /// - Parameter scenario: The scenario's file, as the user named it.
  func diagnostic(scenario: String) -> Diagnostic {
    func mistake(_ slug: String, _ message: String, at place: Place?, _ notes: [String])
      -> Diagnostic
    {
      Diagnostic(
        path: scenario, span: FailureWords.span(place), message: message, slug: slug, notes: notes)
    }
    switch self {
    case .noIndex(
      let index, let rate, let formula, let run, let rates, let formulas, let known, let place):
      let others =
        rates == 1
        ? ""
        : " (and \(FailureWords.count(rates - 1, "more rate", "more rates"))"
          + (formulas == 1 ? ")" : " of \(formulas) formulae)")
      return mistake(
        "no-index",
        "the scenario has no index '\(index)', and rate '\(rate)' of formula '\(formula)' in run "
          + "'\(run)' goes by it\(others)", at: place,
        Suggestion.notes(for: index, among: known, has: "its indices are")
          + ["to leave these rates as they are write indices: {\(index): 0%}"])
    case .unusedIndex(let index, let named, let place):
      return mistake(
        "unused-index", "the index '\(index)' moves no rate of any run", at: place,
        named.isEmpty
          ? ["a rate names its index with 'uprate: \(index)'"]
          : Suggestion.notes(for: index, among: named, has: "the rates name"))
    case .indexBegins(let index, let rate, let formula, let from, let missing, let place):
      return mistake(
        "index-begins",
        "the index '\(index)' gives no change to \(missing), and rate '\(rate)' of formula "
          + "'\(formula)' is of \(from)", at: place,
        [
          "give one percentage for all years, or give the rate a value of the scenario's first "
            + "year"
        ])
    case .rateTooLong(let rate, let formula, let year, let place):
      return mistake(
        "number-too-long",
        "rate '\(rate)' of formula '\(formula)' is too long a number for exact arithmetic in "
          + "\(year)", at: place,
        [
          "exact numbers reach 38 digits, and each year adds those of its percentage: use fewer "
            + "years or shorter percentages, or date the rate ('from:')"
        ])
    case .noSchools(let group, let place):
      return mistake(
        "no-schools", "the change of '\(group)' moves no school of the data", at: place,
        ["where an authority is named its schools go by it, not by their sector"])
    case .pupilsTooLong(let group, let year, let place):
      return mistake(
        "number-too-long",
        "the pupils of '\(group)' can't be worked out exactly in \(year)", at: place,
        [
          "exact numbers reach 38 digits, and each year adds those of its percentage: use fewer "
            + "years or shorter percentages"
        ])
    }
  }
}
