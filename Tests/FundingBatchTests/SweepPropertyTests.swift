import FundingModel
import FundingTestSupport
import Synchronization
import Testing

@testable import FundingBatch

/// Says when to stop: after so many questions.
final class StopAfter: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  func isTime() -> Bool {
    left.withLock { left in
      left -= 1
      return left < 0
    }
  }
}

/// Every point of sweeps of random formulae against the plain evaluation of that point alone.
@Suite struct SweepPropertyTests {
  /// A sweep of two random rates of a random formula, floors and caps against a run and all.
  private static func inputs(seed: UInt64, solves: Bool) -> ScenarioInputs? {
    var random = SplitMix64(seed: seed)
    let census = RandomCensus.make(&random)
    let year = Samples.year
    let formula = RandomFormula.make(&random, year: year)
    let known = formula.rates.filter { $0.table(in: year) != nil }
    guard let first = known.first, let last = known.last else { return nil }
    func steps(_ rate: Rate) -> SweptRate {
      var operations: [RateChange.Operation] = [.times(.one)]
      operations.append(.becomes(Rational(random.below(2000))))
      operations.append(.times((try? Rational(Int128(80 + random.below(60)), over: 100)) ?? .one))
      operations.append(.plus((try? Rational(Int128(random.below(500)), over: 4)) ?? .one))
      return SweepTests.swept(rate.name, operations)
    }
    let solve = SolveSpecification(
      target: .totalOf(run: "before"), by: [[last.name]], place: Samples.place)
    let runs = [
      Samples.run("before", "random"),
      Samples.run(
        "after", "random", changes: [Samples.change("after.\(first.name)", .times(.one))],
        solve: solves ? solve : nil),
    ]
    // The baseline of the random floors and caps is the run 'before': it must stay still.
    func within(_ rate: SweptRate) -> SweptRate {
      SweptRate(
        written: "after." + rate.written,
        changes: rate.changes.map {
          RateChange(
            path: ["after"] + $0.path, operation: $0.operation, written: $0.written, place: nil)
        }, place: rate.place)
    }
    var rates = [within(steps(first))]
    if first.name != last.name { rates.append(within(steps(last))) }
    let bare = formula.with(
      rates: formula.rates, adjustments: [], rounding: formula.rounding)
    let plain = Samples.scenario(runs)
    let scenario = Scenario(
      name: plain.name, path: plain.path, title: plain.title, why: nil, source: nil, year: year,
      data: plain.data,
      runs: [Samples.run("before", "bare"), runs[1]], comparison: nil, benchmarks: [],
      sweep: SweepSpecification(rates: rates, place: Samples.place))
    return ScenarioInputs(
      scenario: scenario, census: census, formulas: ["random": formula, "bare": bare])
  }

  @Test(arguments: [false, true])
  func `every point is to the penny what it would be alone`(solves: Bool) throws {
    var (compared, fromNumbers, adjusted) = (0, 0, 0)
    for seed in UInt64(0)..<(solves ? 60 : 160) {
      guard let inputs = Self.inputs(seed: seed, solves: solves),
        let sweep = inputs.scenario.sweep
      else { continue }
      let runner = ScenarioRunner(inputs)
      guard let outcomes = try? runner.first.outcomes() else { continue }
      let points = SweepPoints(sweep, years: nil)
      let year = try YearSweep(runner.first, points: points, outcomes: outcomes)
      var workspaces = year.workspaces()
      for point in 0..<points.count {
        let plain = Result { try year.plainFigures(at: point, after: nil) }
        guard let quick = try? year.figures(at: point, after: nil, &workspaces) else { continue }
        guard case .success(let plain) = plain else {
          Issue.record("seed \(seed), point \(point): numbers give what can't be worked out")
          continue
        }
        #expect(
          zip(quick, plain).allSatisfy { $0.agrees(with: $1) }, "seed \(seed), point \(point)")
        compared += 1
        if case .numbers = year.runs[1].way {
          fromNumbers += 1
          if !(inputs.formulas["random"]?.adjustments.isEmpty ?? true) { adjusted += 1 }
        }
      }
    }
    // The test must be about what it is meant for.
    #expect(compared > 100)
    #expect(fromNumbers > 50)
    #expect(adjusted > (solves ? 3 : 20))
  }
}
