import FundingModel
import Testing

@testable import FundingReports

/// What is said of a solve, in both languages.
struct SolvingWordsTests {
  private let place = Place(line: 1, column: 1)

  private func outcome(_ measure: SolveMeasure, target: Int64, reached: Int64) throws
    -> SolveOutcome
  {
    SolveOutcome(
      rates: ["basic"], multiplier: try Rational(5, over: 4), measure: measure,
      target: Money(pence: target), reached: Money(pence: reached), evaluations: 9)
  }

  private var group: SchoolGroup {
    SchoolGroup(
      conditions: [
        SchoolGroup.Condition(
          field: "language", place: place,
          values: ["WM", "EM"].map { SchoolGroup.Value(text: $0, place: place) })
      ], place: place)
  }

  @Test func `a group's solve names the schools, what was asked, and the rest in pennies`() throws {
    let solved = SolvedGroup(
      group: group, schools: 2, heads: 200, asked: Money(pounds: 6_000))
    let total = Sentences.solved(
      run: "a", try outcome(.groupTotal(solved), target: 120_000_000, reached: 119_999_999))
    #expect(
      total.english
        == "a: basic × 1.25, £6,000.00 per pupil of the group (language = WM or EM; schools 2, "
        + "pupils 200), the group's total: target £1,200,000.00, reached £1,199,999.99, "
        + "residual -£0.01.")
    #expect(
      total.welsh
        == "a: basic × 1.25, £6,000.00 fesul disgybl yn y grŵp (language = WM neu EM; ysgolion 2, "
        + "disgyblion 200), cyfanswm y grŵp: targed £1,200,000.00, canlyniad £1,199,999.99, "
        + "gweddill -£0.01.")
    let mean = Sentences.solved(
      run: "a", try outcome(.groupMean(solved), target: 1_200_000, reached: 1_200_002))
    #expect(
      mean.english
        == "a: basic × 1.25, mean of schools' amounts per pupil £6,000.00, reached £6,000.01 "
        + "(language = WM or EM; schools 2, pupils 200); the amounts' sum: target £12,000.00, "
        + "reached £12,000.02, residual £0.02.")
  }

  @Test func `a delegation rate is told with the rate that was reached`() throws {
    // 1,700,000 of 2,000,000, and a penny less: 84.9999992…%.
    let target = DelegationTarget(
      asked: try Rational(17, over: 20), devolved: Money(pounds: 100_000),
      kept: Money(pounds: 300_000))
    let text = Sentences.solved(
      run: "a",
      try outcome(.delegationRate(target), target: 160_000_000, reached: 159_999_999))
    #expect(
      text.english
        == "a: basic × 1.25, delegation rate 85%, reached 84.999999…%; individual schools budget: "
        + "target £1,600,000.00, reached £1,599,999.99, residual -£0.01.")
  }

  @Test func `lines that moved are told before and after`() {
    let lines = ChangedLines(
      lines: [],
      steps: [
        ChangedLines.Step(
          written: "retained=-10%", kind: .retained, before: Money(pounds: 300_000),
          after: Money(pounds: 270_000)),
        ChangedLines.Step(
          written: "buyback.mandatory=0%", kind: .mandatoryBuyback, before: Money(pounds: 5),
          after: .zero),
      ])
    // A buy-back is in the shares already.
    #expect(
      Sentences.moved(run: "a", lines).english
        == "a: authorities' lines changed: retained=-10%: £300,000.00 → £270,000.00; "
        + "buyback.mandatory=0%: £5.00 → £0.00. Set free: £30,000.00.")
  }

  @Test func `a search says what it made small and that there may be better`() throws {
    func trial(_ schools: Int, _ lost: Int64) -> SearchOutcome.Trial {
      SearchOutcome.Trial(
        multipliers: [.one, .one], aim: .losers(schools: schools, lost: Money(pence: lost)),
        reached: .zero)
    }
    let bounds = MultiplierBounds(low: .zero, high: .one)
    let search = SearchOutcome(
      aim: .losers, balance: 0, bounds: [bounds, bounds],
      path: [trial(730, 5_000), trial(632, 42)],
      trials: 1_089, isCutShort: false)
    #expect(
      Sentences.searched(run: "a", search).english
        == "a: the number of schools that lose made as small as the search could: 730 (£50.00 lost) "
        + "at its start, 632 (£0.42 lost) at its end; points tried: 1,089. Other multipliers further "
        + "off may do better: the search follows improvements from where it starts.")
  }
}
