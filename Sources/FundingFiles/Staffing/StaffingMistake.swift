import Diagnostics
import FundingModel

/// What can be wrong with a file of bands, beyond its form.
enum StaffingMistake: Hashable, Sendable {
  /// A measure that there is not.
  case unknownMeasure(String)
  /// A last step with a limit, or an earlier one without.
  case limitOfStep(isLast: Bool)
  /// A limit or band that doesn't come after the one before it.
  case stepOrder(String)
  /// A number where another kind is needed.
  case badNumber(String, of: String, example: String)
  /// Numbers that don't ascend.
  case notAscending(String, of: String)
  /// A language category that there is not.
  case unknownLanguage(String)
  /// A language category in two groups.
  case languageTwice(String, first: SourceSpan)
  /// The sector among the criteria that a family may give up.
  case sectorDropped
  /// A word of a list given twice.
  case wordTwice(String, first: SourceSpan)
}

extension StaffingMistake {
  /// This mistake in the reader's words.
  func diagnostic(path: String, at span: SourceSpan) -> Diagnostic {
    let words = MistakeWords(path: path, span: span)
    switch self {
    case .unknownMeasure(let name):
      return words(
        "unknown-measure", "no measure is called '\(name)'",
        Suggestion.notes(
          for: name, among: StaffingMeasure.allCases.map(\.rawValue), has: "the measures are"))
    case .limitOfStep(isLast: true):
      return words(
        "bands", "the last step has a limit, so larger values would have no band",
        ["leave 'below' out of the last step"])
    case .limitOfStep(isLast: false):
      return words(
        "bands", "a step that is not the last needs 'below'",
        ["values below it are in the band, all others go on to the next"])
    case .stepOrder(let what):
      return words(
        "bands", "'\(what)' doesn't come after that of the step before", ["steps go upwards"])
    case .badNumber(let text, let what, let example):
      return words("bad-value", "\(what) can't be '\(text)'", ["write it like \(example)"])
    case .notAscending(let text, let what):
      return words("bands", "\(text) in \(what) is not above the number before it")
    case .unknownLanguage(let code):
      return words(
        "unknown-category", "no language category is called '\(code)'",
        Suggestion.notes(for: code, among: StandardFields.languages.names, has: "they are"))
    case .languageTwice(let code, let first):
      return words("language-twice", "the category '\(code)' is given twice", first: first)
    case .sectorDropped:
      return words(
        "sector", "a family never gives up the sector",
        ["all-age schools are compared with all-age schools only"])
    case .wordTwice(let word, let first):
      return words("given-twice", "'\(word)' is given twice", first: first)
    }
  }
}

extension MistakeCollector {
  /// Adds a mistake of a file of bands.
  mutating func add(_ mistake: StaffingMistake, at span: SourceSpan) {
    add(mistake.diagnostic(path: path, at: span))
  }
}
