import BigInt
import FundingEngine
import FundingModel
import FundingTestSupport
import Testing

/// Caps that may take no more than floors give.
@Suite struct CapTotalTests {
  typealias Case = ReferencePropertyTests.Case
  typealias Properties = ProtectionPropertyTests

  static func cap(
    _ change: Int64, scale: Int64 = 1000, leavingOut: [String] = [],
    total: Adjustment.CapTotal = .given, name: String = "cap"
  ) -> Adjustment {
    Adjustment(
      name: name,
      kind: .cap(
        Properties.protection(change, leavingOut: leavingOut),
        scale: Properties.thousandths(scale), total: total), place: Properties.place)
  }

  /// Floors and caps close to the baseline, in several orders.
  static func adjustments(_ seed: UInt64, total: Adjustment.CapTotal = .given) -> [Adjustment] {
    let change = Int64(seed % 11) * 10 - 60
    switch seed % 4 {
    case 0: return [Properties.floor(change), cap(change, total: total)]
    case 1:
      return [Properties.minimum(5), Properties.floor(change), cap(change + 5, total: total)]
    case 2:
      return [
        Properties.floor(change), cap(change + 1, scale: 700, total: total),
        Properties.minimum(50), cap(change + 10, total: total, name: "cap_2"),
      ]
    default:
      return [
        Properties.floor(change), cap(change + 100, scale: 400, total: .free, name: "cap_1"),
        cap(change, scale: 900, total: total),
      ]
    }
  }

  /// A case with a baseline near its own shares, so that some schools gain and some lose.
  struct Trial {
    let work: Case
    let before: Allocation

    /// - Returns: nil where the formula can't be worked out, whatever its adjustments.
    init?(seed: UInt64) {
      work = Case(seed: seed)
      let formula = CapTotalTests.formula(work, [])
      guard let plain = try? work.plan(of: nil, formula).allocation() else { return nil }
      var random = SplitMix64(seed: seed &+ 9000)
      let near = plain.amounts.map { Money(pence: $0.pence / 100 * Int64(70 + random.below(60))) }
      before = Allocation(
        run: RandomBaseline.name, year: ReferencePropertyTests.year,
        groups: [
          FormulaAllocation(formula: formula, rows: plain.rows, lines: plain.lines, amounts: near)
        ], schoolCount: work.census.schools.count)
    }

    func plan(_ adjustments: [Adjustment]) throws(EvaluationFailures) -> Plan {
      try Engine(census: work.census).plan(
        CapTotalTests.formula(work, adjustments), rows: work.rows, runRows: work.runRows,
        year: ReferencePropertyTests.year, baselines: [before])
    }
  }

  static func formula(_ work: Case, _ adjustments: [Adjustment]) -> Formula {
    work.formula.with(
      rates: work.formula.rates, adjustments: adjustments, rounding: work.formula.rounding)
  }

  static func sum(_ allocation: FormulaAllocation, _ line: Int) -> Int64 {
    allocation.rows.indices.reduce(0) { $0 + Array(allocation.amounts(at: $1))[line].pence }
  }

  @Test func `the reference takes the same pennies, for any split of the schools`() throws {
    var (held, free) = (0, 0)
    for seed in UInt64(0)..<300 {
      guard let trial = Trial(seed: seed), let plan = try? trial.plan(Self.adjustments(seed)),
        let whole = try? plan.allocation()
      else { continue }
      let work = trial.work
      let expected = ReferenceEngine(
        plan.formula, census: work.census, rows: work.rows, runRows: work.runRows,
        year: ReferencePropertyTests.year, baselines: [trial.before]
      ).outcome()
      guard case .pennies(let lines) = expected else {
        Issue.record("seed \(seed): the reference fails: \(expected)")
        continue
      }
      #expect(
        work.rows.indices.map { whole.amounts(at: $0).map { BigInt($0.pence) } } == lines,
        "seed \(seed)")
      let parts = try work.rows.indices.flatMap { try plan.amounts(of: $0..<$0 + 1) }
      #expect(parts == whole.amounts, "seed \(seed)")
      let loose = try trial.plan(Self.adjustments(seed, total: .free)).allocation()
      if loose.amounts == whole.amounts { free += 1 } else { held += 1 }
    }
    #expect(held > 30 && free > 30, "\(held) \(free)")
  }

  @Test
  func `all caps take at most what floors give, exactly that where held, none more than alone`()
    throws
  {
    var held = 0
    for seed in UInt64(0)..<300 where seed % 4 < 2 {
      guard let trial = Trial(seed: seed),
        let bound = try? trial.plan(Self.adjustments(seed)).allocation(),
        let loose = try? trial.plan(Self.adjustments(seed, total: .free)).allocation()
      else { continue }
      let (floor, cap) = (bound.lines.count - 2, bound.lines.count - 1)
      let (given, taken) = (Self.sum(bound, floor), -Self.sum(bound, cap))
      let alone = -Self.sum(loose, cap)
      #expect(taken == min(given, alone), "seed \(seed)")
      if alone > given, given > 0 { held += 1 }
      for position in bound.rows.indices {
        let (mine, free) = (
          Array(bound.amounts(at: position))[cap], Array(loose.amounts(at: position))[cap]
        )
        #expect(mine <= .zero && mine >= free, "seed \(seed)")
        if alone <= given { #expect(mine == free, "seed \(seed)") }
      }
    }
    #expect(held > 10, "\(held)")
  }

  @Test func `a walk tells what is taken and given in all, and ends in the line's amount`() throws {
    var scaled = 0
    for seed in UInt64(0)..<200 {
      guard let trial = Trial(seed: seed), let plan = try? trial.plan(Self.adjustments(seed)),
        let whole = try? plan.allocation()
      else { continue }
      for position in plan.rows.indices {
        guard let statement = try? plan.statement(at: position) else { continue }
        for line in statement.lines where line.line.name.hasPrefix("cap") {
          func value(_ kind: WalkStep.Kind) -> Rational? {
            line.walk.first { $0.kind == kind }?.value
          }
          #expect(line.walk.last?.kind == .taken && line.walk.last?.value == line.exact)
          guard let own = value(.wouldTake), let all = value(.wouldTakeInAll),
            let given = value(.givenInAll)
          else { continue }
          let most = max(.zero, try given.subtracting(value(.takenBefore) ?? .zero))
          guard let part = value(.scaledToTotal) else {
            #expect(all <= most)
            let taken = try own.negated()
            #expect(line.amount.pounds == taken)
            continue
          }
          #expect(all > most)
          let (scaledUp, whole) = (try part.multiplied(by: all), try own.multiplied(by: most))
          #expect(scaledUp == whole)
          #expect(line.amount.pounds == line.exact)
          // Largest remainder: less than a penny off, either way.
          let off = try part.adding(line.exact)
          let less = try off.negated()
          #expect(off < RandomNumber.penny && less < RandomNumber.penny)
          scaled += 1
        }
        #expect(statement.share == whole.share(at: position))
      }
    }
    #expect(scaled > 30, "\(scaled)")
  }

  @Test func `a cap before a floor, or without one, is a failure that says so`() throws {
    let cap = Self.cap(0)
    let cases: [([Adjustment], EvaluationFailure.Reason)] = [
      ([cap], .noFloorBefore), ([Properties.minimum(1), cap], .noFloorBefore),
      ([cap, Properties.floor(0)], .floorAfter("floor")),
    ]
    var met = 0
    for (adjustments, reason) in cases {
      for seed in UInt64(0)..<40 {
        let work = Case(seed: seed)
        guard !work.rows.isEmpty,
          (try? work.plan(of: nil, Self.formula(work, [])).allocation()) != nil
        else { continue }
        do throws(EvaluationFailures) {
          _ = try work.plan(of: nil, Self.formula(work, adjustments)).allocation()
          Issue.record("seed \(seed) does not fail")
        } catch {
          let found = error.failures.filter { $0.part == "cap" }
          #expect(found.map(\.reason) == [reason], "seed \(seed)")
          #expect(found.allSatisfy { $0.school == nil && $0.schools == work.rows.count })
          met += 1
        }
      }
    }
    #expect(met > 30)
  }
}
