import FundingModel
import Testing

@testable import FundingBatch

/// Several unknowns: the target is met, and an aim is made small.
@Suite struct SearchTests {
  /// At £4,000 a pupil and £100,000 a school: £500,000 and £300,000, £5,000 and £6,000 a pupil.
  private let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100]), .init(number: 6_720_002, pupils: ["3": 50]),
  ])
  private let formula = Samples.simple(basic: "4000", lump: "100000")

  private func decimal(_ text: String) -> Rational { Samples.decimal(text) }

  private func limits(
    _ path: String, _ kind: SearchSpecification.Limits.Kind, _ low: String, _ high: String
  ) -> SearchSpecification.Limits {
    SearchSpecification.Limits(
      path: [path], kind: kind, low: decimal(low), high: decimal(high), place: Samples.place)
  }

  private func run(
    _ aim: SearchSpecification.Aim, _ limits: [SearchSpecification.Limits] = [],
    target: SolveSpecification.Target = .totalOf(run: "now"), by: [[String]]? = nil,
    balance: Int = 0, changes: [RateChange] = []
  ) -> RunSpecification {
    Samples.run(
      "solved", changes: changes,
      solve: SolveSpecification(
        target: target, by: by ?? [["basic"], ["lump_sum"]],
        search: SearchSpecification(
          aim: aim, limits: limits, balance: balance, place: Samples.place),
        place: Samples.place))
  }

  private func outcome(
    _ run: RunSpecification, benchmark: Int64? = nil, first: Bool = true, threads: Int = 1
  ) throws -> RunOutcome {
    let benchmarks = benchmark.map { [Benchmark(amount: Money(pounds: $0), source: nil)] } ?? []
    let outcomes = try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario(
          (first ? [Samples.run("now")] : []) + [run], benchmarks: benchmarks),
        census: census, formulas: ["national": formula]), threads: threads
    ).result().runs
    return try #require(outcomes.last)
  }

  private func failure(_ run: RunSpecification, first: Bool = true) -> TargetFailure.Reason? {
    do {
      _ = try outcome(run, first: first)
      return nil
    } catch ScenarioFailure.target(let failure) {
      return failure.reason
    } catch {
      Issue.record(error)
      return nil
    }
  }

  @Test func `without a lump sum amounts per pupil are equal, and the total is what it was`() throws
  {
    let found = try outcome(run(.gini, [limits("lump_sum", .multipliers, "0", "2")]))
    let solved = try #require(found.solve)
    let search = try #require(solved.search)
    // 150 pupils share £800,000: £5,333.33 each, 4 ÷ 3 of £4,000.
    #expect(solved.multipliers[1] == .zero)
    #expect(solved.multiplier > decimal("1.33333") && solved.multiplier < decimal("1.33334"))
    #expect(found.allocation.total == Money(pounds: 800_000))
    #expect(solved.residual == .zero)
    // At the start: 2/3 of pupils have 5/8 of the money, so 2/3 − 5/8.
    guard case .gini(let start) = search.start.aim, case .gini(let end) = search.end.aim else {
      return #expect(Bool(false))
    }
    #expect(abs(start - 1.0 / 24) < 1e-12)
    #expect(abs(end) < 1e-7)
    #expect(search.path.allSatisfy { $0.reached == Money(pounds: 800_000) })
    #expect(zip(search.path, search.path.dropFirst()).allSatisfy { $1.aim < $0.aim })
    #expect(!search.isCutShort)
  }

  @Test func `bounds in pounds hold a rate, and the other meets the target`() throws {
    let solved = try #require(
      try outcome(run(.gini, [limits("lump_sum", .amounts, "50000", "150000")])).solve)
    // £700,000 for 150 pupils: 7 ÷ 6 of £4,000.
    #expect(solved.multipliers[1] == decimal("0.5"))
    #expect(solved.multiplier > decimal("1.16666") && solved.multiplier < decimal("1.16667"))
    #expect(solved.search?.bounds[1] == MultiplierBounds(low: decimal("0.5"), high: decimal("1.5")))
  }

  @Test func `the file's own rates are the start, and stay where nothing is better`() throws {
    let solved = try #require(try outcome(run(.change)).solve)
    #expect(solved.multipliers == [.one, .one])
    #expect(solved.search?.path.count == 1)
    #expect(solved.search?.end.aim == .change(.zero))
  }

  @Test(arguments: [SearchSpecification.Aim.change, .losers])
  func `a rate that was raised comes back where that moves nobody`(
    aim: SearchSpecification.Aim
  ) throws {
    // At £5,000 a pupil the lump sum is £25,000 for £800,000: the small school loses £25,000.
    let solved = try #require(
      try outcome(
        run(
          aim, [limits("lump_sum", .multipliers, "0.2", "2")], by: [["lump_sum"], ["basic"]],
          changes: [Samples.change("basic", .becomes(decimal("5000")))])
      ).solve)
    #expect(solved.multipliers == [.one, decimal("0.8")])
    #expect(solved.search?.start.multipliers == [decimal("0.25"), .one])
    let expected: (AimValue, AimValue) =
      aim == .change
      ? (.change(Money(pounds: 50_000)), .change(.zero))
      : (.losers(schools: 1, lost: Money(pounds: 25_000)), .losers(schools: 0, lost: .zero))
    #expect(solved.search?.start.aim == expected.0)
    #expect(solved.search?.end.aim == expected.1)
  }

  @Test func `parity is what is missing to the benchmark, and no more than all are short of it`()
    throws
  {
    // £5,500 × 150 is £25,000 more than there is; at the start the large school lacks £50,000.
    let found = try outcome(
      run(.parity, [limits("lump_sum", .multipliers, "0", "2")]), benchmark: 5_500)
    #expect(found.solve?.search?.start.aim == .parity(Money(pounds: 50_000)))
    #expect(found.solve?.search?.end.aim == .parity(Money(pounds: 25_000)))
  }

  @Test func `the rate that is marked is solved for`() throws {
    let solved = try #require(try outcome(run(.gini, balance: 1)).solve)
    #expect(solved.search?.balance == 1)
    #expect(solved.residual == .zero)
    // The lump sum at its bound of a half, or as near as four places of basic come to it.
    #expect(solved.multiplier == solved.multipliers[1])
    #expect(solved.multiplier >= decimal("0.5") && solved.multiplier < decimal("0.501"))
  }

  @Test func `threads and repetition change no multiplier of the way`() throws {
    let limits = [limits("lump_sum", .multipliers, "0.1", "1.7")]
    let one = try outcome(run(.gini, limits)).solve
    #expect(try outcome(run(.gini, limits), threads: 4).solve == one)
  }

  @Test func `bounds that exclude every solution are told with the totals at them`() {
    let bounds = [
      limits("basic", .multipliers, "0.8", "1.2"), limits("lump_sum", .multipliers, "0.5", "1.5"),
    ]
    // 600,000 × 0.8 + 200,000 × 0.5 and 600,000 × 1.2 + 200,000 × 1.5.
    #expect(
      failure(run(.gini, bounds, target: .total(Money(pounds: 2_000_000))))
        == .outOfBounds(
          TargetFailure.OutOfBounds(
            reason: .targetOutside, measure: .total, target: Money(pounds: 2_000_000),
            least: Money(pounds: 580_000), greatest: Money(pounds: 1_020_000),
            rates: ["basic", "lump_sum"])))
  }

  @Test func `where the file's own rates can't meet the target the search starts elsewhere`() throws
  {
    let bounds = [
      limits("basic", .multipliers, "0.8", "1.2"), limits("lump_sum", .multipliers, "0.5", "1.5"),
    ]
    // With the lump sum as it is basic would be × 1.333; it takes × 1.4 at least.
    let solved = try #require(
      try outcome(run(.gini, bounds, target: .total(Money(pounds: 1_000_000)))).solve)
    #expect(solved.reached == Money(pounds: 1_000_000))
    #expect(solved.multipliers[0] <= decimal("1.2"))
    #expect(solved.multipliers[1] == decimal("1.4"))
  }

  @Test func `a balance that may hardly move leaves the others to meet the target`() throws {
    // Basic gives £599,994 to £600,006, and £300,000 of £200,000 is × 1.5; £20 a step there.
    let bounds = [
      limits("basic", .multipliers, "0.99999", "1.00001"),
      limits("lump_sum", .multipliers, "0.5", "2"),
    ]
    let solved = try #require(
      try outcome(run(.gini, bounds, target: .total(Money(pounds: 900_004)))).solve)
    #expect(solved.reached == Money(pounds: 900_004))
    #expect(solved.multipliers[1] == decimal("1.5"))
  }

  @Test func `a search that means nothing is refused`() {
    #expect(
      failure(run(.gini, by: [["basic"], ["basic", "3"]]))
        == .overlappingRates("basic", "basic.3"))
    let total = SolveSpecification.Target.total(Money(pounds: 800_000))
    #expect(
      failure(run(.losers, target: total), first: false) == .noBaseline("solved", aim: .losers))
    #expect(
      failure(run(.gini, [limits("lump_sum", .multipliers, "0.00001", "0.00002")]))
        == .noRoom(rate: "lump_sum", low: decimal("0.00001"), high: decimal("0.00002")))
    #expect(
      failure(
        run(
          .gini, [limits("lump_sum", .amounts, "50000", "60000")],
          changes: [Samples.change("lump_sum", .becomes(.zero))]))
        == .notPositive(rate: "lump_sum"))
  }
}
