import FundingModel
import Testing

@Suite struct MoneyTests {
  @Test func `money is written in pounds and pennies`() {
    #expect(Money(pence: 123_456).description == "1234.56")
    #expect(Money(pence: -5).description == "-0.05")
    #expect(Money(pence: 0).description == "0.00")
    #expect(Money(pounds: 12).description == "12.00")
    #expect(Money(pence: .min).description == "-92233720368547758.08")
  }

  @Test func `money for each is rounded to the penny`() throws {
    #expect(Money(pence: 100).each(of: Rational(3)) == Money(pence: 33))
    // A penny and a half goes away from zero.
    #expect(Money(pence: 3).each(of: Rational(2)) == Money(pence: 2))
    #expect(Money(pence: -3).each(of: Rational(2)) == Money(pence: -2))
    #expect(Money(pence: 100).each(of: .zero) == nil)
    #expect(Money(pence: 100).each(of: Rational(-1)) == nil)
  }

  @Test func `money in pounds is exact`() throws {
    #expect(Money(pence: 5).pounds == (try Rational(1, over: 20)))
    #expect(try Rational(1, over: 200).roundedToPenny() == Money(pence: 1))
    #expect(try Rational(1, over: 200).roundedToPenny(.halfEven) == Money(pence: 0))
    #expect(throws: ArithmeticFailure.overflow) {
      try Rational(Int128(Int64.max), over: 1).roundedToPenny()
    }
  }
}
