internal import Diagnostics
internal import FundingModel

extension ScenarioMistake {
  /// What is wrong, subject first.
  var message: String {
    switch self {
    case .wrongVersion(let text): "the format version '\(text)' is not known"
    case .badName(let text, let what): "'\(text)' can't be the name of \(what)"
    case .notYear(let text): "the year '\(text)' is not a financial year"
    case .unknownBase(let name, _):
      RelativePath.isPath(name)
        ? "there is no file '\(name)'" : "no scenario is called '\(name)'"
    case .unreadableBase(let message): message
    case .baseIsNoScenario(let path): "\(path) is not a scenario"
    case .extendsItself: "the scenario extends itself"
    case .laterThanReplaced(let name): "the run '\(name)' comes later than this one"
    case .cannotBeModelled(let key): "the \(key) can't be modelled"
    case .notSeed(let text): "the seed '\(text)' is not a whole number"
    case .noRuns: "the scenario has no run"
    case .reservedName(let name): "no run may be called '\(name)'"
    case .noFormula(let run): "the run '\(run)' has no formula"
    case .formulaAndFrom(let run): "the run '\(run)' has both 'formula' and 'from'"
    case .unknownRun(let name, _): "no run is called '\(name)'"
    case .laterRun(let name): "the run '\(name)' comes later than this one"
    case .ownRun(let name): "the run '\(name)' refers to itself"
    case .change(let mistake): mistake.message
    case .previousIsARun: "'previous' is a run of this scenario, and last year's shares as well"
    case .noGrants: "the list of grants is empty"
    case .localGrant: "'local' is not one formula, so it can't be paid as a grant"
    case .repeatedGrant(let name): "the grant '\(name)' is given twice"
    case .firstWithoutPrevious: "'first' stands for last year, and this is not held against it"
    case .noTarget: "the solve has no target"
    case .twoTargets: "the solve has two targets"
    case .noRates: "the solve names no rate"
    case .repeatedRate(let path): "the rate '\(path)' is given twice"
    case .publishedBudgets: "'published' is not a run"
    case .nothingCompared: "the baseline is compared with no run"
    case .repeatedRun(let name): "the run '\(name)' is compared twice"
    case .comparedWithItself(let name): "the run '\(name)' is compared with itself"
    case .noBenchmarks: "the list of benchmarks is empty"
    case .endsBeforeItBegins(let last, let first):
      "'through' is \(last), which is not after the scenario's year, \(first)"
    case .tooManyYears(let last, _): "'through' is \(last), which is too far off"
    case .yearOutside(let year, let what, _, _): "\(what) gives a change to \(year)"
    case .yearsMissing(let years, let what):
      "\(what) gives no change to " + years.map(\.description).joined(separator: ", ")
    case .notPercentage(let text, let what, _): "\(what) is a percentage, and '\(text)' is none"
    case .leavesNothing(let text, let what): "\(what) can't be \(text)"
    case .unknownGroup(let text, _): "'\(text)' is neither a sector nor an authority"
    case .groupTwice(let text, _): "the pupils of '\(text)' are given a change twice"
    case .notAmount(let text): "'\(text)' is not an amount of money"
    case .thousandsCommas(let text): "the amount '\(text)' has commas in it"
    case .partOfPenny(let text): "the amount '\(text)' is not in whole pennies"
    case .notPositive(let text): "the amount '\(text)' is not above nought"
    case .tooLarge(let text): "the amount '\(text)' is too large"
    }
  }

  /// A stable name for this kind of mistake.
  var slug: String {
    switch self {
    case .wrongVersion: "wrong-version"
    case .badName: "bad-name"
    case .notYear: "not-a-year"
    case .unknownBase: "unknown-scenario"
    case .unreadableBase: "unreadable"
    case .baseIsNoScenario: "not-a-scenario"
    case .extendsItself: "extends-itself"
    case .laterThanReplaced: "later-run"
    case .cannotBeModelled: "not-modelled"
    case .notSeed: "not-a-seed"
    case .noRuns: "no-runs"
    case .reservedName: "reserved-name"
    case .noFormula: "no-formula"
    case .formulaAndFrom: "formula-and-from"
    case .unknownRun: "unknown-run"
    case .laterRun, .ownRun: "later-run"
    case .change(let mistake): mistake.slug
    case .previousIsARun: "ambiguous-previous"
    case .noGrants: "no-grants"
    case .localGrant: "not-a-grant"
    case .firstWithoutPrevious: "first-without-previous"
    case .noTarget: "no-target"
    case .twoTargets: "two-targets"
    case .noRates: "no-rates"
    case .repeatedRate, .repeatedRun, .repeatedGrant: "given-twice"
    case .publishedBudgets: "not-a-run"
    case .nothingCompared: "nothing-compared"
    case .comparedWithItself: "compared-with-itself"
    case .noBenchmarks: "no-benchmarks"
    case .endsBeforeItBegins, .tooManyYears, .leavesNothing: "out-of-range"
    case .yearOutside: "year-outside"
    case .yearsMissing: "years-missing"
    case .notPercentage: "not-a-percentage"
    case .unknownGroup: "unknown-group"
    case .groupTwice: "given-twice"
    case .notAmount: "not-money"
    case .thousandsCommas: "thousands-comma"
    case .partOfPenny: "part-of-a-penny"
    case .notPositive, .tooLarge: "out-of-range"
    }
  }

  /// What would be accepted: one line each.
  var notes: [String] {
    switch self {
    case .wrongVersion: ["this version of Cyllido reads 'cyllido: 1'"]
    case .badName: ["a name has letters, digits, - and _, and no spaces"]
    case .notYear: ["a year is written 2024-25"]
    case .unknownBase(let name, let known):
      RelativePath.isPath(name)
        ? ["a path is relative to the file that says it"]
        : Suggestion.notes(for: name, among: known, has: "there are")
          + ["a name is that of a file in the same folder or in scenarios/"]
    case .unreadableBase: []
    case .baseIsNoScenario: ["a scenario has the keys 'cyllido' and 'scenario'"]
    case .extendsItself(let chain):
      [(chain + chain.prefix(1)).joined(separator: " extends ")]
    case .laterThanReplaced:
      ["this run takes the place of the extended scenario's, before new runs; give it a new name"]
    case .cannotBeModelled(let key):
      key == "schools"
        ? ["name a file, a folder or the bundled modelled set, wales-2024-25"] : ["name a file"]
    case .notSeed: ["a seed is written plainly: 7"]
    case .noRuns: ["a run has a name and a formula: local: {formula: local}"]
    case .reservedName: ["it names the published budgets"]
    case .noFormula:
      ["give 'formula' (local, or a formula's name) or 'from' (an earlier run's name)"]
    case .formulaAndFrom: ["a run from another has that run's formula; remove one of the two"]
    case .unknownRun(let name, let known):
      Suggestion.notes(for: name, among: known, has: "the runs are")
    case .laterRun: ["runs are worked out in order; put it before this one"]
    case .ownRun: ["name an earlier run"]
    case .change(let mistake): mistake.notes
    case .previousIsARun: ["give the run another name"]
    case .noGrants: ["name a formula, or a list of formulae: grants: [poverty]"]
    case .localGrant: ["name a formula of formulas/ or formulas/grants/, or a path"]
    case .firstWithoutPrevious: ["write against: previous, or delete 'first'"]
    case .noTarget:
      [
        "give 'total', 'per_pupil' or 'mean' (an earlier run's name, or an amount), or "
          + "'delegation_rate'"
      ]
    case .twoTargets: ["give one of 'total', 'per_pupil', 'mean' and 'delegation_rate'"]
    case .noRates: ["name a rate, or a list of rates: by: [basic, lump_sum.primary]"]
    case .repeatedRate, .repeatedRun, .repeatedGrant: ["remove one of the two"]
    case .publishedBudgets: ["the published budgets may be the baseline, and nothing else"]
    case .nothingCompared: ["name a run, or a list of runs: with: [national]"]
    case .comparedWithItself: ["leave the baseline out of 'with'"]
    case .noBenchmarks: ["give an amount per pupil, or remove 'benchmark'"]
    case .endsBeforeItBegins(_, let first):
      ["write \(first.next) or later, or remove 'years' for one year"]
    case .tooManyYears(_, let most): ["it is \(most) at most"]
    case .yearOutside(_, _, let first, let last):
      [
        first == last
          ? "the only change is that to \(first)" : "changes are those to \(first) … \(last)"
      ]
    case .yearsMissing:
      ["give each year a percentage, 0% to leave it as it is; or one percentage for all years"]
    case .notPercentage(_, _, let suggestion): ["write \(suggestion ?? "it like 2% or -1.5%")"]
    case .leavesNothing: ["it is above -100%"]
    case .unknownGroup(let text, let known):
      Suggestion.notes(for: text, among: known, has: "there are")
        + ["an authority is named by its code, its name or its formula's file"]
    case .groupTwice(_, let first):
      ["first given at \(first.line):\(first.column); remove one of the two"]
    case .notAmount: ["an amount is written £6390 or £6390.50"]
    case .thousandsCommas(let text): ["write \(text.filter { $0 != "," })"]
    case .partOfPenny: ["an amount has two decimals at most: £6390.50"]
    case .notPositive: ["give an amount above £0"]
    case .tooLarge: ["an amount is at most £1000000000000"]
    }
  }
}
