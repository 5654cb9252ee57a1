import FundingModel
import Testing

@testable import FundingBatch

@Suite struct FormulaRulesTests {
  private let fsm = FieldReference(name: "fsm", level: .pupil, place: Samples.place)
  private let decile = FieldReference(name: "wimd_decile", level: .pupil, place: Samples.place)

  /// £4,000 a pupil, £50,000 a school, £2,000 for needs by free meals.
  private func formula(_ status: Formula.Status = .illustrative, need: Factor? = nil) -> Formula {
    let plain = Samples.simple(basic: "4000", lump: "50000")
    let needs = Samples.factor(
      "needs", each: .head, regulation: .alnUnstatemented, where: .flag(fsm),
      .constant(Rational(2_000)))
    return Formula(
      name: plain.name, path: plain.path, reach: .any, year: plain.year, title: plain.title,
      status: status, sources: [], rates: plain.rates, definitions: [],
      factors: plain.factors + [need ?? needs])
  }

  private let census = Samples.census([
    .init(number: 6_720_001, pupils: ["3": 100], fsm: 20),
    .init(number: 6_720_002, sector: "nursery", pupils: ["N2": 10]),
    .init(number: 6_720_003, sector: "special", pupils: ["3": 10], fsm: 10),
    .init(number: 6_810_001, authority: 681, pupils: ["3": 50]),
  ])

  private func pupilLed(_ rules: FormulaRules) throws -> RegulationReading {
    for reading in rules.readings {
      if case .pupilLed(let found?) = reading.finding { return found }
    }
    throw Missing()
  }

  private func need(_ rules: FormulaRules) throws -> NeedAmountReading {
    for reading in rules.readings {
      if case .needAmount(let found) = reading.finding { return found }
    }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test func `the parts of regulation 23 are shown, and (d) counts up to 5% in each authority`()
    throws
  {
    let reading = try pupilLed(FormulaRules.of(formula(), census: census))
    // 160 pupils × £4,000, the special school's 10 left out; 3 schools × £50,000; 20 × £2,000.
    let amounts = Dictionary(
      uniqueKeysWithValues: reading.parts.map { ($0.tag, $0.amount) })
    #expect(amounts[.pupilNumbers] == Money(pounds: 640_000))
    #expect(amounts[.alnUnstatemented] == Money(pounds: 40_000))
    #expect(amounts[.other] == Money(pounds: 150_000))
    #expect(reading.allocated == Money(pounds: 830_000))
    #expect(reading.schools == 3)
    // Without the nursery school's £90,000.
    #expect(reading.capBase == Money(pounds: 740_000))
    // 672's primary school is allocated £490,000, of which 5% is £24,500; 681 has no such money.
    let needs = try #require(reading.parts.first { $0.tag == .alnUnstatemented })
    #expect(needs.counted == Rational(24_500))
    #expect(reading.counted == Rational(664_500))
    #expect(reading.share == (try Rational(6_645, over: 8_300)))
    #expect(reading.isMet == true)
  }

  @Test func `below 70% is said, and exactly 70% is enough`() throws {
    func reading(lump: String) throws -> RegulationReading {
      let census = Samples.census([.init(number: 6_720_001, pupils: ["3": 100])])
      return try pupilLed(
        FormulaRules.of(Samples.simple(basic: "7000", lump: lump), census: census))
    }
    #expect(try reading(lump: "300000").share == (try Rational(7, over: 10)))
    #expect(try reading(lump: "300000").isMet == true)
    #expect(try reading(lump: "300000.01").isMet == false)
  }

  @Test func `without schools, or with special schools alone, nothing is worked out`() throws {
    let special = Samples.census([.init(number: 6_720_003, sector: "special")])
    for census in [nil, special] {
      let rules = try FormulaRules.of(formula(), census: census)
      #expect(rules.readings.first?.finding == .pupilLed(nil))
    }
  }

  @Test func `each formula is held against its own year's rules, or another's`() throws {
    let own = try FormulaRules.of(formula(), census: nil)
    #expect(own.readings.map(\.rule.name) == ["pupil_led_70", "rest_of_2010"])
    let later = try FormulaRules.of(formula(), census: nil, year: FundingYear(start: 2027))
    // Rates without a later date stay those of 2024-25.
    #expect(later.rateYear == FundingYear(start: 2024))
    #expect(later.readings.first?.rule.name == "need_amount")
    #expect(
      later.readings.first { $0.rule.name == "pupil_led_70_after" }?.finding == .notChecked)
    let before = try FormulaRules.of(formula(), census: nil, year: FundingYear(start: 2009))
    #expect(before.readings.isEmpty)
    #expect(before.rateYear == FundingYear(start: 2024))
  }

  @Test func `an amount for each pupil counts whether its amount or its condition reads need`() {
    let amount = Samples.factor(
      "area",
      .choice(
        .compare(.field(decile), .less, .constant(Rational(3))), .constant(.one), .constant(.zero)))
    let condition = Samples.factor("meals", each: .head, where: .flag(fsm), .constant(.one))
    #expect(NeedAmountReading(of: formula(need: amount)).found.map(\.fields) == [["wimd_decile"]])
    #expect(NeedAmountReading(of: formula(need: condition)).found.map(\.factor) == ["meals"])
    let meals = NeedAmountReading(of: formula(need: condition))
    #expect(meals.verdict(of: .illustrative) == .found)
    // A fitted formula that only assumes the factor says nothing of the authority's own.
    #expect(meals.verdict(of: .fitted) == .assumed)
  }

  @Test func `a school's own amount counts for deprivation only; protection doesn't count`() throws
  {
    func factor(_ purpose: Purpose, _ amount: Amount) -> Factor {
      Factor(
        name: "x", title: BilingualText(en: "x", cy: "x"), purpose: purpose, regulation: .other,
        structure: .published("s"), each: .school, condition: nil, amount: amount,
        place: Samples.place)
    }
    let meals = Amount.heads(.flag(fsm))
    let protected = Amount.heads(
      .flag(FieldReference(name: "fsm_protected", level: .pupil, place: Samples.place)))
    let deprivation = NeedAmountReading(of: formula(need: factor(.deprivation, meals)))
    #expect(deprivation.found.map(\.factor) == ["x"])
    #expect(deprivation.verdict(of: .fitted) == .found)
    #expect(NeedAmountReading(of: formula(need: factor(.other, meals))).found.isEmpty)
    let other = NeedAmountReading(of: formula(need: factor(.deprivation, protected)))
    #expect(other.found.isEmpty)
    #expect(other.others == ["x"])
    #expect(other.verdict(of: .published) == .missing)
  }

  @Test func `a factor is found through a definition`() {
    let plain = formula(need: Samples.factor("meals", .definition(0)))
    let through = Formula(
      name: plain.name, path: plain.path, reach: .any, year: plain.year, title: plain.title,
      status: .published, sources: [], rates: plain.rates,
      definitions: [
        Definition(
          name: "poor", unit: .pupil, amount: .heads(.flag(fsm)), place: Samples.place)
      ], factors: plain.factors)
    #expect(NeedAmountReading(of: through).found.map(\.factor) == ["meals"])
  }

  @Test func `an amount that pays nothing, or nothing in a sector, is no amount there`() throws {
    let year = FundingYear(start: 2027)
    let schools = Samples.census([
      .init(number: 6_720_001, pupils: ["3": 100], fsm: 20),
      .init(number: 6_724_001, sector: "secondary", pupils: ["8": 100], fsm: 30),
    ])
    let primary = Condition.and(
      .flag(fsm),
      .among(FieldReference(name: "sector", level: .school, place: Samples.place), ["primary"]))
    let half = try need(
      FormulaRules.of(
        formula(
          need: Samples.factor("meals", each: .head, where: primary, .constant(Rational(500)))),
        census: schools, year: year))
    #expect(half.amounts?.map(\.amount) == [Money(pounds: 10_000), .zero])
    #expect(half.unpaidSectors == ["secondary"])
    #expect(half.verdict(of: .published) == .partial)
    let none = try need(
      FormulaRules.of(
        formula(need: Samples.factor("meals", each: .head, where: .flag(fsm), .constant(.zero))),
        census: schools, year: year))
    #expect(none.verdict(of: .published) == .missing)
  }
}
