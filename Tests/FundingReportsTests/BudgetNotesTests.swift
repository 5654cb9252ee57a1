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
        == ["Devolved money is taken as nought for All schools given: no line names any."])
  }

  @Test func `more than six authorities are counted`() {
    let rows = (660...667).map { row($0, assumed: [.devolved]) }
    #expect(said(rows).count == 1)
    #expect(said(rows)[0].english.contains("Wrexham and 2 more: no line names any."))
    #expect(said(rows)[0].welsh.contains("Wrecsam a 2 arall."))
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
