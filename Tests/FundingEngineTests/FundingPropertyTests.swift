import FundingEngine
import FundingModel
import FundingTestSupport
import Testing

/// What must hold of formulae as finance officers read them: pupils bring money, and money that is
/// kept apart stays apart.
@Suite struct FundingPropertyTests {
  typealias Case = ReferencePropertyTests.Case
  typealias Properties = ProtectionPropertyTests

  /// The formula with every pupil-led amount at nought or above.
  static func withoutNegativeAmounts(_ formula: Formula) -> Formula {
    formula.with(
      factors: formula.factors.map { factor in
        switch factor.each {
        case .school, .place, .quantum: factor
        case .pupil, .head:
          Factor(
            name: factor.name, title: factor.title, purpose: factor.purpose,
            regulation: factor.regulation, structure: factor.structure, each: factor.each,
            condition: factor.condition,
            amount: .call(.max, [factor.amount, .constant(.zero)], factor.place),
            place: factor.place)
        }
      }, adjustments: [])
  }

  /// The census with one more pupil in one of a school's entries.
  static func adding(pupil entry: Int, to census: Census) -> Census {
    var counts = census.pupils.counts
    counts[entry] += 1
    return Census(
      schools: census.schools,
      pupils: PupilTable(
        columns: census.pupils.columns, starts: census.pupils.starts,
        pupils: census.pupils.pupils, counts: counts))
  }

  @Test func `more pupils never bring less in a pupil-led factor`() throws {
    var (checked, risen) = (0, 0)
    for seed in UInt64(0)..<800 {
      let work = Case(seed: seed)
      let formula = Self.withoutNegativeAmounts(work.formula)
      // What a pupil is worth may not go by how many there are.
      let lines = formula.factors.indices.filter { index in
        let factor = formula.factors[index]
        switch factor.each {
        case .school, .place, .quantum: return false
        case .pupil, .head:
          return !factor.amount.goesByOtherPupils(formula)
            && factor.condition?.goesByOtherPupils(formula) != true
        }
      }
      guard !lines.isEmpty,
        let before = try? work.plan(of: nil, formula),
        let old = try? before.allocation()
      else { continue }
      for (position, row) in work.rows.enumerated() {
        guard let entry = work.census.pupils.entries(ofSchool: row).last else { continue }
        let census = Self.adding(pupil: entry, to: work.census)
        guard let after = try? work.plan(of: census, formula),
          let new = try? after.allocation()
        else { continue }
        for other in work.rows.indices {
          let (exactOld, exactNew) = (
            try before.exactAmounts(at: other), try after.exactAmounts(at: other)
          )
          for line in lines {
            // Lines that are only shown in pennies move with their neighbours: these go by the
            // exact amounts.
            let isRounded = formula.rounding.factor != nil
            let (a, b) = (
              Array(old.amounts(at: other))[line], Array(new.amounts(at: other))[line]
            )
            guard other == position else {
              #expect(exactOld[line] == exactNew[line] && (!isRounded || a == b), "seed \(seed)")
              continue
            }
            #expect(exactNew[line] >= exactOld[line], "seed \(seed), \(line)")
            if isRounded { #expect(b >= a, "seed \(seed), \(line)") }
            checked += 1
            if exactNew[line] > exactOld[line] { risen += 1 }
          }
        }
      }
    }
    #expect(checked > 200 && risen > 60, "\(checked) \(risen)")
  }

  /// A formula with a sum that all schools share alike.
  static func formula(_ work: Case, pot pounds: Int, _ adjustments: [Adjustment]) -> Formula {
    let pot = Factor(
      name: "pot", title: BilingualText(en: "Pot", cy: "Pot"), purpose: .other,
      regulation: .other, structure: .assumed,
      each: .quantum(total: .constant(Rational(pounds)), within: .formula), condition: nil,
      amount: .constant(.one), place: Properties.place)
    // Without rounding of factors a school's sum is rounded with the pot in it, so that a half penny
    // may go the other way: that is no adjustment's doing.
    let rounding = work.formula.rounding.factor == nil ? .standard : work.formula.rounding
    let formula = work.formula.with(
      factors: work.formula.factors + [pot], adjustments: adjustments)
    return formula.with(rates: formula.rates, rounding: rounding)
  }

  @Test(arguments: Adjustment.CapTotal.allCases)
  func `adjustments leave the quantum where told to`(total: Adjustment.CapTotal) throws {
    var (checked, moved, adjusted) = (0, 0, 0)
    for seed in UInt64(0)..<250 {
      let work = Case(seed: seed)
      let change = Int64(seed % 9) * 100 - 850
      var random = SplitMix64(seed: seed &+ 5000)
      let before = RandomBaseline.make(
        &random, of: Self.formula(work, pot: 5_001, []), census: work.census)
      func allocation(_ pounds: Int, leavingOut: [String]) -> FormulaAllocation? {
        let formula = Self.formula(
          work, pot: pounds,
          [
            Properties.floor(change, leavingOut: leavingOut),
            CapTotalTests.cap(change + 10, leavingOut: leavingOut, total: total),
          ])
        return try? Engine(census: work.census).plan(
          formula, rows: work.rows, runRows: work.runRows, year: ReferencePropertyTests.year,
          baselines: [before]
        ).allocation()
      }
      guard !work.rows.isEmpty,
        let plain = try? work.plan(of: nil, Self.formula(work, pot: 5_001, [])).allocation(),
        let small = allocation(5_001, leavingOut: ["pot"]),
        let large = allocation(95_003, leavingOut: ["pot"]),
        let smallIn = allocation(5_001, leavingOut: []),
        let largeIn = allocation(95_003, leavingOut: [])
      else { continue }
      checked += 1
      let pot = work.formula.factors.count
      #expect(CapTotalTests.sum(small, pot) == 500_100, "seed \(seed)")
      #expect(CapTotalTests.sum(large, pot) == 9_500_300, "seed \(seed)")
      for position in work.rows.indices {
        let lines = small.amounts(at: position)
        #expect(lines.prefix(pot + 1) == plain.amounts(at: position), "seed \(seed)")
        // A pot of another size moves neither the floor nor the cap by a penny.
        #expect(lines.suffix(2) == large.amounts(at: position).suffix(2), "seed \(seed)")
        if lines.suffix(2).contains(where: { $0 != .zero }) { adjusted += 1 }
      }
      // Where it isn't left out it does.
      if work.rows.indices.contains(where: {
        smallIn.amounts(at: $0).suffix(2) != largeIn.amounts(at: $0).suffix(2)
      }) {
        moved += 1
      }
    }
    #expect(checked > 80 && moved > 40 && adjusted > 80, "\(checked) \(moved) \(adjusted)")
  }
}

extension Formula {
  fileprivate func with(factors: [Factor], adjustments: [Adjustment]) -> Formula {
    Formula(
      name: name, path: path, reach: reach, year: year, title: title, status: status,
      sources: sources, rates: rates, definitions: definitions, factors: factors,
      adjustments: adjustments, rounding: rounding)
  }
}

extension Amount {
  /// Whether a pupil's amount goes by how many pupils there are.
  fileprivate func goesByOtherPupils(_ formula: Formula) -> Bool {
    switch self {
    case .constant: false
    case .field(let field): field.name == "roll"
    case .rate(let lookup):
      lookup.keys.contains { key in
        switch key {
        case .fixed: false
        case .field(let field): field.name == "roll"
        case .number(let amount): amount.goesByOtherPupils(formula)
        }
      }
    case .definition(let index):
      formula.definitions[index].amount.goesByOtherPupils(formula)
    case .negate(let x): x.goesByOtherPupils(formula)
    case .sum(let x, let y), .difference(let x, let y), .product(let x, let y),
      .quotient(let x, let y, _):
      x.goesByOtherPupils(formula) || y.goesByOtherPupils(formula)
    case .call(_, let arguments, _): arguments.contains { $0.goesByOtherPupils(formula) }
    case .choice(let condition, let x, let y):
      condition.goesByOtherPupils(formula) || x.goesByOtherPupils(formula)
        || y.goesByOtherPupils(formula)
    case .pupils, .heads, .sumOverPupils, .meanOverPupils, .overAuthority, .overRun: true
    }
  }
}

extension Condition {
  /// Whether it goes by how many pupils there are.
  fileprivate func goesByOtherPupils(_ formula: Formula) -> Bool {
    switch self {
    case .always: false
    case .flag(let field), .among(let field, _): field.name == "roll"
    case .compare(let x, _, let y):
      x.goesByOtherPupils(formula) || y.goesByOtherPupils(formula)
    case .within(let x, let y, let z):
      [x, y, z].contains { $0.goesByOtherPupils(formula) }
    case .and(let x, let y), .or(let x, let y):
      x.goesByOtherPupils(formula) || y.goesByOtherPupils(formula)
    case .not(let x): x.goesByOtherPupils(formula)
    }
  }
}
