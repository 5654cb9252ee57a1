import FundingModel
import Testing

@testable import FundingBatch

@Suite struct SolvingTests {
  private func solve(
    _ target: SolveSpecification.Target, by: [[String]] = [["basic"]]
  ) -> SolveSpecification {
    SolveSpecification(target: target, by: by, place: Samples.place)
  }

  private func outcomes(
    _ census: Census, _ runs: [RunSpecification], formula: Formula, local: [Int: Formula] = [:]
  ) throws -> [RunOutcome] {
    try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario(runs), census: census, formulas: ["national": formula],
        localFormulas: local)
    ).result().runs
  }

  private let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100]), .init(number: 6_720_002, pupils: ["3": 57]),
  ])

  @Test func `a multiplier meets a target to the penny`() throws {
    // 157 pupils × £4,000 + 2 × £100,000 = £828,000; £843,700 is £100 more each: × 1.025.
    let outcome = try outcomes(
      census, [Samples.run("solved", solve: solve(.total(Money(pounds: 843_700))))],
      formula: Samples.simple(basic: "4000", lump: "100000"))[0]
    let solved = try #require(outcome.solve)
    #expect(solved.multiplier == Samples.decimal("1.025"))
    #expect(solved.residual == .zero)
    #expect(solved.reached == outcome.allocation.total)
    #expect(outcome.allocation.total == Money(pounds: 843_700))
    #expect(solved.evaluations <= 15)
  }

  @Test func `where rounding jumps over the target the nearest total is given and the rest stated`()
    throws
  {
    // Ten schools with one lump sum: the total moves by 10p at a time.
    let schools = (0..<10).map { Samples.School(number: 6_720_001 + $0, pupils: ["3": 1]) }
    let outcome = try outcomes(
      Samples.census(schools),
      [
        Samples.run(
          "solved", solve: solve(.total(Money(pence: 1_000_003)), by: [["lump_sum"]]))
      ], formula: Samples.simple(basic: "0", lump: "900"))[0]
    let solved = try #require(outcome.solve)
    #expect(solved.reached == Money(pence: 1_000_000))
    #expect(solved.residual == Money(pence: -3))
    // £1,000.00 needs a multiplier in 1.111105555… to 1.111116666…: five decimals say it.
    #expect(solved.multiplier == Samples.decimal("1.11111"))
  }

  @Test func `a target met already needs no search`() throws {
    let outcome = try outcomes(
      census,
      [Samples.run("first"), Samples.run("solved", solve: solve(.totalOf(run: "first")))],
      formula: Samples.simple(basic: "4000", lump: "100000"))[1]
    #expect(outcome.solve?.multiplier == .one)
    #expect(outcome.solve?.evaluations == 1)
  }

  @Test func `an earlier run's total and amounts per pupil are targets`() throws {
    let local = [672: Samples.simple("bridgend", basic: "4321.09", lump: "98765.43")]
    let runs = [
      Samples.run("local", nil),
      Samples.run("total", solve: solve(.totalOf(run: "local"))),
      Samples.run("each", solve: solve(.perPupilOf(run: "local"))),
      Samples.run("pupil", solve: solve(.perPupil(Money(pounds: 5_000)))),
    ]
    let found = try outcomes(
      census, runs, formula: Samples.simple(basic: "4000", lump: "100000"), local: local)
    // 157 × £4,321.09 + 2 × £98,765.43
    #expect(found[0].allocation.total == Money(pence: 87_594_199))
    #expect(found[1].allocation.total == Money(pence: 87_594_199))
    #expect(found[2].allocation.total == Money(pence: 87_594_199))
    #expect(found[3].allocation.total == Money(pounds: 785_000))
  }

  @Test func `only the named category moves, and a rate named twice moves once`() throws {
    let formula = Samples.formula(
      rates: [
        Samples.rate("basic", by: "year_group", [(["3"], "4000"), (["8"], "5000")])
      ],
      factors: [Samples.factor("basic", Samples.lookup(0, "year_group"))])
    let census = Samples.census([.init(number: 6_720_001, pupils: ["3": 10, "8": 10])])
    let target = SolveSpecification.Target.total(Money(pounds: 110_000))
    let category = try outcomes(
      census, [Samples.run("solved", solve: solve(target, by: [["basic", "8"]]))], formula: formula)
    #expect(category[0].solve?.multiplier == Samples.decimal("1.4"))
    let twice = try outcomes(
      census, [Samples.run("solved", solve: solve(target, by: [["basic", "8"], ["basic"]]))],
      formula: formula)
    // 90,000 × m = 110,000: 1.2222…; five decimals come to £109,999.80, so more are needed.
    #expect(twice[0].allocation.total == Money(pounds: 110_000))
    #expect(try #require(twice[0].solve?.multiplier) < Samples.decimal("1.2223"))
  }

  @Test func `a rate that moves nothing is a failure with the total`() {
    let failure = SolveFailure(
      run: "solved", rates: ["idle"], target: Money(pounds: 1),
      reason: .ratesDoNotMoveTotal(
        total: Money(pounds: 828_000)), place: Samples.place)
    let simple = Samples.simple(basic: "4000", lump: "100000")
    let formula = simple.with(rates: simple.rates + [Samples.rate("idle", [([], "5")])])
    #expect(throws: ScenarioFailure.solve(failure)) {
      try outcomes(
        census,
        [Samples.run("solved", solve: solve(.total(Money(pounds: 1)), by: [["idle"]]))],
        formula: formula)
    }
  }

  @Test func `a target below what the other rates pay would need a negative multiplier`() {
    let failure = SolveFailure(
      run: "solved", rates: ["basic"], target: Money(pounds: 150_000),
      reason: .aboveTargetAtNought(total: Money(pounds: 200_000)), place: Samples.place)
    #expect(throws: ScenarioFailure.solve(failure)) {
      try outcomes(
        census, [Samples.run("solved", solve: solve(.total(Money(pounds: 150_000))))],
        formula: Samples.simple(basic: "4000", lump: "100000"))
    }
  }

  @Test func `a target of nothing is met at nought`() throws {
    let outcome = try outcomes(
      census, [Samples.run("solved", solve: solve(.total(Money(pounds: 200_000))))],
      formula: Samples.simple(basic: "4000", lump: "100000"))[0]
    #expect(outcome.allocation.total == Money(pounds: 200_000))
    #expect(try #require(outcome.solve?.multiplier) == .zero)
  }

  @Test func `a total that stops rising is out of reach, with the figures`() {
    // £4,000 × m but never above £5,000 a pupil.
    let formula = Samples.formula(
      rates: [Samples.rate("basic", [([], "4000")])],
      factors: [
        Samples.factor(
          "basic",
          .call(.min, [Samples.lookup(0), .constant(Rational(5_000))], Samples.place))
      ])
    do {
      _ = try ScenarioRunner(
        ScenarioInputs(
          scenario: Samples.scenario([
            Samples.run("solved", solve: solve(.total(Money(pounds: 1_000_000))))
          ]), census: census, formulas: ["national": formula])
      ).result()
      #expect(Bool(false), "157 pupils can't have more than £785,000")
    } catch .solve(let failure) {
      #expect(
        failure.reason
          == .outOfReach(multiplier: Rational(10_000), total: Money(pounds: 785_000)))
    } catch {
      #expect(Bool(false), "\(error)")
    }
  }

  @Test func `a rate below the line of a division is solved downward`() throws {
    let formula = Samples.formula(
      rates: [
        Samples.rate("teacher", unit: Unit(["£": 1, "teacher": -1]), [([], "60000")]),
        Samples.rate("ratio", unit: Unit(["pupil": 1, "teacher": -1]), [([], "20")]),
      ],
      factors: [
        Samples.factor(
          "teaching", .quotient(Samples.lookup(0), Samples.lookup(1), Samples.place))
      ])
    // 157 × 60,000 ÷ 20 = £471,000; a tenth fewer pupils a teacher pays ÷ 0.9.
    let outcome = try outcomes(
      census,
      [
        Samples.run(
          "solved", solve: solve(.total(Money(pounds: 942_000)), by: [["ratio"]]))
      ], formula: formula)[0]
    #expect(outcome.solve?.multiplier == Samples.decimal("0.5"))
  }

  @Test func `an unknown rate and a run that comes later are refused`() {
    let formula = Samples.simple(basic: "4000", lump: "100000")
    let refused = RefusedChange(
      run: "solved", written: "bsic", place: Samples.place,
      reason: .unknownRate("bsic", known: ["basic", "lump_sum"]))
    #expect(throws: ScenarioFailure.changes([refused])) {
      try outcomes(
        census,
        [Samples.run("solved", solve: solve(.total(.zero), by: [["bsic"]]))], formula: formula)
    }
    #expect(
      throws: ScenarioFailure.unknownRun("later", known: ["first"], place: Samples.place)
    ) {
      try outcomes(
        census,
        [
          Samples.run("first"), Samples.run("solved", solve: solve(.totalOf(run: "later"))),
          Samples.run("later"),
        ], formula: formula)
    }
  }

  @Test(arguments: [5_000_000_000, 4_711_111_117, 5_312_345_671, 9_876_543_210] as [Int64])
  func `of all multipliers about a national target none is nearer or rounder`(
    target: Int64
  ) throws {
    // 1,200 schools of odd sizes at an odd rate, each rounded for itself.
    var generator = SplitMix(state: 7)
    let sizes = (0..<1_200).map { _ in Int128(generator.next() % 900 + 11) }
    func residual(_ units: Int128) -> Int64 {
      // Pennies for a school: heads × £75.31234567 × 100 × m, halves up.
      sizes.reduce(Int64(0)) { sum, heads in
        let scaled = heads * 7_531_234_567 * units
        let unit: Int128 = 1_000_000 * MultiplierSearch.one
        return sum + Int64((scaled + unit / 2) / unit)
      } - target
    }
    var search = MultiplierSearch { (units) throws(ScenarioFailure) -> Int64? in residual(units) }
    guard case .found(let trial) = try search.search() else { return #expect(Bool(false)) }
    #expect(trial.residual == residual(trial.units))
    #expect(search.trials.count <= 25)
    // Every multiplier of the grid within some pennies of it, one by one.
    let near = (-1_000...1_000).map { trial.units + Int128($0) }.map { ($0, residual($0)) }
    #expect(near.allSatisfy { $0.1.magnitude >= trial.residual.magnitude })
    var step: Int128 = 1
    while trial.units % (step * 10) == 0 { step *= 10 }
    let alike = near.filter { $0.1 == trial.residual }
    #expect(!alike.contains { $0.0 % (step * 10) == 0 })
  }

  @Test func `the roundest number between two has the fewest decimals`() {
    let one = MultiplierSearch.one
    #expect(
      MultiplierSearch.roundest(between: one / 3, one / 2, near: one / 3)?.units == one * 4 / 10)
    #expect(MultiplierSearch.roundest(between: 1, 3, near: 1)?.units == 2)
    #expect(MultiplierSearch.roundest(between: 1, 2, near: 1) == nil)
  }
}

/// A small seeded generator.
struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
