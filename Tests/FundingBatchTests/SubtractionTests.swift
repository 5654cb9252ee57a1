import Testing

@testable import FundingBatch

/// What comes out by adding and subtracting, each case by hand.
@Suite struct SubtractionTests {
  private func sums(_ rows: [[Int]]) -> ReducedSums {
    var sums = ReducedSums(unknowns: rows[0].count)
    for row in rows { sums.add(row) }
    return sums
  }

  @Test func `three pairs give each, two give none`() {
    // (x + y) + (x + z) − (y + z) = 2x.
    #expect(Set(sums([[1, 1, 0], [1, 0, 1], [0, 1, 1]]).given) == [0, 1, 2])
    #expect(sums([[1, 1, 0], [1, 0, 1]]).given.isEmpty)
    // All less two of them is the third.
    #expect(sums([[1, 1, 1], [1, 1, 0]]).given == [2])
  }

  @Test func `a school's change is given though neither of its shares is`() {
    // Shares of two schools in two runs: a, b, then c, d. The second school's change, d − b, comes of
    // all changes less the first school's.
    let given = sums([[-1, -1, 1, 1], [-1, 0, 1, 0]])
    #expect(given.given.isEmpty)
    #expect(given.give(anyOf: [[1, 3]]) && given.give(anyOf: [[0, 2]]))
    let all = sums([[-1, -1, 1, 1], [1, 1, 0, 0], [0, 0, 1, 1]])
    #expect(!all.give(anyOf: [[0, 2], [1, 3]]))
  }

  @Test func `overlaps of two groups are found in the years in which they are few`() {
    let (one, other) = ([true, true, false, false], [false, true, true, false])
    let overlaps = GroupOverlaps(of: [one, other, one])
    // Entries of 10, 3, 20 and 50: both 3; of the second year 4, 3, 20 and 50: the first alone 4.
    let both = [false, true, false, false]
    #expect(overlaps.small(in: [[10, 3, 20, 50]], fewerThan: 5) == [both])
    #expect(
      Set(overlaps.small(in: [[10, 3, 20, 50], [4, 3, 20, 50]], fewerThan: 5))
        == [both, [true, false, false, false]])
    #expect(overlaps.small(in: [[10, 0, 20, 50]], fewerThan: 5).isEmpty)
    // 70 entries take two words.
    let many = (0..<70).map { $0 >= 66 }
    let last = (0..<70).map { $0 == 69 }
    #expect(
      GroupOverlaps(of: [many, last]).small(
        in: [[Int64](repeating: 3, count: 70)], fewerThan: 5) == [last])
  }

  @Test func `a group's number comes of equations with any factors`() {
    // £1,000 each for the first two entries, £500 for the second alone.
    let equations: [[Double]] = [[1, 1, 1], [1_000, 1_000, 0], [0, 500, 0]]
    #expect(Combinations(of: equations, count: 3).give([true, false, false]))
    let fewer = Combinations(of: Array(equations.prefix(2)), count: 3)
    #expect(!fewer.give([true, false, false]) && fewer.give([false, false, true]))
  }
}
