import FundingFiles
import FundingModel
import Testing

/// What must hold for any pupils at all, tried on some made up from a seed.
struct PupilsFilePropertyTests {
  /// Numbers that look random and are the same for the same seed.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return word ^ word >> 31
    }
  }

  private static let columns: [(name: String, values: [String])] = [
    ("school", ["6602130", "6602131", "6814000"]),
    ("year_group", ["N1", "R", "1", "11", ""]),
    ("fte", ["1", "0.5", "1.0", ""]),
    ("fsm", ["true", "no", "Y", ""]),
    ("aln", ["none", "school_action", "school_action_plus", ""]),
    ("ward", ["Amlwch", "\"a, b\"", "\"the \"\"x\"\" y\"", ""]),
    ("points", ["7", "12.5", "12.50", "-3", ""]),
  ]

  private func table(_ rows: [[String]], order: [Int]) throws -> PupilTable {
    let header = order.map { Self.columns[$0].name }
    let lines = [header] + rows.map { row in order.map { row[$0] } }
    return try Example.pupils(lines.map { $0.joined(separator: ",") }.joined(separator: "\n"))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `order and counting change nothing`(seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    let rows = (0..<200).map { _ in
      Self.columns.map { $0.values.randomElement(using: &numbers) ?? "" }
    }
    let order = Array(Self.columns.indices)
    let one = try table(rows, order: order)
    let heads = (0..<3).map { one.heads(ofSchool: $0) }
    #expect(heads.reduce(0, +) == 200)
    for (school, number) in Self.columns[0].values.enumerated() {
      #expect(heads[school] == Int64(rows.count { $0[0] == number }))
    }
    let shuffled = try table(
      rows.shuffled(using: &numbers), order: order.shuffled(using: &numbers))
    #expect(PupilContents(shuffled) == PupilContents(one))
    let schools = try Example.schools(Example.threeSchools)
    for text in [CountsFile.text(one, of: schools), PupilsFile.text(one, of: schools)] {
      #expect(PupilContents(try Example.pupils(text)) == PupilContents(one))
    }
    #expect(PupilContents(one.canonical()) == PupilContents(one))
  }
}
