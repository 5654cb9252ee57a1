import FundingModel
import Testing

@testable import FundingBatch

@Suite struct ComparingTests {
  private func line(_ name: String, _ regulation: RegulationTag) -> AllocationLine {
    AllocationLine(
      kind: name == "minimum" ? .adjustment : .factor, name: name,
      title: BilingualText(en: name, cy: name), purpose: nil, regulation: regulation)
  }

  @Test func `money for needs without a statement counts up to a twentieth`() throws {
    let lines = [
      line("basic", .pupilNumbers), line("aln", .alnUnstatemented), line("site", .other),
      line("minimum", .pupilNumbers),
    ]
    var share = PupilLedShare()
    // 600 + 100 + 250 + 50 = 1,000: of the 100 at most 50 count; the adjustment doesn't.
    share.add(lines, [60_000, 10_000, 25_000, 5_000].map { Money(pence: $0) }[...])
    #expect(PupilLedShare.ratio(of: [share]) == (try Rational(65, over: 100)))
    var small = PupilLedShare()
    small.add(lines, [90_000, 4_000, 6_000, 0].map { Money(pence: $0) }[...])
    #expect(PupilLedShare.ratio(of: [small]) == (try Rational(94, over: 100)))
    // Each authority is capped for itself: 650 + 940 of 2,000.
    #expect(PupilLedShare.ratio(of: [share, small]) == (try Rational(795, over: 1_000)))
    #expect(PupilLedShare.ratio(of: []) == nil)
  }

  @Test func `budgets add up by authority, and Wales comes last`() throws {
    let rows = try Samples.result().authorities
    #expect(rows.map(\.authority) == [672, 672, 672, 681, 681, nil, nil, nil])
    #expect(
      rows.map(\.run) == [
        "published", "old", "new", "old", "new", "published", "old", "new",
      ])
    // Published: 100 × £5,000 + 200 × £6,389.99 + 10 × £20,000.
    #expect(rows[0].isb == Money(pence: 197_799_800))
    #expect(rows[0].schools == 3)
    #expect(rows[0].pupils == 310)
    #expect(rows[1].isb == Money(pounds: 310 * 5_000 + 180_000))
    #expect(rows[3].isb == Money(pounds: 360_000))
    #expect(rows[6].isb == Money(pounds: 370 * 5_000 + 240_000))
    #expect(rows[5].isb == rows[0].isb)
  }

  @Test func `the pupil-led share leaves special schools out of both sides`() throws {
    let rows = try Samples.result().authorities
    // Bridgend, old: 300 pupils × £5,000 of that and two lump sums.
    #expect(rows[1].pupilLed == (try Rational(1_500_000, over: 1_620_000)))
    #expect(rows[0].pupilLed == nil)
    let special = try Samples.result().sectors.filter { $0.sector == "special" }
    #expect(!special.isEmpty)
    #expect(special.allSatisfy { $0.pupilLed == nil })
  }

  @Test func `sectors keep their order within each authority`() throws {
    let rows = try Samples.result().sectors.filter { $0.run == "old" }
    #expect(rows.map(\.authority) == [672, 672, 672, 681, nil, nil, nil])
    #expect(
      rows.map(\.sector) == [
        "primary", "secondary", "special", "primary", "primary", "secondary", "special",
      ])
    #expect(rows[4].isb == rows[0].isb + rows[3].isb)
  }

  @Test func `a budget from estimated rates is marked`() throws {
    let result = try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario([Samples.run("run")]), census: Samples.twoAuthorities,
        formulas: ["national": Samples.simple(basic: "1", lump: "1", fitted: true)])
    ).result()
    #expect(
      result.authorities.map { [$0.run] + $0.estimated } == [
        ["published"], ["run", "isb"], ["run", "isb"], ["published"], ["run", "isb"],
      ])
  }

  @Test func `a school is below a benchmark strictly, and by its exact amount`() throws {
    let rows = try Samples.result(
      benchmarks: [Benchmark(amount: Money(pounds: 5_600), source: nil)]
    ).parity
    // Old: 100 pupils £5,600; 60 pupils £6,000; 200 pupils £5,300; special £11,000.
    let old = rows.filter { $0.run == "old" }
    #expect(old.map(\.sector) == ["primary", "secondary", "special", nil])
    #expect(old.map(\.schools) == [2, 1, 1, 4])
    #expect(old.map(\.below) == [0, 1, 0, 1])
    let published = rows.filter { $0.run == "published" }
    #expect(published.map(\.schools) == [1, 1, 1, 3])
    #expect(published.map(\.below) == [1, 0, 0, 1])
    #expect(rows.map(\.run).prefix(3) == ["published", "old", "new"])
  }

  @Test func `the cost of parity is what lifts every school below to the benchmark`() throws {
    let result = try Samples.result(
      benchmarks: [Benchmark(amount: Money(pounds: 5_600), source: nil)])
    let old = result.parity.filter { $0.run == "old" }
    // The secondary school has £1,060,000 for 200 pupils: £60,000 short of £1,120,000.
    #expect(old.map(\.pupilsBelow) == [0, 200, 0, 200])
    #expect(old.map(\.cost) == [0, 60_000, 0, 60_000].map { Money(pounds: $0) })
    #expect(old.map(\.distance) == [nil, Money(pounds: 300), nil, Money(pounds: 300)])
    // Published: the primary school £5,000 × 100, £600 a pupil short; £6,389.99 is above.
    let published = result.parity.filter { $0.run == "published" }
    #expect(published.map(\.cost) == [60_000, 0, 0, 60_000].map { Money(pounds: $0) })
  }

  @Test func `parity by authority ends with Wales, whose rows are those by sector`() throws {
    let result = try Samples.result(
      benchmarks: [Benchmark(amount: Money(pounds: 5_600), source: nil)])
    let rows = result.parityByAuthority.filter { $0.run == "old" }
    #expect(rows.map(\.authority) == [672, 672, 672, 672, 681, 681, nil, nil, nil, nil])
    #expect(
      rows.map(\.sector) == [
        "primary", "secondary", "special", nil, "primary", nil, "primary", "secondary", "special",
        nil,
      ])
    #expect(rows.map(\.schools) == [1, 1, 1, 3, 1, 1, 2, 1, 1, 4])
    #expect(rows.map(\.below) == [0, 1, 0, 1, 0, 0, 0, 1, 0, 1])
    #expect(rows[3].cost == Money(pounds: 60_000))
    #expect(result.parityByAuthority.filter { $0.authority == nil } == result.parity)
  }

  @Test func `a cost that rests on pupils nobody states is not known, and not nought`() throws {
    let census = Samples.census([
      .init(number: 6_720_001, pupils: ["3": 10], stated: 10, budgetPerPupil: 500_000),
      .init(
        number: 6_720_002, sector: "secondary", pupils: ["8": 20], budgetPerPupil: 400_000),
    ])
    let benchmark = Benchmark(amount: Money(pounds: 5_600), source: nil)
    let published = RunShares(publishedIn: census, year: Samples.year)
    let rows = Parity([benchmark], shares: [published], census: census).rows
    #expect(rows.map(\.sector) == ["primary", "secondary", nil])
    #expect(rows.map(\.below) == [1, 1, 2])
    #expect(rows.map(\.pupilsBelow) == [10, nil, nil])
    #expect(rows.map(\.cost) == [Money(pounds: 6_000), nil, nil])
  }

  @Test func `a published amount per pupil of a school without pupils is held against nothing`() {
    let census = Samples.census([
      .init(number: 6_720_001, pupils: [:], stated: 0, budgetPerPupil: 500_000),
      .init(number: 6_720_002, pupils: ["3": 10], stated: 10, budgetPerPupil: 500_000),
    ])
    let published = RunShares(publishedIn: census, year: Samples.year)
    let rows = Parity(
      [Benchmark(amount: Money(pounds: 5_600), source: nil)], shares: [published], census: census
    ).rows
    #expect(rows.map(\.schools) == [1, 1])
    #expect(rows.map(\.below) == [1, 1])
    #expect(rows.map(\.cost) == [Money(pounds: 6_000), Money(pounds: 6_000)])
  }

  @Test func `the published benchmark of the year holds where the scenario names none`() throws {
    let published = try Samples.result().parity.filter { $0.run == "published" && $0.sector == nil }
    #expect(published.map(\.benchmark) == [Money(pounds: 6_390)])
    // £5,000 and £6,389.99 are below £6,390.
    #expect(published.map(\.below) == [2])
  }

  @Test func `winners and losers are counted by all, sector and authority`() throws {
    let result = try Samples.result(
      comparison: ComparisonSpecification(
        baseline: "published", with: ["old", "new"], place: nil))
    let all = result.winners.filter { $0.group == .all }
    #expect(all.map(\.run) == ["old", "new"])
    // Old against published: +£60,000; £1,060,000 − £1,277,998; £110,000 − £200,000.
    #expect(all[0].schools == 3)
    #expect(all[0].winners == 1)
    #expect(all[0].losers == 2)
    #expect(all[0].gain == Money(pounds: 60_000))
    #expect(all[0].loss == Money(pounds: 217_998 + 90_000))
    #expect(all[0].largestLoss == Money(pounds: 217_998))
    #expect(all[0].largestGain == Money(pounds: 60_000))
    #expect(
      result.winners.filter { $0.run == "old" }.map(\.group) == [
        .all, .sector("primary"), .sector("secondary"), .sector("special"), .authority(672),
      ])
  }

  @Test func `comparisons go by school, then by run`() throws {
    let result = try Samples.result()
    #expect(result.comparison.baseline == "old")
    #expect(result.comparisons.map(\.row) == [0, 1, 2, 3])
    #expect(
      result.comparisons.map(\.change)
        == [50_000, 100_000, 5_000, 30_000].map { Money(pounds: $0) })
    #expect(result.comparisons.map(\.pupils) == [100, 200, 10, 60])
  }

  @Test func `a comparison with a run that there is not is refused`() {
    #expect(
      throws: ScenarioFailure.unknownRun("newer", known: ["old", "new", "published"], place: nil)
    ) {
      try Samples.result(
        comparison: ComparisonSpecification(baseline: "old", with: ["newer"], place: nil))
    }
  }

  @Test func `equity is measured within each authority too, by sector and for all its schools`()
    throws
  {
    // Bridgend: 100 pupils at £4,000 and 300 at £6,000 in primary schools, a secondary school of 100
    // at £6,000; Cardiff: one school, with which nothing can be compared.
    let census = Samples.census([
      .init(number: 6_720_001, pupils: ["3": 100], stated: 100, budgetPerPupil: 400_000),
      .init(number: 6_720_002, pupils: ["3": 300], stated: 300, budgetPerPupil: 600_000),
      .init(
        number: 6_724_003, sector: "secondary", pupils: ["8": 100], stated: 100,
        budgetPerPupil: 600_000),
      .init(number: 6_810_001, authority: 681, pupils: ["3": 60], stated: 60, budgetPerPupil: 1),
    ])
    let result = try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario([Samples.run("old")]), census: census,
        formulas: ["national": Samples.simple(basic: "5000", lump: "0")], authorityLines: [])
    ).result()
    let within = result.equity.filter { $0.authority != nil && $0.run == "published" }
    #expect(Set(within.compactMap(\.authority)) == [672])
    #expect(Set(within.map(\.sector)) == [nil, "primary"])
    #expect(within.allSatisfy { $0.unit == .school && !$0.measure.contains("_between") })
    func value(_ measure: String, _ sector: String?) throws -> Double {
      try #require(
        within.first { $0.measure == measure && $0.sector == sector }?.value, "\(measure)")
    }
    // Primary: mean (4 + 18) / 4 = 5.5 thousand; variance (100 × 1.5² + 300 × 0.5²) / 400 = 0.75.
    #expect(try value("mean", "primary") == 5_500)
    #expect(
      abs(try value("coefficient_of_variation", "primary") - (0.75).squareRoot() / 5.5) < 1e-12)
    // Gini: 2 × 100 × 300 × 2,000 / (2 × 5,500 × 400²).
    #expect(abs(try value("gini", "primary") - 120_000_000 / 1_760_000_000) < 1e-12)
    #expect(try value("range", "primary") == 2_000)
    // All: mean (4 + 24) / 5 = 5.6 thousand.
    #expect(try value("mean", nil) == 5_600)
    #expect(abs(try value("gini", nil) - 2.0 * 100 * 400 * 2_000 / (2 * 5_600 * 250_000)) < 1e-12)
  }
}
