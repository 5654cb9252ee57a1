import FundingModel
import Testing

@testable import FundingFiles

@Suite struct ScenarioSweepTests {
  private let least = """
    cyllido: 1
    scenario: s
    title: {en: S, cy: S}
    year: 2024-25
    runs:
      local: {formula: local}

    """

  private func scenario(_ text: String) throws -> Scenario {
    try ScenarioFile(source: SourceFile(path: "s.yaml", bytes: Array((least + text).utf8))).scenario
  }

  @Test func `a grid has every value in order, from and to included`() throws {
    let sweep = try #require(
      try scenario(
        "sweep: {basic.R: {from: £0, to: £2.5, step: £0.5}, lump_sum: [£1000, +10%, ×1.05, 25%]}\n"
      ).sweep)
    #expect(sweep.points == 24)
    #expect(
      sweep.rates[0].changes.map(\.operation)
        == (0...5).map { .becomes((try? Rational($0, over: 2)) ?? .zero) })
    #expect(sweep.rates[0].changes[0].path == ["basic", "R"])
    #expect(
      sweep.rates[1].changes.map(\.operation) == [
        .becomes(Rational(1000)), .times(try Rational(11, over: 10)),
        .times(try Rational(21, over: 20)), .becomes(try Rational(1, over: 4)),
      ])
  }

  @Test(arguments: [
    ("{a: {from: £5, to: £1, step: £1}}", "bad-step"),
    ("{a: {from: £0, to: £1, step: £0}}", "bad-step"),
    ("{a: {from: £0, to: £1, step: £0.3}}", "bad-step"),
    ("{a: {from: £0, to: +10%, step: £1}}", "not-an-amount"),
    ("{a: {from: 0, to: 2000000, step: 1}}", "too-many-points"),
    ("{a: {from: 0, to: 1000, step: 1}, b: {from: 0, to: 1000, step: 1}}", "too-many-points"),
    ("{a: [£1, £1.0]}", "given-twice"), ("{a: []}", "nothing-swept"), ("{}", "nothing-swept"),
    ("{a: [one]}", "not-a-change"),
  ])
  func `a sweep that can't be is refused`(text: String, slug: String) {
    #expect(Example.slugs { _ = try scenario("sweep: \(text)\n") } == [slug])
  }

  @Test func `distributions are read exactly, percentages as fractions`() throws {
    let uncertain = try #require(
      try scenario(
        """
        uncertain:
          draws: 1000
          seed: 7
          aln.school_idp: "normal(£1200, £150)"
          pay: "uniform(-1%, 5%)"
          floor: "triangular(2, 2.5, 3)"

        """
      ).uncertain)
    #expect(uncertain.draws == 1000)
    #expect(uncertain.seed == 7)
    #expect(
      uncertain.quantities.map(\.distribution) == [
        .normal(mean: Rational(1200), deviation: Rational(150)),
        .uniform(low: try Rational(-1, over: 100), high: try Rational(1, over: 20)),
        .triangular(low: Rational(2), mode: try Rational(5, over: 2), high: Rational(3)),
      ])
  }

  @Test(arguments: [
    ("draws: 0, a: \"uniform(1, 2)\"", "not-draws"), ("draws: 10", "nothing-uncertain"),
    ("draws: 10, seed: x, a: \"uniform(1, 2)\"", "not-a-seed"),
    ("draws: 10, a: \"normal(£1, -£2)\"", "out-of-range"),
    ("draws: 10, a: \"normal(£1, 2%)\"", "not-a-distribution"),
    ("draws: 10, a: \"uniform(5%, 2%)\"", "out-of-range"),
    ("draws: 10, a: \"triangular(1, 9, 5)\"", "out-of-range"),
    ("draws: 10, a: \"uniform(1, 2, 3)\"", "not-a-distribution"),
    ("draws: 10, a: 5", "not-a-distribution"),
    ("draws: 10, a: \"uniform(1, 2)\", a.: \"uniform(1, 2)\"", "not-a-path"),
  ])
  func `uncertain rates that can't be are refused`(text: String, slug: String) {
    #expect(Example.slugs { _ = try scenario("uncertain: {\(text)}\n") } == [slug])
  }
}
