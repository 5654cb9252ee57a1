import Diagnostics
import FundingModel

extension ExpressionMistake {
  /// This mistake in the reader's words.
  func diagnostic(path: String, at span: SourceSpan) -> Diagnostic {
    let words = MistakeWords(path: path, span: span)
    switch self {
    case .unknownSign(let sign):
      return words(
        "unknown-sign", "'\(sign)' means nothing in an expression",
        Self.meant[sign].map { ["write \($0)"] } ?? [])
    case .badNumber(let text):
      return words(
        "bad-number", "'\(text)' is not a number",
        ["numbers look like 1234.5, 1_234.5, £1234.50 or 2.5%"])
    case .poundsAlone: return words("bad-number", "'£' needs a number after it")
    case .thousandsComma(let written, let plain):
      return words(
        "thousands-comma", "expressions take no thousands commas: \(written)", ["write \(plain)"])
    case .unclosedQuote:
      return words("unclosed-quote", "a quoted category does not end", ["end it with its quote"])
    case .unexpected(let text, let expected):
      return words(
        "expression",
        text.map { "'\($0)' can't stand here; \(expected) can" }
          ?? "the expression ends too soon; \(expected) is missing")
    case .capitalKeyword(let text, let keyword):
      return words("expression", "'\(text)' can't stand here", ["write '\(keyword)'"])
    case .chainedComparison:
      return words(
        "chained-comparison", "comparisons can't be chained",
        ["write 'a < b and b < c', or 'x in a..b'"])
    case .notIn: return words("not-in", "'not in' is not known", ["write 'not (x in …)'"])
    case .orderOfSeveral(let sign):
      return words(
        "order-of-several", "'\(sign)' needs one value to its right",
        ["'in', '=' and '!=' take several"])
    case .tooLong:
      return words(
        "expression-too-long", "the expression is too long or too deep",
        ["name parts of it under definitions"])
    case .unknownField(let name, let level, let known, let suggestion):
      let owner = level == .pupil ? "the pupils have" : "the schools have"
      return words(
        "unknown-field", "no \(level.rawValue) field is called '\(name)'",
        ["\(owner): \(known.joined(separator: ", "))"]
          + (suggestion.map { ["did you mean '\($0)'?"] } ?? []))
    case .unknownName(let name, let known, let dataMayHaveIt):
      let near = Suggestion.closest(to: name, among: known)
      return words(
        "unknown-name", "nothing is called '\(name)'",
        near.map { ["did you mean '\($0)'?"] }
          ?? (["a name is a field, a rate or a definition"]
            + (dataMayHaveIt
              ? ["a column of the data is known where the data is given: --schools, --pupils"] : []))
      )
    case .unknownFunction(let name, let known):
      return words(
        "unknown-function", "no function is called '\(name)'",
        Suggestion.notes(for: name, among: known, has: "there are"))
    case .unknownRate(let name, let known):
      return words(
        "unknown-rate", "no rate is called '\(name)'",
        Suggestion.notes(for: name, among: known, has: "the rates are"))
    case .functionAlone(let name, let usage):
      return words("function-alone", "'\(name)' is a function", ["write \(usage)"])
    case .notAFunction(let name, let kind):
      return words(
        "not-a-function", "'\(name)' is \(kind.rawValue), not a function",
        kind == .rate ? ["write \(name), or \(name)[…] where it is a table"] : ["write \(name)"])
    case .notARate(let name, let kind):
      return words("not-a-rate", "'\(name)' is \(kind.rawValue), and only a rate takes [ ]")
    case .laterDefinition(let name, let place):
      return words(
        "later-definition", "'\(name)' is not defined yet here",
        ["a definition uses only those above it"],
        related: [RelatedPlace(span: place, note: "defined here")])
    case .operandCount(let name, let usage, let given):
      return words(
        "operand-count",
        "'\(name)' can't be worked out from "
          + (given == 0 ? "nothing" : "\(given) value\(given == 1 ? "" : "s")"),
        ["write \(usage)"])
    case .conditionAsNumber:
      return words(
        "not-a-number", "this is yes or no, and a number is needed",
        ["write if(condition, number, 0)"])
    case .flagAsNumber(let name):
      return words(
        "not-a-number", "'\(name)' is yes or no, and a number is needed",
        ["write if(\(name), number, 0)"])
    case .categoryAsNumber(let name):
      return words(
        "not-a-number", "'\(name)' is a category, and a number is needed",
        ["compare it (\(name) = …), or look a rate up by it (rate[\(name)])"])
    case .wordAsNumber(let word):
      return words(
        "not-a-number", "'\(word)' is a category, and a number is needed",
        ["a category is compared with its field"])
    case .numberAsCondition:
      return words(
        "not-a-condition", "this is a number, and yes or no is needed",
        ["compare it: x > 0"])
    case .categoryAsCondition(let name):
      return words(
        "not-a-condition", "'\(name)' is a category, and yes or no is needed",
        ["compare it: \(name) = …"])
    case .flagCompared(let name):
      return words(
        "not-a-flag", "'\(name)' is yes or no", ["write \(name), not \(name), or \(name) = true"])
    case .flagOrdered(let name):
      return words("no-order", "'\(name)' is yes or no, which has no order", ["write \(name)"])
    case .unknownCategory(let word, let field, let known):
      return words(
        "unknown-category", "'\(field)' has no category '\(word)'",
        CategoryNames.notes(for: word, of: field, among: known, has: "it has"))
    case .absentCategory(let word, let field, let known):
      return words(
        "unknown-category", "'\(field)' is nowhere '\(word)' in the data",
        CategoryNames.notes(for: word, of: field, among: known, has: "the data has"))
    case .notACategory(let field):
      return words(
        "not-a-category", "'\(field)' is compared with categories, and this is none",
        ["a category is a word, in quotes if it holds spaces"])
    case .twoFields(let left, let right):
      return words(
        "two-fields",
        "'\(left)' and '\(right)' are both fields, and a field is compared with categories",
        ["put '\(right)' in quotes if it is a category"])
    case .noOrder(let field):
      return words(
        "no-order", "'\(field)' has no order", ["name the categories: \(field) in [a, b]"])
    case .backwardsRange(let low, let high):
      return words(
        "backwards-range", "the range \(low)..\(high) runs backwards", ["write \(high)..\(low)"])
    case .differentUnits(let operation, let left, let right):
      return words(
        "different-units",
        "'\(operation)' needs equal units, and these are \(left.inWords) and \(right.inWords)",
        (left == .pounds && right.isMoney) || (right == .pounds && left.isMoney)
          ? ["a number written without £ takes the unit of what it meets"] : [])
    case .moneyTimesMoney:
      return words(
        "money-times-money", "money can't be multiplied by money",
        ["one of the two should be a number, or a number per something"])
    case .divisionByZero: return words("division-by-zero", "this divides by nought")
    case .badStep: return words("bad-step", "a step must be above nought", ["round(x, £0.01)"])
    case .clampBackwards:
      return words(
        "clamp-backwards", "the low bound is above the high one", ["write clamp(x, low, high)"])
    case .pupilField(let name):
      return words(
        "pupil-field", "'\(name)' belongs to each pupil; this is worked out for a school",
        ["count or add over the pupils: pupils(condition), heads(condition), sum(x), mean(x)"])
    case .notInQuantum(let name):
      return words(
        "not-in-quantum", "'\(name)' belongs to one school; a quantum is one for many",
        ["use money, rates, authority(x) or all(x)"])
    case .authorityInFormulaQuantum(let name):
      return words(
        "not-in-quantum",
        "'\(name)' belongs to one authority; 'within: formula' is one amount for all",
        ["write 'within: authority', or all(x)"])
    case .keyCount(let rate, let needed, let given):
      return words(
        "key-count", Self.keyCountMessage(rate, needed: needed, given: given),
        [needed.isEmpty ? "write \(rate)" : "write \(rate)[\(needed.joined(separator: ", "))]"])
    case .keyKind(let rate, let needed):
      return words(
        "key-kind", "'\(rate)' goes by \(needed), and this is not",
        ["write \(needed) itself, or one of its values"])
    case .noSuchKey(let word, let rate, let known):
      return words(
        "no-such-key", "'\(rate)' gives nothing for '\(word)'",
        Suggestion.notes(for: word, among: known, has: "it gives"))
    }
  }

  private static func keyCountMessage(_ rate: String, needed: [String], given: Int) -> String {
    if needed.isEmpty { return "'\(rate)' is a single value and takes no [ ]" }
    let keys = "\(needed.count) key\(needed.count == 1 ? "" : "s")"
    return given == 0
      ? "'\(rate)' is a table and needs \(keys)" : "'\(rate)' needs \(keys), and this is \(given)"
  }

  /// What signs of other languages are here.
  private static let meant = [
    "==": "=", "&": "and", "&&": "and", "|": "or", "||": "or", "!": "not", "×": "*", "÷": "/",
    "−": "-", "–": "-", "≤": "<=", "≥": ">=", "≠": "!=", "%": "a percentage like 2.5%",
    "**": "x * x", "^": "x * x", "…": "..", ".": "numbers like 0.5 and ranges like a..b",
    "\u{2018}": "straight quotes '…'", "\u{2019}": "straight quotes '…'",
    "\u{201C}": "straight quotes '…'", "\u{201D}": "straight quotes '…'", "$": "£", "€": "£",
  ]
}

extension Unit {
  /// The unit as a message names it.
  var inWords: String { isNumber ? "a plain number" : description }
}
