import FundingModel
import Testing

@testable import FundingFiles

struct ExpressionParserTests {
  /// The shape with every bracket written, to see what binds to what.
  func shape(_ text: String) throws -> String {
    show(try ExpressionParser.syntax(of: ExpressionLexer.tokens(of: text).tokens))
  }

  func show(_ syntax: ExpressionSyntax) -> String {
    switch syntax.kind {
    case .number(_, let text): text
    case .money(let value): "£\(value)"
    case .percent(let value): "\(value)"
    case .truth(let truth): "\(truth)"
    case .name(let name): name
    case .word(let word): "'\(word)'"
    case .lookup(let name, _, let keys): "\(name)[\(keys.map(show).joined(separator: ","))]"
    case .call(let name, _, let operands):
      "\(name)(\(operands.map(show).joined(separator: ",")))"
    case .negation(let operand): "(-\(show(operand)))"
    case .arithmetic(let sign, let left, let right):
      "(\(show(left))\(sign.rawValue)\(show(right)))"
    case .comparison(let sign, let left, let right):
      "(\(show(left))\(sign.rawValue)\(show(right)))"
    case .membership(let subject, let isIn, let items):
      "(\(show(subject)) \(isIn ? "in" : "out of") \(items.map(show).joined(separator: ",")))"
    case .not(let operand): "(not \(show(operand)))"
    case .and(let left, let right): "(\(show(left)) and \(show(right)))"
    case .or(let left, let right): "(\(show(left)) or \(show(right)))"
    }
  }

  func show(_ item: ExpressionSyntax.Item) -> String {
    switch item {
    case .value(let value): show(value)
    case .range(let low, let high): "\(show(low))..\(show(high))"
    }
  }

  @Test(arguments: [
    ("a - b - c", "((a-b)-c)"), ("a + b * c", "(a+(b*c))"), ("a / b * c", "((a/b)*c)"),
    ("-a * b", "((-a)*b)"), ("a - -b", "(a-(-b))"), ("(a + b) * c", "((a+b)*c)"),
    ("a or b and c", "(a or (b and c))"), ("not a = b and c", "((not (a=b)) and c)"),
    ("not (a or b)", "(not (a or b))"), ("a + 1 < b * 2", "((a+1)<(b*2))"),
    ("y in R..2", "(y in R..2)"), ("y in [R, 1..2, 7]", "(y in R,1..2,7)"),
    ("y = [a]", "(y in a)"), ("y != a..b", "(y out of a..b)"), ("w in 1 + 1..3", "(w in (1+1)..3)"),
    ("rate[a, b + 1](", ""), ("if(a, £1, 2%)", "if(a,£1,0.02)"), ("r[N1]", "r[N1]"),
    ("pupils(fsm = true)", "pupils((fsm=true))"), ("f()", "f()"),
  ])
  func `operators bind as in arithmetic, then comparison, not, and, or`(
    text: String, expected: String
  ) throws {
    guard !expected.isEmpty else {
      #expect(throws: ExpressionParser.Failure.self) { try shape(text) }
      return
    }
    #expect(try shape(text) == expected)
  }

  @Test(arguments: [
    ("", 0..<1), ("a +", 3..<4), ("a b", 2..<3), ("(a", 2..<3), ("f(a,", 4..<5), ("a[", 2..<3),
    ("a < b < c", 6..<7), ("a in b in c", 7..<9), ("a not in b", 2..<8), ("a < [b]", 2..<3),
    ("a < b..c", 2..<3), ("in", 0..<2), ("a)", 1..<2), ("[a]", 0..<1), ("a AND b", 2..<5),
    ("not not a", 4..<7),
  ])
  func `the first thing against the grammar is told at its place`(text: String, range: Range<Int>) {
    let failure = #expect(throws: ExpressionParser.Failure.self) { try shape(text) }
    #expect(failure?.range == range)
  }

  @Test func `an expression may be long but not endless`() throws {
    let sum = Array(repeating: "a", count: 300).joined(separator: "+")
    _ = try shape(sum)
    let deep = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
    #expect(throws: ExpressionParser.Failure.self) { try shape(deep) }
    let brackets = String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)
    #expect(throws: ExpressionParser.Failure.self) { try shape(brackets) }
  }
}
