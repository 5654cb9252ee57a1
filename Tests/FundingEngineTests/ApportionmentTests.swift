import FundingEngine
import FundingModel
import Testing

@Suite struct ApportionmentTests {
  func share(_ pence: Int64, _ parts: [Rational]) throws(Apportionment.Failure) -> [Int64] {
    try Apportionment.share(Money(pence: pence), by: parts).map(\.pence)
  }

  @Test func `a penny too few goes to the largest remainders`() throws {
    // 100 × 1/7, 2/7, 4/7 = 14.29, 28.57, 57.14: the one penny over goes to the second.
    #expect(try share(100, [Rational(1), Rational(2), Rational(4)]) == [14, 29, 57])
  }

  @Test func `equal remainders go to the earlier`() throws {
    #expect(try share(100, [.one, .one, .one]) == [34, 33, 33])
    #expect(try share(5, [.one, .one, .one]) == [2, 2, 1])
  }

  @Test func `fractions share like whole numbers`() throws {
    let half = try Rational(1, over: 2)
    let third = try Rational(1, over: 3)
    // 3 : 2 of 101 = 60.6 and 40.4.
    #expect(try share(101, [half, third]) == [61, 40])
  }

  @Test func `a negative whole is shared as its magnitude`() throws {
    #expect(try share(-100, [.one, .one, .one]) == [-34, -33, -33])
  }

  @Test func `nought to share needs nobody to share it`() throws {
    #expect(try share(0, [.zero, .zero]) == [0, 0])
    #expect(try share(0, []) == [])
    #expect(throws: Apportionment.Failure.nothingToShareBy) { try share(1, [.zero, .zero]) }
    #expect(throws: Apportionment.Failure.nothingToShareBy) { try share(1, []) }
  }

  @Test func `a part below nought is refused by its position`() {
    #expect(throws: Apportionment.Failure.negativePart(1)) {
      try share(100, [.one, Rational(-1)])
    }
  }

  @Test func `numbers too large are refused, not wrapped`() throws {
    let large = try Rational(Int128.max / 2, over: 1)
    #expect(throws: Apportionment.Failure.overflow) { try share(100, [large, large]) }
  }

  @Test func `lines are rounded to fit a share that was rounded once`() throws {
    // 0.333… three times is 1.00; each alone would be 0.33.
    let third = try Rational(1, over: 3)
    #expect(
      try Apportionment.round([third, third, third], to: Money(pence: 100)).map(\.pence)
        == [34, 33, 33])
    // −0.5 penny and 1.5 pennies: down to −1 and 1, and the penny over to the earlier.
    let below = try Rational(-1, over: 200)
    let above = try Rational(3, over: 200)
    #expect(
      try Apportionment.round([below, above], to: Money(pence: 1)).map(\.pence) == [0, 1])
  }
}
