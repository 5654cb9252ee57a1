import FundingBatch
import FundingModel
import Testing

/// Formulae paid beside a run's own, and money shared out by an earlier run's shares.
@Suite struct GrantsTests {
  private let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100], stated: 100),
    .init(number: 6_720_002, sector: "secondary", pupils: ["8": 300], stated: 300),
    .init(number: 6_810_001, authority: 681, pupils: ["3": 50], stated: 50),
  ])
  /// £10 a head, and £100 shared out by heads; its rate is called as one of the formulae's.
  private let grant = Samples.formula(
    "needs",
    rates: [
      Samples.rate("basic", [([], "10")]),
      Samples.rate("pot", unit: .pounds, [([], "100")]),
    ],
    factors: [
      Samples.factor("basic", each: .head, Samples.lookup(0)),
      Samples.factor(
        "pot", each: .quantum(total: Samples.lookup(1), within: .formula), .heads(nil)),
    ])

  private func result(
    _ runs: [RunSpecification], grant: Formula? = nil, changes: [RateChange] = []
  ) throws -> ScenarioResult {
    let grant = grant ?? self.grant
    return try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario(runs), census: census, formulas: ["needs": grant],
        // Local shares: £500,000, £1,320,000 and £315,000, together £2,135,000.
        localFormulas: [
          672: Samples.simple("bridgend", reach: .authority(672), basic: "4100", lump: "90000"),
          681: Samples.simple("cardiff", reach: .authority(681), basic: "3900", lump: "120000"),
        ], changes: changes), threads: 2
    ).result()
  }

  private func granted(_ name: String = "granted") -> RunSpecification {
    RunSpecification(
      name: name, formula: .local, grants: [GrantChoice(name: "needs", place: Samples.place)],
      place: Samples.place)
  }

  private func extra(_ pounds: String) -> RunSpecification {
    RunSpecification(
      name: "extra", formula: .local,
      adjustments: [
        AddedAdjustment(
          adjustment: Adjustment(
            name: "extra",
            kind: .extra(
              ExtraMoney(
                title: BilingualText(en: "More", cy: "Mwy"), total: Samples.lookup(0),
                run: "local", place: Samples.place)), place: Samples.place),
          rate: Samples.rate("extra", unit: .pounds, [([], pounds)]))
      ], place: Samples.place)
  }

  private func pence(_ result: ScenarioResult, run: Int, line: String) -> [Int64] {
    result.runs[run].allocation.groups.flatMap { group in
      guard let index = group.lines.firstIndex(where: { $0.name == line }) else { return [Int64]() }
      return group.rows.indices.map { group.amounts[$0 * group.lines.count + index].pence }
    }
  }

  @Test func `a grant's lines come after the formula's own, under a name of their own`() throws {
    let result = try result([Samples.run("local", nil), granted()])
    let lines = result.runs[1].allocation.groups[0].lines.map(\.name)
    #expect(lines == ["basic", "lump_sum", "basic_2", "pot"])
    #expect(pence(result, run: 1, line: "basic_2") == [100_000, 300_000, 50_000])
  }

  @Test func `a grant's sum is shared among all schools of the run, every penny`() throws {
    let result = try result([granted()])
    // £100 × 100, 300 and 50 ÷ 450: 2222.2, 6666.7 and 1111.1 pennies.
    #expect(pence(result, run: 0, line: "pot") == [2_222, 6_667, 1_111])
    #expect(
      result.runs[0].allocation.shares.map { $0?.pence } == [
        50_102_222, 132_306_667, 31_551_111,
      ])
  }

  @Test func `a grant's rate can be set by its own name`() throws {
    let result = try result(
      [granted()], changes: [Samples.change("granted.basic_2", .times(Rational(2)))])
    #expect(pence(result, run: 0, line: "basic_2") == [200_000, 600_000, 100_000])
    #expect(pence(result, run: 0, line: "basic") == [41_000_000, 123_000_000, 19_500_000])
  }

  @Test(arguments: [("100", Int64(1)), ("-100", -1)])
  func `extra money follows an earlier run's shares, to the penny`(
    pounds: String, sign: Int64
  ) throws {
    let result = try result([Samples.run("local", nil), extra(pounds)])
    // 10,000 pennies × 500, 1,320 and 315 ÷ 2,135: 2341.92, 6182.67 and 1475.41.
    #expect(pence(result, run: 1, line: "extra") == [2_342, 6_183, 1_475].map { $0 * sign })
  }

  @Test func `extra money's walk shows whose shares it follows and ends in the line`() throws {
    let inputs = ScenarioInputs(
      scenario: Samples.scenario([Samples.run("local", nil), extra("100")]), census: census,
      localFormulas: [
        672: Samples.simple("bridgend", reach: .authority(672), basic: "4100", lump: "90000"),
        681: Samples.simple("cardiff", reach: .authority(681), basic: "3900", lump: "120000"),
      ])
    let runner = ScenarioRunner(inputs)
    let result = try runner.result()
    let line = try #require(try runner.statement(ofRow: 1, in: result.runs[1])?.lines.last)
    let steps = Dictionary(
      line.walk.map { ($0.kind, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(steps[.extraInAll] == Rational(100))
    #expect(steps[.baselineShare] == Rational(1_320_000))
    #expect(steps[.sharesInAll] == Rational(2_135_000))
    // 100 × 1,320 ÷ 2,135, in lowest terms.
    #expect(steps[.scaledToTotal] == (try Rational(26_400, over: 427)))
    #expect(line.walk.last?.value == Money(pence: 6_183).pounds)
  }

  @Test func `a grant of one authority, or with adjustments, is refused`() {
    let own = Samples.simple("needs", reach: .authority(672), basic: "1", lump: "1")
    #expect(
      throws: ScenarioFailure.grantOfAuthority(
        run: "granted", formula: "needs", place: Samples.place)
    ) {
      try result([granted()], grant: own)
    }
    let adjusted = Samples.formula(
      "needs", rates: [Samples.rate("basic", [([], "10")])],
      factors: [Samples.factor("basic", Samples.lookup(0))],
      adjustments: [Adjustment(name: "part_year", kind: .partYear, place: Samples.place)])
    #expect(
      throws: ScenarioFailure.grantWithAdjustments(
        run: "granted", formula: "needs", place: Samples.place)
    ) {
      try result([granted()], grant: adjusted)
    }
  }
}
