import FundingBatch
import FundingModel
import Testing

@Suite struct RunningScenarioTests {
  private let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100], stated: 100, budgetPerPupil: 500_000),
    .init(number: 6_720_002, sector: "secondary", pupils: ["8": 300], stated: 300),
    .init(number: 6_810_001, authority: 681, pupils: ["3": 50], stated: 50),
    .init(number: 6_810_002, authority: 681, pupils: [:]),
  ])
  private let national = Samples.simple(basic: "4000", lump: "100000")

  private func inputs(
    _ runs: [RunSpecification], comparison: ComparisonSpecification? = nil,
    changes: [RateChange] = []
  ) -> ScenarioInputs {
    ScenarioInputs(
      scenario: Samples.scenario(runs, comparison: comparison), census: census,
      formulas: ["national": national],
      localFormulas: [
        672: Samples.simple("bridgend", reach: .authority(672), basic: "4100", lump: "90000"),
        681: Samples.simple("cardiff", reach: .authority(681), basic: "3900", lump: "120000"),
      ], changes: changes)
  }

  private func shares(
    _ runs: [RunSpecification], changes: [RateChange] = [], threads: Int = 1
  ) throws -> [[Int64?]] {
    try ScenarioRunner(inputs(runs, changes: changes), threads: threads).result()
      .runs.map { $0.allocation.shares.map { $0.map { $0.pence / 100 } } }
  }

  @Test func `each school has its own authority's formula in a local run`() throws {
    let result = try shares([Samples.run("local", nil), Samples.run("national")])
    #expect(result[0] == [500_000, 1_320_000, 315_000, nil])
    #expect(result[1] == [500_000, 1_300_000, 300_000, nil])
  }

  @Test func `any number of threads gives the same result`() throws {
    let one = try shares([Samples.run("local", nil)])
    #expect(try shares([Samples.run("local", nil)], threads: 4) == one)
  }

  @Test func `a school without pupils is left out and named`() throws {
    let result = try ScenarioRunner(inputs([Samples.run("local", nil)])).result()
    let notes = result.census.leftOut.map { [$0.school, $0.reason == .noPupils ? 0 : 1] }
    #expect(
      notes == [[6_720_002, 1], [6_810_001, 1], [6_810_002, 0]])
    #expect(result.controls.contains { $0.expected == 22 && $0.found == 2 })
    #expect(result.controls.contains { $0.expected == 450 && $0.found == 450 })
  }

  @Test func `a null change moves no school by a penny`() throws {
    let runs = [
      Samples.run("national"),
      Samples.run("same", changes: [Samples.change("basic", .times(.one))]),
      Samples.run("more", changes: [Samples.change("basic", .plus(Rational(1)))]),
    ]
    let result = try ScenarioRunner(inputs(runs)).result()
    let same = result.comparisons.filter { $0.run == "same" }
    #expect(same.map(\.change) == [.zero, .zero, .zero])
    let more = result.comparisons.filter { $0.run == "more" }
    #expect(more.map(\.change) == [100, 300, 50].map { Money(pounds: $0) })
  }

  @Test func `a change without a run's name never touches the authorities' own formulae`() throws {
    let runs = [Samples.run("local", nil), Samples.run("national")]
    let changed = try shares(runs, changes: [Samples.change("basic", .becomes(Rational(5_000)))])
    #expect(changed[0] == [500_000, 1_320_000, 315_000, nil])
    #expect(changed[1] == [600_000, 1_600_000, 350_000, nil])
    let failure = #expect(throws: ScenarioFailure.self) {
      try shares([Samples.run("local", nil)], changes: [Samples.change("basic", .times(.zero))])
    }
    guard case .changes(let refused) = failure else { return #expect(Bool(false)) }
    #expect(refused.map(\.reason) == [.needsRunName(["local"])])
  }

  @Test func `the run's name reaches every authority's formula, and the formula's name one`() throws
  {
    let runs = [Samples.run("local", nil)]
    #expect(
      try shares(runs, changes: [Samples.change("local.lump_sum", .becomes(.zero))])
        == [[410_000, 1_230_000, 195_000, nil]])
    #expect(
      try shares(runs, changes: [Samples.change("local.cardiff.lump_sum", .becomes(.zero))])
        == [[500_000, 1_320_000, 195_000, nil]])
  }

  @Test func `a path that names nothing lists the rates there are`() throws {
    let failure = #expect(throws: ScenarioFailure.self) {
      try shares(
        [Samples.run("national")],
        changes: [
          Samples.change("basics", .times(.one)), Samples.change("national.bsic", .times(.one)),
        ])
    }
    guard case .changes(let refused) = failure else { return #expect(Bool(false)) }
    #expect(
      refused.map(\.reason) == [
        .unknownRate("basics", known: ["basic", "lump_sum"]),
        .unknownRate("bsic", known: ["basic", "lump_sum"]),
      ])
  }

  @Test func `an authority without a formula is named with its schools`() {
    let inputs = ScenarioInputs(
      scenario: Samples.scenario([Samples.run("local", nil)]), census: census,
      localFormulas: [672: Samples.simple("bridgend", basic: "1", lump: "1")])
    #expect(
      throws: ScenarioFailure.noFormula([
        UnfundedSchools(
          run: "local", formula: nil, authority: 681, school: 6_810_001, schools: 1,
          place: Samples.place)
      ])
    ) { try ScenarioRunner(inputs).result() }
  }

  @Test func `one authority's formula can't fund another's schools`() {
    let inputs = ScenarioInputs(
      scenario: Samples.scenario([Samples.run("all", "bridgend")]), census: census,
      formulas: [
        "bridgend": Samples.simple("bridgend", reach: .authority(672), basic: "1", lump: "1")
      ])
    #expect(
      throws: ScenarioFailure.outOfReach([
        UnfundedSchools(
          run: "all", formula: "bridgend", authority: 681, school: 6_810_001, schools: 1,
          place: Samples.place)
      ])
    ) { try ScenarioRunner(inputs).result() }
  }

  @Test func `pupils that differ from what a school states stop the run unless allowed`() throws {
    let census = Samples.census([
      .init(number: 6_720_001, pupils: ["3": 99], stated: 100),
      .init(number: 6_720_002, pupils: ["3": 10], stated: 10),
    ])
    let difference = PupilDifference(
      school: 6_720_001, name: "School 6720001", stated: 100, found: 99)
    #expect(throws: ScenarioFailure.pupilDifferences([difference])) {
      try CensusAssembly(schools: census.schools, pupils: census.pupils)
    }
    let allowed = try CensusAssembly(
      schools: census.schools, pupils: census.pupils, allowingDifferences: true)
    #expect(allowed.differences == [difference])
  }

  @Test func `a statement adds up to the school's share`() throws {
    let runner = ScenarioRunner(inputs([Samples.run("local", nil)]))
    let outcome = try runner.result().runs[0]
    let statement = try #require(try runner.statement(ofRow: 2, in: outcome))
    #expect(statement.share == Money(pounds: 315_000))
    #expect(try runner.statement(ofRow: 3, in: outcome) == nil)
  }

  /// 300 schools of odd sizes, one in three secondary.
  private var many: Census {
    Samples.census(
      (0..<300).map {
        .init(
          number: 6_720_001 + $0, sector: $0 % 3 == 0 ? "secondary" : "primary",
          pupils: ["3": Int64(11 + $0 * 37 % 400)])
      })
  }

  private func bySector(_ values: [(keys: [String], value: String)]) -> Formula {
    Samples.formula(
      rates: [Samples.rate("basic", by: "sector", values)],
      factors: [Samples.factor("basic", Samples.lookup(0, "sector", .school))])
  }

  private func result(_ formula: Formula, threads: Int) throws(ScenarioFailure) -> ScenarioResult {
    try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario([Samples.run("run")]), census: many,
        formulas: ["national": formula]), threads: threads
    ).result()
  }

  @Test(arguments: [1, 2, 3, 7])
  func `work cut in pieces gives every school what it gets alone`(threads: Int) throws {
    let formula = bySector([(["primary"], "1.005"), (["secondary"], "2.345")])
    let shares = try result(formula, threads: threads).runs[0].allocation.shares
    let expected = (0..<300).map { index -> Int64 in
      let heads = 11 + index * 37 % 400
      // Tenths of a penny, halves up.
      return Int64((heads * (index % 3 == 0 ? 2_345 : 1_005) + 5) / 10)
    }
    #expect(shares.map { $0?.pence } == expected)
  }

  @Test(arguments: [1, 3])
  func `a failure counts its schools over the whole run`(threads: Int) {
    do {
      _ = try result(bySector([(["primary"], "1")]), threads: threads)
      #expect(Bool(false), "secondary schools have no rate")
    } catch .evaluation(let run, let failures) {
      #expect(run == "run")
      #expect(failures.failures.map(\.schools) == [100])
      #expect(failures.failures.map(\.school) == [6_720_001])
    } catch {
      #expect(Bool(false), "\(error)")
    }
  }
}
