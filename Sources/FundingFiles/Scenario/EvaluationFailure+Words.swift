public import Diagnostics
public import FundingModel

extension EvaluationFailure {
  /// This failure in words, for the formula's author.
  ///
  /// - Parameter run: The run in which it happened; nil where it was no run.
  /// - Returns: The mistake, placed in the formula's file.
  public func diagnostic(run: String?) -> Diagnostic {
    var notes: [String] = []
    if let school {
      let others = schools > 1 ? " and \(schools - 1) more" : ""
      notes.append("it happens in school \(school)\(others)")
    } else if schools > 1 {
      notes.append("it happens in \(schools) schools")
    }
    if let run { notes.append("in run '\(run)'") }
    let (slug, what, advice) = words
    return Diagnostic(
      path: path, span: FailureWords.span(place), message: "'\(part)' \(what)", slug: slug,
      notes: notes + advice)
  }

  private var words: (slug: String, what: String, advice: [String]) {
    switch reason {
    case .overflow:
      return ("overflow", "comes to a number too long for exact arithmetic", [])
    case .divisionByZero:
      return ("division-by-zero", "divides by nought", ["share(x, y) is nought where y is nought"])
    case .noColumn(let field, let level):
      return ("no-column", "needs the \(level.rawValue)s' '\(field)', which the data has not", [])
    case .noValue(let field, let level):
      return ("no-value", "needs '\(field)', which a \(level.rawValue) has no value for", [])
    case .noRate(let rate, let keys):
      return (
        "no-rate", "finds no value of rate '\(rate)' for \(keys.joined(separator: ", "))",
        ["give the rate a value for it, or an 'otherwise'"]
      )
    case .rateBegins(let rate, let first, let year):
      return ("rate-begins-later", "needs rate '\(rate)', which begins in \(first), in \(year)", [])
    case .nobodyToAverage:
      return ("nobody-to-average", "takes the mean of a school without pupils", [])
    case .nothingToShareBy(let total):
      return (
        "nothing-to-share-by",
        "shares out \(FailureWords.pounds(total)) and every school's part is nought", []
      )
    case .negativePart:
      return ("negative-part", "shares out a quantum to a school whose part is below nought", [])
    case .quantumNotPennies(let total):
      return (
        "quantum-not-pennies", "shares out £\(total), which is not a whole number of pennies",
        ["round(x, £0.01) makes it one"]
      )
    }
  }
}
