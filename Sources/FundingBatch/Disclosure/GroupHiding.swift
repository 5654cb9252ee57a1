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

  /// So many unknown amounts are more than there are measures of equity in one run.
  private static let many = 50

  /// The groups over Wales with so many schools of which nothing is shown that a measure of all their
  /// amounts tells of none.
  ///
  /// Some measures add up over sectors, so Wales is among them only where the sectors that are not
  /// have many such schools between them, or none.
  var groupsWithMany: Set<HiddenFigures.Group> {
    func kept(_ group: HiddenFigures.Group) -> Int {
      schools.count {
        hidden.contains($0.number) && group.holds(authority: $0.authority, sector: $0.sector)
      }
    }
    let whole = HiddenFigures.Group(authority: nil, sector: nil)
    let sectors = shownGroups.filter {
      $0.authority == nil && $0.sector != nil && kept($0) >= Self.many
    }
    let rest = kept(whole) - sectors.reduce(0) { $0 + kept($1) }
    let isWhole = kept(whole) >= Self.many && (rest == 0 || rest >= Self.many)
    return Set(sectors + (isWhole && shownGroups.contains(whole) ? [whole] : []))
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

  /// Such a school comes out of the sums by adding and subtracting.
  private func recoverable(in run: Set<Int>) -> [School] {
    let unknown = schools.filter { hidden.contains($0.number) && run.contains($0.number) }
    guard !unknown.isEmpty else { return [] }
    var sums = ReducedSums(unknowns: unknown.count)
    for group in shownGroups {
      sums.add(unknown.map { group.holds(authority: $0.authority, sector: $0.sector) ? 1 : 0 })
    }
    return sums.given.map { unknown[$0] }
  }

  /// The groups whose sums are shown.
  var shownGroups: [HiddenFigures.Group] { groups.filter { !hiddenGroups.contains($0) } }
}
