import FundingModel

/// An expression as written: its shape, but not yet its meaning.
struct ExpressionSyntax: Hashable, Sendable {
  /// A shape.
  indirect enum Kind: Hashable, Sendable {
    /// A plain number; its text may be a category: `year_group = 7`.
    case number(Rational, text: String)
    /// Money, in pounds.
    case money(Rational)
    /// A percentage, as a fraction.
    case percent(Rational)
    /// `true` or `false`.
    case truth(Bool)
    /// A bare word.
    case name(String)
    /// A word in quotes.
    case word(String)
    /// `name[key, …]`.
    case lookup(String, nameRange: Range<Int>, keys: [ExpressionSyntax])
    /// `name(argument, …)`.
    case call(String, nameRange: Range<Int>, arguments: [ExpressionSyntax])
    /// −x.
    case negation(ExpressionSyntax)
    /// x + y and the like.
    case arithmetic(Arithmetic, ExpressionSyntax, ExpressionSyntax)
    /// `x = y` and the like.
    case comparison(Comparison, ExpressionSyntax, ExpressionSyntax)
    /// `x in a..b`, `x in [a, b..c]`; with `=` and `!=` too.
    case membership(ExpressionSyntax, isIn: Bool, [Item])
    /// `not x`.
    case not(ExpressionSyntax)
    /// `x and y`.
    case and(ExpressionSyntax, ExpressionSyntax)
    /// `x or y`.
    case or(ExpressionSyntax, ExpressionSyntax)
  }

  /// What `+ - * /` do.
  enum Arithmetic: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
  }

  /// One thing that something may be in.
  enum Item: Hashable, Sendable {
    /// One value.
    case value(ExpressionSyntax)
    /// From the first to the second, both included.
    case range(ExpressionSyntax, ExpressionSyntax)

    /// Its characters.
    var range: Range<Int> {
      switch self {
      case .value(let value): value.range
      case .range(let low, let high): low.range.lowerBound..<high.range.upperBound
      }
    }
  }

  /// Its shape.
  let kind: Kind
  /// Its characters in the expression, counted from 0.
  let range: Range<Int>

  /// The word or words that this is when read as a category; nil where it can't be one.
  ///
  /// `rhondda-cynon-taf` looks like a subtraction of names, and is one word here.
  var categoryText: String? {
    switch kind {
    case .number(_, let text): text
    case .name(let name): name
    case .word(let word): word
    case .arithmetic(.minus, let left, let right):
      if let first = left.hyphenPart, let second = right.hyphenPart,
        left.range.upperBound + 1 == right.range.lowerBound
      {
        "\(first)-\(second)"
      } else {
        nil
      }
    case .money, .percent, .truth, .lookup, .call, .negation, .arithmetic, .comparison,
      .membership, .not, .and, .or:
      nil
    }
  }

  private var hyphenPart: String? {
    switch kind {
    case .name(let name): name
    case .arithmetic(.minus, _, _): categoryText
    case .number, .money, .percent, .truth, .word, .lookup, .call, .negation, .arithmetic,
      .comparison, .membership, .not, .and, .or:
      nil
    }
  }
}
