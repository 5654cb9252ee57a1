import BigInt
import FundingEngine
import FundingModel
import FundingTestSupport
import Testing

/// The engine against the slow, obvious one, on random formulae and censuses.
@Suite struct ReferencePropertyTests {
  static let year = FundingYear(start: 2024)
  static let seeds = UInt64(0)..<300

  struct Case {
    let formula: Formula
    let census: Census
    let rows: [Int]
    let runRows: [Int]
    let before: Allocation

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      census = RandomCensus.make(&random)
      formula = RandomFormula.make(&random, year: year)
      let all = Array(0..<census.schools.count)
      runRows = random.chance(70) ? all : all.filter { _ in random.chance(80) }
      rows = random.chance(50) ? runRows : runRows.filter { _ in random.chance(60) }
      before = RandomBaseline.make(&random, of: formula, census: census)
    }

    func allocation(of other: Census? = nil) throws(EvaluationFailures) -> FormulaAllocation {
      try plan(of: other).allocation()
    }

    func plan(of other: Census? = nil, _ formula: Formula? = nil) throws(EvaluationFailures)
      -> Plan
    {
      try Engine(census: other ?? census).plan(
        formula ?? self.formula, rows: rows, runRows: runRows, year: year, baselines: [before])
    }
  }

  @Test func `every formula gives the reference's pennies or fails for its reasons`() {
    var succeeded = 0
    var failed = 0
    var overflowed = 0
    for seed in Self.seeds {
      let work = Case(seed: seed)
      let expected = ReferenceEngine(
        work.formula, census: work.census, rows: work.rows, runRows: work.runRows,
        year: Self.year, baselines: [work.before]
      ).outcome()
      do throws(EvaluationFailures) {
        let allocation = try work.allocation()
        guard case .pennies(let lines) = expected else {
          Issue.record("seed \(seed): the reference fails: \(expected)")
          continue
        }
        succeeded += 1
        let found = work.rows.indices.map { allocation.amounts(at: $0).map { BigInt($0.pence) } }
        #expect(found == lines, "seed \(seed)")
      } catch {
        if error.failures.contains(where: { $0.reason == .overflow }) {
          overflowed += 1
          continue
        }
        failed += 1
        guard case .failures(let reasons) = expected else {
          Issue.record("seed \(seed): the engine fails: \(error)")
          continue
        }
        for failure in error.failures {
          #expect(
            reasons.contains {
              $0.part == failure.part && $0.place == failure.place && $0.reason == failure.reason
            }, "seed \(seed): \(failure) is not one of \(reasons)")
        }
      }
    }
    #expect(succeeded > 100 && failed > 30 && overflowed < 10)
  }
}
