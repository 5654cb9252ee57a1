import Benchmark
import FundingEngine
import FundingFiles
import FundingModel
import Settings
import Subjects

/// What is measured: rows of pupils collapsed to counts, and counts collapsed further.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .usual
  let wales = Wales()
  let schools = wales.census.schools
  let rows = SourceFile(
    path: "pupils.csv", bytes: Array(PupilsFile.text(wales.census.pupils, of: schools).utf8))

  Benchmark("463,678 rows of pupils to counts, CSV, one thread") { _ in
    blackHole(try PupilsFile(source: rows, schools: schools).table)
  }

  Benchmark("pack the counts") { _ in
    blackHole(Engine(census: wales.census))
  }

  Benchmark("write the counts, CSV, one thread") { _ in
    var bytes = 0
    CountsFile.write(wales.census.pupils, of: schools, threads: 1) { bytes += $0.count }
    blackHole(bytes)
  }
}
