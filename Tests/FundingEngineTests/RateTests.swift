import FundingModel
import Testing

@Suite struct RateTests {
  let roll = Amount.field(Sample.field("roll", .school))

  func look(_ amount: Amount) -> Amount {
    .rate(RateLookup(rate: 0, keys: [.number(amount)], place: Sample.place))
  }

  /// A band from one number to another, and its value in pounds.
  func band(_ lower: Int, _ upper: Int?, _ value: Int) -> ([RateKey], Rational) {
    ([.range(Rational(lower), upper.map { Rational($0) })], Rational(value))
  }

  func value(_ rate: Rate, at x: Rational) throws -> Int64 {
    try Sample.pence(look(.constant(x)), rates: [rate])
  }

  @Test func `a band reaches up to the next where that begins at most 1 beyond its end`() throws {
    let rate = Sample.rate(
      [.bands(of: "roll", unit: .pupil, interpolated: false)],
      [band(0, 49, 400), band(50, 99, 250), band(100, nil, 0)])
    #expect(try value(rate, at: Rational(49)) == 400_00)
    #expect(try value(rate, at: Sample.fraction(99, 2)) == 400_00)
    #expect(try value(rate, at: Rational(50)) == 250_00)
    #expect(try value(rate, at: Rational(100)) == 0)
    #expect(try value(rate, at: Rational(5000)) == 0)
  }

  @Test func `an end that two bands share belongs to the upper`() throws {
    let rate = Sample.rate(
      [.bands(of: "roll", unit: .pupil, interpolated: false)],
      [band(0, 50, 400), band(50, 100, 250)])
    #expect(try value(rate, at: Rational(50)) == 250_00)
    #expect(try value(rate, at: Rational(100)) == 250_00)
  }

  @Test func `a number in a gap between bands has no value, or otherwise's`() throws {
    let axis = RateAxis.bands(of: "roll", unit: .pupil, interpolated: false)
    let bands = [band(0, 10, 400), band(20, 30, 250)]
    #expect(throws: EvaluationFailures.self) {
      try value(Sample.rate([axis], bands), at: Rational(15))
    }
    let full = Sample.rate([axis], bands, otherwise: Rational(7))
    #expect(try value(full, at: Rational(15)) == 7_00)
    #expect(try value(full, at: Rational(31)) == 7_00)
    #expect(try value(full, at: Rational(-1)) == 7_00)
  }

  @Test func `joined bands run straight from one lower end to the next`() throws {
    let rate = Sample.rate(
      [.bands(of: "roll", unit: .pupil, interpolated: true)],
      [band(0, 49, 400), band(50, 99, 250), band(100, nil, 0)])
    // A fifth of the way from 400 to 250, then half way from 250 to 0.
    #expect(try value(rate, at: Rational(10)) == 370_00)
    #expect(try value(rate, at: Rational(75)) == 125_00)
    #expect(try value(rate, at: Rational(50)) == 250_00)
    #expect(try value(rate, at: Rational(900)) == 0)
  }

  @Test func `below the first joined band there is no value`() {
    let rate = Sample.rate(
      [.bands(of: "roll", unit: .pupil, interpolated: true)], [band(20, 49, 400)])
    let failure = #expect(throws: EvaluationFailures.self) { try value(rate, at: Rational(19)) }
    #expect(failure?.failures.first?.reason == .noRate(rate: "rate", keys: ["19"]))
  }

  @Test func `bands of the roll use the heads on it`() throws {
    let rate = Sample.rate(
      [.bands(of: "roll", unit: .pupil, interpolated: false)], [band(0, 49, 400), band(50, nil, 1)])
    #expect(try Sample.pence(look(roll), roll: 49, rates: [rate]) == 400_00)
    #expect(try Sample.pence(look(roll), roll: 50, rates: [rate]) == 1_00)
  }

  @Test func `the latest table at or before the year holds`() throws {
    let cell = { (pounds: Int) in
      RateCell(keys: [], value: Rational(pounds), path: [], place: Sample.place)
    }
    let rate = Rate(
      name: "rate", unit: .pounds, axes: [],
      tables: [
        DatedTable(from: FundingYear(start: 2023), cells: [cell(1)]),
        DatedTable(from: FundingYear(start: 2024), cells: [cell(2)]),
        DatedTable(from: FundingYear(start: 2025), cells: [cell(3)]),
      ], isDated: true, sources: [], place: Sample.place)
    let lookup = Amount.rate(RateLookup(rate: 0, keys: [], place: Sample.place))
    #expect(try Sample.pence(lookup, rates: [rate]) == 2_00)
    let late = Sample.rate([], [([], .one)], from: FundingYear(start: 2026))
    let failure = #expect(throws: EvaluationFailures.self) {
      try Sample.pence(lookup, rates: [late])
    }
    #expect(
      failure?.failures.first?.reason
        == .rateBegins(
          rate: "rate", first: FundingYear(start: 2026), year: FundingYear(start: 2024)))
  }

  @Test func `money rates are rounded to the formula's step before they are used`() throws {
    // 1000 pupils × £1.005: rounded up to £1.01 first, or to the even £1.00.
    let rate = Sample.rate([], [([], Sample.fraction(1005, 1000))])
    let amount = Amount.rate(RateLookup(rate: 0, keys: [], place: Sample.place))
    func pence(_ step: Rational?, _ mode: RoundingMode) throws -> Int64 {
      try Sample.lines(
        Sample.formula(
          [Sample.factor(.pupil, amount)], rates: [rate],
          rounding: RoundingPolicy(factor: Sample.pence(1), rate: step, mode: mode)),
        Sample.census([[("R", .one, 1000)]]))[0][0]
    }
    #expect(try pence(nil, .halfUp) == 1005_00)
    #expect(try pence(Sample.pence(1), .halfUp) == 1010_00)
    #expect(try pence(Sample.pence(1), .halfEven) == 1000_00)
  }
}
