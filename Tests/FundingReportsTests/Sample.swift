import FundingModel

@testable import FundingReports

/// A small result made by hand: four schools in two authorities, two runs, figures that a person
/// can add up.
enum Sample {
  static let year = FundingYear(start: 2024)
  static let place = Place(line: 1, column: 1)

  static func line(_ name: String, _ kind: AllocationLine.Kind = .factor) -> AllocationLine {
    AllocationLine(
      kind: kind, name: name, title: BilingualText(en: "The \(name)", cy: "Y \(name)"),
      purpose: kind == .factor ? .basic : nil, regulation: .other)
  }

  static func formula(
    _ name: String, _ reach: Formula.Reach, _ status: Formula.Status, fitted: [String] = [],
    factors: [Factor] = []
  ) -> Formula {
    Formula(
      name: name, path: "formulas/\(name).yaml", reach: reach, year: year,
      title: BilingualText(en: "Formula of \(name)", cy: "Fformiwla \(name)"), status: status,
      sources: [],
      rates: ["teacher", "lump_sum"].map {
        Rate(
          name: $0, unit: .pounds, axes: [], tables: [], isFitted: fitted.contains($0),
          sources: [], place: place)
      },
      definitions: [], factors: factors)
  }

  static func factor(_ name: String, each: Factor.Each) -> Factor {
    Factor(
      name: name, title: BilingualText(en: name, cy: name), purpose: .basic, regulation: .other,
      structure: .assumed, each: each, condition: nil, amount: .constant(.one), place: place)
  }

  /// Full-time and half-time pupils.
  ///
  /// Heads 100, 300, 50 (all half time) and none.
  static let pupils = PupilTable(
    columns: [
      Column(
        field: StandardFields.pupil[1],
        values: [.number(.one), (try? Rational(1, over: 2)).map { .number($0) }])
    ],
    starts: [0, 2, 3, 4, 4], pupils: [0, 1, 0, 1], counts: [99, 1, 300, 50])

  static func census(
    modelled: Bool = false, names: [String]? = nil, leftOut: [SchoolLeftOut] = [],
    estimates: [Estimate] = []
  ) -> Census {
    Census(
      schools: SchoolTable(
        numbers: [6_602_001, 6_604_001, 6_812_001, 6_817_001],
        names: names ?? ["Ysgol y Bryn", "Ysgol Uwchradd, Môn", "=Bay \"A\"", "Empty Special"],
        authorities: [660, 660, 681, 681],
        sectors: ["primary", "secondary", "primary", "special"],
        statedPupils: [100, 300, 50, nil], budgetPerPupil: [nil, nil, nil, nil], columns: [],
        areModelled: modelled),
      pupils: pupils, leftOut: leftOut, estimates: estimates)
  }

  /// Money from pennies.
  static func pence(_ pence: Int64) -> Money { Money(pence: pence) }

  /// Amounts by run.
  ///
  /// `local`: 660's formula has a factor and a lump sum, 681's a factor and an adjustment.
  /// `national` funds all schools but the empty one, whose row it leaves out.
  static func outcomes(extraPenny: Int64 = 0, bryn: String = "isle-of-anglesey") -> [RunOutcome] {
    let local = Allocation(
      run: "local", year: year,
      groups: [
        FormulaAllocation(
          formula: formula(bryn, .authority(660), .published),
          rows: [0, 1], lines: [line("basic"), line("lump_sum")],
          amounts: [pence(40_000_000 + extraPenny), pence(5_000_050), pence(180_000_000), .zero]),
        FormulaAllocation(
          formula: formula("cardiff", .authority(681), .fitted, fitted: ["lump_sum"]),
          rows: [2, 3], lines: [line("basic"), line("floor", .adjustment)],
          amounts: [pence(20_000_000), pence(-1), pence(10_000), .zero]),
      ], schoolCount: 4)
    let national = Allocation(
      run: "national", year: year,
      groups: [
        FormulaAllocation(
          formula: formula("national", .any, .illustrative), rows: [0, 1, 2],
          lines: [line("basic")],
          amounts: [pence(45_000_050), pence(170_000_000), pence(21_000_001)])
      ], schoolCount: 4)
    return [
      outcome("local", local, nil),
      outcome(
        "national", national,
        SolveOutcome(
          rates: ["basic"], multiplier: third(of: 4), target: pence(236_000_052),
          reached: pence(236_000_051), evaluations: 3)),
    ]
  }

  static func outcome(_ name: String, _ allocation: Allocation, _ solve: SolveOutcome?)
    -> RunOutcome
  {
    RunOutcome(
      specification: RunSpecification(name: name, formula: .local, place: place),
      allocation: allocation, solve: solve)
  }

  /// A third of a whole number.
  static func third(of whole: Int128) -> Rational {
    guard let third = try? Rational(whole, over: 3) else { preconditionFailure("thirds exist") }
    return third
  }

  static func comparison(_ row: Int, _ pupils: Int64, _ before: Int64, _ after: Int64)
    -> SchoolComparison
  {
    SchoolComparison(
      row: row, year: year, pupils: pupils, baseline: "local", run: "national",
      baselineShare: pence(before), runShare: pence(after))
  }

  static func budget(
    _ authority: Int?, _ run: String, _ schools: Int, _ pupils: Int64, _ isb: Int64,
    sector: String? = nil, pupilLed: Rational? = nil,
    lines: [AuthorityLine.Kind: Money]? = nil,
    origins: [AuthorityLine.Kind: BudgetRow.Origin] = [:], schoolsWithoutShare: Int = 0,
    estimated: [String] = []
  ) -> BudgetRow {
    BudgetRow(
      authority: authority, sector: sector, run: run, year: year, schools: schools,
      pupils: pupils, isb: pence(isb), pupilLed: pupilLed, lines: lines,
      origins: origins, schoolsWithoutShare: schoolsWithoutShare, estimated: estimated)
  }

  static let lines: [AuthorityLine.Kind: Money] = [
    .devolved: pence(25_000_000), .retained: pence(60_000_000),
    .mandatoryBuyback: pence(1_000_000), .inOut: pence(500_000),
  ]

  static func result(
    census: Census = Sample.census(), outcomes: [RunOutcome] = Sample.outcomes(),
    authorities: [BudgetRow]? = nil, benchmark: Money = Money(pounds: 6390),
    benchmarks: [Benchmark] = []
  ) -> ScenarioResult {
    let specification = ComparisonSpecification(baseline: "local", with: ["national"], place: nil)
    return ScenarioResult(
      scenario: Scenario(
        name: "one-formula", path: "scenarios/one-formula.yaml",
        title: BilingualText(en: "One formula", cy: "Un fformiwla"),
        why: BilingualText(en: "What would it move?", cy: "Beth fyddai'n newid?"), source: nil,
        year: year, data: .bundled,
        runs: outcomes.map(\.specification), comparison: specification, benchmarks: benchmarks),
      censuses: CensusSeries(from: year, [census]), runs: outcomes, comparison: specification,
      comparisons: [
        comparison(0, 100, 45_000_050, 45_000_050), comparison(1, 300, 180_000_000, 170_000_000),
        comparison(2, 50, 19_999_999, 21_000_001),
      ],
      authorities: authorities ?? [
        budget(
          660, "local", 2, 400, 225_000_050, pupilLed: third(of: 2), lines: lines,
          estimated: ["devolved", "retained"]),
        budget(660, "national", 2, 400, 215_000_050),
        budget(681, "local", 2, 50, 20_009_999),
        budget(681, "national", 1, 50, 21_000_001),
        budget(nil, "local", 4, 450, 245_010_049),
        budget(nil, "national", 3, 450, 236_000_051),
      ],
      sectors: [budget(660, "local", 1, 100, 45_000_050, sector: "primary")],
      parity: [
        ParityRow(
          sector: "secondary", run: "published", year: year, benchmark: benchmark, schools: 174,
          below: 136, pupilsBelow: 130_000, cost: pence(6_500_000_050)),
        ParityRow(
          sector: nil, run: "local", year: year, benchmark: benchmark, schools: 0, below: 0,
          pupilsBelow: 0, cost: .zero),
      ],
      winners: [
        WinnersRow(
          group: .all, run: "national", year: year, schools: 3, winners: 1, losers: 1,
          gain: pence(1_000_002), loss: pence(10_000_000), largestGain: pence(1_000_002),
          largestLoss: pence(10_000_000)),
        WinnersRow(
          group: .sector("primary"), run: "national", year: year, schools: 2, winners: 1,
          losers: 0, gain: pence(1_000_002), loss: .zero, largestGain: pence(1_000_002),
          largestLoss: .zero),
        WinnersRow(
          group: .authority(660), run: "national", year: year, schools: 2, winners: 0, losers: 1,
          gain: .zero, loss: pence(10_000_000), largestGain: .zero,
          largestLoss: pence(10_000_000)),
      ],
      controls: [
        ControlTotal(
          what: BilingualText(en: "pupils", cy: "disgyblion"), expected: 450, found: 450)
      ])
  }

  /// The text of one of a result's files.
  static func csv(
    _ name: String, _ result: ScenarioResult = Sample.result(), _ language: Language = .english
  ) -> String {
    let files = ResultTables.files(of: result, language: language)
    return files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
