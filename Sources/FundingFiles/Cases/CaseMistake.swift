import Diagnostics
import FundingModel

/// What can be wrong with a worked case.
enum CaseMistake: Hashable, Sendable {
  /// A factor or adjustment that the formula doesn't have.
  case unknownPart(String, known: [String])
  /// A field that there is not.
  case unknownField(String, level: FieldLevel, known: [String])
  /// A value that the field can't have.
  case badValue(String, field: String, needed: String)
  /// An amount that is not money in whole pennies.
  case badMoney(String)
  /// A count that is not a whole number above nought.
  case badCount(String)
  /// A school number that is not seven digits.
  case badSchool(String)
  /// An authority that the formula doesn't fund.
  case otherAuthority(String, formula: String)
  /// Two cases of one name.
  case caseTwice(String, first: SourceSpan)
  /// A case that expects nothing.
  case expectsNothing
  /// A roll that is no whole number.
  case badRoll(String)
  /// A roll that is not as many as the pupils given.
  case rollDiffers(Int, Int64)
}

extension CaseMistake {
  /// This mistake in the reader's words.
  func diagnostic(path: String, at span: SourceSpan) -> Diagnostic {
    let words = MistakeWords(path: path, span: span)
    switch self {
    case .unknownPart(let name, let known):
      return words(
        "unknown-factor", "the formula has no factor '\(name)'",
        Suggestion.notes(for: name, among: known, has: "it has"))
    case .unknownField(let name, let level, let known):
      return words(
        "unknown-field", "no \(level.rawValue) field is called '\(name)'",
        Suggestion.notes(for: name, among: known, has: "the \(level.rawValue)s have"))
    case .badValue(let text, let field, let needed):
      return words("bad-value", "'\(field)' can't be '\(text)'", ["it is \(needed)"])
    case .badMoney(let text):
      return words("bad-value", "'\(text)' is no amount of money", ["write it like £1234.50"])
    case .badCount(let text):
      return words(
        "bad-value", "'\(text)' is no number of pupils", ["write a whole number, 1 or more"])
    case .badSchool(let text):
      return words("bad-value", "'\(text)' is no school's number", ["it has seven digits"])
    case .otherAuthority(let text, let formula):
      return words(
        "other-authority", "the formula funds \(formula), and this school is of \(text)")
    case .caseTwice(let name, let first):
      return words("case-twice", "the case '\(name)' is given twice", first: first)
    case .expectsNothing:
      return words("expects-nothing", "the case expects nothing", ["give 'factors' or 'share'"])
    case .badRoll(let text):
      return words("bad-value", "'\(text)' is no number of pupils", ["write a whole number"])
    case .rollDiffers(let stated, let found):
      return words(
        "roll-differs", "the school states \(stated) pupils, and \(found) are given",
        ["leave it out: the roll is counted from the pupils"])
    }
  }
}

extension MistakeCollector {
  /// Adds a mistake of a worked case.
  mutating func add(_ mistake: CaseMistake, at span: SourceSpan) {
    add(mistake.diagnostic(path: path, at: span))
  }
}
