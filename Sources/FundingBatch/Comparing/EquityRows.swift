import FundingModel

/// Every measure of equity for every run, over schools and over authorities.
struct EquityRows {
  /// The census of each year.
  let censuses: CensusSeries
  /// Amounts per pupil for the measure of adequacy.
  let benchmarks: [Benchmark]
  /// Schools of like need in each year.
  let strata: [Strata]
  /// How many pupils of each school are in need, in each year.
  private let needs: [[Int64]?]
  /// How many pupils of each school there are, in each year.
  private let heads: [[Int64]]
  /// Each school's sector, as its place in `sectors`.
  private let sectorOf: [Int]
  private let sectors = [String].sectorsInOrder

  /// Makes the measures of a scenario's years.
  init(censuses: CensusSeries, benchmarks: [Benchmark]) {
    self.censuses = censuses
    self.benchmarks = benchmarks
    strata = censuses.censuses.map(Strata.init)
    needs = censuses.censuses.map(\.eligibleForFreeMeals)
    let count = censuses.first.schools.count
    heads = censuses.censuses.map { census in
      (0..<count).map { census.pupils.heads(ofSchool: $0) }
    }
    let places = Dictionary(uniqueKeysWithValues: sectors.enumerated().map { ($1, $0) })
    sectorOf = censuses.first.schools.sectors.map { places[$0] ?? -1 }
  }

  /// One run's schools with pupils, each as a unit of a spread.
  private struct Prepared {
    let run: RunShares
    /// The year's place among the years.
    let year: Int
    /// The census rows, ascending.
    let rows: [Int]
    /// By census row.
    let units: [Dispersion.Unit?]
    /// The rows of each authority, by its code.
    let authorities: [Int: [Int]]
  }

  /// The rows, in the runs' order in each group: between schools of all sectors together and of
  /// each; between authorities likewise; then between the schools within each authority.
  func rows(of runs: [RunShares]) -> [EquityRow] {
    let prepared = runs.map(prepare)
    let groups = [nil] + sectors.indices.map(Optional.some)
    var rows: [EquityRow] = []
    for unit in EquityRow.Unit.allCases {
      for sector in groups {
        for run in prepared { rows += self.rows(of: run, run.rows, unit, sector: sector) }
      }
    }
    for authority in Set(censuses.first.schools.authorities).sorted() {
      for sector in groups {
        for run in prepared {
          let own = run.authorities[authority] ?? []
          rows += self.rows(of: run, own, .school, authority: authority, sector: sector)
        }
      }
    }
    return rows
  }

  private func prepare(_ run: RunShares) -> Prepared {
    let year = run.year.start - censuses.firstYear.start
    let rows = run.rows.filter { run.heads[$0] > 0 }
    let codes = censuses.first.schools.authorities
    var units = [Dispersion.Unit?](repeating: nil, count: codes.count)
    for row in rows { units[row] = unit([row], run, year) }
    return Prepared(
      run: run, year: year, rows: rows, units: units,
      authorities: Dictionary(grouping: rows) { codes[$0] })
  }

  /// The rows of one group, of a run's rows; none where it has no school with pupils, or, within an
  /// authority, none to compare.
  private func rows(
    of run: Prepared, _ rows: [Int], _ unit: EquityRow.Unit, authority: Int? = nil, sector: Int?
  ) -> [EquityRow] {
    let chosen = sector.map { sector in rows.filter { sectorOf[$0] == sector } } ?? rows
    guard authority == nil || chosen.count > 1,
      let spread = Dispersion(units(chosen, unit, run))
    else { return [] }
    let within = unit == .school && authority == nil ? withinAndBetween(spread) : []
    let alike = unit == .school ? spreadAlike(chosen, run) : []
    let name = sector.map { sectors[$0] }
    return (Self.measures(of: spread, benchmarks, parts: within) + alike).map { measure in
      EquityRow(
        unit: unit, authority: authority, sector: name, run: run.run.run, year: run.run.year,
        measure: measure.name, convention: measure.convention, value: measure.value)
    }
  }

  private func units(
    _ rows: [Int], _ unit: EquityRow.Unit, _ run: Prepared
  ) -> [Dispersion.Unit] {
    switch unit {
    case .school: return rows.compactMap { run.units[$0] }
    case .authority:
      let codes = censuses.first.schools.authorities
      return Dictionary(grouping: rows) { codes[$0] }
        .sorted { $0.key < $1.key }.map { self.unit($0.value, run.run, run.year) }
    }
  }

  /// Schools of one authority, or one school, as a unit.
  ///
  /// A published budget is per stated pupil; need is counted among the pupils given.
  private func unit(_ rows: [Int], _ run: RunShares, _ year: Int) -> Dispersion.Unit {
    let pupils = Double(rows.reduce(0) { $0 + run.heads[$1] })
    let money = rows.reduce(Money.zero) { $0 + (run.shares[$1] ?? .zero) }
    let counted = rows.reduce(0) { $0 + heads[year][$1] }
    let inNeed = needs[year].flatMap { needs -> Double? in
      guard counted > 0 else { return nil }
      return Double(rows.reduce(0) { $0 + needs[$1] }) / Double(counted) * pupils
    }
    return Dispersion.Unit(
      amount: money.pounds.approximation / pupils, pupils: pupils, inNeed: inNeed,
      group: censuses.first.schools.authorities[rows[0]])
  }

  /// How far amounts differ among schools of like need; none where need is not known.
  private func spreadAlike(_ rows: [Int], _ run: Prepared) -> [Measure] {
    let strata = strata[run.year].ofRow
    guard needs[run.year] != nil, rows.allSatisfy({ strata[$0] != nil }) else { return [] }
    let units = rows.compactMap { row in
      run.units[row].map { unit in
        Dispersion.Unit(
          amount: unit.amount, pupils: unit.pupils, inNeed: unit.inNeed, group: strata[row] ?? 0)
      }
    }
    guard let spread = Dispersion(units) else { return [] }
    let alike = spread.byGroup.within
    let squares = alike.reduce(0) { $0 + $1.pupils * $1.standardDeviation * $1.standardDeviation }
    let deviation = (squares / spread.pupils).squareRoot()
    return [
      Measure(
        name: "horizontal_standard_deviation", convention: Self.likeNeed, value: deviation),
      Measure(
        name: "horizontal_coefficient_of_variation", convention: Self.likeNeed,
        value: deviation / spread.mean),
    ]
  }

  /// Which schools are of like need.
  private static let likeNeed = "within sector and fifth by fsm"

  private struct Measure {
    let name: String
    var convention = ""
    let value: Double?
  }

  /// What of the measures that can be taken apart lies within authorities and what between them.
  private func withinAndBetween(_ spread: Dispersion) -> [Measure] {
    let (within, between) = spread.byGroup
    func theilWithin() -> Double? {
      within.reduce(Double?(0)) { sum, group in
        guard let sum, let theil = group.theil else { return nil }
        return sum + group.pupils * group.mean / (spread.pupils * spread.mean) * theil
      }
    }
    func deviationWithin() -> Double? {
      within.reduce(Double?(0)) { sum, group in
        guard let sum, let deviation = group.meanLogDeviation else { return nil }
        return sum + group.pupils / spread.pupils * deviation
      }
    }
    return [
      Measure(name: "theil_within", convention: "authorities", value: theilWithin()),
      Measure(name: "theil_between", convention: "authorities", value: between?.theil),
      Measure(
        name: "mean_log_deviation_within", convention: "authorities", value: deviationWithin()),
      Measure(
        name: "mean_log_deviation_between", convention: "authorities",
        value: between?.meanLogDeviation),
    ]
  }

  private static func measures(
    of spread: Dispersion, _ benchmarks: [Benchmark], parts: [Measure]
  ) -> [Measure] {
    let percentiles = "smallest amount whose pupils reach the share"
    var measures = [
      Measure(name: "mean", value: spread.mean),
      Measure(name: "median", convention: percentiles, value: spread.median),
      Measure(name: "p5", convention: percentiles, value: spread.percentile(0.05)),
      Measure(name: "p95", convention: percentiles, value: spread.percentile(0.95)),
      Measure(name: "range", value: spread.range),
      Measure(name: "restricted_range", convention: "p95 - p5", value: spread.restrictedRange),
      Measure(
        name: "federal_range_ratio", convention: "(p95 - p5) / p5",
        value: spread.federalRangeRatio),
      Measure(name: "standard_deviation", value: spread.standardDeviation),
      Measure(name: "coefficient_of_variation", value: spread.coefficientOfVariation),
      Measure(name: "gini", value: spread.gini),
      Measure(name: "theil", value: spread.theil),
      Measure(name: "mean_log_deviation", value: spread.meanLogDeviation),
      Measure(name: "atkinson", convention: "0.5", value: spread.atkinson(0.5)),
      Measure(name: "atkinson", convention: "1", value: spread.atkinson(1)),
    ]
    measures += parts
    for half in Dispersion.Half.allCases {
      measures.append(
        Measure(name: "mcloone", convention: half.rawValue, value: spread.mcLoone(half)))
    }
    for half in Dispersion.Half.allCases {
      measures.append(
        Measure(name: "verstegen", convention: half.rawValue, value: spread.verstegen(half)))
    }
    for benchmark in benchmarks {
      measures.append(
        Measure(
          name: "adequacy", convention: benchmark.amount.description,
          value: spread.adequacy(benchmark.amount.pounds.approximation)))
    }
    let line = spread.needLine
    return measures + [
      Measure(name: "progressivity", convention: "fsm", value: spread.progressivity),
      Measure(name: "need_slope", convention: "fsm", value: line?.slope),
      Measure(name: "need_correlation", convention: "fsm", value: line?.correlation),
      Measure(
        name: "concentration", convention: "fsm, ties share the middle rank",
        value: spread.concentration),
    ]
  }
}
