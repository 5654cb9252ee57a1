import FundingModel
import Testing

@testable import FundingFiles

struct ExpressionLexerTests {
  func kinds(_ text: String) -> [ExpressionToken.Kind] {
    ExpressionLexer.tokens(of: text).tokens.map(\.kind)
  }

  @Test func `numbers, money and percentages keep their exact value`() throws {
    #expect(
      kinds("1234.5 1_234.5 £0.01 2.5%") == [
        .number(try Rational(2469, over: 2)), .number(try Rational(2469, over: 2)),
        .money(try Rational(1, over: 100)), .percent(try Rational(1, over: 40)), .end,
      ])
  }

  @Test func `two dots part a range, and one is a decimal point`() {
    #expect(
      kinds("7..9") == [.number(Rational(7)), .sign(.range), .number(Rational(9)), .end])
    #expect(kinds("R..2") == [.name, .sign(.range), .number(Rational(2)), .end])
    #expect(kinds("1.5..2").count == 4)
  }

  @Test func `signs of two characters are not read as two`() {
    #expect(
      kinds("<= >= != < > =") == [
        .sign(.lessOrEqual), .sign(.greaterOrEqual), .sign(.notEqual), .sign(.less),
        .sign(.greater), .sign(.equal), .end,
      ])
  }

  @Test func `places are counted in characters, whatever the script`() {
    let (tokens, mistakes) = ExpressionLexer.tokens(of: "tŷ + 'Ysgol â' ≤ e\u{301}")
    #expect(mistakes.map(\.0) == [.unknownSign("≤")])
    #expect(mistakes.map(\.1) == [15..<16])
    #expect(tokens.map(\.range) == [0..<2, 3..<4, 5..<14, 17..<18, 18..<19])
    #expect(tokens[2].kind == .word("Ysgol â"))
  }

  @Test(arguments: [
    ("1.2.3", ExpressionMistake.badNumber("1.2.3")), ("5fold", .badNumber("5fold")),
    ("1.", .badNumber("1.")), ("1__0", .badNumber("1__0")), ("£", .poundsAlone),
    ("£5%", .badNumber("£5%")), ("£1,200", .thousandsComma(written: "£1,200", plain: "£1200")),
    ("£1,234,567.5", .thousandsComma(written: "£1,234,567.5", plain: "£1234567.5")),
    ("'a", .unclosedQuote), ("==", .unknownSign("==")), ("&&", .unknownSign("&&")),
    ("×", .unknownSign("×")), ("!", .unknownSign("!")),
  ])
  func `what is not in the language is told`(text: String, mistake: ExpressionMistake) {
    #expect(ExpressionLexer.tokens(of: text).mistakes.map(\.0) == [mistake])
  }

  @Test func `operands of three digits are no thousands`() {
    #expect(ExpressionLexer.tokens(of: "max(1,200)").mistakes.isEmpty)
    #expect(ExpressionLexer.tokens(of: "max(£1, 200)").mistakes.isEmpty)
  }
}
