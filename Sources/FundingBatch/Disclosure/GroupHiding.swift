import FundingModel

/// Which further schools' figures are kept back, and which groups', so that a school's share can't be
/// worked back from the sums that are shown.
///
/// - Invariant: no kept-back school's figure is a sum and difference of shown ones of the same run.
struct GroupHiding {
  /// A school as the sums see it.
  struct School {
    /// Its number.
    let number: Int
    /// Its authority's code.
    let authority: Int
    /// Its sector.
    let sector: String
    /// Its heads.
    let heads: Int64
  }

  /// The funded schools.
  let schools: [School]
  /// For each run, or for all that fund the same schools, the numbers of these.
  private let funded: [Set<Int>]
  /// Those of which nothing is shown.
  private(set) var hidden: Set<Int>
  /// Groups of which no sum is shown.
  private(set) var hiddenGroups: Set<HiddenFigures.Group> = []

  /// Finds what else must be kept back when some schools are.
  ///
  /// - Parameters:
  ///   - schools: The funded schools.
  ///   - funded: The numbers of those that a run funds, for each run; nil where every run funds all.
  ///   - first: The numbers of those of which nothing is shown.
  init(schools: [School], funded: [Set<Int>]? = nil, hiding first: Set<Int>) {
    self.schools = schools
    self.funded = funded ?? [Set(schools.map(\.number))]
    hidden = first
    // All of them get a step before any gets a second: one's step often helps another.
    var found = recoverable()
    while !found.isEmpty {
      for (school, run) in found { keepBack(beside: school, in: run) }
      found = recoverable()
    }
  }

  /// Every group that a table adds up.
  var groups: [HiddenFigures.Group] {
    var groups: [HiddenFigures.Group] = []
    var known: Set<HiddenFigures.Group> = []
    for school in schools {
      for group in Self.groups(of: school) where known.insert(group).inserted {
        groups.append(group)
      }
    }
    return groups
  }

  /// Groups with a school of which nothing is shown.
  var groupsWithHidden: Set<HiddenFigures.Group> {
    Set(schools.filter { hidden.contains($0.number) }.flatMap(Self.groups))
  }

  /// A school's groups, the smallest first.
  static func groups(of school: School) -> [HiddenFigures.Group] {
    [
      HiddenFigures.Group(authority: school.authority, sector: school.sector),
      HiddenFigures.Group(authority: school.authority, sector: nil),
      HiddenFigures.Group(authority: nil, sector: school.sector),
      HiddenFigures.Group(authority: nil, sector: nil),
    ]
  }

  /// Keeps something more back beside a school that the shown sums give away.
  ///
  /// In its smallest group that no other kept-back school is in, the least other school; or, where
  /// there is no other, or where the authority's sums by sector are kept back already, that group's
  /// sum. Where a difference of sums gives it away, its authority's least sum by sector.
  private mutating func keepBack(beside school: School, in run: Set<Int>) {
    let shown = Self.groups(of: school).filter { !hiddenGroups.contains($0) }
    let alone = shown.first { group in
      members(of: group, in: run).allSatisfy(isSameOrShown(school))
    }
    if alone == nil, let sibling = leastSibling(of: school, in: run) {
      hiddenGroups.insert(sibling)
      return
    }
    // Another's step may have kept the last of its groups back already.
    guard let group = alone ?? shown.first else { return }
    let hasHiddenSums = hiddenGroups.contains {
      $0.authority == school.authority && $0.sector != nil
    }
    let others = members(of: group, in: run).filter { !hidden.contains($0.number) }
    let least = others.min { ($0.heads, $0.number) < ($1.heads, $1.number) }
    if let least, !(hasHiddenSums && group.authority != nil && group.sector != nil) {
      hidden.insert(least.number)
    } else {
      hiddenGroups.insert(group)
    }
  }

  /// The shown sum by sector of a school's authority with the fewest pupils.
  private func leastSibling(of school: School, in run: Set<Int>) -> HiddenFigures.Group? {
    groups.filter {
      $0.authority == school.authority && $0.sector != nil && !hiddenGroups.contains($0)
        && members(of: $0, in: run).contains { hidden.contains($0.number) }
    }.min { heads(of: $0, in: run) < heads(of: $1, in: run) }
  }

  private func heads(of group: HiddenFigures.Group, in run: Set<Int>) -> Int64 {
    members(of: group, in: run).reduce(0) { $0 + $1.heads }
  }

  private func members(of group: HiddenFigures.Group, in run: Set<Int>) -> [School] {
    schools.filter {
      run.contains($0.number) && group.holds(authority: $0.authority, sector: $0.sector)
    }
  }

  private func isSameOrShown(_ school: School) -> (School) -> Bool {
    { $0.number == school.number || !hidden.contains($0.number) }
  }

  /// The kept-back schools that the shown sums of a run give away, with the run's schools.
  private func recoverable() -> [(school: School, run: Set<Int>)] {
    funded.flatMap { run in recoverable(in: run).map { ($0, run) } }
  }

  /// In the reduced form of the sums over kept-back schools, such a school stands alone in a row.
  private func recoverable(in run: Set<Int>) -> [School] {
    let unknown = schools.filter { hidden.contains($0.number) && run.contains($0.number) }
    guard !unknown.isEmpty else { return [] }
    var rows: [[Int]] = groups.filter { !hiddenGroups.contains($0) }.map { group in
      unknown.map { group.holds(authority: $0.authority, sector: $0.sector) ? 1 : 0 }
    }
    var next = 0
    for column in unknown.indices {
      guard let row = (next..<rows.count).first(where: { rows[$0][column] != 0 }) else { continue }
      rows.swapAt(next, row)
      let inverse = Self.inverse(rows[next][column])
      rows[next] = rows[next].map { $0 * inverse % Self.prime }
      for other in rows.indices where other != next && rows[other][column] != 0 {
        let factor = Self.prime - rows[other][column]
        for index in rows[other].indices {
          rows[other][index] = (rows[other][index] + factor * rows[next][index]) % Self.prime
        }
      }
      next += 1
      if next == rows.count { break }
    }
    return rows.compactMap { row in
      let found = row.indices.filter { row[$0] != 0 }
      return found.count == 1 ? unknown[found[0]] : nil
    }
  }

  /// Sums are reduced in whole numbers modulo a prime, exactly.
  ///
  /// What stands alone over fractions stands alone modulo all but a few primes; sums of noughts and
  /// ones by authority and sector have no minors that this one divides.
  private static let prime = 1_000_000_007

  private static func inverse(_ number: Int) -> Int {
    var (result, base, power) = (1, number, prime - 2)
    while power > 0 {
      if power & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      power >>= 1
    }
    return result
  }
}
