import FundingModel

/// Reads the shape of an expression; the grammar is in the guide to formula files.
struct ExpressionParser {
  /// What is not in the grammar, with the place: the first thing ends the reading.
  struct Failure: Error {
    /// What.
    let mistake: ExpressionMistake
    /// Its characters.
    let range: Range<Int>
  }

  private let tokens: [ExpressionToken]
  private var next = 0
  private var depth = 0
  /// Deeper expressions are nobody's formula, and would exhaust the stack.
  private static let deepest = 60
  private static let mostTokens = 1000

  private init(_ tokens: [ExpressionToken]) { self.tokens = tokens }

  /// The shape of an expression.
  ///
  /// - Throws: the first thing that is not in the grammar.
  static func syntax(of tokens: [ExpressionToken]) throws(Failure) -> ExpressionSyntax {
    var parser = ExpressionParser(tokens)
    guard tokens.count <= mostTokens else {
      throw Failure(mistake: .tooLong, range: tokens[mostTokens].range)
    }
    let syntax = try parser.disjunction()
    guard parser.here.kind == .end else { throw parser.unexpected("an operator or the end") }
    return syntax
  }

  private var here: ExpressionToken { tokens[next] }

  private func unexpected(_ expected: String) -> Failure {
    if here.kind == .name, here.text != here.text.lowercased(),
      let keyword = ExpressionToken.Keyword(rawValue: here.text.lowercased())
    {
      return Failure(
        mistake: .capitalKeyword(here.text, keyword: keyword.rawValue), range: here.range)
    }
    return Failure(
      mistake: .unexpected(here.kind == .end ? nil : here.text, expected: expected),
      range: here.range)
  }

  private mutating func take(_ sign: ExpressionToken.Sign) -> Bool {
    guard here.kind == .sign(sign) else { return false }
    next += 1
    return true
  }

  private mutating func take(_ keyword: ExpressionToken.Keyword) -> Bool {
    guard here.kind == .keyword(keyword) else { return false }
    next += 1
    return true
  }

  private mutating func disjunction() throws(Failure) -> ExpressionSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Failure(mistake: .tooLong, range: here.range) }
    var left = try conjunction()
    while take(.or) {
      let right = try conjunction()
      left = join(left, right, .or(left, right))
    }
    return left
  }

  private mutating func conjunction() throws(Failure) -> ExpressionSyntax {
    var left = try negated()
    while take(.and) {
      let right = try negated()
      left = join(left, right, .and(left, right))
    }
    return left
  }

  private mutating func negated() throws(Failure) -> ExpressionSyntax {
    let start = here.range.lowerBound
    guard take(.not) else { return try comparison() }
    let operand = try comparison()
    return ExpressionSyntax(kind: .not(operand), range: start..<operand.range.upperBound)
  }

  private mutating func comparison() throws(Failure) -> ExpressionSyntax {
    let left = try sum()
    let sign = here
    let result: ExpressionSyntax
    switch sign.kind {
    case .keyword(.in):
      next += 1
      let (items, _, end) = try items()
      result = ExpressionSyntax(
        kind: .membership(left, isIn: true, items), range: left.range.lowerBound..<end)
    case .keyword(.not) where tokens[next + 1].kind == .keyword(.in):
      throw Failure(
        mistake: .notIn, range: sign.range.lowerBound..<tokens[next + 1].range.upperBound)
    case .sign(let operation):
      guard let comparison = Comparison(rawValue: operation.rawValue) else { return left }
      next += 1
      let (items, isList, end) = try items()
      if !isList, case .value(let right)? = items.first {
        result = join(left, right, .comparison(comparison, left, right))
      } else if comparison == .equal || comparison == .notEqual {
        result = ExpressionSyntax(
          kind: .membership(left, isIn: comparison == .equal, items),
          range: left.range.lowerBound..<end)
      } else {
        throw Failure(mistake: .orderOfSeveral(sign.text), range: sign.range)
      }
    case .number, .money, .percent, .name, .word, .keyword, .end: return left
    }
    if case .sign(let again) = here.kind, Comparison(rawValue: again.rawValue) != nil {
      throw Failure(mistake: .chainedComparison, range: here.range)
    }
    if here.kind == .keyword(.in) {
      throw Failure(mistake: .chainedComparison, range: here.range)
    }
    return result
  }

  /// A value, a range or a list; whether it is a list, and where it ends.
  private mutating func items() throws(Failure) -> ([ExpressionSyntax.Item], Bool, Int) {
    guard take(.openKeys) else {
      let one = try item()
      return ([one], false, one.range.upperBound)
    }
    var items = [try item()]
    while take(.comma) { items.append(try item()) }
    let end = here.range.upperBound
    guard take(.closeKeys) else { throw unexpected("',' or ']'") }
    return (items, true, end)
  }

  private mutating func item() throws(Failure) -> ExpressionSyntax.Item {
    let low = try sum()
    guard take(.range) else { return .value(low) }
    return .range(low, try sum())
  }

  private mutating func sum() throws(Failure) -> ExpressionSyntax {
    var left = try product()
    while true {
      let operation: ExpressionSyntax.Arithmetic
      if take(.plus) {
        operation = .plus
      } else if take(.minus) {
        operation = .minus
      } else {
        return left
      }
      let right = try product()
      left = join(left, right, .arithmetic(operation, left, right))
    }
  }

  private mutating func product() throws(Failure) -> ExpressionSyntax {
    var left = try unary()
    while true {
      let operation: ExpressionSyntax.Arithmetic
      if take(.times) {
        operation = .times
      } else if take(.divided) {
        operation = .divided
      } else {
        return left
      }
      let right = try unary()
      left = join(left, right, .arithmetic(operation, left, right))
    }
  }

  private mutating func unary() throws(Failure) -> ExpressionSyntax {
    let start = here.range.lowerBound
    guard take(.minus) else { return try primary() }
    let operand = try primary()
    return ExpressionSyntax(kind: .negation(operand), range: start..<operand.range.upperBound)
  }

  private mutating func primary() throws(Failure) -> ExpressionSyntax {
    let token = here
    func leaf(_ kind: ExpressionSyntax.Kind) -> ExpressionSyntax {
      ExpressionSyntax(kind: kind, range: token.range)
    }
    switch token.kind {
    case .number(let value):
      next += 1
      return leaf(.number(value, text: token.text))
    case .money(let value):
      next += 1
      return leaf(.money(value))
    case .percent(let value):
      next += 1
      return leaf(.percent(value))
    case .word(let word):
      next += 1
      return leaf(.word(word))
    case .keyword(.true), .keyword(.false):
      next += 1
      return leaf(.truth(token.kind == .keyword(.true)))
    case .name:
      next += 1
      return try named(token)
    case .sign(.open):
      next += 1
      let inner = try disjunction()
      let end = here.range.upperBound
      guard take(.close) else { throw unexpected("')'") }
      return ExpressionSyntax(kind: inner.kind, range: token.range.lowerBound..<end)
    case .keyword, .sign, .end: throw unexpected("a number, a name or '('")
    }
  }

  private mutating func named(_ name: ExpressionToken) throws(Failure) -> ExpressionSyntax {
    if take(.openKeys) {
      let keys = try list(until: .closeKeys)
      return ExpressionSyntax(
        kind: .lookup(name.text, nameRange: name.range, keys: keys),
        range: name.range.lowerBound..<tokens[next - 1].range.upperBound)
    }
    if take(.open) {
      let arguments = take(.close) ? [] : try list(until: .close)
      return ExpressionSyntax(
        kind: .call(name.text, nameRange: name.range, arguments: arguments),
        range: name.range.lowerBound..<tokens[next - 1].range.upperBound)
    }
    return ExpressionSyntax(kind: .name(name.text), range: name.range)
  }

  private mutating func list(
    until closing: ExpressionToken.Sign
  ) throws(Failure) -> [ExpressionSyntax] {
    var list = [try disjunction()]
    while take(.comma) { list.append(try disjunction()) }
    guard take(closing) else { throw unexpected("',' or '\(closing.rawValue)'") }
    return list
  }

  private func join(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ kind: ExpressionSyntax.Kind
  ) -> ExpressionSyntax {
    ExpressionSyntax(kind: kind, range: left.range.lowerBound..<right.range.upperBound)
  }
}
