import Benchmark
import FundingBatch
import FundingModel
import FundingReports
import Settings
import Subjects

/// What is measured: results made into tables, and tables into bytes.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .usual
  let wales = Wales()
  do {
    let result = try wales.runner(threads: 1).result()
    let tables = ResultTables.all(of: result, language: .english)

    Benchmark("the scenario's tables") { _ in
      blackHole(ResultTables.all(of: result, language: .english))
    }

    Benchmark("the scenario's tables as bytes of CSV") { _ in
      for table in tables { blackHole(CSV.bytes(of: table)) }
    }
  } catch {
    fatalError("the main scenario can't be run: \(error)")
  }
}
