import FundingModel
import Testing

@testable import FundingReports

/// What is said of money that authorities' lines leave unsaid.
@Suite struct BudgetNotesTests {
  private func row(
    _ authority: Int?, unknown: Set<AuthorityLine.Kind> = [],
    assumed: Set<AuthorityLine.Kind> = [], hasLines: Bool = true
  ) -> BudgetRow {
    BudgetRow(
      authority: authority, sector: nil, run: "local", year: Sample.year, schools: 1, pupils: 10,
      isb: Money(pounds: 1), pupilLed: nil, lines: hasLines ? [:] : nil, unknown: unknown,
      assumed: assumed, estimated: [])
  }

  private func said(_ rows: [BudgetRow]) -> [BilingualText] {
    BudgetNotes.sentences(of: Sample.result(authorities: rows))
  }

  @Test func `nothing is said where lines say all, or where there are none`() {
    #expect(said([row(660), row(nil)]).isEmpty)
    #expect(said([row(660, unknown: [.retained], hasLines: false)]).isEmpty)
  }

  @Test func `whose retained money is unknown is named, each once`() {
    let rows = [
      row(680, unknown: [.retained]), row(660), row(681, unknown: [.retained]),
      row(681, unknown: [.retained]), row(nil, unknown: [.retained]),
    ]
    #expect(
      said(rows).map(\.english)
        == ["What is retained is not known for Newport, Cardiff: no line says it."])
    #expect(
      said(rows).map(\.welsh) == [
        "Nid yw'r hyn a gedwir yn ganolog yn hysbys ar gyfer: Casnewydd, Caerdydd. Nid oes llinell "
          + "sy'n ei ddweud."
      ])
  }

  @Test func `where only the lines for all leave it unsaid, all are named`() {
    #expect(
      said([row(660), row(nil, assumed: [.devolved])]).map(\.english)
        == ["Devolved money is taken as nought for “All schools given”: no line names any."])
  }

  @Test func `more than six authorities are counted`() {
    let rows = (660...667).map { row($0, assumed: [.devolved]) }
    #expect(said(rows).count == 1)
    #expect(said(rows)[0].english.contains("Wrexham and 2 more: no line names any."))
    #expect(said(rows)[0].welsh.contains("Wrecsam a 2 arall."))
  }

  @Test func `whose buy-backs or in-and-out money are nought for want of a line is told`() {
    let rows = [
      row(660, assumed: [.mandatoryBuyback]), row(680, assumed: [.inOut]), row(681),
    ]
    #expect(
      said(rows).map(\.english) == [
        "Mandatory buy-backs are taken as nought for Isle of Anglesey: only in-and-out money is "
          + "named.",
        "In-and-out money is taken as nought for Newport: only mandatory buy-backs are named.",
      ])
    // Lines for all say it for all.
    #expect(
      said([row(nil, assumed: [.inOut])]).map(\.english) == [
        "In-and-out money is taken as nought for “All schools given”: only mandatory buy-backs are "
          + "named."
      ])
  }

  @Test func `schools without a published budget are named where lines are for all schools`() {
    let census = Sample.census(
      leftOut: [
        SchoolLeftOut(school: 6_602_001, name: "Ysgol y Bryn", authority: 660, reason: .noBudget),
        SchoolLeftOut(school: 6_812_001, name: "Bay", authority: 681, reason: .noBudget),
        SchoolLeftOut(school: 6_604_001, name: "Ysgol Môn", authority: 660, reason: .noPupils),
      ])
    let rows = [
      Sample.budget(
        660, "published", 1, 300, 1_000, lines: Sample.lines, schoolsWithoutShare: 1),
      // 681 gives no lines: nothing is held against its published budgets.
      Sample.budget(681, "published", 1, 50, 1_000, schoolsWithoutShare: 1),
    ]
    let sentences = BudgetNotes.sentences(of: Sample.result(census: census, authorities: rows))
    #expect(sentences.count == 1)
    #expect(
      sentences[0].english.hasPrefix(
        "No published budget: Ysgol y Bryn (Isle of Anglesey). In “Published budget” the money"))
    #expect(sentences[0].welsh.hasPrefix("Heb gyllideb gyhoeddedig: Ysgol y Bryn (Ynys Môn). Yn"))
  }

  @Test func `what Wales's devolved money may count twice is said to the penny`() {
    func result(_ status: AuthorityLine.Status) -> ScenarioResult {
      var result = Sample.result(authorities: [
        Sample.budget(
          nil, "published", 3, 400, 100_000, lines: Sample.lines, schoolsWithoutShare: 2),
        Sample.budget(nil, "local", 5, 450, 100_250, lines: Sample.lines),
      ])
      result.spending = SpendingLines(used: [
        AuthorityLine(
          authority: nil, year: Sample.year, kind: .devolved, name: "all", amount: .zero,
          status: status, source: "a total less the budgets")
      ])
      return result
    }
    let told = BudgetNotes.sentences(of: result(.estimate))
    #expect(told.count == 1)
    // 1,002.50 less 1,000.00.
    #expect(told[0].english.contains("(schools: 2)"))
    #expect(told[0].english.hasSuffix("published budgets (local +£2.50)."))
    #expect(told[0].welsh.hasSuffix("cyllidebau cyhoeddedig (local +£2.50)."))
    let kept = BudgetNotes.sentences(of: result(.estimate), showsAmounts: false)
    #expect(kept[0].english.hasSuffix("differs from the published budgets."))
    #expect(BudgetNotes.sentences(of: result(.published)).isEmpty)
  }

  @Test func `buy-backs taken as nought in the row of all schools are told`() {
    let sentences = said([row(660), row(nil, assumed: [.mandatoryBuyback])])
    #expect(sentences.count == 1)
    #expect(
      sentences[0].english.hasPrefix(
        "In the row “All schools given”, authorities whose lines name no"))
    #expect(
      sentences[0].welsh.hasPrefix(
        "Yn y rhes “Pob ysgol yn y data”, cymerir nad oes pryniant yn ôl gorfodol"))
  }
}
