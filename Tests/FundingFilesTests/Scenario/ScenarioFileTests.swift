import Diagnostics
import FundingFiles
import FundingModel
import Testing

struct ScenarioFileTests {
  private func scenario(_ text: String) throws -> Scenario {
    try ScenarioFile(source: Example.source(text, "scenarios/one.yaml")).scenario
  }

  private let whole = """
    cyllido: 1
    scenario: one-national-formula
    title: {en: One national formula, cy: Un fformiwla}
    why: What would it move?
    source: {title: ASCL Cymru, url: "https://ascl.org.uk"}
    year: 2024-25
    data:
      schools: wales-2024-25
      pupils: data/counts.csv
      authorities: data/authorities.csv
      seed: 7
    runs:
      local: {formula: local}
      national:
        formula: national
        set: {deprivation.fsm: £1500, basic.R..2: +10%}
        solve: {total: local, by: [basic, lump_sum.primary]}
      more: {from: national, set: {deprivation.fsm: ×1.05}}
      fixed: {from: more, solve: {per_pupil: £5519.50, by: basic}}
    compare: {baseline: local, with: [national, more]}
    benchmark: [£6390, {value: £7000, source: {title: A paper}}]

    """

  @Test func `the head of a scenario is read`() throws {
    let scenario = try scenario(whole)
    #expect(scenario.name == "one-national-formula")
    #expect(scenario.path == "scenarios/one.yaml")
    #expect(scenario.title == BilingualText(en: "One national formula", cy: "Un fformiwla"))
    #expect(scenario.why?.welsh == "What would it move?")
    #expect(
      scenario.source
        == FundingSource(key: "source", title: "ASCL Cymru", url: "https://ascl.org.uk"))
    #expect(scenario.year == FundingYear(start: 2024))
  }

  @Test func `the data is named with its place`() throws {
    let data = try scenario(whole).data
    #expect(data.schools == .named("wales-2024-25", Place(line: 8, column: 12, length: 13)))
    #expect(data.pupils == .named("data/counts.csv", Place(line: 9, column: 11, length: 15)))
    #expect(
      data.authorities
        == .named("data/authorities.csv", Place(line: 10, column: 16, length: 20)))
    #expect(data.seed == 7)
  }

  @Test func `the data may name assumptions, staffing and bands, and names none by itself`() throws
  {
    let data = try scenario(
      whole.replacing(
        "  seed: 7", with: "  assumptions: a.yaml\n  staffing: s.csv\n  bands: b.yaml")
    ).data
    #expect(data.assumptions == .named("a.yaml", Place(line: 11, column: 16, length: 6)))
    #expect(data.staffing == .named("s.csv", Place(line: 12, column: 13, length: 5)))
    #expect(data.bands == .named("b.yaml", Place(line: 13, column: 10, length: 6)))
    let none = try scenario(whole).data
    #expect(none.assumptions == nil && none.staffing == nil && none.bands == nil)
  }

  @Test func `a run has its formula, changes and solve`() throws {
    let runs = try scenario(whole).runs
    #expect(runs.map(\.name) == ["local", "national", "more", "fixed"])
    #expect(runs[0].formula == .local)
    #expect(runs[0].changes.isEmpty && runs[0].solve == nil)
    #expect(runs[1].formula == .named("national", Place(line: 15, column: 14, length: 8)))
    #expect(
      runs[1].changes == [
        RateChange(
          path: ["deprivation", "fsm"], operation: .becomes(Rational(1500)),
          written: "deprivation.fsm=£1500", place: Place(line: 16, column: 11, length: 15)),
        RateChange(
          path: ["basic", "R..2"], operation: .times(try Rational(11, over: 10)),
          written: "basic.R..2=+10%", place: Place(line: 16, column: 35, length: 10)),
      ])
    #expect(runs[1].solve?.target == .totalOf(run: "local"))
    #expect(runs[1].solve?.by == [["basic"], ["lump_sum", "primary"]])
  }

  @Test func `a run from another has what that one has, then its own`() throws {
    let runs = try scenario(whole).runs
    #expect(runs[2].formula == runs[1].formula)
    #expect(runs[2].solve == runs[1].solve)
    #expect(runs[2].changes.map(\.written).prefix(2) == runs[1].changes.map(\.written)[...])
    #expect(runs[2].changes.last?.operation == .times(try Rational(21, over: 20)))
    #expect(runs[3].changes == runs[2].changes)
    #expect(runs[3].solve?.target == .perPupil(Money(pence: 551_950)))
  }

  @Test func `comparison and benchmarks are read`() throws {
    let scenario = try scenario(whole)
    #expect(scenario.comparison?.baseline == "local")
    #expect(scenario.comparison?.with == ["national", "more"])
    #expect(
      scenario.benchmarks == [
        Benchmark(amount: Money(pounds: 6390), source: nil),
        Benchmark(
          amount: Money(pounds: 7000), source: FundingSource(key: "source", title: "A paper")),
      ])
  }

  private let least = """
    cyllido: 1
    scenario: s
    title: {en: S, cy: S}
    year: 2025-26
    runs: {local: {formula: local}}

    """

  @Test func `what a scenario leaves out has its default`() throws {
    let scenario = try scenario(least)
    #expect(scenario.data == .bundled)
    #expect(scenario.comparison == nil)
    #expect(scenario.why == nil && scenario.source == nil)
    // The bulletin's figure for 2025-26.
    #expect(scenario.benchmarks.map(\.amount) == [Money(pounds: 6902)])
    let early = try self.scenario(
      least.split(separator: "\n").map { $0 == "year: 2025-26" ? "year: 2019-20" : $0 }
        .joined(separator: "\n"))
    #expect(early.benchmarks.isEmpty)
  }

  @Test func `data that is named in part takes the rest from the bundled set`() throws {
    let data = try scenario(least + "data: {seed: 3}\n").data
    #expect(data.schools == ScenarioData.bundled.schools)
    #expect(data.pupils == .modelled)
    #expect(data.seed == 3)
  }

  @Test func `the published budgets may be the baseline`() throws {
    let scenario = try scenario(least + "compare: {baseline: published, with: local}\n")
    #expect(scenario.comparison?.baseline == "published")
    #expect(scenario.comparison?.with == ["local"])
  }

  @Test func `a benchmark may be a single amount`() throws {
    #expect(
      try scenario(least + "benchmark: £6390.50\n").benchmarks
        == [Benchmark(amount: Money(pence: 639_050), source: nil)])
  }
}
