import FundingModel

/// Small schools and formulae, made by hand.
enum Samples {
  /// A school: its number, authority, sector, heads by year group, and what is published.
  struct School {
    var number: Int
    var authority = 672
    var sector = "primary"
    var pupils: [String: Int64] = ["3": 100]
    var stated: Int?
    var budgetPerPupil: Int64?
    var fsm: Int64 = 0
  }

  static let place = Place(line: 1, column: 1)
  static let year = FundingYear(start: 2024)

  static func census(_ schools: [School]) -> Census {
    let schools = schools.sorted { $0.number < $1.number }
    let groups = StandardFields.yearGroups.names
    let yearGroup = StandardFields.pupil[0]
    let fte = StandardFields.pupil[1]
    let fsm = StandardFields.pupil[2]
    // Two distinct pupils a year group: without and with free school meals.
    let columns = [
      Column(field: yearGroup, values: groups.flatMap { [.category($0), .category($0)] }),
      Column(field: fte, values: groups.flatMap { _ in [.number(.one), .number(.one)] }),
      Column(field: fsm, values: groups.flatMap { _ in [.flag(false), .flag(true)] }),
    ]
    var starts = [0]
    var pupils: [Int32] = []
    var counts: [Int64] = []
    for school in schools {
      var meals = school.fsm
      for (index, group) in groups.enumerated() {
        let heads = school.pupils[group] ?? 0
        let with = min(meals, heads)
        meals -= with
        for (offset, count) in [heads - with, with].enumerated() where count > 0 {
          pupils.append(Int32(2 * index + offset))
          counts.append(count)
        }
      }
      starts.append(pupils.count)
    }
    let sectorField = StandardFields.school[0]
    let authorityField = StandardFields.school[3]
    return Census(
      schools: SchoolTable(
        numbers: schools.map(\.number), names: schools.map { "School \($0.number)" },
        authorities: schools.map(\.authority), sectors: schools.map(\.sector),
        statedPupils: schools.map(\.stated),
        budgetPerPupil: schools.map { $0.budgetPerPupil.map { Money(pence: $0) } },
        columns: [
          Column(field: sectorField, values: schools.map { .category($0.sector) }),
          Column(field: authorityField, values: schools.map { .category(String($0.authority)) }),
        ], areModelled: false),
      pupils: PupilTable(columns: columns, starts: starts, pupils: pupils, counts: counts))
  }

  static func decimal(_ text: String) -> Rational { Rational(decimal: text) ?? .zero }

  /// A rate by one category field: `["primary": "1500"]`, keys written as given.
  static func rate(
    _ name: String, unit: Unit = Unit(["£": 1, "pupil": -1]), by field: String? = nil,
    _ values: [(keys: [String], value: String)], otherwise: String? = nil, fitted: Bool = false,
    bounds: RateBounds? = nil
  ) -> Rate {
    let cells = values.enumerated().map { index, value in
      RateCell(
        keys: field == nil ? [] : [.categories(value.keys)], value: decimal(value.value),
        path: field == nil ? [] : [written(value.keys)],
        place: Place(line: 10 + index, column: 5))
    }
    return Rate(
      name: name, unit: unit, axes: field.map { [.field($0)] } ?? [],
      tables: [
        DatedTable(
          from: year, cells: cells,
          otherwise: otherwise.map {
            RateCell(
              keys: [], value: decimal($0), path: ["otherwise"], place: Place(line: 30, column: 5))
          })
      ], isFitted: fitted, bounds: bounds, sources: [], place: place)
  }

  private static func written(_ keys: [String]) -> String {
    guard let first = keys.first, let last = keys.last else { return "" }
    return keys.count == 1 ? first : "\(first)..\(last)"
  }

  static func factor(
    _ name: String, each: Factor.Each = .pupil, regulation: RegulationTag = .other,
    where condition: Condition? = nil, _ amount: Amount
  ) -> Factor {
    Factor(
      name: name, title: BilingualText(en: name, cy: name), purpose: .other,
      regulation: regulation, structure: .assumed, each: each, condition: condition,
      amount: amount, place: place)
  }

  static func lookup(_ rate: Int, _ field: String? = nil, _ level: FieldLevel = .pupil) -> Amount {
    .rate(
      RateLookup(
        rate: rate,
        keys: field.map { [.field(FieldReference(name: $0, level: level, place: place))] } ?? [],
        place: Place(line: 40 + rate, column: 9)))
  }

  static func formula(
    _ name: String = "national", reach: Formula.Reach = .any, rates: [Rate],
    definitions: [Definition] = [], factors: [Factor], adjustments: [Adjustment] = [],
    rounding: RoundingPolicy = .standard
  ) -> Formula {
    Formula(
      name: name, path: "formulas/\(name).yaml", reach: reach, year: year,
      title: BilingualText(en: name, cy: name), status: .illustrative, sources: [], rates: rates,
      definitions: definitions, factors: factors, adjustments: adjustments, rounding: rounding)
  }

  /// £`basic` a pupil and £`lump` a school.
  static func simple(
    _ name: String = "national", reach: Formula.Reach = .any, basic: String, lump: String,
    fitted: Bool = false
  ) -> Formula {
    formula(
      name, reach: reach,
      rates: [
        rate("basic", [([], basic)], fitted: fitted),
        rate("lump_sum", unit: Unit(["£": 1, "school": -1]), [([], lump)], fitted: fitted),
      ],
      factors: [
        factor("basic", regulation: .pupilNumbers, lookup(0)),
        factor("lump_sum", each: .school, lookup(1)),
      ])
  }

  static func run(
    _ name: String, _ formula: String? = "national", changes: [RateChange] = [],
    solve: SolveSpecification? = nil
  ) -> RunSpecification {
    RunSpecification(
      name: name, formula: formula.map { .named($0, place) } ?? .local, changes: changes,
      solve: solve, place: place)
  }

  static func change(_ path: String, _ operation: RateChange.Operation) -> RateChange {
    RateChange(
      path: path.split(separator: ".", omittingEmptySubsequences: false).map(String.init),
      operation: operation, written: path, place: nil)
  }

  static func scenario(
    _ runs: [RunSpecification], comparison: ComparisonSpecification? = nil,
    benchmarks: [Benchmark] = []
  ) -> Scenario {
    Scenario(
      name: "test", path: "scenarios/test.yaml", title: BilingualText(en: "t", cy: "t"), why: nil,
      source: nil, year: year, data: .bundled, runs: runs, comparison: comparison,
      benchmarks: benchmarks)
  }
}
