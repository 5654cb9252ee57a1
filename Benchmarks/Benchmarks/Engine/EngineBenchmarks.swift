import Benchmark
import FundingBatch
import FundingEngine
import FundingFiles
import FundingModel
import FundingReports

/// What is measured: all of Wales, from facts to funded schools, each step apart.
let benchmarks: @Sendable () -> Void = {
  let wales = Wales()
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 3,
    maxDuration: .seconds(5), maxIterations: 200)

  Benchmark("model 1,449 schools and their pupils") { _ in
    let schools = ModelledSchools.table(from: wales.facts, seed: 1)
    blackHole(ModelledPupils.make(for: schools, facts: wales.facts, seed: 1))
  }

  Benchmark("pack the counts") { _ in
    blackHole(Engine(census: wales.census))
  }

  Benchmark("23 formulae x all schools, planned and evaluated, one thread") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(wales.fundEverySchoolByEveryFormula()) }
  }

  Benchmark("the scenario: local, national, solve, compare, two threads") { _ in
    blackHole(try wales.runner(threads: 2).result())
  }

  Benchmark("the tables of the scenario") { benchmark in
    let result = try wales.runner(threads: 2).result()
    benchmark.startMeasurement()
    blackHole(ResultTables.files(of: result, language: .english))
  }
}
