import FundingEngine
import FundingModel
import Testing

@testable import FundingBatch

/// Sweeps and draws over years, with indices that move: each point against the scenario in which its
/// values are written by hand.
@Suite struct IndexSweepTests {
  private static let place = Samples.place
  private static func year(_ start: Int) -> FundingYear { FundingYear(start: start) }

  static let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 61, "4": 40], fsm: 13),
    .init(number: 6_720_002, sector: "secondary", pupils: ["8": 307], fsm: 31),
    .init(number: 6_810_001, authority: 681, pupils: ["R": 19, "3": 41], fsm: 7),
  ])

  /// Teachers' pay over a ratio by pay (its table older than the scenario where it says so), meals by
  /// prices, a lump sum that no index moves.
  static func formula(
    _ name: String, pay: String = "61200.37", from: Int = 2024, rounding: RoundingPolicy = .standard
  ) -> Formula {
    let rates = [
      moved(
        Samples.rate("teacher", unit: Unit(["£": 1, "teacher": -1]), [([], pay)]), "pay", from),
      Samples.rate(
        "ratio", unit: Unit(["pupil": 1, "teacher": -1]), by: "year_group",
        [(["R", "3", "4"], "27.5"), (["8"], "17.3")]),
      moved(Samples.rate("meals", [([], "1500")]), "prices", 2024),
      Samples.rate("lump_sum", unit: Unit(["£": 1, "school": -1]), [([], "100000")]),
    ]
    return Samples.formula(
      name, rates: rates,
      factors: [
        Samples.factor(
          "teaching",
          .quotient(Samples.lookup(0), Samples.lookup(1, "year_group"), Samples.place)),
        Samples.factor("lump_sum", each: .school, Samples.lookup(3)),
        Samples.factor(
          "meals", each: .head,
          where: .flag(FieldReference(name: "fsm", level: .pupil, place: Samples.place)),
          Samples.lookup(2)),
      ], rounding: rounding)
  }

  private static func moved(_ rate: Rate, _ index: String, _ from: Int) -> Rate {
    Rate(
      name: rate.name, unit: rate.unit, axes: rate.axes,
      tables: rate.tables.map {
        DatedTable(from: year(from), cells: $0.cells, otherwise: $0.otherwise)
      }, uprate: index, sources: [], place: rate.place)
  }

  static let solve = SolveSpecification(
    target: .totalOf(run: "local"), by: [["teacher"]], place: Samples.place)

  static func years(_ pay: Rational, through: Int = 2027) -> YearsSpecification {
    YearsSpecification(
      through: year(through),
      indices: [
        RateIndex(name: "pay", change: .everyYear(pay), place: place),
        RateIndex(name: "prices", change: .everyYear(Samples.decimal("0.0213")), place: place),
      ],
      pupilChanges: [
        PupilChange(
          group: .sector("primary"), change: .everyYear(Samples.decimal("-0.015")), place: place)
      ], place: place)
  }

  static func scenario(
    _ runs: [RunSpecification], _ years: YearsSpecification, sweep: SweepSpecification? = nil,
    uncertain: UncertainSpecification? = nil
  ) -> Scenario {
    let plain = Samples.scenario(runs)
    return Scenario(
      name: plain.name, path: plain.path, title: plain.title, why: nil, source: nil,
      year: plain.year, data: plain.data, runs: runs, comparison: nil, benchmarks: [],
      years: years, sweep: sweep, uncertain: uncertain)
  }

  static func runner(
    _ scenario: Scenario, _ formulas: [Formula], changes: [RateChange] = [], threads: Int = 1
  ) -> ScenarioRunner {
    ScenarioRunner(
      ScenarioInputs(
        scenario: scenario, census: census,
        formulas: Dictionary(uniqueKeysWithValues: formulas.map { ($0.name, $0) }),
        changes: changes), threads: threads)
  }

  static let runs = [Samples.run("local", "local"), Samples.run("national", solve: solve)]
  static let uncertain = UncertainSpecification(
    draws: 12, seed: 11,
    quantities: [
      UncertainQuantity(
        path: ["pay"], written: "pay",
        distribution: .uniform(low: Samples.decimal("0.02"), high: Samples.decimal("0.05")),
        writtenDistribution: "uniform(2%, 5%)", place: place),
      UncertainQuantity(
        path: ["national", "meals"], written: "national.meals",
        distribution: .normal(mean: Rational(1500), deviation: Rational(150)),
        writtenDistribution: "normal(£1500, £150)", place: place),
    ], place: place)

  /// The draws, and what a scenario with each draw's values written in gives.
  private func compare(
    _ formulas: [Formula], _ runs: [RunSpecification] = runs, draws: Int = 12
  ) throws -> PointResults {
    let uncertain = UncertainSpecification(
      draws: draws, seed: 11, quantities: Self.uncertain.quantities, place: Self.place)
    let runner = Self.runner(
      Self.scenario(runs, Self.years(.zero), uncertain: uncertain), formulas)
    let found = try #require(try runner.addingPoints(to: runner.result()).draws)
    #expect(found.figures.count == draws)
    #expect(found.disagreement == nil)
    for (values, figures) in zip(found.values, found.figures) {
      let plain = try Self.runner(
        Self.scenario(runs, Self.years(Samples.decimal(values[0]))), formulas,
        changes: [Samples.change("national.meals", .becomes(Samples.decimal(values[1])))]
      ).result()
      let outcomes = found.runs.map { owner in
        plain.runs.first {
          $0.specification.name == owner.run && $0.allocation.year == owner.year
        }
      }
      #expect(figures.map(\.total) == outcomes.map { $0?.allocation.total ?? .zero })
      #expect(figures.map(\.multiplier) == outcomes.map { $0?.solve?.multiplier })
      let byAuthority = found.groups.firstIndex(of: .authority(681)) ?? 0
      #expect(
        figures.map { $0.groupTotals[byAuthority] }
          == outcomes.map { $0?.allocation.shares[2] ?? .zero })
    }
    return found
  }

  @Test func `a draw of an index is the scenario with its value written in, to the penny`() throws {
    let found = try compare([Self.formula("local"), Self.formula("national", pay: "58000")])
    // Four years of two runs, and the draws differ.
    #expect(found.runs.count == 8)
    #expect(Set(found.figures.map { $0[3].total }).count > 9)
    // The lump sums stand still and so does the first year of the local formula.
    #expect(Set(found.figures.map { $0[0].total }).count == 1)
  }

  @Test func `a run that stays at its first year's rates stays there at every draw`() throws {
    let still = RunSpecification(
      name: "still", formula: .named("still", Self.place), isUprated: false, place: Self.place)
    let found = try compare(
      [Self.formula("local"), Self.formula("national", pay: "58000"), Self.formula("still")],
      Self.runs + [still])
    // Pupils change from year to year, the rates with no draw.
    let own = found.runs.indices.filter { found.runs[$0].run == "still" }
    for place in own { #expect(Set(found.figures.map { $0[place].total }).count == 1) }
  }

  @Test func `rates older than the scenario move in its first year too`() throws {
    let found = try compare(
      [Self.formula("local", from: 2022), Self.formula("national", pay: "58000", from: 2023)])
    #expect(Set(found.figures.map { $0[0].total }).count > 9)
  }

  @Test func `rates that are rounded after the index are rounded at each draw`() throws {
    let rounding = RoundingPolicy(factor: Samples.decimal("0.01"), rate: Rational(1), mode: .halfUp)
    _ = try compare(
      [Self.formula("local", rounding: rounding), Self.formula("national", rounding: rounding)],
      draws: 4)
  }

  @Test func `draws of an index follow from numbers, not from plain runs`() throws {
    let formulas = [Self.formula("local"), Self.formula("national", pay: "58000")]
    let runner = Self.runner(
      Self.scenario(Self.runs, Self.years(.zero), uncertain: Self.uncertain), formulas)
    let result = try runner.result()
    let points = SweepPoints(Self.uncertain, years: Self.years(.zero))
    let last = try runner.runner(
      of: Self.year(2027),
      PupilProjection(
        Self.census, from: Samples.year, changes: Self.years(.zero).pupilChanges))
    let sweep = try YearSweep(
      last, points: points,
      outcomes: result.runs.filter { $0.allocation.year == Self.year(2027) })
    for run in sweep.runs {
      guard case .numbers(let groups) = run.way else {
        Issue.record("\(run.specification.name) is worked out plainly")
        continue
      }
      #expect(groups.allSatisfy { $0.swept.others.isEmpty })
    }
  }

  @Test func `a swept index is a change every year, worked out by hand`() throws {
    let sweep = SweepSpecification(
      rates: [
        SweptRate(
          written: "pay",
          changes: ["0", "0.1", "-0.5"].map {
            Samples.change("pay", .becomes(Samples.decimal($0)))
          },
          place: Self.place)
      ], place: Self.place)
    let years = YearsSpecification(
      through: Self.year(2026), indices: Self.years(.zero).indices, place: Self.place)
    let runner = Self.runner(
      Self.scenario([Samples.run("local", "local")], years, sweep: sweep),
      [Self.formula("local", pay: "55000")])
    let found = try #require(try runner.addingPoints(to: runner.result()).sweep)
    // £55,000 ÷ 27.5 is £2,000 for each of 101 and 60 pupils; 307 × £55,000 ÷ 17.3 is £976,011.5607…,
    // × 1.1 £1,073,612.7168…, × 0.5 £488,005.7803…. Meals 51 × £1,500; × 1.0213 £1,531.95 for each of
    // 13, 31 and 7. Lump sums £300,000.
    let teaching: [[Int64]] = [
      [20_200_000 + 97_601_156 + 12_000_000, 22_220_000 + 107_361_272 + 13_200_000],
      [10_100_000 + 48_800_578 + 6_000_000],
    ]
    // 2024-25: no index; 2025-26 at 0% and at 10%; at −50%.
    let meals24: Int64 = 7_650_000
    let meals25: Int64 = 1_991_535 + 4_749_045 + 1_072_365
    #expect(found.figures[0].map(\.total.pence)[0] == teaching[0][0] + meals24 + 30_000_000)
    #expect(found.figures[0].map(\.total.pence)[1] == teaching[0][0] + meals25 + 30_000_000)
    #expect(found.figures[1].map(\.total.pence)[1] == teaching[0][1] + meals25 + 30_000_000)
    #expect(found.figures[2].map(\.total.pence)[1] == teaching[1][0] + meals25 + 30_000_000)
    #expect(found.values == [["0"], ["0.1"], ["-0.5"]])
  }

  @Test func `the number of threads changes no draw`() throws {
    let formulas = [Self.formula("local"), Self.formula("national", pay: "58000")]
    let uncertain = UncertainSpecification(
      draws: 70, seed: 3, quantities: Self.uncertain.quantities, place: Self.place)
    let results = try [1, 2].map { threads in
      let runner = Self.runner(
        Self.scenario(Self.runs, Self.years(.zero, through: 2026), uncertain: uncertain), formulas,
        threads: threads)
      return try #require(try runner.addingPoints(to: runner.result()).draws)
    }
    #expect(results[0].figures == results[1].figures)
    #expect(results[0].values == results[1].values)
    #expect(results[0].figures.count == 70)
  }

  @Test func `where a solve by itself is coarser, its figures hold and that is said`() throws {
    // 3.4567% over five years has 30 decimals: a multiplier of twelve more leaves 38 digits.
    let uncertain = UncertainSpecification(
      draws: 3, seed: 11, quantities: [Self.uncertain.quantities[1]], place: Self.place)
    let formulas = [Self.formula("local"), Self.formula("national", pay: "58000")]
    let years = Self.years(Samples.decimal("0.034567"), through: 2028)
    let runner = Self.runner(
      Self.scenario(Self.runs, years, uncertain: uncertain), formulas)
    let found = try #require(try runner.addingPoints(to: runner.result()).draws)
    let disagreement = try #require(found.disagreement)
    #expect(disagreement.cause == .coarserSolve)
    #expect([disagreement.number, disagreement.year.start] == [1, 2028])
    #expect(disagreement.run == "national")
    let alone = try Self.runner(
      Self.scenario(Self.runs, years), formulas,
      changes: [Samples.change("national.meals", .becomes(Samples.decimal(found.values[0][0])))]
    ).result()
    #expect(found.figures[0].last?.total == alone.runs.last?.allocation.total)
    #expect(found.figures[0].last?.total == disagreement.alone)
  }

  @Test func `a penny between the two ways is a mistake of the program, and said`() {
    func figures(_ total: Int64, _ multiplier: Rational? = nil) -> RunAtPoint {
      RunAtPoint(shares: [total], total: total, multiplier: multiplier, outcome: nil)
    }
    #expect(figures(100).disagreement(with: figures(100)) == nil)
    #expect(figures(100).disagreement(with: figures(101)) == .unexplained)
    #expect(figures(100, .one).disagreement(with: figures(100)) == .unexplained)
  }
}
