import FundingModel
import Testing

@testable import FundingReports

/// Money that can't be as it is said is warned of.
@Suite struct SpendingWarningsTests {
  private func warnings(_ rows: [BudgetRow]) -> [RunWarning] {
    // The sample's own shares are above nought, but for none.
    Sample.result(authorities: rows).spendingWarnings
  }

  @Test func `nothing is warned of where money can be as it is`() {
    #expect(warnings([Sample.budget(660, "local", 2, 400, 1_000, lines: Sample.lines)]).isEmpty)
  }

  @Test func `lines that add up to less than nothing are told once for all runs`() {
    let lines: [AuthorityLine.Kind: Money] = [.retained: Sample.pence(-1)]
    let rows = ["local", "national"].map {
      Sample.budget(660, $0, 2, 400, 1_000, lines: lines)
    }
    #expect(
      warnings(rows) == [.linesBelowNought(.retained, authorities: [660], year: Sample.year)])
    #expect(
      warnings(rows)[0].words.english
        == "lines of spending add up to less than nothing, 2024-25: retained centrally: Isle of Anglesey"
    )
  }

  @Test func `more handed back than delegated is told of each run`() {
    let rows = [660, nil].map {
      Sample.budget(
        $0, "local", 2, 400, 1_000,
        lines: [.retained: .zero, .mandatoryBuyback: Sample.pence(1_001)])
    }
    #expect(
      warnings(rows) == [
        // All schools given are not Wales's here.
        .effectiveBelowNought(run: "local", authorities: [660], year: Sample.year)
      ])
    #expect(warnings(rows)[0].words.english.hasSuffix("local, 2024-25: Isle of Anglesey"))
    #expect(
      RunWarning.effectiveBelowNought(run: "local", authorities: [660, nil], year: Sample.year)
        .words.english.hasSuffix("local, 2024-25: Isle of Anglesey; Wales"))
  }

  @Test func `lines of authorities without schools are named`() {
    var result = Sample.result()
    result.spending = SpendingLines(withoutSchools: [661, 681])
    #expect(
      result.spendingWarnings.map(\.words.english) == [
        "lines of spending are not used, since no school of theirs is funded: Gwynedd, Cardiff"
      ])
  }

  @Test func `lines of sectors without schools are named, each sector once`() {
    func line(_ name: String) -> AuthorityLine {
      AuthorityLine(
        authority: 661, sector: "nursery", year: Sample.year, kind: .retained, name: name,
        amount: .zero, status: .published, source: "s")
    }
    var result = Sample.result()
    result.spending = SpendingLines(withoutSector: [line("a"), line("b")])
    #expect(result.spendingWarnings.count == 1)
    #expect(
      result.spendingWarnings[0].words.english.hasSuffix("stand in no sector: Gwynedd, Nursery"))
  }

  @Test func `a formula that gives schools less than nothing is named by its file`() {
    let allocation = Allocation(
      run: "local", year: Sample.year,
      groups: [
        FormulaAllocation(
          formula: Sample.formula("cardiff", .authority(681), .fitted), rows: [0, 1, 2],
          lines: [Sample.line("basic")],
          amounts: [-100, -1, 100].map { Sample.pence($0) })
      ], schoolCount: 4)
    let result = Sample.result(outcomes: [Sample.outcome("local", allocation, nil)])
    #expect(
      result.spendingWarnings == [
        .sharesBelowNought(
          path: "formulas/cardiff.yaml", run: "local", year: Sample.year, schools: 2,
          isTotalBelow: true)
      ])
    #expect(
      result.spendingWarnings[0].words.english
        == "formulas/cardiff.yaml: in run local, 2024-25, this formula gives schools less than "
        + "nothing (schools: 2); so does its total")
  }
}
