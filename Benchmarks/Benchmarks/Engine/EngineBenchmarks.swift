import Benchmark
import FundingBatch
import FundingEngine
import FundingFiles
import FundingModel
import FundingReports
import Settings
import Subjects

/// What is measured: all of Wales, from facts to funded schools, in whole steps.
let benchmarks: @Sendable () -> Void = {
  let wales = Wales()
  Benchmark.defaultConfiguration = .usual

  Benchmark("model 1,449 schools and their pupils") { _ in
    let schools = ModelledSchools.table(from: wales.facts, seed: 1)
    blackHole(ModelledPupils.make(for: schools, facts: wales.facts, seed: 1))
  }

  Benchmark("23 formulae x all schools, planned and evaluated, one thread") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(wales.total(of: wales.formulas.map { wales.plan($0) }))
    }
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
