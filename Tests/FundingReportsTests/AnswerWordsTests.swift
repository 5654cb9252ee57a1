import FundingModel
import Testing

@testable import FundingReports

/// The sentences that answer what a scenario asks, and what a run is.
struct AnswerWordsTests {
  @Test func `a rate of delegation falls by the difference of the two rates shown`() throws {
    // 2,500,000.50 of 3,100,000.50 is 80.645…%; 2,485,000.50 is 80.161…%: 80.65 less 80.16.
    let row = Sample.budget(
      nil, "local", 2, 400, 225_000_050, lines: Sample.lines, estimated: ["devolved"])
    let words = try #require(Sentences.delegationRates(row, of: "local"))
    #expect(
      words.english
        == "local: the rate of delegation is 80.65% as reported, and 80.16% without mandatory "
        + "buy-backs and in-and-out money: 0.49 percentage points lower. These rates rest on "
        + "estimates.")
    #expect(words.welsh.contains("80.65% fel yr adroddir, a 80.16% heb bryniannau"))
    #expect(Sentences.delegationRates(Sample.budget(nil, "local", 2, 400, 1), of: "local") == nil)
  }

  @Test func `the rates of delegation are in the answer where buy-backs are given`() {
    let rows = ["local", "national"].map {
      Sample.budget(nil, $0, 2, 400, 225_000_050, lines: Sample.lines)
    }
    let html = ReportTests.report(Sample.result(authorities: rows)).html()
    #expect(
      html.contains("local: the rate of delegation is 80.65% as reported, and 80.16% without"))
    #expect(html.contains("delegated, as reported: local"))
    // The national run has the same rates: nothing more is said of it.
    #expect(!html.contains("national: the rate of delegation"))
  }

  @Test func `what was solved is told for those who do not solve`() throws {
    let goal = SolveSpecification(
      target: .totalOf(run: "local"), by: [["basic"]], place: Sample.place)
    func words(_ reached: Int64, _ goal: SolveSpecification?) throws -> BilingualText {
      let solve = SolveOutcome(
        rates: ["basic"], multiplier: try Rational(5, over: 4), target: Sample.pence(10_000),
        reached: Sample.pence(reached), evaluations: 3)
      let outcome = RunOutcome(
        specification: RunSpecification(
          name: "national", formula: .local, solve: goal, place: Sample.place),
        allocation: Allocation(run: "national", year: Sample.year, groups: [], schoolCount: 4),
        solve: solve)
      return Sentences.solvedPlainly(run: "national", outcome, solve)
    }
    #expect(
      try words(10_000, goal).english
        == "national: rates were multiplied (basic × 1.25) so that it costs the same as local, "
        + "£100.00, to the penny.")
    #expect(
      try words(9_999, nil).english
        == "national: rates were multiplied (basic × 1.25) so that it costs what was asked, £100.00, "
        + "as nearly as whole pennies allow: £99.99, £0.01 less.")
    #expect(try words(10_002, goal).welsh.hasSuffix("ei ganiatáu: £100.02, £0.02 yn fwy."))
  }

  @Test func `each run is named with its formulae and what their status means`() {
    let outcomes = Sample.outcomes()
    #expect(
      RunWords.what(outcomes[0]).english
        == "local: each school by its own authority’s formula (formulae: 2). Published (1): its "
        + "figures are the authority's own. Fitted (1): some rates are estimates from published "
        + "budgets, not the authority's own.")
    let national = RunOutcome(
      specification: RunSpecification(
        name: "national", formula: .named("national", Sample.place), place: Sample.place),
      allocation: outcomes[1].allocation, solve: nil)
    #expect(
      RunWords.what(national).welsh
        == "national: Fformiwla national. Enghreifftiol: lluniwyd ei ffigurau i ddangos rhywbeth.")
  }

  @Test func `a run that only says how another shares money out is left out, with a sentence`() {
    let sharing = AddedAdjustment(
      adjustment: Adjustment(
        name: "extra",
        kind: .extra(
          ExtraMoney(
            title: BilingualText(en: "Extra", cy: "Ychwanegol"), total: .constant(.one),
            run: "each_pupil", place: Sample.place)), place: Sample.place), rate: nil)
    var outcomes = Sample.outcomes()
    outcomes[1] = RunOutcome(
      specification: RunSpecification(
        name: "national", formula: .local, adjustments: [sharing], place: Sample.place),
      allocation: outcomes[1].allocation, solve: nil)
    outcomes.append(Sample.outcome("each_pupil", outcomes[0].allocation, nil))
    let result = Sample.result(outcomes: outcomes)
    #expect(result.waysOfSharing == ["each_pupil"])
    #expect(Sample.result().waysOfSharing.isEmpty)
    #expect(ReportTests.report(result).runs.map(\.run) == ["local", "national"])
    #expect(
      ReportTests.report(result).html().contains(
        "each_pupil only says how another run shares money out, and"))
    #expect(
      Summary.text(result, language: .english).contains(
        "each_pupil only says how another run shares money out, and"))
  }
}
