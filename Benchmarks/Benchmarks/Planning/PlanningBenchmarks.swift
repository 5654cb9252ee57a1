import Benchmark
import FundingEngine
import FundingModel
import Settings
import Subjects

/// What is measured: formulae made ready for all schools.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .usual
  let wales = Wales()
  // The counts by attribute are kept by the engine: made by a first plan, found by every other.
  blackHole(wales.formulas.map { wales.plan($0) })

  Benchmark("plan one formula, the counts by attribute not made yet") { benchmark in
    let engine = Engine(census: wales.census)
    benchmark.startMeasurement()
    blackHole(wales.plan(wales.national, on: engine))
  }

  Benchmark("plan one formula") { _ in
    blackHole(wales.plan(wales.national))
  }

  Benchmark("plan 23 formulae") { _ in
    blackHole(wales.formulas.map { wales.plan($0) })
  }
}
