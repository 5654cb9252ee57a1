import FundingFiles
import FundingModel
import Testing

/// What a solve and a run's lines say, as read.
struct ScenarioSolveTests {
  private func runs(_ text: String) throws -> [RunSpecification] {
    let head = """
      cyllido: 1
      scenario: s
      title: {en: S, cy: S}
      year: 2024-25
      runs:
        local: {formula: local}

      """
    let source = SourceFile(path: "s.yaml", bytes: Array((head + text).utf8))
    return try ScenarioFile(source: source).scenario.runs
  }

  private func target(_ text: String) throws -> SolveSpecification.Target? {
    try runs("  a: {formula: national, lines: {retained: -10%}, solve: {\(text), by: basic}}\n")[1]
      .solve?.target
  }

  @Test func `a total may be an earlier run's with a change`() throws {
    let times = try Rational(103, over: 100)
    #expect(
      try target("total: {run: local, change: +3%}") == .totalOf(run: "local", .times(times)))
    #expect(
      try target("total: {run: local, plus: £100000000}")
        == .totalOf(run: "local", .plus(Money(pounds: 100_000_000))))
    #expect(
      try target("total: {run: local, minus: £0.01}")
        == .totalOf(run: "local", .plus(Money(pence: -1))))
    #expect(try target("total: {run: local, plus: moved}") == .totalOf(run: "local", .plusMoved))
  }

  @Test func `amounts per pupil and means may be a group's`() throws {
    let group = "group: {sector: secondary, language: [WM, EM]}"
    guard case .perPupil(Money(pounds: 6390), let found?) = try target("per_pupil: £6390, " + group)
    else {
      Issue.record("the group is read")
      return
    }
    #expect(found.words(or: "or") == "sector = secondary, language = WM or EM")
    #expect(try target("mean: £6390.50") == .mean(Money(pence: 639_050)))
    #expect(try target("mean: local") == .meanOf(run: "local"))
    #expect(try target("delegation_rate: 85%") == .delegationRate(try Rational(17, over: 20)))
  }

  @Test func `several unknowns have an aim, bounds and a balance`() throws {
    let solve = try #require(
      try runs(
        """
          a:
            formula: national
            solve:
              total: local
              by: [basic, deprivation.fsm]
              minimise: losers
              bounds: {basic: 0.8..1.2, deprivation.fsm: £500..£3000}
              balance: deprivation.fsm

        """)[1].solve)
    let search = try #require(solve.search)
    #expect(search.aim == .losers && search.balance == 1)
    #expect(search.limits.map(\.path) == [["basic"], ["deprivation", "fsm"]])
    #expect(search.limits.map(\.kind) == [.multipliers, .amounts])
    #expect(search.limits.map(\.high) == [try Rational(6, over: 5), Rational(3000)])
  }

  @Test func `lines are changed as rates are, and a run from another has its lines`() throws {
    let found = try runs(
      """
        a:
          formula: local
          lines: {retained.central_services: -£5000000, buyback.mandatory: 0%, retained: ×0.9}
        b: {from: a, lines: {in_out.rates: £12.50}, solve: {total: {run: local, plus: moved}, by: x}}

      """)
    #expect(
      found[2].lines.map(\.path) == [
        "retained.central_services", "buyback.mandatory", "retained", "in_out.rates",
      ])
    #expect(
      found[2].lines.map(\.operation) == [
        .plus(Rational(-5_000_000)), .becomes(.zero), .times(try Rational(9, over: 10)),
        .becomes(try Rational(25, over: 2)),
      ])
    #expect(found[1].lines.count == 3)
  }
}
