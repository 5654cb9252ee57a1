import FundingModel
import Testing

@testable import FundingBatch

@Suite struct DrawTests {
  private static func values(
    _ distribution: UncertainQuantity.Distribution, _ count: Int = 4000, seed: UInt64 = 7
  ) -> [Double] {
    (0..<count).map { draw in
      var stream = DrawStream(seed: seed, draw: draw, position: 0)
      return stream.value(from: distribution, ofIndex: true).value.approximation
    }
  }

  private static func moments(_ values: [Double]) -> (
    mean: Double, deviation: Double, kurtosis: Double
  ) {
    let mean = values.reduce(0, +) / Double(values.count)
    func moment(_ power: Int) -> Double {
      values.reduce(0) { sum, value in
        sum + (0..<power).reduce(1.0) { product, _ in product * (value - mean) }
      } / Double(values.count)
    }
    return (mean, moment(2).squareRoot(), moment(4) / (moment(2) * moment(2)))
  }

  @Test func `normal values have the moments of a normal distribution`() {
    let found = Self.moments(
      Self.values(.normal(mean: Rational(1200), deviation: Rational(150)), 20_000))
    // Standard errors: 150 ÷ √20,000 = 1.06; 150 ÷ √40,000 = 0.75; √(24 ÷ 20,000) = 0.035.
    #expect(abs(found.mean - 1200) < 4)
    #expect(abs(found.deviation - 150) < 3)
    #expect(abs(found.kurtosis - 3) < 0.14)
  }

  @Test func `normal values lie within one and two deviations as often as tables say`() {
    let values = Self.values(.normal(mean: .zero, deviation: .one), 20_000)
    func share(_ limit: Double) -> Double {
      Double(values.count { abs($0) < limit }) / Double(values.count)
    }
    // 68.27%, 95.45% and 99.73%, standard errors 0.33%, 0.15% and 0.04%.
    #expect(abs(share(1) - 0.6827) < 0.012)
    #expect(abs(share(2) - 0.9545) < 0.006)
    #expect(abs(share(3) - 0.9973) < 0.0016)
  }

  @Test func `uniform and triangular values keep to their ends and have their means`() {
    let even = Self.values(.uniform(low: Rational(-3), high: Rational(9)))
    #expect(even.allSatisfy { -3 <= $0 && $0 <= 9 })
    // Mean 3, deviation 12 ÷ √12 = 3.464, standard error 0.055.
    #expect(abs(Self.moments(even).mean - 3) < 0.2)
    #expect(abs(Self.moments(even).deviation - 3.4641) < 0.1)
    let skewed = Self.values(
      .triangular(low: Rational(0), mode: Rational(1), high: Rational(5)))
    #expect(skewed.allSatisfy { 0 <= $0 && $0 <= 5 })
    // Mean 2, variance (0 + 1 + 25 − 0 − 0 − 5) ÷ 18 = 7 ÷ 6.
    #expect(abs(Self.moments(skewed).mean - 2) < 0.06)
    #expect(abs(Self.moments(skewed).deviation - 1.0801) < 0.04)
  }

  @Test func `values are multiples of a power of ten below a ten-thousandth of the spread`() {
    #expect(DrawStream.step(for: Rational(150)) == Samples.decimal("0.01"))
    #expect(DrawStream.step(for: Samples.decimal("0.03")) == Samples.decimal("0.000001"))
    #expect(DrawStream.step(for: Rational(20_000)) == .one)
    var stream = DrawStream(seed: 1, draw: 5, position: 2)
    let value = stream.value(from: .normal(mean: Rational(1200), deviation: Rational(150))).value
    #expect(100 % value.denominator == 0)
  }

  @Test func `an index is drawn in hundredths of a percent, finer only where it hardly spreads`() {
    // A twentieth of 3% is 0.15%, of 0.5% is 0.025%, of 0.1% is 0.005%, of 0.0001% is 0.000005%.
    for (spread, step) in [
      ("0.03", "0.0001"), ("0.005", "0.0001"), ("0.001", "0.00001"), ("0.000001", "0.00000001"),
      ("5000", "0.1"),
    ] {
      #expect(DrawStream.indexStep(for: Samples.decimal(spread)) == Samples.decimal(step))
    }
    var stream = DrawStream(seed: 7, draw: 0, position: 0)
    let value = stream.value(
      from: .uniform(low: Samples.decimal("0.02"), high: Samples.decimal("0.05")), ofIndex: true
    ).value
    #expect(10_000 % value.denominator == 0)
    #expect(Samples.decimal("0.02") <= value && value <= Samples.decimal("0.05"))
  }

  @Test func `a draw depends on seed, number and place alone`() {
    func value(_ seed: UInt64, _ draw: Int, _ position: Int) -> Rational {
      var stream = DrawStream(seed: seed, draw: draw, position: position)
      return stream.value(from: .uniform(low: .zero, high: Rational(1000))).value
    }
    #expect(value(7, 3, 1) == value(7, 3, 1))
    #expect(Set([value(7, 3, 1), value(7, 4, 1), value(7, 3, 0), value(8, 3, 1)]).count == 4)
  }

  @Test func `values below nought of a rate are drawn again, and counted`() throws {
    let uncertain = UncertainSpecification(
      draws: 200, seed: 3,
      quantities: [
        UncertainQuantity(
          path: ["meals"], written: "meals",
          distribution: .normal(mean: Rational(10), deviation: Rational(20)),
          writtenDistribution: "normal(£10, £20)", place: Samples.place)
      ], place: Samples.place)
    let runner = SweepTests.runner(
      SweepTests.scenario([Samples.run("a")], [], uncertain: uncertain))
    let draws = try #require(try runner.addingPoints(to: runner.result()).draws)
    #expect(draws.figures.count == 200)
    // £828,000 and 30 × the value, which is never below nought.
    for (figures, values) in zip(draws.figures, draws.values) {
      let value = Samples.decimal(values[0])
      #expect(!value.isNegative)
      let meals = try value.multiplied(by: Rational(30)).roundedToPenny()
      #expect(figures[0].total == Money(pounds: 828_000) + meals)
      // All schools, primary, secondary, Bridgend.
      #expect(
        figures[0].groupTotals
          == [
            figures[0].total, Money(pounds: 500_000) + meals, Money(pounds: 328_000),
            figures[0].total,
          ])
    }
    // P(value < 0) = Φ(−0.5) = 0.3085: of 200 ÷ 0.69 about 89 are drawn again.
    #expect((55...125).contains(draws.redrawn[0]))
  }
}
