import FundingFiles
import FundingModel
import Testing

struct ScenarioYearsTests {
  private func scenario(_ years: String) throws -> Scenario {
    try ScenarioFile(
      source: Example.source(
        """
        cyllido: 1
        scenario: s
        title: {en: S, cy: S}
        year: 2024-25
        runs: {local: {formula: local}}
        years: \(years)

        """, "scenarios/one.yaml")
    ).scenario
  }

  @Test func `years, indices and pupils are read as the contract writes them`() throws {
    let scenario = try scenario(
      "{through: 2027-28, indices: {pay: {2027-28: 2.5%, 2025-26: 4%, 2026-27: +3%}, prices: 2%}, "
        + "pupils: {primary: -1.5%, Caerdydd: 0%, 672: 1%}}")
    #expect(scenario.allYears.map(\.description) == ["2024-25", "2025-26", "2026-27", "2027-28"])
    let years = try #require(scenario.years)
    #expect(years.through == FundingYear(start: 2027))
    #expect(years.indices.map(\.name) == ["pay", "prices"])
    #expect(
      try [2025, 2026, 2027].map { years.indices[0].change.change(to: FundingYear(start: $0)) }
        == [Rational(1, over: 25), Rational(3, over: 100), Rational(1, over: 40)])
    #expect(years.indices[0].change.change(to: FundingYear(start: 2028)) == nil)
    #expect(years.indices[1].change == .everyYear(try Rational(1, over: 50)))
    #expect(
      years.pupilChanges.map(\.group)
        == [.sector("primary"), .authority(681), .authority(672)])
    #expect(years.pupilChanges[0].change == .everyYear(try Rational(-3, over: 200)))
  }

  @Test(arguments: [
    ("2024-25", "out-of-range"), ("2023-24", "out-of-range"), ("2055-56", "out-of-range"),
    ("2027", "not-a-year"),
  ])
  func `the last year comes after the scenario's, thirty years on at most`(
    through: String, slug: String
  ) {
    #expect(Example.slugs { _ = try scenario("{through: \(through)}") } == [slug])
  }

  @Test func `thirty years on is possible`() throws {
    #expect(try scenario("{through: 2054-55}").allYears.count == 31)
  }

  @Test func `years without a last one are a mistake`() {
    #expect(Example.slugs { _ = try scenario("{indices: {pay: 2%}}") } == ["missing-key"])
  }

  private func adjusted(_ floor: String) throws -> Scenario {
    try ScenarioFile(
      source: Example.source(
        """
        cyllido: 1
        scenario: s
        title: {en: S, cy: S}
        year: 2024-25
        runs:
          local: {formula: local}
          moving: {from: local, adjustments: [{floor: \(floor)}]}

        """, "scenarios/one.yaml")
    ).scenario
  }

  @Test func `an earlier run may stand for last year in the first year`() throws {
    let run = try adjusted("{change: -2%, against: previous, first: local}").runs[1]
    let protection = try #require(run.adjustments[0].adjustment.protection)
    #expect(protection.baseline == .previous && protection.first == "local")
    #expect(protection.columns.isEmpty)
    #expect(protection.run(isFirstYear: true) == "local")
    #expect(protection.run(isFirstYear: false) == nil)
  }

  @Test(arguments: [
    ("{change: -2%, against: previous, first: locl}", "unknown-run"),
    ("{change: -2%, against: previous, first: moving}", "later-run"),
    ("{change: -2%, against: local, first: local}", "first-without-previous"),
  ])
  func `what stands for last year is an earlier run, and only for last year`(
    floor: String, slug: String
  ) {
    #expect(Example.slugs { _ = try adjusted(floor) } == [slug])
  }
}
