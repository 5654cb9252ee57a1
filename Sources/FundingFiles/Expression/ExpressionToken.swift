import FundingModel

/// One word or sign of an expression.
struct ExpressionToken: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// `1234.5`, `1_234.5`.
    case number(Rational)
    /// `£1234.5`, in pounds.
    case money(Rational)
    /// `2.5%`, as a fraction.
    case percent(Rational)
    /// A field, rate, definition, function or category.
    case name
    /// A category in quotes: `'Infants & Juniors'`.
    case word(String)
    /// A word of the language.
    case keyword(Keyword)
    /// A sign.
    case sign(Sign)
    /// The end of the expression.
    case end
  }

  /// The words that mean something everywhere.
  enum Keyword: String, Hashable, Sendable, CaseIterable {
    case and, or, not, `in`, `true`, `false`
  }

  /// The signs, longest first, since `..` must not be read as two.
  enum Sign: String, Hashable, Sendable, CaseIterable {
    case range = ".."
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case equal = "="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case open = "("
    case close = ")"
    case openKeys = "["
    case closeKeys = "]"
    case comma = ","
  }

  /// What it is.
  let kind: Kind
  /// As written.
  let text: String
  /// Its characters in the expression, counted from 0.
  let range: Range<Int>
}
