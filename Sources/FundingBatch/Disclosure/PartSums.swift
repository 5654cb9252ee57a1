import FundingModel

/// Which sums over some schools of a group are shown though schools kept back are among them: gains
/// and losses, and what lifts schools to a benchmark.
///
/// Taken with the sums of shares, which are shown, none may give anything of a single school: neither a
/// share nor a change, were it known which schools gain and which lie below. They are tried one by one,
/// Wales first, then sectors, then authorities; one that would give something is kept back.
struct PartSums {
  /// More unknown shares than these would take too long: then none is shown.
  private static let most = 2_000

  private let groups: GroupHiding
  private let census: Census
  /// The census rows of the schools kept back.
  private let rows: [Int]

  /// Looks at the schools that are kept back.
  init(_ groups: GroupHiding, census: Census) {
    self.groups = groups
    self.census = census
    rows = census.schools.numbers.indices.filter {
      groups.hidden.contains(census.schools.numbers[$0])
    }
  }

  /// The sums that are shown.
  func shown(in result: ScenarioResult) -> Set<HiddenFigures.PartSum> {
    result.censuses.years.reduce(into: []) { found, year in
      found.formUnion(shown(in: result, year))
    }
  }

  private func shown(
    in result: ScenarioResult, _ year: FundingYear
  ) -> Set<HiddenFigures.PartSum> {
    let runs = result.runs.filter { $0.allocation.year == year }.map {
      RunShares($0, census: result.census(in: year))
    }
    guard !rows.isEmpty, rows.count * runs.count <= Self.most else { return [] }
    var sums = ReducedSums(unknowns: rows.count * runs.count)
    for run in runs.indices {
      for group in groups.shownGroups {
        sums.add(
          sum(runs.count) { holds(group, $0) && runs[run].shares[$0] != nil ? [(run, 1)] : [] })
      }
    }
    let schools = rows.indices.map { school in
      runs.indices.map { $0 * rows.count + school }
    }
    var shown: Set<HiddenFigures.PartSum> = []
    for candidate in candidates(in: result, year, runs) {
      var tried = sums
      for sum in candidate.sums { tried.add(sum) }
      guard !tried.give(anyOf: schools) else { continue }
      sums = tried
      shown.insert(candidate.name)
    }
    return shown
  }

  private typealias Candidate = (name: HiddenFigures.PartSum, sums: [[Int]])

  /// The sums that people ask for first come first.
  private func candidates(
    in result: ScenarioResult, _ year: FundingYear, _ runs: [RunShares]
  ) -> [Candidate] {
    let changes = Dictionary(
      grouping: result.comparisons.filter { $0.year == year }, by: \.run)
    let withHidden = groups.groupsWithHidden
    let order = groups.shownGroups.filter {
      ($0.authority == nil || $0.sector == nil) && withHidden.contains($0)
    }.sorted {
      ($0.authority ?? 0, $0.sector ?? "") < ($1.authority ?? 0, $1.sector ?? "")
    }
    return order.flatMap { group -> [Candidate] in
      let gains = result.comparison.with.compactMap { name in
        changes[name].map { self.gains(group, $0, name, year, runs) }
      }
      guard group.authority == nil else { return gains }
      return gains
        + result.parity.filter { $0.year == year && $0.sector == group.sector }.compactMap {
          below(group, $0, runs)
        }
    }
  }

  private func gains(
    _ group: HiddenFigures.Group, _ schools: [SchoolComparison], _ name: String,
    _ year: FundingYear, _ runs: [RunShares]
  ) -> Candidate {
    let changes = Dictionary(uniqueKeysWithValues: schools.map { ($0.row, $0) })
    func part(_ isPart: (SchoolComparison) -> Bool) -> [Int] {
      sum(runs.count) { row in
        guard holds(group, row), let change = changes[row], isPart(change) else { return [] }
        // The published budgets are known.
        return [(change.run, 1), (change.baseline, -1)].compactMap { run, sign in
          runs.firstIndex { $0.run == run }.map { ($0, sign) }
        }
      }
    }
    return (
      HiddenFigures.PartSum(group: group, run: name, year: year, part: .gainsAndLosses),
      [part { $0.change > .zero }, part { $0.change < .zero }]
    )
  }

  private func below(
    _ group: HiddenFigures.Group, _ parity: ParityRow, _ runs: [RunShares]
  ) -> Candidate? {
    guard let place = runs.firstIndex(where: { $0.run == parity.run }) else { return nil }
    let run = runs[place]
    return (
      HiddenFigures.PartSum(
        group: group, run: parity.run, year: parity.year, part: .below(parity.benchmark)),
      [
        sum(runs.count) { row in
          guard holds(group, row), run.isBelow(parity.benchmark, row) == true else { return [] }
          return [(place, 1)]
        }
      ]
    )
  }

  private func holds(_ group: HiddenFigures.Group, _ row: Int) -> Bool {
    group.holds(authority: census.schools.authorities[row], sector: census.schools.sectors[row])
  }

  /// A sum over runs and schools: for each school its runs, each with its sign.
  private func sum(_ runs: Int, _ terms: (Int) -> [(run: Int, sign: Int)]) -> [Int] {
    var sum = [Int](repeating: 0, count: runs * rows.count)
    for (school, row) in rows.enumerated() {
      for term in terms(row) { sum[term.run * rows.count + school] = term.sign }
    }
    return sum
  }
}
