import FundingFiles
import FundingModel
import Testing

@testable import FundingBatch

/// What formulae pay the reference schools, worked out by hand from Wales's pupils by year group.
@Suite struct FormulaComparisonTests {
  /// Primary pupils of Wales by year group (N1 5,370, N2 28,925, R 32,975, then 33,755, 34,860,
  /// 35,285, 34,695, 34,045, 34,895; 274,805 in all), of which 210 by largest remainder.
  private let typical = [4, 22, 25, 26, 27, 27, 26, 26, 27]

  private func formula(
    _ name: String = "bridgend", authority: String = "672", each: String = "school",
    amount: String = "lump_sum", definitions: String = "", extra: String = ""
  ) throws -> Formula {
    let text = """
      cyllido: 1
      formula: \(name)
      authority: \(authority)
      year: 2024-25
      title: {en: Example, cy: Enghraifft}
      status: illustrative
      sources: {made: {title: "Made up"}}
      rates:
        basic:
          unit: £/pupil
          by: year_group
          values: {N1..N2: £3000, R..2: £4000, 3..6: £3500}
          otherwise: £5000
          source: made
        meals: {unit: £/pupil, value: £1234.56, source: made}
        lump_sum: {unit: £/\(each), value: £100000, source: made}
      \(definitions)
      factors:
        basic:
          title: {en: Basic, cy: Sylfaenol}
          purpose: basic
          regulation: pupil_numbers
          structure: assumed
          each: pupil
          amount: basic[year_group]
        meals:
          title: {en: Meals, cy: Prydau}
          purpose: deprivation
          regulation: other
          structure: assumed
          each: head
          where: fsm
          amount: meals
        lump_sum:
          title: {en: Lump sum, cy: Cyfandaliad}
          purpose: fixed
          regulation: other
          structure: assumed
          each: \(each)
          amount: \(amount)
      \(extra)

      """
    return try FormulaFile(
      source: SourceFile(path: "formulas/\(name).yaml", bytes: Array(text.utf8)),
      fields: .standard
    ).formula
  }

  private func place(_ name: String) throws -> Int {
    try #require(ReferenceSchool.all.firstIndex { $0.name == name })
  }

  private func amounts(_ share: ReferenceShare) throws -> PurposeAmounts {
    guard case .worked(let amounts) = share else {
      throw Unexpected(what: "\(share)")
    }
    return amounts
  }

  private struct Unexpected: Error { let what: String }

  private func heads(_ codes: [PupilAttributes.Code], _ step: Int, _ radix: Int) -> [Int] {
    (0..<radix).map { value in codes.count { $0 / step % radix == value } }
  }

  @Test func `a primary school of 210 has Wales's year groups and exactly its free meals`() throws {
    for (percent, eligible) in [(10, 21), (20, 42), (40, 84)] {
      let codes = ReferencePupils(
        ReferenceSchool(sector: "primary", pupils: 210, freeMealsPercent: percent),
        facts: Modelling.facts
      ).codes
      #expect(codes.count == 210)
      let years = heads(codes, PupilAttributes.yearStep, PupilAttributes.years)
      #expect(Array(years.prefix(9)) == typical)
      #expect(heads(codes, PupilAttributes.mealsStep, 3)[2] == eligible)
    }
  }

  @Test func `free meals are spread over the year groups as evenly as pupils can be`() throws {
    let codes = ReferencePupils(
      ReferenceSchool(sector: "primary", pupils: 210, freeMealsPercent: 20), facts: Modelling.facts
    ).codes
    for (year, count) in typical.enumerated() {
      let eligible = codes.count {
        $0 / PupilAttributes.yearStep == year && $0 / PupilAttributes.mealsStep % 3 == 2
      }
      // A fifth of the year, give or take less than one pupil at either end.
      #expect(abs(eligible * 5 - count) < 10)
    }
  }

  @Test func `every formula has the same pupils, and no authority's own`() throws {
    let reference = ReferenceCensus(ReferenceSchool.all, facts: Modelling.facts)
    let (one, other) = (reference.census(authority: 672), reference.census(authority: 681))
    #expect(Modelling.areEqual(one.pupils, other.pupils))
    #expect(one.schools.authorities.allSatisfy { $0 == 672 })
    #expect(other.schools.authorities.allSatisfy { $0 == 681 })
    for (row, school) in ReferenceSchool.all.enumerated() {
      #expect(one.pupils.heads(ofSchool: row) == Int64(school.pupils))
    }
  }

  @Test func `a share is what a person with the rates and a pencil finds`() throws {
    let comparison = FormulaComparison.of([try formula()], facts: Modelling.facts)
    let shares = comparison.formulas[0].shares
    // 26 nursery children × ½ × £3,000 + 78 × £4,000 + 106 × £3,500 = £722,000.
    for (name, meals) in [
      ("primary-210-fsm10", 2_592_576), ("primary-210-fsm20", 5_185_152),
      ("primary-210-fsm40", 10_370_304),
    ] {
      let amounts = try amounts(shares[place(name)])
      #expect(amounts.amount(.purpose(.basic)) == Money(pounds: 722_000))
      #expect(amounts.amount(.purpose(.deprivation)) == Money(pence: Int64(meals)))
      #expect(amounts.amount(.purpose(.fixed)) == Money(pounds: 100_000))
      #expect(amounts.amount(.purpose(.aln)) == nil)
      #expect(amounts.total == Money(pence: 82_200_000 + Int64(meals)))
    }
    // 1,500 pupils × £5,000 + 300 × £1,234.56 + £100,000.
    let secondary = try amounts(shares[place("secondary-1500-fsm20")])
    #expect(secondary.total == Money(pence: 750_000_000 + 37_036_800 + 10_000_000))
  }

  @Test func `what needs an unknown field or other schools is said, never nought`() throws {
    let area = try formula(each: "school", amount: "lump_sum * floor_area / floor_area")
    let places = try formula(each: "place")
    let shared = try formula(each: "school", amount: "lump_sum * roll / authority(roll)")
    let comparison = FormulaComparison.of([area, places, shared], facts: Modelling.facts)
    for (formula, field) in zip(comparison.formulas, ["floor_area", "places"]) {
      for share in formula.shares {
        guard case .notWorked(.evaluation(let failures)) = share else {
          Issue.record("a formula that needs \(field) was worked out: \(share)")
          continue
        }
        #expect(
          failures.failures.first?.reason == .noColumn(field: field, level: .school)
            || failures.failures.first?.reason == .noValue(field: field, level: .school))
      }
    }
    #expect(
      comparison.formulas[2].shares.allSatisfy {
        $0 == .notWorked(.otherSchools(part: "lump_sum"))
      })
  }

  @Test func `a floor goes by an earlier share, which no reference school has`() throws {
    let floor = try formula(extra: "adjustments: [{floor: {change: -1.5%, against: previous}}]")
    let comparison = FormulaComparison.of([floor], facts: Modelling.facts)
    #expect(
      comparison.formulas[0].shares.allSatisfy { $0 == .notWorked(.noEarlierShare(part: "floor")) })
  }

  @Test func `a school that no factor reaches is not covered, rather than worth nothing`() throws {
    let none = try formula(amount: "lump_sum").with(
      factors: { $0.name == "meals" }, where: "sector", is: "secondary")
    let comparison = FormulaComparison.of([none], facts: Modelling.facts)
    #expect(
      comparison.formulas[0].shares[try place("primary-30-fsm10")] == .notWorked(.nothingPaid))
    // 60 of 600 × £1,234.56.
    let secondary = try amounts(comparison.formulas[0].shares[place("secondary-600-fsm10")])
    #expect(secondary.total == Money(pence: 7_407_360))
  }

  @Test func `the cheapest and dearest are of authorities' own formulae`() throws {
    let cheap = try formula("bridgend")
    let dear = try formula("cardiff", authority: "681", amount: "lump_sum * 2")
    let national = try formula("national", authority: "any", amount: "lump_sum * 9")
    let comparison = FormulaComparison.of([national, dear, cheap], facts: Modelling.facts)
    let range = try #require(comparison.range(ofSchool: try place("primary-210-fsm20")))
    #expect(range.cheapest.name == "bridgend")
    #expect(range.dearest.name == "cardiff")
    #expect(range.greatest - range.least == Money(pounds: 100_000))
    // £973,851.52 ÷ £873,851.52.
    #expect(range.ratio == (try Rational(97_385_152, over: 87_385_152)))
    #expect(
      FormulaComparison.of([cheap, national], facts: Modelling.facts).range(ofSchool: 0) == nil)
  }

  @Test func `complexity counts every part once`() throws {
    // 3 factors, 3 rates, 4 + 1 + 1 values, the one condition `fsm`.
    let plain = FormulaComplexity(of: try formula())
    #expect(plain.cells == 6)
    #expect(plain.constructs == 1)
    #expect(plain.score == 13)
    // Besides: 1 definition, ceil, if and max, pupils(…) once, `year_group in R..2` and
    // `classes > 3`.
    let rich = FormulaComplexity(
      of: try formula(
        amount: "if(classes > 3, max(lump_sum, lump_sum * 2), lump_sum)",
        definitions: "definitions: {classes: ceil(pupils(year_group in R..2) / 30)}"))
    #expect(rich.functions == ["ceil", "if", "max"])
    #expect(rich.aggregates == 1)
    #expect(rich.conditions == 3)
    #expect(rich.definitions == 1)
    #expect(rich.score == 13 + 1 + 3 + 1 + 2)
  }
}

extension Formula {
  /// This formula with some factors only, for schools of one category.
  fileprivate func with(
    factors keeps: (Factor) -> Bool, where field: String, is category: String
  ) -> Formula {
    let place = Place(line: 1, column: 1)
    return Formula(
      name: name, path: path, reach: reach, year: year, title: title, status: status,
      sources: sources, rates: rates, definitions: definitions,
      factors: factors.filter(keeps).map { factor in
        let among = Condition.among(
          FieldReference(name: field, level: .school, place: place), [category])
        return Factor(
          name: factor.name, title: factor.title, purpose: factor.purpose,
          regulation: factor.regulation, structure: factor.structure, each: factor.each,
          condition: factor.condition.map { .and(among, $0) } ?? among, amount: factor.amount,
          place: factor.place)
      })
  }
}
