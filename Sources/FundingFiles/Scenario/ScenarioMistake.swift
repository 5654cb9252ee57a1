internal import Diagnostics
internal import FundingModel

/// What can be wrong with a scenario, beyond the form of its YAML.
///
/// The words are in `ScenarioMistake+Words.swift`.
enum ScenarioMistake: Error, Hashable {
  // Its head.
  case wrongVersion(String)
  case badName(String, of: String)
  case notYear(String)

  // What it extends.
  case unknownBase(String, known: [String])
  case unreadableBase(String)
  case baseIsNoScenario(String)
  case extendsItself([String])
  case laterThanReplaced(String)

  // Its data.
  case cannotBeModelled(String)
  case notSeed(String)

  // Its runs.
  case noRuns
  case reservedName(String)
  case noFormula(run: String)
  case formulaAndFrom(run: String)
  case unknownRun(String, known: [String])
  case laterRun(String)
  case ownRun(String)
  case change(RateChangeMistake)
  case previousIsARun
  case noGrants
  case localGrant
  case repeatedGrant(String)
  case firstWithoutPrevious

  // What is solved, compared and held against.
  case noTarget
  case twoTargets
  case noRates
  case repeatedRate(String)
  case publishedBudgets
  case nothingCompared
  case repeatedRun(String)
  case comparedWithItself(String)
  case noBenchmarks

  // Its years.
  case endsBeforeItBegins(FundingYear, first: FundingYear)
  case tooManyYears(FundingYear, most: FundingYear)
  case yearOutside(FundingYear, of: String, first: FundingYear, last: FundingYear)
  case yearsMissing([FundingYear], of: String)
  case notPercentage(String, of: String, suggestion: String?)
  case leavesNothing(String, of: String)
  case unknownGroup(String, known: [String])
  case groupTwice(String, first: Place)

  // Amounts.
  case notAmount(String)
  case thousandsCommas(String)
  case partOfPenny(String)
  case notPositive(String)
  case tooLarge(String)
}

extension MistakeCollector {
  /// Adds a mistake of a scenario.
  mutating func report(_ mistake: ScenarioMistake, at span: SourceSpan?) {
    add(
      Diagnostic(
        path: path, span: span, message: mistake.message, slug: mistake.slug,
        notes: mistake.notes))
  }
}
