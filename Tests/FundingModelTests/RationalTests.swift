import BigInt
import FundingModel
import FundingTestSupport
import Testing

@Suite struct RationalTests {
  /// Numbers of every size, those at the edges among them.
  func number(_ random: inout SplitMix64) -> Rational {
    func part(_ random: inout SplitMix64) -> Int128 {
      switch random.below(6) {
      case 0: return Int128(random.below(10))
      case 1: return Int128(random.below(100_000))
      case 2: return Int128(truncatingIfNeeded: Int64(bitPattern: random.next()))
      case 3:
        let high = Int128(Int64(bitPattern: random.next())) << 64
        return (high | Int128(random.next())) >> Int128(random.below(64))
      case 4: return Int128.max - Int128(random.below(3))
      default: return -Int128.max + Int128(random.below(3))
      }
    }
    let bottom = part(&random)
    return (try? Rational(part(&random), over: bottom == 0 ? 1 : bottom)) ?? .one
  }

  /// Holds an operation against the unbounded one: the same value, or overflow where it can't fit.
  func check(
    _ what: String, _ found: Result<Rational, ArithmeticFailure>, _ expected: BigRational
  ) {
    switch found {
    case .success(let value): #expect(BigRational(value) == expected, "\(what)")
    case .failure(let failure):
      #expect(failure == .overflow, "\(what)")
      let largest = BigInt(Int128.max)
      #expect(
        expected.numerator.magnitude > largest.magnitude / 2 || expected.denominator > largest / 2
          || what.hasPrefix("sum") || what.hasPrefix("difference"), "\(what) fits")
    }
  }

  func result(_ work: () throws(ArithmeticFailure) -> Rational)
    -> Result<Rational, ArithmeticFailure>
  {
    do throws(ArithmeticFailure) { return .success(try work()) } catch { return .failure(error) }
  }

  @Test func `every operation is exact or overflows`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<4000 {
      let (a, b) = (number(&random), number(&random))
      let (x, y) = (BigRational(a), BigRational(b))
      check("sum \(a) \(b)", result { () throws(ArithmeticFailure) in try a.adding(b) }, x + y)
      check(
        "difference \(a) \(b)", result { () throws(ArithmeticFailure) in try a.subtracting(b) },
        x - y)
      check(
        "product \(a) \(b)", result { () throws(ArithmeticFailure) in try a.multiplied(by: b) },
        x * y)
      if !b.isZero {
        check(
          "quotient \(a) \(b)", result { () throws(ArithmeticFailure) in try a.divided(by: b) },
          x / y)
      }
      #expect((a < b) == (x < y), "\(a) < \(b)")
      #expect((a == b) == (x == y))
      #expect(BigInt(a.floor()) == x.floor)
      #expect(BigInt(a.ceiling()) == -(BigRational.zero - x).floor)
      for mode in RoundingMode.allCases { #expect(BigInt(a.rounded(mode)) == x.rounded(mode)) }
    }
  }

  @Test func `numbers at the edge of 128 bits are compared without a trap`() throws {
    let low = try Rational(-Int128.max, over: Int128.max - 1)
    let lower = try Rational(-Int128.max, over: Int128.max - 3)
    #expect(lower < low && !(low < lower))
    #expect(low < .zero && Rational(-2) < low)
  }

  @Test func `ordinary numbers never overflow`() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<1000 {
      let a = RandomNumber.decimal(&random, upTo: 1_000_000)
      let b = RandomNumber.decimal(&random, upTo: 1_000_000)
      #expect(try BigRational(a.adding(b)) == BigRational(a) + BigRational(b))
      #expect(try BigRational(a.subtracting(b)) == BigRational(a) - BigRational(b))
      #expect(try BigRational(a.multiplied(by: b)) == BigRational(a) * BigRational(b))
    }
  }

  @Test func `fractions are kept in lowest terms with the sign above`() throws {
    let half = try Rational(-3, over: -6)
    #expect(half.numerator == 1 && half.denominator == 2)
    let negative = try Rational(3, over: -6)
    #expect(negative.numerator == -1 && negative.denominator == 2)
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational(1, over: 0) }
    #expect(throws: ArithmeticFailure.divisionByZero) { try Rational.one.divided(by: .zero) }
  }

  @Test func `halves go away from zero or to the even`() throws {
    func halves(_ mode: RoundingMode) throws -> [Int128] {
      try [-5, -3, -1, 1, 3, 5].map { try Rational($0, over: 2).rounded(mode) }
    }
    #expect(try halves(.halfUp) == [-3, -2, -1, 1, 2, 3])
    #expect(try halves(.halfEven) == [-2, -2, 0, 0, 2, 2])
    let price = try Rational(1_234_567, over: 1000)
    #expect(try price.roundedToPenny() == Money(pence: 123_457))
    #expect(try price.rounded(toMultipleOf: Rational(5)) == Rational(1235))
  }

  @Test func `the nearest double is the same for small and for large numbers`() throws {
    #expect(Rational(decimal: "0.1")?.approximation == 0.1)
    #expect(try Rational(-1, over: 3).approximation == -1.0 / 3)
    // 2^70 is a double; so is 2^70 ÷ 3's numerator.
    #expect(try Rational(1 << 70, over: 1).approximation == 1_180_591_620_717_411_303_424)
    #expect(try Rational(1 << 70, over: 3).approximation == 1_180_591_620_717_411_303_424 / 3.0)
  }

  @Test func `decimals are read and written exactly`() throws {
    #expect(Rational(decimal: "1_234.50") == (try Rational(2469, over: 2)))
    #expect(Rational(decimal: "-0.75") == (try Rational(-3, over: 4)))
    for text in ["", ".", "1.", ".5", "1e3", "1,000", "+1", "--1", "1..2", "1_", "_1", "£1"] {
      #expect(Rational(decimal: text) == nil, "\(text)")
    }
    #expect(try Rational(1, over: 3).decimal(places: 4) == "0.3333")
    #expect(try Rational(2, over: 3).decimal(places: 4) == "0.6667")
    #expect(try Rational(-1, over: 8).description == "-0.125")
    #expect(Rational(7).decimal(places: 2, atLeast: 2) == "7.00")
  }
}
