import FundingModel
import Testing

@testable import FundingBatch

/// Sweeps and draws, by hand and against plain runs.
@Suite struct SweepTests {
  // 100 and 57 pupils, 30 and 0 of them with free school meals.
  static let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100], fsm: 30),
    .init(number: 6_720_002, sector: "secondary", pupils: ["7": 57]),
  ])

  /// £4,000 a pupil, £100,000 a school, £1,000.50 for free school meals.
  static let formula = Samples.formula(
    rates: [
      Samples.rate("basic", by: "year_group", [(["3"], "4000"), (["7"], "4000")]),
      Samples.rate("lump_sum", unit: Unit(["£": 1, "school": -1]), [([], "100000")]),
      Samples.rate("meals", [([], "1000.5")]),
    ],
    factors: [
      Samples.factor("basic", Samples.lookup(0, "year_group")),
      Samples.factor("lump_sum", each: .school, Samples.lookup(1)),
      Samples.factor(
        "meals", each: .head,
        where: .flag(FieldReference(name: "fsm", level: .pupil, place: Samples.place)),
        Samples.lookup(2)),
    ])

  static func swept(_ path: String, _ operations: [RateChange.Operation]) -> SweptRate {
    SweptRate(
      written: path,
      changes: operations.map {
        let plain = Samples.change(path, $0)
        return RateChange(
          path: plain.path, operation: $0, written: path + "=+5", place: Samples.place)
      }, place: Samples.place)
  }

  static func pounds(_ text: String) -> RateChange.Operation { .becomes(Samples.decimal(text)) }

  static func scenario(
    _ runs: [RunSpecification], _ rates: [SweptRate], uncertain: UncertainSpecification? = nil
  ) -> Scenario {
    let plain = Samples.scenario(
      runs,
      benchmarks: [
        Benchmark(amount: Money(pounds: 5400), source: nil)
      ])
    return Scenario(
      name: plain.name, path: plain.path, title: plain.title, why: nil, source: nil,
      year: plain.year, data: plain.data, runs: plain.runs, comparison: nil,
      benchmarks: plain.benchmarks,
      sweep: rates.isEmpty ? nil : SweepSpecification(rates: rates, place: Samples.place),
      uncertain: uncertain)
  }

  static func runner(
    _ scenario: Scenario, formula: Formula = formula, threads: Int = 1
  ) -> ScenarioRunner {
    ScenarioRunner(
      ScenarioInputs(
        scenario: scenario, census: census, formulas: ["national": formula]), threads: threads)
  }

  private func points(
    _ runs: [RunSpecification], _ rates: [SweptRate], threads: Int = 1
  ) throws -> PointResults {
    let runner = Self.runner(Self.scenario(runs, rates), threads: threads)
    return try #require(try runner.addingPoints(to: runner.result()).sweep)
  }

  @Test func `a grid's totals are those worked out by hand`() throws {
    let found = try points(
      [Samples.run("a"), Samples.run("b")],
      [
        Self.swept("b.meals", [Self.pounds("0"), .times(Samples.decimal("1.1"))]),
        Self.swept("b.lump_sum", [Self.pounds("50000.01"), .plus(Samples.decimal("5"))]),
      ])
    // 157 × £4,000 = £628,000; meals 30 × £1,000.50 = £30,015, × 1.1 = £33,016.50.
    let totals = found.figures.map { $0[1].total }
    #expect(
      totals
        == [72_800_002, 82_801_000, 76_101_652, 86_102_650].map { Money(pence: $0) })
    #expect(found.figures.allSatisfy { $0[0].total == Money(pence: 85_801_500) })
    #expect(
      found.values
        == [["0", "50000.01"], ["0", "+5"], ["×1.1", "50000.01"], ["×1.1", "+5"]])
    #expect(found.checked == 4)
    // At the first point the first school loses £30,015 and £49,999.99, the second £49,999.99.
    let winners = try #require(found.figures[0][1].winners)
    #expect([winners.winners, winners.losers, winners.unchanged] == [0, 2, 0])
    #expect(winners.loss == Money(pence: 13_001_498))
    #expect(winners.largestLoss == Money(pence: 8_001_499))
    // £430,015 ÷ 100 and £328,000 ÷ 57 (£5,754.38…): one of two below £5,400 without a sweep.
    #expect(found.figures[0][0].below == [1])
  }

  @Test func `the Gini coefficient of two schools is that of the textbook`() throws {
    let found = try points([Samples.run("a")], [Self.swept("meals", [Self.pounds("0")])])
    // Shares £500,000 of 100 and £328,000 of 57 pupils, of £828,000 and 157:
    // G = |s₁w₂ − s₂w₁| ÷ (w × s) = |500,000 × 57 − 328,000 × 100| ÷ (157 × 828,000).
    let gini = try #require(found.figures[0][0].gini)
    #expect(abs(gini - 4_300_000.0 / 129_996_000) < 1e-15)
  }

  @Test func `one point at the file's own value gives what the run gives`() throws {
    let runner = Self.runner(
      Self.scenario([Samples.run("a")], [Self.swept("meals", [Self.pounds("1000.5")])]))
    let result = try runner.addingPoints(to: runner.result())
    let figures = try #require(result.sweep?.figures[0][0])
    #expect(figures.total == result.runs[0].allocation.total)
    let equity = result.equity.filter {
      $0.unit == .school && $0.authority == nil && $0.sector == nil && $0.run == "a"
    }
    let gini = try #require(equity.first { $0.measure == "gini" }?.value)
    let variation = try #require(equity.first { $0.measure == "coefficient_of_variation" }?.value)
    #expect(abs(try #require(figures.gini) - gini) < 1e-12)
    #expect(abs(try #require(figures.variation) - variation) < 1e-12)
  }

  @Test func `a solve at each point finds the multiplier that holds the total`() throws {
    let solve = SolveSpecification(
      target: .totalOf(run: "a"), by: [["basic"]], place: Samples.place)
    let found = try points(
      [Samples.run("a"), Samples.run("b", solve: solve)],
      [Self.swept("b.meals", [Self.pounds("0"), Self.pounds("1000.5")])])
    // Without meals basic must bring £30,015 more: 658,015 ÷ 628,000.
    #expect(found.figures.map { $0[1].total } == [85_801_500, 85_801_500].map { Money(pence: $0) })
    let multiplier = try #require(found.figures[0][1].multiplier)
    #expect(abs(multiplier.approximation - 658_015.0 / 628_000) < 1e-6)
    #expect(found.figures[1][1].multiplier == .one)
    #expect(found.checked == 2)
  }

  @Test func `a group's mean is met anew at each point`() throws {
    let secondary = SchoolGroup(
      conditions: [
        SchoolGroup.Condition(
          field: "sector", place: Samples.place,
          values: [SchoolGroup.Value(text: "secondary", place: Samples.place)])
      ], place: Samples.place)
    let solve = SolveSpecification(
      target: .mean(Money(pounds: 6_000), secondary), by: [["basic"]], place: Samples.place)
    let found = try points(
      [Samples.run("a"), Samples.run("b", solve: solve)],
      [Self.swept("b.lump_sum", [Self.pounds("100000"), Self.pounds("50000")])])
    // 57 × £6,000 less the lump sum, over 57 × £4,000.
    let multipliers = found.figures.compactMap { $0[1].multiplier?.approximation }
    #expect(multipliers.count == 2)
    // Half a penny a pupil of £4,000 either way.
    #expect(abs(multipliers[0] - 242.0 / 228) < 1.3e-6)
    #expect(abs(multipliers[1] - 292.0 / 228) < 1.3e-6)
  }

  @Test func `the order of the rates changes no figure of a point`() throws {
    let meals = Self.swept("meals", [Self.pounds("0"), Self.pounds("750")])
    let lump = Self.swept("lump_sum", [Self.pounds("1"), Self.pounds("2"), Self.pounds("3")])
    let one = try points([Samples.run("a")], [meals, lump])
    let other = try points([Samples.run("a")], [lump, meals])
    for (first, second) in [(0, 0), (0, 2), (1, 1)] {
      #expect(one.figures[first * 3 + second] == other.figures[second * 2 + first])
    }
  }

  @Test func `the number of threads changes nothing`() throws {
    let steps = (0..<150).map { RateChange.Operation.becomes(Rational($0 * 7)) }
    let one = try points([Samples.run("a")], [Self.swept("meals", steps)])
    let two = try points([Samples.run("a")], [Self.swept("meals", steps)], threads: 2)
    #expect(one.figures == two.figures)
    #expect(one.figures.count == 150)
  }

  @Test func `a rate that no run has is refused before anything runs`() throws {
    let runner = Self.runner(
      Self.scenario(
        [Samples.run("a")],
        [Self.swept("a.mealz", [Self.pounds("1")]), Self.swept("other.meals", [Self.pounds("1")])]))
    #expect {
      _ = try runner.result()
    } throws: { error in
      guard case .changes(let refused) = error as? ScenarioFailure else { return false }
      return refused.map(\.written) == ["a.mealz", "other.meals"]
    }
  }

  @Test func `a point that can't be worked out is named`() throws {
    // A target below what the lump sums alone give.
    let solve = SolveSpecification(
      target: .total(Money(pounds: 150_000)), by: [["basic"]], place: Samples.place)
    let runner = Self.runner(
      Self.scenario(
        [Samples.run("a", changes: [Samples.change("lump_sum", Self.pounds("10"))], solve: solve)],
        [Self.swept("lump_sum", [Self.pounds("10"), Self.pounds("90000")])]))
    let result = try runner.result()
    #expect {
      _ = try runner.addingPoints(to: result)
    } throws: { error in
      guard case .atPoint(.point, 2, ["lump_sum=90000"], .solve) = error as? ScenarioFailure
      else { return false }
      return true
    }
  }

  @Test func `a sweep that is stopped keeps whole points and says it is partial`() throws {
    let steps = (0..<200).map { RateChange.Operation.becomes(Rational($0)) }
    let runner = Self.runner(
      Self.scenario([Samples.run("a")], [Self.swept("meals", steps)]))
    let stops = StopAfter(2)
    let result = try runner.addingPoints(
      to: runner.result(),
      watch: ScenarioRunner.Watch(progress: { _, _ in }, isStopped: { stops.isTime() }))
    let sweep = try #require(result.sweep)
    #expect(sweep.isPartial)
    #expect(sweep.figures.count == 128)
    #expect(sweep.asked == 200)
  }
}
