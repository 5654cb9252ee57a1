import Benchmark
import FundingEngine
import FundingModel
import Settings
import Subjects

/// What is measured: planned formulae worked out for all schools, exactly, on one thread.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .usual
  let wales = Wales()
  let plans = wales.formulas.map { wales.plan($0) }

  Benchmark("one formula x 1,449 schools") { _ in
    blackHole(wales.total(of: [plans[0]]))
  }

  Benchmark("23 formulae x 1,449 schools") { _ in
    blackHole(wales.total(of: plans))
  }

  Benchmark("the national run: two formulae, a floor, totals by authority") { benchmark in
    let run = try NationalRun()
    let plans = try run.plans(on: wales.engine)
    benchmark.startMeasurement()
    blackHole(try run.totals(of: plans))
  }
}
