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

  /// Two authorities; a special school; a school without a published budget.
  private let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100], stated: 100, budgetPerPupil: 500_000),
    .init(
      number: 6_720_002, sector: "secondary", pupils: ["8": 200], stated: 200,
      budgetPerPupil: 638_999),
    .init(
      number: 6_720_003, sector: "special", pupils: ["3": 10], stated: 10,
      budgetPerPupil: 2_000_000),
    .init(number: 6_810_001, authority: 681, pupils: ["3": 60], stated: 60),
  ])

  private func result(
    lines: [AuthorityLine] = [], benchmarks: [Benchmark] = [],
    comparison: ComparisonSpecification? = nil
  ) throws -> ScenarioResult {
    try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario(
          [
            Samples.run("old"),
            Samples.run("new", changes: [Samples.change("basic", .becomes(Rational(5_500)))]),
          ], comparison: comparison, benchmarks: benchmarks),
        census: census, formulas: ["national": Samples.simple(basic: "5000", lump: "60000")],
        authorityLines: lines)
    ).result()
  }

  @Test func `budgets add up by authority, and Wales comes last`() throws {
    let rows = try result().authorities
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
    let rows = try result().authorities
    // Bridgend, old: 300 pupils × £5,000 of that and two lump sums.
    #expect(rows[1].pupilLed == (try Rational(1_500_000, over: 1_620_000)))
    #expect(rows[0].pupilLed == nil)
    let special = try result().sectors.filter { $0.sector == "special" }
    #expect(!special.isEmpty)
    #expect(special.allSatisfy { $0.pupilLed == nil })
  }

  @Test func `sectors keep their order within each authority`() throws {
    let rows = try result().sectors.filter { $0.run == "old" }
    #expect(rows.map(\.authority) == [672, 672, 672, 681, nil, nil, nil])
    #expect(
      rows.map(\.sector) == [
        "primary", "secondary", "special", "primary", "primary", "secondary", "special",
      ])
    #expect(rows[4].isb == rows[0].isb + rows[3].isb)
  }

  private func line(
    _ authority: Int?, _ kind: AuthorityLine.Kind, _ pounds: Int64,
    _ status: AuthorityLine.Status = .published, year: Int = 2024
  ) -> AuthorityLine {
    AuthorityLine(
      authority: authority, year: FundingYear(start: year), kind: kind, name: "x",
      amount: Money(pounds: pounds), status: status, source: "s")
  }

  @Test func `Wales's lines are all authorities' or none`() throws {
    let bridgend = [
      line(672, .devolved, 100), line(672, .retained, 50, .estimate),
      line(672, .retained, 900, year: 2023),
    ]
    let alone = try result(lines: bridgend + [line(nil, .retained, 9_999)]).authorities
    #expect(alone[1].retained == Money(pounds: 50))
    #expect(alone[1].estimated == ["retained"])
    #expect(alone[1].delegationRate != nil)
    #expect(alone[3].lines == nil)
    #expect(alone[6].lines == nil)
    let both = try result(
      lines: bridgend + [line(681, .devolved, 7), line(681, .retained, 0)]
    ).authorities
    #expect(both[6].devolved == Money(pounds: 107))
    #expect(both[6].retained == Money(pounds: 50))
    #expect(both[6].estimated == ["retained"])
  }

  @Test func `what no line says is retained is unknown, for the authority and for Wales`() throws {
    let rows = try result(
      lines: [line(672, .devolved, 100), line(672, .retained, 50), line(681, .devolved, 7)]
    ).authorities
    #expect(rows[1].retained == Money(pounds: 50))
    #expect(rows[3].devolved == Money(pounds: 7))
    #expect(rows[3].retained == nil && rows[3].gross == nil && rows[3].delegationRate == nil)
    #expect(rows[6].devolved == Money(pounds: 107))
    #expect(rows[6].retained == nil && rows[6].gross == nil && rows[6].delegationRate == nil)
  }

  @Test func `devolved money that no line names is nought, and marked as taken for granted`() throws
  {
    let row = try result(lines: [line(672, .retained, 50)]).authorities[1]
    #expect(row.devolved == .zero && row.delegated == row.isb)
    #expect(row.estimated == ["devolved"])
    #expect(row.assumed == [.devolved])
  }

  @Test func `one authority's buy-backs are Wales's, and marked, where others name none`() throws {
    let rows = try result(
      lines: [
        line(672, .devolved, 1), line(672, .retained, 50), line(672, .mandatoryBuyback, 20),
        line(681, .devolved, 1), line(681, .retained, 5),
      ]
    ).authorities
    #expect(rows[3].effectiveDelegated == nil)
    #expect(rows[6].line(.mandatoryBuyback) == Money(pounds: 20))
    #expect(rows[6].estimated.contains("mandatory_buyback"))
    #expect(rows[6].assumed.contains(.mandatoryBuyback))
    #expect(!rows[1].estimated.contains("mandatory_buyback"))
  }

  @Test func `of what is handed back, the kind that no line names is nought and marked`() throws {
    let rows = try result(
      lines: [
        line(672, .devolved, 1), line(672, .retained, 50), line(672, .mandatoryBuyback, 20),
        line(681, .devolved, 1), line(681, .retained, 5), line(681, .inOut, 3),
      ]
    ).authorities
    let effective = ["effective_delegated_per_pupil", "effective_delegation_rate"]
    #expect(rows[1].line(.inOut) == .zero && rows[1].assumed == [.inOut])
    #expect(rows[1].estimated == effective + ["in_out"])
    #expect(rows[3].line(.mandatoryBuyback) == .zero && rows[3].assumed == [.mandatoryBuyback])
    #expect(rows[3].estimated == effective + ["mandatory_buyback"])
    // Wales: each kind is one authority's alone.
    #expect(rows[6].line(.mandatoryBuyback) == Money(pounds: 20))
    #expect(rows[6].line(.inOut) == Money(pounds: 3))
    #expect(rows[6].assumed == [.mandatoryBuyback, .inOut])
    #expect(rows[6].estimated == effective + ["in_out", "mandatory_buyback"])
  }

  @Test func `an amount is known as one line's, or a sum of several`() throws {
    let rows = try result(
      lines: [
        line(672, .devolved, 1), line(672, .retained, 50),
        AuthorityLine(
          authority: 672, year: Samples.year, kind: .retained, name: "y", amount: Money(pounds: 2),
          status: .published, source: "s"),
        line(681, .devolved, 1), line(681, .retained, 5),
      ]
    ).authorities
    #expect(rows[1].origins == [.devolved: .oneLine, .retained: .severalLines])
    #expect(rows[3].origins == [.devolved: .oneLine, .retained: .oneLine])
    #expect(rows[6].origins == [.devolved: .severalLines, .retained: .severalLines])
  }

  @Test func `published budgets of some schools beside lines of all are estimates`() throws {
    let census = Samples.census([
      .init(number: 6_720_001, pupils: ["3": 100], stated: 100, budgetPerPupil: 500_000),
      .init(number: 6_720_002, pupils: ["3": 60], stated: 60),
      .init(number: 6_810_001, authority: 681, pupils: ["3": 60], stated: 60, budgetPerPupil: 1),
    ])
    func rows(_ lines: [AuthorityLine]) throws -> [BudgetRow] {
      try ScenarioRunner(
        ScenarioInputs(
          scenario: Samples.scenario([Samples.run("old")]), census: census,
          formulas: ["national": Samples.simple(basic: "5000", lump: "0")], authorityLines: lines)
      ).result().authorities.filter { $0.run == "published" }
    }
    let given = [672, 681].flatMap { [line($0, .devolved, 1), line($0, .retained, 5)] }
    let found = try rows(given)
    #expect(found.map(\.schoolsWithoutShare) == [1, 0, 1])
    #expect(
      found.map(\.estimated) == [
        ["delegated", "retained_per_pupil"], [], ["delegated", "retained_per_pupil"],
      ])
    #expect(try rows([]).allSatisfy(\.estimated.isEmpty))
  }

  @Test func `the lines that count are kept in order, and those of nobody named`() throws {
    let found = try result(
      lines: [
        line(nil, .retained, 1), line(681, .retained, 2), line(672, .retained, 3),
        line(672, .devolved, 4, year: 2023), line(660, .retained, 5),
        line(662, .devolved, 6, year: 2023), line(672, .devolved, 7),
      ]
    ).spending
    // Wales's own are for all 22 authorities, of which there are two.
    #expect(found.used.map(\.amount) == [3, 7, 2].map { Money(pounds: $0) })
    #expect(found.withoutSchools == [660])
    // Authority 681 has a primary school alone.
    let ofSectors = ["primary", "nursery"].map { sector in
      AuthorityLine(
        authority: 681, sector: sector, year: Samples.year, kind: .retained, name: "x",
        amount: .zero, status: .published, source: "s")
    }
    #expect(try result(lines: ofSectors).spending.withoutSector == [ofSectors[1]])
  }

  @Test func `lines of sectors give each sector its own, and add up to the authority's`() throws {
    func line(
      _ authority: Int, _ sector: String?, _ kind: AuthorityLine.Kind, _ pounds: Int64
    ) -> AuthorityLine {
      AuthorityLine(
        authority: authority, sector: sector, year: Samples.year, kind: kind, name: "x",
        amount: Money(pounds: pounds), status: .published, source: "s")
    }
    let found = try result(
      lines: [
        line(672, "primary", .devolved, 100), line(672, "secondary", .devolved, 40),
        line(672, nil, .retained, 9), line(681, "primary", .devolved, 7),
        line(681, nil, .retained, 1),
      ])
    let old = found.sectors.filter { $0.run == "old" }
    func row(_ authority: Int?, _ sector: String) throws -> BudgetRow {
      try #require(old.first { $0.authority == authority && $0.sector == sector })
    }
    #expect(try row(672, "primary").devolved == Money(pounds: 100))
    #expect(try row(672, "secondary").devolved == Money(pounds: 40))
    // The lines of sectors are the account: special schools have none of them.
    #expect(try row(672, "special").devolved == .zero)
    // What is retained is not told by sector.
    #expect(try row(672, "primary").retained == nil)
    #expect(try row(672, "primary").delegationRate == nil)
    let primary = try row(672, "primary")
    #expect(primary.delegated == primary.isb + Money(pounds: 100))
    #expect(try row(nil, "primary").devolved == Money(pounds: 107))
    let authority = found.authorities.filter { $0.run == "old" }
    #expect(authority.map(\.devolved) == [140, 7, 147].map { Money(pounds: $0) })
    #expect(authority.map(\.retained) == [9, 1, 10].map { Money(pounds: $0) })
    // A line for all sectors together leaves each sector's unknown.
    let mixed = try result(
      lines: [line(672, "primary", .devolved, 100), line(672, nil, .devolved, 5)])
    let sector = mixed.sectors.first { $0.run == "old" && $0.authority == 672 }
    #expect(sector?.devolved == nil)
    #expect(mixed.authorities[1].devolved == Money(pounds: 105))
  }

  @Test func `figures without estimated buy-backs are marked as estimates too`() throws {
    let marked = try result(
      lines: [
        line(672, .devolved, 100), line(672, .retained, 50),
        line(672, .optionalBuyback, 5, .estimate),
        line(672, .mandatoryBuyback, 20, .estimate), line(672, .inOut, 10),
      ]
    ).authorities[1]
    #expect(
      marked.estimated == [
        "effective_delegated_per_pupil", "effective_delegation_rate", "mandatory_buyback",
      ])
    #expect(marked.effectiveDelegated == marked.isb + Money(pounds: 100 - 20 - 10))
  }

  @Test func `the file's own lines for Wales hold beside all 22 authorities`() {
    let lines = AuthorityLines([line(nil, .retained, 9_999)])
    let all = Authority.all.map(\.code)
    #expect(
      lines.sums(ofAll: all, year: Samples.year)?.amounts == [.retained: Money(pounds: 9_999)])
    #expect(lines.sums(ofAll: Array(all.dropLast()), year: Samples.year) == nil)
  }

  @Test func `a budget from estimated rates is marked`() throws {
    let result = try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario([Samples.run("run")]), census: census,
        formulas: ["national": Samples.simple(basic: "1", lump: "1", fitted: true)])
    ).result()
    #expect(
      result.authorities.map { [$0.run] + $0.estimated } == [
        ["published"], ["run", "isb"], ["run", "isb"], ["published"], ["run", "isb"],
      ])
  }

  @Test func `a school is below a benchmark strictly, and by its exact amount`() throws {
    let rows = try result(
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
    let result = try result(
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
    let result = try result(
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
    let published = try result().parity.filter { $0.run == "published" && $0.sector == nil }
    #expect(published.map(\.benchmark) == [Money(pounds: 6_390)])
    // £5,000 and £6,389.99 are below £6,390.
    #expect(published.map(\.below) == [2])
  }

  @Test func `winners and losers are counted by all, sector and authority`() throws {
    let result = try result(
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
    let result = try result()
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
      try result(
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
