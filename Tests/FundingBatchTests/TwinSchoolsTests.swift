import FundingModel
import Testing

@testable import FundingBatch

/// Which schools are twins, by hand.
struct TwinSchoolsTests {
  private static func school(
    _ number: Int, _ authority: Int, _ heads: Int64, fsm: Int64, sector: String = "primary"
  ) -> Samples.School {
    Samples.School(
      number: number, authority: authority, sector: sector, pupils: ["3": heads], fsm: fsm)
  }

  @Test func `the nearest pair is taken first and each school once`() {
    let twins = TwinSchools(
      in: Samples.census([
        Self.school(1, 660, 100, fsm: 20), Self.school(2, 661, 102, fsm: 20),
        Self.school(3, 662, 100, fsm: 20), Self.school(4, 663, 97, fsm: 20),
        Self.school(5, 664, 100, fsm: 20, sector: "secondary"),
        Self.school(6, 665, 100, fsm: 30), Self.school(7, 660, 100, fsm: 20),
      ]))
    // 1 and 3 are the same; 2 and 7: 2 of 102 pupils (0.019607…) and 20/100 − 20/102 (0.003921…).
    // 4 would have been 2's, but 7 is nearer; 5 is of another sector; 6 has ten points more meals.
    #expect(
      twins.pairs == [
        TwinSchools.Pair(first: 0, second: 2, distance: 0),
        TwinSchools.Pair(first: 1, second: 6, distance: 19_607 + 3_921),
      ])
    #expect(twins.usesFreeMeals)
    #expect(!twins.usesLanguage)
  }

  @Test(arguments: [(95, 0, 1), (94, 0, 0), (100, 2, 1), (100, 3, 0)])
  func `five in a hundred of the larger and two points are still alike`(
    heads: Int64, fsm: Int64, pairs: Int
  ) {
    let twins = TwinSchools(
      in: Samples.census([
        Self.school(1, 660, 100, fsm: 0), Self.school(2, 661, heads, fsm: fsm),
      ]))
    #expect(twins.pairs.count == pairs)
  }

  @Test func `schools of one authority are no twins`() {
    let twins = TwinSchools(
      in: Samples.census([
        Self.school(1, 660, 100, fsm: 0), Self.school(2, 660, 100, fsm: 0),
        Self.school(3, 661, 0, fsm: 0),
      ]))
    #expect(twins.pairs.isEmpty)
  }

  @Test func `schools of like need are fifths of their sector`() {
    let schools = (1...10).map { Self.school($0, 660, 100, fsm: Int64($0)) }
    // The most free school meals first: schools 10 and 9 are the first fifth.
    #expect(Strata(Samples.census(schools)).ofRow == [4, 4, 3, 3, 2, 2, 1, 1, 0, 0])
  }
}
