import FundingModel
import Testing

@testable import FundingBatch

@Suite struct FittingTests {
  /// Twenty schools whose published budgets per pupil come from £4,123.45 a pupil, £98,765.40 a
  /// school and £1,850 a pupil with free school meals.
  private func schools(outlier: Bool = false) -> [Samples.School] {
    (0..<20).map { index in
      let heads = Int64(40 + 20 * (index * 7 % 20))
      let meals = heads * Int64(index * 3 % 11) / 20
      let budget = 412_345 * heads + 9_876_540 + 185_000 * meals
      return Samples.School(
        number: 6_720_001 + index, pupils: ["3": heads], stated: Int(heads),
        budgetPerPupil: budget / heads + (outlier && index == 4 ? 300_000 : 0), fsm: meals)
    }
  }

  private func formula(
    bounds: RateBounds? = nil, amount: Amount? = nil, definitions: [Definition] = []
  ) -> Formula {
    let meals = Condition.flag(
      FieldReference(name: "fsm", level: .pupil, place: Samples.place))
    return Samples.formula(
      "bridgend", reach: .authority(672),
      rates: [
        Samples.rate("basic", [([], "4000")], fitted: true, bounds: bounds),
        Samples.rate(
          "lump_sum", unit: Unit(["£": 1, "school": -1]), by: "sector", [(["primary"], "90000")],
          otherwise: "500000", fitted: true),
        Samples.rate("meals", [([], "1000")], fitted: true),
        Samples.rate("known", [([], "2")]),
      ], definitions: definitions,
      factors: [
        Samples.factor("basic", amount ?? Samples.lookup(0)),
        Samples.factor("lump_sum", each: .school, Samples.lookup(1, "sector", .school)),
        Samples.factor("meals", where: meals, Samples.lookup(2)),
        Samples.factor("known", Samples.lookup(3)),
      ])
  }

  @Test func `rates that made the budgets are found again`() throws {
    let outcome = try Fit(formula: formula(), census: Samples.census(schools())).outcome()
    let values = outcome.estimates.map(\.value.approximation)
    // £2 of £4,123.45 is a rate already known. Published figures per pupil are cut to the penny.
    #expect(abs(values[0] - 4_121.45) < 0.03)
    #expect(abs(values[1] - 98_765.40) < 3)
    #expect(abs(values[3] - 1_850) < 0.1)
    #expect(outcome.quality.medianError < 1e-5)
    #expect(try #require(outcome.quality.rSquared) > 0.999_999)
    #expect(try #require(outcome.quality.heldOutMedianError) < 1e-5)
    #expect(outcome.estimates[0].text.hasPrefix("£412"))
    #expect(outcome.sectors.map(\.sector) == ["primary"])
    // Rounding the estimates to pennies is all that keeps the totals apart.
    #expect(abs((outcome.modelled - outcome.published).pence) < 5_000)
  }

  @Test func `a value that no school uses stays as it is and says so`() throws {
    let outcome = try Fit(formula: formula(), census: Samples.census(schools())).outcome()
    #expect(outcome.estimates[2].path == ["otherwise"])
    #expect(outcome.estimates[2].value == Rational(500_000))
    #expect(outcome.estimates.map(\.isWeaklyIdentified) == [false, false, true, false])
  }

  @Test func `an estimate stays within its bounds and says where it stopped`() throws {
    let bounds = RateBounds(ranges: ["": Rational(3_000)...Rational(4_050)])
    let outcome = try Fit(formula: formula(bounds: bounds), census: Samples.census(schools()))
      .outcome()
    #expect(outcome.estimates[0].value == Rational(4_050))
    #expect(outcome.estimates[0].bound == .greatest)
    #expect(outcome.estimates[0].text == "£4050.00")
    #expect(abs((outcome.modelled - outcome.published).pence) < 5_000)
  }

  @Test func `no estimate is below nought unless bounds allow it`() throws {
    // Budgets that fall with free school meals.
    let schools = schools().map { school in
      var school = school
      school.budgetPerPupil =
        (school.budgetPerPupil ?? 0) - 400_000 * school.fsm / Int64(school.stated ?? 1)
      return school
    }
    let outcome = try Fit(formula: formula(), census: Samples.census(schools)).outcome()
    #expect(outcome.estimates[3].value == .zero)
    #expect(outcome.estimates[3].bound == .least)
  }

  @Test func `schools far from the others are left out by a stated rule and listed`() throws {
    var schools = schools(outlier: true)
    schools[7].budgetPerPupil = nil
    schools[9].pupils = [:]
    let outcome = try Fit(
      formula: formula(), census: Samples.census(schools),
      options: FitOptions(holdsTotal: false, leavesOutBeyond: 8)
    ).outcome()
    #expect(outcome.leftOut.contains { $0.school == 6_720_008 && $0.reason == .noBudget })
    #expect(outcome.leftOut.contains { $0.school == 6_720_010 && $0.reason == .noPupils })
    let outliers = outcome.leftOut.filter {
      if case .outlier = $0.reason { true } else { false }
    }
    #expect(outliers.map(\.school) == [6_720_005])
    #expect(outcome.quality.schools == 17)
    #expect(abs(outcome.estimates[3].value.approximation - 1_850) < 0.1)
  }

  private func uses(_ formula: Formula) -> [NonlinearUse]? {
    do {
      _ = try Fit(formula: formula, census: Samples.census(schools())).outcome()
      return nil
    } catch .nonlinear(_, _, let uses) {
      return uses
    } catch {
      return []
    }
  }

  @Test func `a rate in a function that bends is named with its place`() {
    let bent = Amount.call(.max, [Samples.lookup(0), .constant(Rational(4_000))], Samples.place)
    #expect(
      uses(formula(amount: bent)) == [
        NonlinearUse(
          rate: "basic", part: "basic", place: Place(line: 40, column: 9), reason: .function(.max))
      ])
  }

  @Test func `a product of two estimates is named on both sides`() {
    #expect(
      uses(formula(amount: .product(Samples.lookup(0), Samples.lookup(2))))?.map(\.reason) == [
        .product(with: "meals"), .product(with: "basic"),
      ])
  }

  @Test func `a divisor, a condition and a definition are seen through`() {
    let place = Samples.place
    #expect(
      uses(formula(amount: .quotient(.constant(.one), Samples.lookup(0), place)))?.map(\.reason)
        == [.divisor])
    let choice = Amount.choice(
      .compare(Samples.lookup(0), .less, .constant(.one)), .constant(.one), Samples.lookup(3))
    #expect(uses(formula(amount: choice))?.map(\.reason) == [.condition])
    let definition = Definition(
      name: "whole", unit: .pounds, amount: .call(.floor, [Samples.lookup(0)], place), place: place)
    #expect(
      uses(formula(amount: .definition(0), definitions: [definition]))?.map(\.part) == ["whole"])
    #expect(
      uses(formula(amount: .quotient(Samples.lookup(0), .constant(Rational(2)), place))) == nil)
  }

  @Test func `a formula without estimates has nothing to fit`() {
    #expect(
      throws: FitFailure.nothingToFit(formula: "national", path: "formulas/national.yaml")
    ) {
      try Fit(formula: Samples.simple(basic: "1", lump: "1"), census: Samples.census(schools()))
        .outcome()
    }
  }

  @Test func `a total that the bounds can't reach is a failure`() {
    let bounds = RateBounds(ranges: ["": Rational(0)...Rational(1)])
    let formula = Samples.formula(
      rates: [Samples.rate("basic", [([], "1")], fitted: true, bounds: bounds)],
      factors: [Samples.factor("basic", Samples.lookup(0))])
    do {
      _ = try Fit(formula: formula, census: Samples.census(schools())).outcome()
      #expect(Bool(false), "the total is out of reach")
    } catch .totalOutOfReach(_, _, _, let nearest) {
      // £1 for each of 20 schools' pupils: 20 × (40 + 190).
      #expect(nearest == Money(pounds: 4_600))
    } catch {
      #expect(Bool(false), "\(error)")
    }
  }

  @Test func `a quantum's total is estimated from the parts that schools get`() throws {
    // £1,000 a pupil, and £200,000 shared out by pupils with free school meals.
    let meals = Condition.flag(FieldReference(name: "fsm", level: .pupil, place: Samples.place))
    let sizes = (0..<12).map { Int64(50 + 30 * ($0 * 5 % 12)) }
    let withMeals = (0..<12).map { Int64($0 % 4) * 10 }
    let all = withMeals.reduce(0, +)
    let schools = (0..<12).map { index in
      Samples.School(
        number: 6_720_001 + index, pupils: ["3": sizes[index]], stated: Int(sizes[index]),
        budgetPerPupil: 100_000 + 20_000_000 * withMeals[index] / all / sizes[index],
        fsm: withMeals[index])
    }
    let formula = Samples.formula(
      rates: [
        Samples.rate("basic", [([], "900")], fitted: true),
        Samples.rate("pot", unit: .pounds, [([], "100000")], fitted: true),
      ],
      factors: [
        Samples.factor("basic", Samples.lookup(0)),
        Samples.factor(
          "pot", each: .quantum(total: Samples.lookup(1), within: .formula), .pupils(meals)),
      ])
    let outcome = try Fit(formula: formula, census: Samples.census(schools)).outcome()
    #expect(abs(outcome.estimates[0].value.approximation - 1_000) < 0.05)
    #expect(abs(outcome.estimates[1].value.approximation - 200_000) < 60)
  }

  @Test func `a minimum per pupil bends every estimate and is named`() {
    let minimum = Adjustment(
      name: "minimum_per_pupil", kind: .minimumPerPupil(.constant(Rational(4_000))),
      place: Place(line: 60, column: 5))
    let plain = formula()
    let bent = Formula(
      name: plain.name, path: plain.path, reach: plain.reach, year: plain.year, title: plain.title,
      status: plain.status, sources: [], rates: plain.rates, definitions: [],
      factors: plain.factors, adjustments: [minimum])
    #expect(uses(bent)?.map(\.rate) == ["basic", "lump_sum", "meals"])
    #expect(uses(bent)?.map(\.reason).first == .adjustment("minimum_per_pupil"))
  }

  @Test func `estimates are what a file can say`() {
    #expect(Unit.pounds.written(Unit.pounds.rounded(1_234.567)) == "£1234.57")
    #expect(Unit.pounds.written(Unit.pounds.rounded(-0.5)) == "-£0.50")
    #expect(Unit.number.written(Unit.number.rounded(0.012_345_678)) == "0.0123457")
    #expect(Unit.number.written(Unit.number.rounded(27.123_456)) == "27.1235")
    #expect(Unit.number.written(Unit.number.rounded(0)) == "0")
  }
}
