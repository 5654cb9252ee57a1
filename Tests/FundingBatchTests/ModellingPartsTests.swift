import FundingModel
import Testing

@testable import FundingBatch

/// The pieces of the model, on cases worked out by hand.
@Suite struct ModellingPartsTests {
  @Test func `the generator is SplitMix64`() {
    // The published sequence for the state 1234567.
    var random = SeededGenerator(state: 1_234_567)
    let found = (0..<5).map { _ in random.next() }
    #expect(
      found == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `numbers below a limit are below it and even`() {
    var random = SeededGenerator(seed: 1, stream: 2)
    var counts = [0, 0, 0, 0, 0]
    for _ in 0..<10_000 { counts[random.below(5)] += 1 }
    #expect(counts.allSatisfy { (1_850...2_150).contains($0) }, "\(counts)")
  }

  @Test func `parts sum to the whole and lie within one of their shares`() {
    var random = SeededGenerator(seed: 3, stream: 0)
    for _ in 0..<500 {
      let weights = (0..<1 + random.below(8)).map { _ in random.below(1_000) }
      let whole = random.below(500)
      let parts = WholeParts.systematic(whole, by: weights, offset: random.below(65_536))
      #expect(parts.reduce(0, +) == whole)
      let total = weights.reduce(0, +)
      for (part, weight) in zip(parts, weights) where total > 0 {
        #expect(abs(part * total - whole * weight) <= total, "\(parts) of \(weights)")
        #expect(weight > 0 || part == 0)
      }
    }
  }

  @Test func `a weight too small for a whole part gets its due over many`() {
    // 1 in 100 of 20 pupils is a fifth of a pupil: 200 in 1,000 schools.
    var random = SeededGenerator(seed: 4, stream: 0)
    let sum = (0..<1_000).reduce(0) { sum, _ in
      sum + WholeParts.systematic(20, by: [99, 1], offset: random.below(65_536))[1]
    }
    #expect((160...240).contains(sum), "\(sum)")
  }

  @Test func `limited parts go to the largest remainders and stop at their limits`() {
    #expect(WholeParts.limited(10, by: [1, 1, 1], limits: [9, 9, 9]) == [4, 3, 3])
    #expect(WholeParts.limited(10, by: [8, 1, 1], limits: [4, 9, 9]) == [4, 3, 3])
    #expect(WholeParts.limited(10, by: [1, 0], limits: [6, 9]) == [6, 4])
    #expect(WholeParts.limited(10, by: [1, 1], limits: [2, 3]) == [2, 3])
    #expect(WholeParts.limited(0, by: [1, 1], limits: [2, 3]) == [0, 0])
  }

  @Test(arguments: [
    ("primary", "Nursery, Infants & Juniors", 0...8),
    ("primary", "Infants & Juniors", 2...8),
    ("primary", "Nursery & Infants", 0...4),
    ("primary", "Juniors", 5...8),
    ("primary", "Primary", 0...8),
    ("secondary", "Secondary (ages 11-16)", 9...13),
    ("secondary", "Secondary (ages 11-19)", 9...16),
    ("middle", "Middle (ages 3-16)", 0...13),
    ("middle", "Middle (ages 4-19)", 2...16),
    ("special", "Special (without post-16 provision)", 0...13),
    ("special", "Special (with post-16 provision)", 0...16),
    ("nursery", "Nursery", 0...1),
  ])
  func `a type's name tells its years`(sector: String, type: String, years: ClosedRange<Int>) {
    #expect(YearRange(sector: sector, schoolType: type).years == years)
  }

  @Test(arguments: [[100, 50], [97, 53], [84, 63], [70, 70], [1, 139], [90, 60, 30]])
  func `small groups meet any total, also where their sizes share a factor`(sizes: [Int]) {
    let spread = BudgetSpread(
      lowest: Money(pounds: 5_000), lowerQuartile: Money(pounds: 5_100),
      median: Money(pounds: 5_200), upperQuartile: Money(pounds: 5_300),
      highest: Money(pounds: 5_400))
    let pupils = sizes.reduce(0, +)
    // £5,200 a pupil and 7 pence, which no multiple of 10, 21 or 30 pennies makes up.
    let total = Money(pence: 520_000 * Int64(pupils) + 7)
    let facts = SchoolGroupFacts(
      authority: 661, sector: "special", schools: sizes.count, pupils: pupils,
      schoolsWithBudget: sizes.count, pupilsInThose: pupils, budget: total, spread: spread,
      welshMedium: 0, freeMeals: nil)
    for seed: UInt64 in 1...5 {
      var random = SeededGenerator(seed: seed, stream: 0)
      let model = BudgetModel(sizes: sizes, facts: facts, using: &random)
      #expect(zip(model.sizes, model.pence).reduce(0) { $0 + $1.0 * $1.1 } == Int(total.pence))
      #expect(model.sizes.reduce(0, +) == pupils)
      #expect(model.sizes.allSatisfy { $0 >= 1 })
    }
  }

  @Test func `a curve passes through the published quartiles`() {
    let pins = [3_000, 4_000, 4_500, 5_500, 9_000].map { Money(pence: $0) }
    let spread = BudgetSpread(
      lowest: pins[0], lowerQuartile: pins[1], median: pins[2], upperQuartile: pins[3],
      highest: pins[4])
    for count in 4...40 {
      let curve = BudgetCurve.curve(spread, count: count, lowerBend: 1, upperBend: 4)
      #expect(curve.first == 3_000 && curve.last == 9_000)
      for quarter in 1...3 {
        let position = (count - 1) * quarter
        let below = curve[position / 4]
        let above = curve[position / 4 + 1]
        let found = below + (above - below) * (position % 4) / 4
        // Four schools have no freedom to meet three quartiles at once.
        let allowed = count == 4 ? 450 : 60
        #expect(abs(found - Int(pins[quarter].pence)) <= allowed, "\(count) schools: \(found)")
      }
    }
  }

  @Test func `a tilt leaves an average school as its authority`() {
    let areas = [6, 11, 18, 7, 7, 2, 7, 12, 10, 8]
    let share = Millionths(261_000)
    #expect(
      PupilModel.tilted(areas, share: share, authority: share) == areas.map { $0 * 1_000_000 })
    let deprived = PupilModel.tilted(areas, share: Millionths(522_000), authority: share)
    #expect(deprived[0] > areas[0] * 1_000_000)
    #expect(deprived[9] < areas[9] * 1_000_000)
  }
}
