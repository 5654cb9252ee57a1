import FundingModel
import Testing

@testable import FundingReports

/// How far each figure of delegated money may be trusted, and where its lines are named.
struct ReportSpendingTests {
  private func marks(_ row: BudgetRow, isEach: Bool = false) -> [String] {
    let report = ReportTests.report(Sample.result(authorities: [row]))
    return report.figures(row).map { figure in
      figure.amount == nil ? "" : report.mark(row, figure.rests, isEach: isEach).english
    }
  }

  @Test func `a sum of published budgets is worked out, a line is published, a share the run's`() {
    let origins: [AuthorityLine.Kind: BudgetRow.Origin] = [
      .devolved: .oneLine, .retained: .severalLines, .mandatoryBuyback: .oneLine, .inOut: .oneLine,
    ]
    let published = Sample.budget(
      660, "published", 2, 400, 225_000_050, lines: Sample.lines, origins: origins)
    // ISB, devolved, delegated, retained, gross, buy-backs, in and out, effectively delegated.
    #expect(
      marks(published) == ["calc.", "pub.", "calc.", "calc.", "calc.", "pub.", "pub.", "calc."])
    #expect(marks(published, isEach: true).allSatisfy { $0 == "calc." })
    let run = Sample.budget(
      660, "local", 2, 400, 225_000_050, lines: Sample.lines, origins: origins)
    #expect(marks(run) == ["run", "pub.", "run", "calc.", "run", "pub.", "pub.", "run"])
    let moved = Sample.budget(
      660, "local", 2, 400, 225_000_050, lines: [.retained: Sample.pence(5)],
      origins: [.retained: .changed], estimated: ["devolved"])
    #expect(marks(moved) == ["run", "est.", "est.", "run", "est.", "", "", ""])
  }

  @Test func `lines beside published budgets of some schools make estimates`() {
    let row = Sample.budget(
      660, "published", 2, 400, 225_000_050,
      lines: [.devolved: Sample.pence(1), .retained: Sample.pence(5)],
      origins: [.devolved: .oneLine, .retained: .oneLine], schoolsWithoutShare: 1,
      estimated: ["delegated", "retained_per_pupil"])
    #expect(marks(row) == ["calc.", "pub.", "est.", "pub.", "est.", "", "", ""])
    #expect(marks(row, isEach: true) == ["calc.", "est.", "est.", "est.", "est.", "", "", ""])
  }

  /// A result with two lines, one of them an estimate.
  private func result() -> ScenarioResult {
    var result = Sample.result()
    result.spending = SpendingLines(used: [
      AuthorityLine(
        authority: 660, sector: "primary", year: Sample.year, kind: .retained, name: "transport",
        amount: Sample.pence(1_185_000_001), status: .published, source: "Budget book <p> 33"),
      AuthorityLine(
        authority: nil, year: Sample.year, kind: .devolved, name: "all",
        amount: Sample.pence(500), status: .estimate, source: "Worked out"),
    ])
    return result
  }

  @Test func `every line is named with its source, in the report and beside Wales's figures`() {
    let html = ReportTests.report(result()).html()
    #expect(html.contains("Budget book &lt;p&gt; 33"))
    #expect(html.contains("£11,850,000.01"))
    #expect(html.contains("<span lang=\"en\">Isle of Anglesey, Primary</span>"))
    #expect(html.contains("Retained centrally (retained.transport)"))
    #expect(ReportTests.count("Worked out", in: html) > 1)
    #expect(
      html.contains("Lines of spending beside the schools’ budgets: 2, of which estimates: 1."))
    #expect(!ReportTests.report().html().contains("Lines of spending"))
  }

  @Test func `a record has every line, and the estimates among the estimates`() {
    let record = RunRecord(
      version: "1", inputs: [], options: [], warnings: [], files: [], result: result())
    let text = String(decoding: record.file().bytes, as: UTF8.self)
    #expect(ReportTests.count("\"source\": \"Budget book <p> 33\"", in: text) == 1)
    #expect(ReportTests.count("\"line\": \"devolved.all\"", in: text) == 2)
    #expect(text.contains("\"amount\": 11850000.01"))
  }

  @Test func `unallocated money has a row where a line names it`() {
    let with = Sample.budget(
      660, "local", 2, 400, 100_000,
      lines: [.retained: Sample.pence(500), .unallocated: Sample.pence(12_345)],
      origins: [.unallocated: .oneLine])
    let without = Sample.budget(
      681, "local", 1, 50, 100_000, lines: [.retained: Sample.pence(500)])
    let html = ReportTests.report(Sample.result(authorities: [with, without])).html()
    #expect(html.contains("£123.45"))
    #expect(html.contains("none named"))
    #expect(!ReportTests.report().html().contains("none named"))
  }
}
