internal import Diagnostics
internal import FundingModel

/// What can be wrong with a solve, or with a run's changes of the authorities' lines.
enum SolveMistake: Hashable {
  // Its target.
  case noChange(run: String)
  case twoChanges
  case movedWithoutLines
  case notRate(String)
  case notSum(String)

  // Its group.
  case groupOfTotal(String)
  case emptyGroup
  case noValues(String)

  // Its search.
  case onlyWithMinimise(String)
  case oneUnknown
  case notAmongRates(String, key: String, known: [String])
  case notBounds(String)

  // Lines.
  case noLines
  case unknownLine(String, known: [String])
  case percentageOfNothing(String)
  case notLineChange(String)

  /// What is wrong, subject first.
  var message: String {
    switch self {
    case .noChange(let run): "the total of '\(run)' is given no change"
    case .twoChanges: "the total is given two changes"
    case .movedWithoutLines: "'moved' has no amount: the run has no 'lines'"
    case .notRate(let text): "'\(text)' is not a delegation rate"
    case .notSum(let text): "'\(text)' is neither an amount of money nor 'moved'"
    case .groupOfTotal(let key): "'group' means nothing beside '\(key)'"
    case .emptyGroup: "the group names no field of the schools"
    case .noValues(let field): "the group gives no value of '\(field)'"
    case .onlyWithMinimise(let key): "'\(key)' means nothing without 'minimise'"
    case .oneUnknown: "one rate alone leaves nothing to minimise: the target decides it"
    case .notAmongRates(let path, let key, _):
      "'\(key)' names '\(path)', which is not among the rates of 'by'"
    case .notBounds(let text): "'\(text)' are not bounds"
    case .noLines: "'lines' is empty"
    case .unknownLine(let path, _): "no kind of line is called '\(path)'"
    case .percentageOfNothing(let text): "'\(text)' doesn't say of what"
    case .notLineChange(let text): "'\(text)' is not a change of a line"
    }
  }

  /// A stable name for this kind of mistake.
  var slug: String {
    switch self {
    case .noChange: "no-change"
    case .twoChanges: "two-changes"
    case .movedWithoutLines: "nothing-moved"
    case .notRate: "not-a-rate"
    case .notSum: "not-money"
    case .groupOfTotal: "group-of-total"
    case .emptyGroup, .noValues: "empty-group"
    case .onlyWithMinimise: "no-minimise"
    case .oneUnknown: "one-unknown"
    case .notAmongRates: "unknown-rate"
    case .notBounds: "not-bounds"
    case .noLines: "no-lines"
    case .unknownLine: "unknown-line"
    case .percentageOfNothing, .notLineChange: "not-a-change"
    }
  }

  /// What would be accepted: one line each.
  var notes: [String] {
    switch self {
    case .noChange(let run):
      ["write total: \(run), or give 'change' (+3%), 'plus' (£100000000 or moved) or 'minus'"]
    case .twoChanges: ["give 'change', 'plus' or 'minus'"]
    case .movedWithoutLines:
      ["give the run lines that come down: lines: {retained: -10%}"]
    case .notRate: ["a rate is above 0% and below 100%, with eight decimals at most: 85%"]
    case .notSum: ["write £100000000, or moved for what the run's lines come down by"]
    case .groupOfTotal: ["a group has 'per_pupil' or 'mean'"]
    case .emptyGroup: ["name a field and its values: group: {sector: secondary}"]
    case .noValues: ["name a value, or a list of values: language: [WM, EM]"]
    case .onlyWithMinimise:
      [
        "minimise: "
          + SearchSpecification.Aim.allCases.map(\.rawValue).joined(separator: ", or ")
      ]
    case .oneUnknown: ["name two rates or more in 'by', or delete 'minimise'"]
    case .notAmongRates(let path, _, let known):
      Suggestion.notes(for: path, among: known, has: "they are")
    case .notBounds:
      ["bounds are two multipliers, 0.8..1.2, or two amounts of the rate, £500..£3000"]
    case .noLines: ["name a line and its change: lines: {retained: -10%}"]
    case .unknownLine(let path, let known):
      Suggestion.notes(for: path, among: known, has: "there are")
    case .percentageOfNothing(let text):
      ["write +\(text) or -\(text) to change the line, or an amount: £5000000"]
    case .notLineChange:
      ["a change is an amount (£5000000) or one of +10%, -10%, ×1.05, +£5000000, -£5000000"]
    }
  }
}

extension MistakeCollector {
  /// Adds a mistake of a solve or of lines.
  mutating func report(_ mistake: SolveMistake, at span: SourceSpan?) {
    add(
      Diagnostic(
        path: path, span: span, message: mistake.message, slug: mistake.slug,
        notes: mistake.notes))
  }
}
