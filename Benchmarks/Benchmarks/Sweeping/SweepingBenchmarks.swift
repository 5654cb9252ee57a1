import Benchmark
import FundingBatch
import FundingModel
import Settings
import Subjects

/// What is measured: every run of a scenario at every point of a grid, or at every draw, exactly, with
/// totals, winners and the Gini coefficient of each, on two threads.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .usual
  let wales = Wales()

  /// A scenario's head and runs, and what is swept or drawn.
  func scenario(_ runs: String, _ rest: String) -> String {
    """
    cyllido: 1
    scenario: benchmark
    title: {en: Benchmark, cy: Meincnod}
    year: 2024-25
    runs:
      local: {formula: local}
    \(runs)
    \(rest)
    """
  }

  func measure(_ name: String, runs: String, _ rest: String) {
    let text = scenario(runs, rest)
    Benchmark(name) { benchmark in
      let runner = try wales.runner(scenario: text, threads: 2)
      let main = try runner.result()
      benchmark.startMeasurement()
      blackHole(try runner.addingPoints(to: main))
    }
  }

  let grid = """
    sweep:
      national.deprivation.fsm: {from: £1000, to: £1990, step: £10}
      national.lump_sum.primary: {from: £90000, to: £109800, step: £200}
    """
  measure("10,000 points", runs: "  national: {formula: national}", grid)
  measure(
    "10,000 points, solved to the same money",
    runs: "  national: {formula: national, solve: {total: local, by: basic}}", grid)
  measure(
    "1,000 draws x 5 years x 23 formulae", runs: "  national: {formula: national}",
    """
    years: {through: 2028-29, indices: {pay: 3%, prices: 2%}}
    uncertain: {draws: 1000, seed: 7, pay: "uniform(2%, 5%)"}
    """)
}
