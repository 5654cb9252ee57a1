import FundingModel

/// The pupils of later years, made from the first year's by a scenario's changes.
///
/// Each year's pupils are made from the first year's, never from the year before: rounding to whole
/// heads doesn't build up. A school is in one group: its authority's where the scenario names
/// that, else its sector's; schools of neither keep their pupils.
///
/// - Rounding: a group's total is the exact total to the nearest head, halves up. A school has its
///   exact number rounded down, and one head more where its remainder is among the largest, ties to
///   the lower school number; its kinds of pupils likewise, ties in the kinds' own order.
struct PupilProjection {
  /// The first year's census.
  let first: Census
  /// The first year.
  let firstYear: FundingYear
  /// The changes, each with the rows of its schools.
  private let groups: [(change: PupilChange, rows: [Int])]

  /// Puts every school that has pupils into its group.
  ///
  /// - Throws: `noSchools` for every change that moves no school.
  init(
    _ first: Census, from firstYear: FundingYear, changes: [PupilChange]
  ) throws(ScenarioFailure) {
    self.first = first
    self.firstYear = firstYear
    let schools = first.schools
    let named = Set(
      changes.compactMap { change -> Int? in
        if case .authority(let code) = change.group { code } else { nil }
      })
    let funded = first.fundedRows
    groups = changes.map { change in
      let rows = funded.filter { row in
        switch change.group {
        case .authority(let code): schools.authorities[row] == code
        case .sector(let sector):
          schools.sectors[row] == sector && !named.contains(schools.authorities[row])
        }
      }
      return (change, rows)
    }
    let empty = groups.filter(\.rows.isEmpty).map { group in
      UpratingMistake.noSchools(group: group.change.group.name, place: group.change.place)
    }
    guard empty.isEmpty else { throw .years(empty) }
  }

  /// Whether any school's pupils change.
  var moves: Bool { !groups.isEmpty }

  /// The census of a year: the first year's where nothing changes.
  ///
  /// - Throws: `pupilsTooLong` where a number can't be worked out exactly.
  func census(in year: FundingYear) throws(ScenarioFailure) -> Census {
    guard year > firstYear else { return first }
    var heads = [Int64?](repeating: nil, count: first.schools.count)
    for (change, rows) in groups {
      let own = rows.map { first.pupils.heads(ofSchool: $0) }
      guard let factor = try? change.change.product(after: firstYear, to: year),
        let moved = WholeParts.multiples(of: own, by: factor)
      else {
        throw .years([
          .pupilsTooLong(group: change.group.name, year: year, place: change.place)
        ])
      }
      for (row, count) in zip(rows, moved) { heads[row] = count }
    }
    return Census(
      schools: first.schools, pupils: first.pupils.with(heads: heads), leftOut: first.leftOut,
      estimates: first.estimates
    ).namingLeftOut()
  }
}

extension PupilTable {
  /// The same kinds of pupils with other heads a school; nil keeps a school's.
  ///
  /// A school's kinds keep their proportions as nearly as whole heads can.
  fileprivate func with(heads: [Int64?]) -> PupilTable {
    var starts = [0]
    starts.reserveCapacity(self.starts.count)
    var pupils: [Int32] = []
    pupils.reserveCapacity(self.pupils.count)
    var counts: [Int64] = []
    counts.reserveCapacity(self.counts.count)
    for row in heads.indices {
      let entries = entries(ofSchool: row)
      let own = Array(self.counts[entries])
      for (entry, count) in zip(entries, Self.scaled(own, to: heads[row])) where count > 0 {
        pupils.append(self.pupils[entry])
        counts.append(count)
      }
      starts.append(pupils.count)
    }
    return PupilTable(columns: columns, starts: starts, pupils: pupils, counts: counts)
  }

  private static func scaled(_ counts: [Int64], to heads: Int64?) -> [Int64] {
    let own = counts.reduce(0, +)
    guard let heads, heads != own, own > 0 else { return counts }
    guard let ratio = try? Rational(Int128(heads), over: Int128(own)),
      let parts = WholeParts.multiples(of: counts, by: ratio)
    else {
      preconditionFailure("heads that fit in 64 bits are shared exactly")
    }
    return parts
  }
}

extension PupilChange.Group {
  /// Its name as files write it.
  var name: String {
    switch self {
    case .sector(let sector): sector
    case .authority(let code): Authority.with(code: code)?.slug ?? String(code)
    }
  }
}
