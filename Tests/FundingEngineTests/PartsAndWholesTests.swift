import FundingEngine
import FundingModel
import FundingTestSupport
import Testing

/// What must hold of every allocation, however it is asked for.
@Suite struct PartsAndWholesTests {
  typealias Case = ReferencePropertyTests.Case

  /// Calls a check with every seed whose formula can be worked out.
  func everySuccess(
    _ seeds: Range<UInt64> = 0..<150,
    _ check: (UInt64, Case, FormulaAllocation) throws -> Void
  ) throws {
    var checked = 0
    for seed in seeds {
      let work = Case(seed: seed)
      guard let allocation = try? work.allocation() else { continue }
      checked += 1
      try check(seed, work, allocation)
    }
    #expect(checked > seeds.count / 3)
  }

  @Test func `any split of the schools gives the same pennies`() throws {
    try everySuccess { seed, work, whole in
      let plan = try work.plan()
      let middle = work.rows.count / 2
      let parts = try plan.amounts(of: 0..<middle) + plan.amounts(of: middle..<work.rows.count)
      #expect(parts == whole.amounts, "seed \(seed)")
      let none = try plan.amounts(of: 0..<0)
      #expect(none.isEmpty)
    }
  }

  @Test func `pupils in another order, or counted in two goes, get the same pennies`() throws {
    try everySuccess { seed, work, whole in
      var random = SplitMix64(seed: seed &+ 1000)
      let shuffled = Shuffling.shuffle(work.census, &random)
      let again = try work.allocation(of: shuffled)
      #expect(again.amounts == whole.amounts, "seed \(seed)")
    }
  }

  @Test func `a statement adds up to the share, part by part`() throws {
    try everySuccess { seed, work, whole in
      let plan = try work.plan()
      for position in work.rows.indices {
        let statement: Statement
        do throws(EvaluationFailures) { statement = try plan.statement(at: position) } catch {
          // Only a share that needs no full-time equivalent can do without one.
          #expect(
            error.failures.allSatisfy { $0.reason == .noValue(field: "fte", level: .pupil) },
            "seed \(seed): \(error)")
          continue
        }
        #expect(statement.lines.map(\.amount) == Array(whole.amounts(at: position)))
        #expect(statement.share == whole.share(at: position), "seed \(seed)")
        let exact = try plan.exactAmounts(at: position)
        for (index, line) in statement.lines.enumerated() {
          let sum = try line.parts.reduce(Rational.zero) { try $0.adding($1.amount) }
          #expect(sum == line.exact, "seed \(seed), \(line.line.name)")
          for part in line.parts {
            let product = try part.rate.multiplied(by: part.driver)
            #expect(product == part.amount)
          }
          guard index < exact.count else { continue }
          if case .quantum = work.formula.factors[index].each { continue }
          #expect(line.exact == exact[index], "seed \(seed), \(line.line.name)")
        }
      }
    }
  }

  @Test func `the shares of a quantum add up to it`() throws {
    var shared = 0
    try everySuccess { seed, work, whole in
      for (index, factor) in work.formula.factors.enumerated() {
        guard case .quantum(.constant(let total), .formula) = factor.each, !work.rows.isEmpty
        else { continue }
        let sum = whole.rows.indices.reduce(Money.zero) {
          $0 + whole.amounts[$1 * whole.lines.count + index]
        }
        #expect(sum.pounds == total, "seed \(seed)")
        shared += 1
      }
    }
    #expect(shared > 2)
  }

  @Test func `without rounding of factors the share is the rounded sum of exact amounts`() throws {
    var seen = 0
    try everySuccess { seed, work, whole in
      guard work.formula.rounding.factor == nil, work.formula.adjustments.isEmpty else { return }
      let plan = try work.plan()
      for position in work.rows.indices {
        let exact = try plan.exactAmounts(at: position).reduce(BigRational.zero) {
          $0 + BigRational($1)
        }
        let pence = exact * BigRational(Rational(100))
        #expect(
          whole.share(at: position).pence == Int64(pence.rounded(work.formula.rounding.mode)),
          "seed \(seed)")
        seen += 1
      }
    }
    #expect(seen > 5)
  }
}
