public import FundingFiles
import FundingModel

/// Some schools and pupils that are always the same, whatever becomes of the modelled ones.
///
/// - Invariant: the bytes depend on the numbers in this file alone, so that instructions counted
///   over them can be compared with those of another day.
public struct FixedPupils: Sendable {
  /// A school a row.
  public let schools: SourceFile
  /// A pupil a row.
  public let pupils: SourceFile

  private static let years = [
    "N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13",
  ]
  private static let needs = [
    "school_action", "school_action_plus", "school_idp", "statemented", "la_idp",
  ]

  /// Makes `count` schools, every fourth a secondary, of `size` pupils each.
  public init(schools count: Int = 88, size: Int = 250) {
    var draws = Draws()
    var schoolRows = "school,authority,sector,pupils\n"
    var pupilRows =
      "school,year_group,fte,fsm,fsm_protected,aln,wimd_decile,welsh,eal,looked_after\n"
    for index in 0..<count {
      let number = 6_600_001 + index % 22 * 10_000 + index / 22
      let isSecondary = index % 4 == 3
      let sector = isSecondary ? "secondary" : "primary"
      schoolRows += "\(number),\(660 + index % 22),\(sector),\(size)\n"
      let inWelsh = draws.next(100) < 30
      for _ in 0..<size {
        let year = isSecondary ? Self.years[9 + draws.next(7)] : Self.years[draws.next(9)]
        let isFree = draws.next(100) < 20
        let need = draws.next(100) < 12 ? Self.needs[draws.next(5)] : "none"
        let language = draws.next(100) < 8 ? ["A", "B", "C", "D", "E"][draws.next(5)] : "none"
        pupilRows += "\(number),\(year),\(year.hasPrefix("N") ? "0.5" : "1"),\(isFree),"
        pupilRows += "\(!isFree && draws.next(100) < 5),\(need),\(1 + draws.next(10)),"
        pupilRows += "\(inWelsh),\(language),\(draws.next(100) < 1)\n"
      }
    }
    schools = SourceFile(path: "schools.csv", bytes: Array(schoolRows.utf8))
    pupils = SourceFile(path: "pupils.csv", bytes: Array(pupilRows.utf8))
  }
}

/// A linear congruential sequence (Knuth's MMIX), enough for data without a pattern.
private struct Draws {
  private var state: UInt64 = 2024

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
