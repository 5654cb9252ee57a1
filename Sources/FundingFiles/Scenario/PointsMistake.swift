internal import Diagnostics

/// What can be wrong with a sweep or with uncertain rates.
enum PointsMistake: Hashable {
  // Sweeps.
  case nothingSwept
  case noValues(path: String)
  case stepIsNought
  case stepGoesAway(from: String, to: String)
  case stepMisses(to: String, last: String)
  case notPlainAmount(String)
  case tooManyPoints(Int?, most: Int)
  case repeatedValue(String)
  // Uncertain rates.
  case nothingUncertain
  case notDraws(String, most: Int)
  case notDistribution(String)
  case wrongNumbers(String, needed: Int, found: Int)
  case mixedNumbers(String)
  case numberTooLong(String)
  case noDeviation(String)
  case noRange(String)
  case modeOutside(String)
}

extension PointsMistake {
  /// What is wrong, subject first.
  var message: String {
    switch self {
    case .nothingSwept: "the sweep names no rate"
    case .noValues(let path): "the sweep of '\(path)' has no values"
    case .stepIsNought: "the step is nought"
    case .stepGoesAway(let from, let to): "the step doesn't lead from \(from) to \(to)"
    case .stepMisses(let to, let last):
      "the steps don't end at \(to): the last before it is \(last)"
    case .notPlainAmount(let text): "'\(text)' is not a plain amount"
    case .tooManyPoints(let count, let most):
      "the grid has \(count.map { String($0) } ?? "too many") points, more than \(most)"
    case .repeatedValue(let text): "the value '\(text)' is given twice"
    case .nothingUncertain: "no rate or index is uncertain"
    case .notDraws(let text, _): "'\(text)' is not a number of draws"
    case .notDistribution(let text): "'\(text)' is not a distribution"
    case .wrongNumbers(let name, let needed, let found):
      "'\(name)' takes \(needed) numbers, not \(found)"
    case .mixedNumbers(let text): "the numbers of '\(text)' are not of one kind"
    case .numberTooLong(let text): "the number '\(text)' is too long"
    case .noDeviation(let text): "the standard deviation '\(text)' is not above nought"
    case .noRange(let text): "the low end is not below the high end in '\(text)'"
    case .modeOutside(let text): "the most likely value lies outside the ends in '\(text)'"
    }
  }

  /// A stable name for this kind of mistake.
  var slug: String {
    switch self {
    case .nothingSwept, .noValues: "nothing-swept"
    case .stepIsNought, .stepGoesAway, .stepMisses: "bad-step"
    case .notPlainAmount: "not-an-amount"
    case .tooManyPoints: "too-many-points"
    case .repeatedValue: "given-twice"
    case .nothingUncertain: "nothing-uncertain"
    case .notDraws: "not-draws"
    case .notDistribution, .wrongNumbers, .mixedNumbers: "not-a-distribution"
    case .numberTooLong, .noDeviation, .noRange, .modeOutside: "out-of-range"
    }
  }

  /// What would be accepted.
  var notes: [String] {
    switch self {
    case .nothingSwept: ["write a path and its values: national.deprivation.fsm: [£0, £500]"]
    case .noValues: ["give a list, [£0, £500], or {from: £0, to: £2000, step: £100}"]
    case .stepIsNought: ["give a step that leads from the first value to the last"]
    case .stepGoesAway: ["from the smaller to the larger, with a step above nought"]
    case .stepMisses: ["choose a step that reaches the last value exactly"]
    case .notPlainAmount:
      ["'from', 'to' and 'step' are amounts such as £500, 12.5 or 25%; a list may hold changes too"]
    case .tooManyPoints: ["take fewer values, or longer steps"]
    case .repeatedValue: ["remove one of the two"]
    case .nothingUncertain: ["write a path and a distribution: pay: \"uniform(2%, 5%)\""]
    case .notDraws(_, let most): ["a number of draws is written plainly, 1 to \(most): 1000"]
    case .notDistribution, .wrongNumbers:
      [
        "write \"normal(mean, standard deviation)\", \"uniform(low, high)\" or "
          + "\"triangular(low, most likely, high)\""
      ]
    case .mixedNumbers: ["write all of them as money (£1200), as percentages (2%) or plainly (2)"]
    case .numberTooLong: ["at most nine digits, and six decimals"]
    case .noDeviation: ["give a standard deviation above nought"]
    case .noRange, .modeOutside: ["the smaller end comes first"]
    }
  }
}

extension MistakeCollector {
  /// Adds a mistake of a sweep or of uncertain rates.
  mutating func report(_ mistake: PointsMistake, at span: SourceSpan?) {
    add(
      Diagnostic(
        path: path, span: span, message: mistake.message, slug: mistake.slug,
        notes: mistake.notes))
  }
}
