import FundingModel
import Testing

@testable import FundingBatch

/// Scenarios over years; every expected figure by hand.
@Suite struct RunningYearsTests {
  private let place = Samples.place
  private func year(_ start: Int) -> FundingYear { FundingYear(start: start) }

  private func census() -> Census {
    Samples.census([
      .init(number: 6_720_001, pupils: ["3": 60, "4": 40], fsm: 10),
      .init(number: 6_720_002, sector: "secondary", pupils: ["8": 300]),
      .init(number: 6_810_001, authority: 681, pupils: ["R": 20, "3": 41]),
      .init(number: 6_810_002, authority: 681, pupils: [:]),
    ])
  }

  /// £4,000 a pupil by pay and £100,000 a school by prices.
  private func formula(
    _ name: String = "national", basic: String = "4000", lump: String = "100000",
    adjustments: [Adjustment] = []
  ) -> Formula {
    let plain = Samples.simple(name, basic: basic, lump: lump)
    let rates = zip(plain.rates, ["pay", "prices"]).map { rate, index in
      Rate(
        name: rate.name, unit: rate.unit, axes: rate.axes, tables: rate.tables, uprate: index,
        sources: [], place: rate.place)
    }
    return plain.with(rates: rates, adjustments: adjustments, rounding: plain.rounding)
  }

  private func pay(_ steps: [(Int, String)]) -> RateIndex {
    RateIndex(
      name: "pay",
      change: .byYear(
        steps.map { YearlyChange.Step(year: year($0.0), change: Samples.decimal($0.1)) }),
      place: place)
  }

  private func every(_ name: String, _ change: Rational) -> RateIndex {
    RateIndex(name: name, change: .everyYear(change), place: place)
  }

  private func change(_ group: PupilChange.Group, _ change: Rational) -> PupilChange {
    PupilChange(group: group, change: .everyYear(change), place: place)
  }

  private func result(
    through: Int, indices: [RateIndex], pupils: [PupilChange] = [],
    runs: [RunSpecification] = [Samples.run("national")], formulas: [Formula]? = nil,
    changes: [RateChange] = [], threads: Int = 1
  ) throws -> ScenarioResult {
    let plain = Samples.scenario(runs)
    let scenario = Scenario(
      name: plain.name, path: plain.path, title: plain.title, why: nil, source: nil,
      year: plain.year, data: plain.data, runs: runs, comparison: nil, benchmarks: [],
      years: YearsSpecification(
        through: year(through), indices: indices, pupilChanges: pupils, place: place))
    let all = formulas ?? [formula()]
    return try ScenarioRunner(
      ScenarioInputs(
        scenario: scenario, census: census(),
        formulas: Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) }), changes: changes),
      threads: threads
    ).result()
  }

  private func pounds(_ result: ScenarioResult, _ run: String = "national") -> [[String]] {
    result.runs.filter { $0.specification.name == run }.map { outcome in
      outcome.allocation.shares.map { $0?.description ?? "" }
    }
  }

  private func failures(
    _ work: () throws -> ScenarioResult
  ) -> [UpratingMistake] {
    do {
      _ = try work()
      return []
    } catch ScenarioFailure.years(let mistakes) {
      return mistakes
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test func `a run that stays at its first year's rates moves with its pupils alone`() throws {
    let still = RunSpecification(
      name: "still", formula: .named("national", place), isUprated: false, place: place)
    let result = try result(
      through: 2025, indices: [every("pay", Samples.decimal("0.04")), every("prices", .zero)],
      pupils: [change(.sector("primary"), Samples.decimal("-0.015"))],
      runs: [Samples.run("national"), still])
    // 2025-26: 99, 300 and 60 heads at £4,000, and £100,000 a school.
    #expect(
      pounds(result, "still") == [
        ["500000.00", "1300000.00", "344000.00", ""],
        ["496000.00", "1300000.00", "340000.00", ""],
      ])
    #expect(pounds(result)[1] == ["511840.00", "1348000.00", "349600.00", ""])
  }

  @Test func `rates move by their index and pupils by their group, to the penny`() throws {
    let result = try result(
      through: 2026,
      indices: [
        pay([(2025, "0.04"), (2026, "0.025")]), every("prices", Samples.decimal("0.02")),
      ],
      pupils: [change(.sector("primary"), Samples.decimal("-0.015"))])
    // 2025-26: 4,160 and 102,000. Primary heads 161 × 0.985 = 158.585, so 159: of 98.5 and 60.085
    // the first is rounded up. 2026-27: 4,264 and 104,040; 161 × 0.970225 = 156.206…: 97 and 59.
    #expect(
      pounds(result) == [
        ["500000.00", "1300000.00", "344000.00", ""],
        ["513840.00", "1350000.00", "351600.00", ""],
        ["517648.00", "1383240.00", "355616.00", ""],
      ])
    let heads = result.censuses.years.map { year in
      (0..<4).map { result.census(in: year).pupils.heads(ofSchool: $0) }
    }
    #expect(heads == [[100, 300, 61, 0], [99, 300, 60, 0], [97, 300, 59, 0]])
    #expect(result.authorities.filter { $0.authority == nil }.map(\.pupils) == [461, 459, 456])
  }

  @Test func `a school's kinds of pupils keep their proportions by largest remainder`() throws {
    let projection = try PupilProjection(
      census(), from: year(2024),
      changes: [change(.authority(672), Samples.decimal("-0.5"))])
    let half = try projection.census(in: year(2025))
    // School 1: year 3 without meals 50, with 10; year 4 without 40. 200 of the authority's 400
    // heads: 50 and 150. Then 25, 5 and 20.
    #expect(
      half.pupils.entries(ofSchool: 0).map { half.pupils.counts[$0] } == [25, 5, 20])
    // 0.25 of 100 is 25: 12.5, 2.5 and 10; two remainders alike, one head left: the first's.
    let quarter = try projection.census(in: year(2026))
    #expect(
      quarter.pupils.entries(ofSchool: 0).map { quarter.pupils.counts[$0] } == [13, 2, 10])
    #expect(quarter.pupils.heads(ofSchool: 2) == 61)
  }

  @Test func `an authority's change holds before its schools' sector's`() throws {
    let projection = try PupilProjection(
      census(), from: year(2024),
      changes: [
        change(.sector("primary"), Samples.decimal("1")),
        change(.authority(681), Samples.decimal("-0.1")),
      ])
    let next = try projection.census(in: year(2025))
    // 100 doubled; 61 × 0.9 = 54.9; a secondary school is in neither group.
    #expect((0..<4).map { next.pupils.heads(ofSchool: $0) } == [200, 300, 55, 0])
  }

  @Test func `whole multiples come to the exact total to the nearest`() throws {
    let third = try Rational(1, over: 3)
    #expect(WholeParts.multiples(of: [1, 1, 1], by: third) == [1, 0, 0])
    #expect(WholeParts.multiples(of: [2, 1, 2], by: third) == [1, 0, 1])
    #expect(WholeParts.multiples(of: [], by: third) == [])
    #expect(WholeParts.multiples(of: [3, 4], by: .one) == [3, 4])
    // 2.5 in all: halves go up.
    #expect(WholeParts.multiples(of: [1, 4], by: try Rational(1, over: 2)) == [1, 2])
    #expect(WholeParts.multiples(of: [7], by: try Rational(.max, over: 2)) == nil)
  }

  @Test func `a change that moves no school is a mistake`() throws {
    let found = failures {
      try result(
        through: 2025, indices: [every("pay", .zero), every("prices", .zero)],
        pupils: [change(.sector("nursery"), .zero), change(.authority(660), .zero)])
    }
    #expect(
      found == [
        .noSchools(group: "nursery", place: place),
        .noSchools(group: "isle-of-anglesey", place: place),
      ])
  }

  @Test func `an index that no rate names, and a rate without its index, are mistakes`() {
    let found = failures {
      try result(through: 2025, indices: [every("pay", .zero), every("wages", .zero)])
    }
    #expect(
      found == [
        .noIndex(
          "prices", rate: "lump_sum", formula: "national", run: "national", rates: 1, formulas: 1,
          known: ["pay", "wages"], place: place),
        .unusedIndex("wages", named: ["pay", "prices"], place: place),
      ])
  }

  @Test func `a newer table starts from itself, and an older one moves from its own year`() throws {
    func table(_ start: Int, _ value: String) -> DatedTable {
      DatedTable(
        from: year(start),
        cells: [RateCell(keys: [], value: Samples.decimal(value), path: [], place: place)],
        otherwise: nil)
    }
    let formula = formula()
    let dated = formula.with(rates: [
      Rate(
        name: "basic", unit: formula.rates[0].unit, axes: [],
        tables: [table(2022, "1000"), table(2026, "3000")], isDated: true, uprate: "pay",
        sources: [], place: place), formula.rates[1],
    ])
    let tenth = [every("pay", Samples.decimal("0.1")), every("prices", .zero)]
    func value(_ start: Int) throws -> Rational? {
      try dated.uprated(by: tenth, in: year(start)).rates[0].table(in: year(start))?.cells[0].value
    }
    // 1,000 × 1.1² in 2024-25 and × 1.1³ in 2025-26; then 3,000, and 3,300.
    #expect(try value(2022) == Rational(1000))
    #expect(try value(2024) == Rational(1210))
    #expect(try value(2025) == Rational(1331))
    #expect(try value(2026) == Rational(3000))
    #expect(try value(2027) == Rational(3300))
    // Year by year the index begins too late for the older table.
    #expect(
      throws: UpratingMistake.indexBegins(
        "pay", rate: "basic", formula: "national", from: year(2022), missing: year(2023),
        place: place)
    ) {
      _ = try dated.uprated(
        by: [pay([(2025, "0.1")]), every("prices", .zero)], in: year(2025))
    }
  }

  @Test func `a rate too long for exact arithmetic says so`() {
    let odd = Samples.decimal("0.0123457")
    let found = failures {
      try result(through: 2034, indices: [every("pay", odd), every("prices", .zero)])
    }
    #expect(found.count == 1)
    guard case .rateTooLong(let rate, _, let year, _)? = found.first else {
      Issue.record("\(found)")
      return
    }
    // 10,123,457ⁿ ÷ 10⁷ⁿ: five of them have 35 digits, six have 42.
    #expect(rate == "basic" && (2029...2030).contains(year.start))
  }

  @Test func `changes of rates are in the first year's money and move on with it`() throws {
    let result = try result(
      through: 2025,
      indices: [every("pay", Samples.decimal("0.1")), every("prices", .zero)],
      runs: [Samples.run("national", changes: [Samples.change("basic", .becomes(Rational(5000)))])],
      changes: [Samples.change("basic", .plus(Rational(100)))])
    // 5,100 × 100 + 100,000, then 5,610.
    #expect(pounds(result).map { $0[0] } == ["610000.00", "661000.00"])
  }

  @Test func `years without any change give equal shares`() throws {
    let result = try result(
      through: 2026, indices: [every("pay", .zero), every("prices", .zero)],
      pupils: [change(.sector("primary"), .zero)])
    let shares = pounds(result)
    #expect(shares.count == 3 && shares[0][0] == "500000.00")
    #expect(shares[1] == shares[0] && shares[2] == shares[0])
  }

  @Test func `each year equals a run of one year with its rates written by hand`() throws {
    let five = try result(
      through: 2028,
      indices: [
        pay([
          (2025, "0.04"), (2026, "0.03"), (2027, "0.025"), (2028, "-0.01"),
        ]), every("prices", Samples.decimal("0.02")),
      ])
    // 4,000 × 1.04 × 1.03 × 1.025 × 0.99, and 100,000 × 1.02ⁿ, all exact.
    let written = [
      ("4000", "100000"), ("4160", "102000"), ("4284.8", "104040"), ("4391.92", "106120.8"),
      ("4348.0008", "108243.216"),
    ]
    for (index, rates) in written.enumerated() {
      let one = try ScenarioRunner(
        ScenarioInputs(
          scenario: Samples.scenario([Samples.run("national")]), census: census(),
          formulas: ["national": Samples.simple(basic: rates.0, lump: rates.1)])
      ).result()
      #expect(pounds(five)[index] == pounds(one)[0])
    }
  }

  @Test func `a solve is worked out anew against each year's target`() throws {
    let solve = SolveSpecification(
      target: .totalOf(run: "base"), by: [["basic"]], place: place)
    let result = try result(
      through: 2026,
      indices: [every("pay", Samples.decimal("0.04")), every("prices", .zero)],
      pupils: [change(.sector("primary"), Samples.decimal("-0.1"))],
      runs: [
        Samples.run("base"),
        Samples.run(
          "solved", changes: [Samples.change("lump_sum", .times(Samples.decimal("0.9")))],
          solve: solve),
      ])
    let runs = result.runs.map { $0.allocation.total }
    #expect(runs.count == 6 && Set(runs.prefix(3)).count == 3)
    #expect(Array(runs[3...]) == Array(runs[..<3]))
  }

  @Test func `threads change nothing, and a null change moves no school in any year`() throws {
    func all(_ threads: Int) throws -> ScenarioResult {
      try result(
        through: 2026,
        indices: [every("pay", Samples.decimal("0.033")), every("prices", .zero)],
        pupils: [change(.sector("primary"), Samples.decimal("-0.07"))],
        runs: [
          Samples.run("national"),
          Samples.run("same", changes: [Samples.change("basic", .times(.one))]),
        ], threads: threads)
    }
    let one = try all(1)
    let two = try all(2)
    #expect(pounds(one) == pounds(two) && pounds(one, "same") == pounds(two, "same"))
    #expect(pounds(one) == pounds(one, "same"))
    #expect(one.comparisons.count == 9 && one.comparisons.allSatisfy { $0.change == .zero })
    // By school, then run, then year; heads are each year's own.
    #expect(one.comparisons.prefix(3).map(\.year.start) == [2024, 2025, 2026])
    #expect(one.comparisons.prefix(3).map(\.pupils) == [100, 93, 86])
  }
}
