import FundingModel
import Testing

@testable import FundingBatch

/// Five units whose measures were worked out apart, in double precision.
@Suite struct DispersionTests {
  static let units = zip(
    [4500.0, 5000, 5200, 5600, 7000],
    zip([100.0, 200, 300, 250, 150], [10.0, 60, 36, 100, 40])
  ).map { Dispersion.Unit(amount: $0.0, pupils: $0.1.0, inNeed: $0.1.1) }

  private func near(_ found: Double?, _ expected: Double) -> Bool {
    found.map { abs($0 - expected) < 1e-9 * max(1, abs(expected)) } ?? false
  }

  @Test(arguments: [units, units.reversed()])
  func `the measures of five units are those of the test vector`(units: [Dispersion.Unit]) throws {
    let spread = try #require(Dispersion(units))
    #expect(near(spread.mean, 5460))
    #expect(near(spread.standardDeviation, 717.9136438319))
    #expect(near(spread.coefficientOfVariation, 0.1314860153538))
    #expect(spread.median == 5200)
    #expect(spread.percentile(0.05) == 4500)
    #expect(spread.percentile(0.95) == 7000)
    #expect(near(spread.federalRangeRatio, 0.5555555555556))
    #expect(near(spread.gini, 0.0662087912088))
    #expect(near(spread.theil, 0.0082763183467))
    #expect(near(spread.meanLogDeviation, 0.0079777081226))
    #expect(near(spread.atkinson(0.5), 0.0040552817845))
    #expect(near(spread.atkinson(1), 0.0079459706626))
    #expect(near(spread.mcLoone(.withMedian), 0.9647435897436))
    #expect(near(spread.mcLoone(.withoutMedian), 0.9294871794872))
    #expect(near(spread.mcLoone(.exactHalf), 0.9576923076923))
    #expect(near(spread.verstegen(.withMedian), 1.1016483516484))
    #expect(near(spread.verstegen(.withoutMedian), 1.1778846153846))
    #expect(near(spread.verstegen(.exactHalf), 1.1423076923077))
    #expect(near(spread.progressivity, 156.5633693472))
    #expect(near(spread.needLine?.slope, 2155.7953083243))
    #expect(near(spread.needLine?.correlation, 0.3485217292))
    #expect(near(spread.concentration, 0.0206043956))
  }

  @Test func `where all have the same, nothing is unequal`() throws {
    let spread = try #require(
      Dispersion([
        Dispersion.Unit(amount: 6000, pupils: 10, inNeed: 1),
        Dispersion.Unit(amount: 6000, pupils: 30, inNeed: 3),
      ]))
    #expect(spread.gini == 0 && spread.theil == 0 && spread.range == 0)
    #expect(spread.mcLoone(.withMedian) == 1 && spread.mcLoone(.withoutMedian) == nil)
    #expect(spread.needLine == nil && spread.concentration == 0)
    #expect(spread.adequacy(8000) == 0.75)
  }

  @Test func `schools of equal need share a rank, so their order doesn't matter`() throws {
    // Needs ½ and ½ tie: both have rank ½, so neither weighs.
    let tied = [
      Dispersion.Unit(amount: 4000, pupils: 10, inNeed: 5),
      Dispersion.Unit(amount: 6000, pupils: 10, inNeed: 5),
    ]
    #expect(try #require(Dispersion(tied)).concentration == 0)
  }

  @Test func `within and between authorities add up to the whole`() throws {
    let units = zip(Self.units, [1, 2, 1, 2, 2]).map { unit, group in
      Dispersion.Unit(amount: unit.amount, pupils: unit.pupils, group: group)
    }
    let spread = try #require(Dispersion(units))
    let (within, between) = spread.byGroup
    let inside = within.reduce(0) {
      $0 + $1.pupils * $1.mean / (spread.pupils * spread.mean) * ($1.theil ?? .nan)
    }
    #expect(near(inside + (between?.theil ?? .nan), try #require(spread.theil)))
  }

  @Test func `without pupils or money there is no spread`() {
    #expect(Dispersion([]) == nil)
    #expect(Dispersion([Dispersion.Unit(amount: 5000, pupils: 0)]) == nil)
    #expect(Dispersion([Dispersion.Unit(amount: 0, pupils: 4)]) == nil)
  }
}
