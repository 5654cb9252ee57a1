import FundingModel
import Testing

@testable import FundingBatch

/// Fits that a few odd schools don't move, and that lean on all of Wales.
@Suite struct FittingRobustTests {
  /// Schools paid £4,000 a pupil and £100,000 a school; one of them twice what it should be.
  private func schools(
    _ count: Int, authority: Int = 672, doubled: Int? = nil
  ) -> [Samples.School] {
    (0..<count).map { index in
      let heads = Int64(50 + 50 * (index * 3 % max(count, 1)))
      let budget = 400_000 * heads + 10_000_000
      return Samples.School(
        number: authority * 10_000 + 2001 + index, authority: authority, pupils: ["3": heads],
        stated: Int(heads), budgetPerPupil: budget / heads * (index == doubled ? 2 : 1))
    }
  }

  private let formula = Samples.formula(
    "bridgend", reach: .authority(672),
    rates: [
      Samples.rate("basic", [([], "3000")], fitted: true),
      Samples.rate("lump", unit: Unit(["£": 1, "school": -1]), [([], "50000")], fitted: true),
    ],
    factors: [
      Samples.factor("basic", Samples.lookup(0)),
      Samples.factor("lump", each: .school, Samples.lookup(1)),
    ])

  private func outcome(_ schools: [Samples.School], _ options: FitOptions) throws -> FitOutcome {
    try Fit(formula: formula, census: Samples.census(schools), options: options).outcome()
  }

  @Test func `one school with twice its money hardly moves a robust fit`() throws {
    let schools = schools(12, doubled: 5)
    let plain = try outcome(schools, FitOptions(holdsTotal: false))
    let robust = try outcome(schools, FitOptions(holdsTotal: false, squaresTo: 0.01))
    func error(_ outcome: FitOutcome) -> Double {
      abs(outcome.estimates[0].value.approximation / 4_000 - 1)
    }
    #expect(error(robust) < 0.005)
    #expect(error(plain) > 4 * error(robust))
    #expect(robust.quality.medianError < 0.005)
  }

  @Test func `a held total counts the schools set aside, and moves all schools alike`() throws {
    let schools = schools(12, doubled: 5)
    let found = try outcome(schools, FitOptions(squaresTo: 0.01, leavesOutBeyond: 5))
    #expect(found.schools.filter(\.isSetAside).map(\.school) == [6_722_006])
    #expect(found.quality.schools == 11)
    #expect(abs((found.modelled - found.published).pence) < 10_000)
    // Heads are 50 to 600 in steps of 50 by ranks 3i mod 12: three times each of 50, 200, 350 and
    // 500. Fair budgets sum to 12 × £100,000 + 3 × 1,100 × £4,000 = £14,400,000; the sixth school has
    // 50 + 50 × 3 = 200 heads and £900,000 more. So every rate is 15.3 ÷ 14.4 = 1.0625 of its own.
    #expect(abs(found.estimates[0].value.approximation - 4_250) < 1)
    #expect(abs(found.estimates[1].value.approximation - 106_250) < 100)
  }

  @Test func `a total held within a part stays that part away and no more`() throws {
    let schools = schools(12, doubled: 5)
    let found = try outcome(
      schools, FitOptions(totalWithin: 0.02, squaresTo: 0.01, leavesOutBeyond: 5))
    // 2% below £15,300,000 is £14,994,000.
    #expect(abs((found.modelled - Money(pounds: 14_994_000)).pence) < 10_000)
  }

  @Test func `two schools of one size take from Wales what they can't tell`() throws {
    // 100 pupils each, £500,000: any split of it fits. The rest of Wales knows £4,000 and £100,000.
    let own = [1, 2].map { index in
      Samples.School(
        number: 6_722_000 + index, pupils: ["3": 100], stated: 100, budgetPerPupil: 500_000)
    }
    let others = schools(12, authority: 681)
    let found = try outcome(own + others, FitOptions(pull: 0.01, leansOnWales: true))
    #expect(abs(found.estimates[0].value.approximation - 4_000) < 1)
    #expect(abs(found.estimates[1].value.approximation - 100_000) < 100)
    #expect(found.quality.schools == 2)
    let alone = try outcome(own + others, FitOptions(pull: 0.01))
    #expect(abs(alone.estimates[0].value.approximation - 4_000) > 10)
  }

  @Test func `a fit that leans on Wales is the same whatever values the file has`() throws {
    let census = Samples.census(schools(12, doubled: 5) + schools(12, authority: 681))
    let options = FitOptions(pull: 0.01, squaresTo: 0.01, leansOnWales: true)
    let first = try Fit(formula: formula, census: census, options: options).outcome()
    let again = try Fit(formula: first.formula, census: census, options: options).outcome()
    #expect(again.estimates.map(\.value) == first.estimates.map(\.value))
    #expect(again.schools == first.schools)
  }

  @Test func `a school held out is predicted by rates and a start that never saw it`() throws {
    // Ten schools of one authority, no other: what a part held out gets comes from the nine others.
    let found = try outcome(
      schools(10, doubled: 0),
      FitOptions(holdsTotal: false, pull: 0.01, squaresTo: 0.01, leansOnWales: true))
    let odd = try #require(found.schools.first)
    let heldOut = try #require(odd.heldOut)
    // Its own £600,000 is unseen: 50 pupils are worth £300,000 by the others.
    #expect(odd.published == Money(pounds: 600_000))
    #expect(abs(heldOut - 300_000) < 100)
  }
}
