import FundingModel
import Testing

@testable import FundingBatch

/// What a solve may be asked to reach, beside a plain total.
@Suite struct SolveTargetTests {
  /// 100 primary pupils, and 50 and 150 secondary ones in two authorities.
  private let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100]),
    .init(number: 6_720_002, sector: "secondary", pupils: ["8": 50]),
    .init(number: 6_810_001, authority: 681, sector: "secondary", pupils: ["8": 150]),
  ])
  /// 300 × £4,000 + 3 × £100,000 = £1,500,000.
  private let formula = Samples.simple(basic: "4000", lump: "100000")

  private func line(_ authority: Int, _ kind: AuthorityLine.Kind, _ pounds: Int64)
    -> AuthorityLine
  {
    AuthorityLine(
      authority: authority, year: Samples.year, kind: kind, name: "all",
      amount: Money(pounds: pounds), status: .published, source: "s")
  }

  private var lines: [AuthorityLine] {
    [
      line(672, .retained, 200_000), line(672, .devolved, 40_000),
      line(681, .retained, 100_000), line(681, .devolved, 60_000),
    ]
  }

  private func run(
    _ target: SolveSpecification.Target, lines changes: [LineChange] = []
  ) -> RunSpecification {
    RunSpecification(
      name: "solved", formula: .named("national", Samples.place),
      solve: SolveSpecification(target: target, by: [["basic"]], place: Samples.place),
      lines: changes, place: Samples.place)
  }

  private func result(
    _ run: RunSpecification, lines: [AuthorityLine]? = nil
  ) throws -> ScenarioResult {
    try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario([Samples.run("now"), run]), census: census,
        formulas: ["national": formula], authorityLines: lines ?? self.lines)
    ).result()
  }

  private func outcome(_ target: SolveSpecification.Target) throws -> RunOutcome {
    try result(run(target)).runs[1]
  }

  private func group(_ conditions: (String, [String])...) -> SchoolGroup {
    SchoolGroup(
      conditions: conditions.map { field, values in
        SchoolGroup.Condition(
          field: field, place: Samples.place,
          values: values.map { SchoolGroup.Value(text: $0, place: Samples.place) })
      }, place: Samples.place)
  }

  private func change(
    _ kind: AuthorityLine.Kind, _ name: String? = nil, _ operation: RateChange.Operation
  ) -> LineChange {
    LineChange(
      kind: kind, name: name, operation: operation, written: kind.rawValue, place: Samples.place)
  }

  @Test func `an earlier run's total may be raised by a percentage or an amount, or lowered`()
    throws
  {
    // 1,545,000 = 1,200,000 × 1.0375 + 300,000; ±120,000 is a tenth of the basic money.
    let more = try outcome(.totalOf(run: "now", .times(Samples.decimal("1.03"))))
    #expect(more.solve?.multiplier == Samples.decimal("1.0375"))
    #expect(more.allocation.total == Money(pounds: 1_545_000))
    let plus = try outcome(.totalOf(run: "now", .plus(Money(pounds: 120_000))))
    #expect(plus.solve?.multiplier == Samples.decimal("1.1"))
    let minus = try outcome(.totalOf(run: "now", .plus(Money(pounds: -120_000))))
    #expect(minus.solve?.multiplier == Samples.decimal("0.9"))
  }

  @Test func `more taken away than there is has no target`() throws {
    #expect(
      throws: ScenarioFailure.target(
        TargetFailure(
          run: "solved", reason: .targetBelowNought(Money(pounds: -500_000)),
          place: Samples.place))
    ) { try outcome(.totalOf(run: "now", .plus(Money(pounds: -2_000_000)))) }
  }

  @Test func `a group's amount per pupil is its money over its heads, and all rates move`() throws {
    // 200 × £6,000 = 200 × 4,000 × m + 200,000: m = 1.25, so all schools' basic is £5,000.
    let found = try outcome(.perPupil(Money(pounds: 6_000), group(("sector", ["secondary"]))))
    let solved = try #require(found.solve)
    #expect(solved.multiplier == Samples.decimal("1.25"))
    #expect(solved.target == Money(pounds: 1_200_000))
    #expect(solved.residual == .zero)
    #expect(found.allocation.total == Money(pounds: 1_800_000))
    guard case .groupTotal(let group) = solved.measure else { return #expect(Bool(false)) }
    #expect(group.schools == 2 && group.heads == 200)
  }

  @Test func `a mean counts each school once, in pennies as shown`() throws {
    // 4,000 m + 2,000.00 and 4,000 m + 666.67 come to 12,000: m = 9,333.33 ÷ 8,000.
    let found = try outcome(.mean(Money(pounds: 6_000), group(("sector", ["secondary"]))))
    let solved = try #require(found.solve)
    #expect(solved.target == Money(pounds: 12_000))
    #expect(solved.residual == .zero)
    #expect(solved.multiplier > Samples.decimal("1.16665"))
    #expect(solved.multiplier < Samples.decimal("1.16668"))
    let shares = found.allocation.shares.compactMap { $0 }
    let amounts = [(1, 50), (2, 150)].compactMap { shares[$0.0].each(of: Rational($0.1)) }
    #expect(amounts.reduce(.zero, +) == Money(pounds: 12_000))
  }

  @Test func `another run's amount per pupil of a group is that run's sum`() throws {
    let schools = group(("authority", ["cardiff"]))
    let total = try outcome(.perPupilOf(run: "now", schools))
    #expect(total.solve?.target == Money(pounds: 700_000))
    #expect(total.solve?.multiplier == .one)
    let mean = try outcome(.meanOf(run: "now", nil))
    // 5,000.00 + 6,000.00 + 4,666.67
    #expect(mean.solve?.target == Money(pence: 1_566_667))
    #expect(mean.solve?.multiplier == .one)
  }

  @Test func `a group is by any field, all of its conditions together`() throws {
    let some = group(("sector", ["primary", "secondary"]), ("roll", ["100..", "7"]))
    guard case .groupTotal(let found) = try outcome(.perPupilOf(run: "now", some)).solve?.measure
    else { return #expect(Bool(false)) }
    #expect(found.schools == 2 && found.heads == 250)
  }

  @Test(arguments: [
    ("sectr", "primary", "unknownField"), ("sector", "primry", "unknownValue"),
    ("authority", "Cardif", "unknownValue"), ("roll", "many", "notNumber"),
    ("sector", "special", "emptyGroup"),
  ])
  func `a group that means nothing is refused`(field: String, value: String, reason: String) {
    do {
      _ = try outcome(.mean(Money(pounds: 6_000), group((field, [value]))))
      Issue.record("the group must be refused")
    } catch ScenarioFailure.target(let failure) {
      #expect("\(failure.reason)".hasPrefix(reason))
      #expect(failure.place == Samples.place)
    } catch {
      Issue.record(error)
    }
  }

  @Test func `a delegation rate is met with the lines as they are`() throws {
    // Retained 300,000 are 15%: delegated 1,700,000, of which 100,000 are devolved.
    let found = try result(run(.delegationRate(Samples.decimal("0.85"))))
    let solved = try #require(found.runs[1].solve)
    #expect(solved.target == Money(pounds: 1_600_000))
    #expect(solved.residual == .zero)
    let wales = try #require(found.authorities.last { $0.authority == nil })
    #expect(wales.run == "solved" && wales.delegationRate == Samples.decimal("0.85"))
  }

  @Test func `a delegation rate needs lines, and one above what is devolved`() {
    func reason(_ rate: String, _ lines: [AuthorityLine]) -> TargetFailure.Reason? {
      do {
        _ = try result(run(.delegationRate(Samples.decimal(rate))), lines: lines)
        return nil
      } catch ScenarioFailure.target(let failure) {
        return failure.reason
      } catch {
        return nil
      }
    }
    #expect(reason("0.85", []) == .noLines(Samples.year))
    #expect(reason("0.85", [line(672, .retained, 5)]) == .noLines(Samples.year))
    // 100,000 of 400,000 are devolved before any share.
    #expect(
      reason("0.2", lines)
        == .delegationTooLow(asked: Samples.decimal("0.2"), least: Samples.decimal("0.25")))
    #expect(
      reason("0.85", [line(672, .devolved, 5), line(681, .devolved, 5)]) == .retainedUnknown)
    #expect(
      reason("0.85", [line(672, .retained, 0), line(681, .retained, 0)]) == .everythingDelegated)
  }

  @Test func `what retained lines come down by goes to schools, and gross stays the same`() throws {
    let found = try result(
      run(.totalOf(run: "now", .plusMoved), lines: [change(.retained, nil, .times(decimal("0.9")))])
    )
    #expect(found.runs[1].solve?.multiplier == Samples.decimal("1.025"))
    #expect(found.runs[1].allocation.total == Money(pounds: 1_530_000))
    #expect(found.runs[1].lines?.moved == Money(pounds: 30_000))
    let wales = found.authorities.filter { $0.authority == nil }
    #expect(wales.map(\.retained) == [Money(pounds: 300_000), Money(pounds: 270_000)])
    #expect(wales.map(\.gross) == [Money(pounds: 1_900_000), Money(pounds: 1_900_000)])
    let cardiff = found.authorities.filter { $0.authority == 681 }
    #expect(cardiff.map(\.retained) == [Money(pounds: 100_000), Money(pounds: 90_000)])
  }

  private func decimal(_ text: String) -> Rational { Samples.decimal(text) }

  @Test func `an amount is shared over the lines in proportion, every penny`() throws {
    // 299,899.99 of 200,000 : 100,000 are 199,933.3266… and 99,966.6633….
    let changed = try result(
      run(
        .totalOf(run: "now", .plusMoved),
        lines: [change(.retained, "all", .plus(decimal("-100.01")))]))
    let lines = try #require(changed.runs[1].lines)
    #expect(
      lines.lines.filter { $0.kind == .retained }.map(\.amount)
        == [Money(pence: 19_993_333), Money(pence: 9_996_666)])
    #expect(lines.moved == Money(pence: 10_001))
    #expect(changed.runs[1].allocation.total == Money(pence: 150_010_001))
  }

  @Test func `changes of lines follow one another, and other years' lines stay`() throws {
    let later = AuthorityLine(
      authority: 672, year: FundingYear(start: 2025), kind: .retained, name: "all",
      amount: Money(pounds: 7), status: .published, source: "s")
    let changed = try LineChanging(
      lines: lines + [later], authorities: [672, 681], year: Samples.year
    ).changed(
      by: run(
        .total(.zero),
        lines: [
          change(.retained, nil, .becomes(decimal("100000"))),
          change(.retained, nil, .times(decimal("1.1"))),
        ]))
    let found = try #require(changed)
    #expect(found.steps.map(\.after) == [Money(pounds: 100_000), Money(pounds: 110_000)])
    #expect(found.moved == Money(pounds: 190_000))
    #expect(found.lines.last == later)
  }

  @Test func `lines that can't change are refused`() {
    func reason(_ change: LineChange, _ lines: [AuthorityLine]) -> LineFailure.Reason? {
      do {
        _ = try result(run(.totalOf(run: "now", .plusMoved), lines: [change]), lines: lines)
        return nil
      } catch ScenarioFailure.lines(let failure) {
        return failure.reason
      } catch {
        return nil
      }
    }
    let less = RateChange.Operation.plus(decimal("-300000.01"))
    #expect(reason(change(.retained, nil, less), []) == .noLines(Samples.year))
    #expect(reason(change(.retained, nil, less), lines) == .takesTooMuch(Money(pounds: 300_000)))
    #expect(
      reason(change(.retained, "transport", less), lines)
        == .unknownLine(
          "retained.transport",
          known: ["devolved", "devolved.all", "retained", "retained.all"]))
    let bought = lines + [line(672, .mandatoryBuyback, 9)]
    #expect(reason(change(.mandatoryBuyback, nil, .times(.zero)), bought) == .nothingMoves)
    #expect(
      reason(change(.unallocated, nil, .plus(.one)), lines + [line(681, .unallocated, 0)])
        == .nothingToShareBy)
  }
}
