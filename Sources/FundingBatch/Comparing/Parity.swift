import FundingModel

/// How many schools lie below the benchmarks, and what would bring them up to these.
struct Parity {
  /// By sector in order, then all schools; in each the published budgets first, then the runs; in each
  /// the benchmarks in the scenario's order.
  ///
  /// Sectors without schools are left out.
  let rows: [ParityRow]
  /// The same for each authority by its code, then for Wales.
  let byAuthority: [ParityRow]

  /// Holds every school's amount per pupil against each benchmark, exactly.
  ///
  /// A run's amount per pupil is its share ÷ heads, not rounded; a published one is the published
  /// figure itself.
  init(_ benchmarks: [Benchmark], shares: [RunShares], census: Census) {
    let authorities = Set(census.schools.authorities).sorted()
    let tallies = shares.map { run in
      benchmarks.map { Tallies($0.amount, run, census, authorities) }
    }
    func rows(_ place: Int) -> [ParityRow] {
      Tallies.sectors.indices.flatMap { sector in
        shares.indices.flatMap { run in
          benchmarks.indices.compactMap { benchmark in
            tallies[run][benchmark].tally(place, sector).row(
              authority: place < authorities.count ? authorities[place] : nil,
              sector: Tallies.sectors[sector], of: shares[run],
              benchmark: benchmarks[benchmark].amount)
          }
        }
      }
    }
    self.rows = rows(authorities.count)
    byAuthority = (0...authorities.count).flatMap(rows)
  }
}

/// The schools of one run against one benchmark, by authority and sector.
private struct Tallies {
  /// The sectors, and last all of them.
  static let sectors = [String].sectorsInOrder.map(Optional.some) + [nil]
  private var tallies: [Tally]

  /// Adds up; the authorities' own places come first, then that of all.
  init(_ benchmark: Money, _ run: RunShares, _ census: Census, _ authorities: [Int]) {
    let schools = census.schools
    tallies = [Tally](
      repeating: Tally(), count: (authorities.count + 1) * Self.sectors.count)
    for row in 0..<schools.count {
      guard let standing = Standing(benchmark, row, run, schools) else { continue }
      let places = [authorities.firstIndex(of: schools.authorities[row]), authorities.count]
      let sectors = [Self.sectors.firstIndex(of: schools.sectors[row]), Self.sectors.count - 1]
      for place in places.compactMap(\.self) {
        for sector in sectors.compactMap(\.self) {
          tallies[place * Self.sectors.count + sector].add(standing)
        }
      }
    }
  }

  func tally(_ place: Int, _ sector: Int) -> Tally { tallies[place * Self.sectors.count + sector] }
}

/// Where one school stands.
private struct Standing {
  let isBelow: Bool
  /// Its heads; nil where it states none.
  let pupils: Int64?
  /// What lifts it to the benchmark; nought or less where it is not below.
  let missing: Money?

  /// Looks at a school; nil where it has no amount per pupil.
  init?(_ benchmark: Money, _ row: Int, _ run: RunShares, _ schools: SchoolTable) {
    if run.run == RunShares.published {
      let stated = schools.statedPupils[row]
      // An amount per pupil of a school without pupils is nobody's.
      guard let each = schools.budgetPerPupil[row], stated != 0 else { return nil }
      isBelow = each < benchmark
      pupils = stated.map { Int64($0) }
    } else {
      guard let below = run.isBelow(benchmark, row) else { return nil }
      isBelow = below
      pupils = run.heads[row]
    }
    missing = pupils.flatMap { pupils in
      run.shares[row].map { Money(pence: benchmark.pence * pupils) - $0 }
    }
  }
}

/// Schools added up.
private struct Tally {
  private var schools = 0
  private var below = 0
  private var pupils: Int64? = 0
  private var cost: Money? = .zero

  mutating func add(_ school: Standing) {
    schools += 1
    guard school.isBelow else { return }
    below += 1
    // What one of them doesn't say can't be said of all.
    pupils = pupils.flatMap { sum in school.pupils.map { sum + $0 } }
    cost = cost.flatMap { sum in school.missing.map { sum + $0 } }
  }

  /// The row; nil without schools.
  func row(authority: Int?, sector: String?, of run: RunShares, benchmark: Money) -> ParityRow? {
    guard schools > 0 else { return nil }
    return ParityRow(
      authority: authority, sector: sector, run: run.run, year: run.year, benchmark: benchmark,
      schools: schools, below: below, pupilsBelow: pupils, cost: cost)
  }
}
