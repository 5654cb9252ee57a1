import FundingModel

/// How far schools lie below a benchmark, and what it would cost to bring them up to it.
struct ParityGaps {
  /// The schools of a sector, an authority, or both.
  struct Row: Hashable {
    /// The authority's code; nil for all.
    let authority: Int?
    /// The sector; nil for all.
    let sector: String?
    /// How many schools have an amount per pupil.
    var schools = 0
    /// How many of them lie below.
    var below = 0
    /// The pupils of those below.
    var pupilsBelow: Int64 = 0
    /// Σ max(0, benchmark × pupils − share), exactly.
    var cost = Money.zero

    /// How many of a hundred schools lie below.
    var belowPercent: Rational? { try? Rational(Int128(below) * 100, over: Int128(schools)) }
    /// What a pupil of the schools below lacks on average; nil where none lies below.
    var distance: Money? { cost.each(of: Rational(Int(pupilsBelow))) }
    /// Whether both are of the same schools.
    func isOf(_ other: Row) -> Bool { authority == other.authority && sector == other.sector }

    fileprivate mutating func add(missing: Int64, pupils: Int64) {
      schools += 1
      guard missing > 0 else { return }
      below += 1
      pupilsBelow += pupils
      cost += Money(pence: missing)
    }
  }

  /// By sector, then all schools.
  let bySector: [Row]
  /// By authority: its schools of one sector, or of all.
  let byAuthority: [Row]

  /// Holds every school of a run against a benchmark.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - benchmark: The amount per pupil.
  ///   - sector: The sector that authorities' rows are of; nil for all.
  ///   - schools: The schools.
  init(_ run: ReportRun, benchmark: Money, sector: String?, schools: SchoolTable) {
    var sectors = run.sectorsFound.map { Row(authority: nil, sector: $0) }
    var all = Row(authority: nil, sector: nil)
    var authorities = Set(schools.authorities).sorted().map { Row(authority: $0, sector: sector) }
    for row in run.rowsWithPupils {
      guard let share = run.shares[row] else { continue }
      let missing = benchmark.pence * run.heads[row] - share.pence
      all.add(missing: missing, pupils: run.heads[row])
      if let index = sectors.firstIndex(where: { $0.sector == schools.sectors[row] }) {
        sectors[index].add(missing: missing, pupils: run.heads[row])
      }
      guard sector == nil || schools.sectors[row] == sector,
        let index = authorities.firstIndex(where: { $0.authority == schools.authorities[row] })
      else { continue }
      authorities[index].add(missing: missing, pupils: run.heads[row])
    }
    bySector = (sectors + [all]).filter { $0.schools > 0 }
    byAuthority = authorities.filter { $0.schools > 0 }
  }
}
