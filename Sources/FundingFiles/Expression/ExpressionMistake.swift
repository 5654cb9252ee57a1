import Diagnostics
import FundingModel

/// What can be wrong with an expression.
enum ExpressionMistake: Hashable, Sendable {
  // Words and signs.

  /// A sign that is not in the language.
  case unknownSign(String)
  /// A number that can't be read.
  case badNumber(String)
  /// `£` without a number.
  case poundsAlone
  /// Thousands commas, of which expressions take none.
  case thousandsComma(written: String, plain: String)
  /// A quoted word without its end.
  case unclosedQuote

  // Shape.

  /// Something else than the grammar allows here; nil for the expression's end.
  case unexpected(String?, expected: String)
  /// `AND` for `and`.
  case capitalKeyword(String, keyword: String)
  /// `a < b < c`.
  case chainedComparison
  /// `x not in …`.
  case notIn
  /// `x < [a, b]`, `x < a..b`.
  case orderOfSeveral(String)
  /// Too many brackets or too many words.
  case tooLong

  // Names.

  /// A condition that no field is called.
  case unknownField(String, level: FieldLevel, known: [String], suggestion: String?)
  /// A name in a calculation that nothing is called.
  case unknownName(String, known: [String], dataMayHaveIt: Bool)
  /// A function that there is not.
  case unknownFunction(String, known: [String])
  /// A rate that there is not.
  case unknownRate(String, known: [String])
  /// A function without brackets.
  case functionAlone(String, usage: String)
  /// Something else used like a function.
  case notAFunction(String, kind: NameKind)
  /// Something else used like a table.
  case notARate(String, kind: NameKind)
  /// A definition that comes later, or this one.
  case laterDefinition(String, place: SourceSpan)
  /// Too few or too many operands.
  case operandCount(String, usage: String, given: Int)

  // Kinds.

  /// Yes or no where a number is needed.
  case conditionAsNumber
  /// A flag where a number is needed.
  case flagAsNumber(String)
  /// A category field where a number is needed.
  case categoryAsNumber(String)
  /// A category in quotes where a number is needed.
  case wordAsNumber(String)
  /// A number where yes or no is needed.
  case numberAsCondition
  /// A category field where yes or no is needed.
  case categoryAsCondition(String)
  /// A flag compared with something else than `true` or `false`.
  case flagCompared(String)
  /// A flag ordered.
  case flagOrdered(String)

  // Categories.

  /// A category that the field doesn't have.
  case unknownCategory(String, field: String, known: [String])
  /// A category that doesn't occur in the data.
  case absentCategory(String, field: String, known: [String])
  /// Something that can't be a category.
  case notACategory(field: String)
  /// Two category fields compared.
  case twoFields(String, String)
  /// `<` or a range of categories without order.
  case noOrder(field: String)
  /// A range that runs backwards.
  case backwardsRange(String, String)

  // Units.

  /// Operands of different units.
  case differentUnits(String, Unit, Unit)
  /// Money times money.
  case moneyTimesMoney
  /// A division by nought, as written.
  case divisionByZero
  /// A step that is nought or below.
  case badStep
  /// `clamp` with its bounds the wrong way round.
  case clampBackwards

  // Levels.

  /// A pupil's field where there is no pupil.
  case pupilField(String)
  /// Something that belongs to one school, in a quantum's total.
  case notInQuantum(String)
  /// An authority's own amount, in a quantum that all share.
  case authorityInFormulaQuantum(String)

  // Rates.

  /// Too few or too many keys.
  case keyCount(rate: String, needed: [String], given: Int)
  /// A key that is not what the rate depends on.
  case keyKind(rate: String, needed: String)
  /// A category or label that the rate doesn't give.
  case noSuchKey(String, rate: String, known: [String])
}

/// What a name stands for.
enum NameKind: String, Hashable, Sendable {
  case pupilField = "a pupil field"
  case schoolField = "a school field"
  case rate = "a rate"
  case definition = "a definition"
  case function = "a function"
}
