public import Benchmark

extension Benchmark.Configuration {
  /// What is measured of every subject, and for how long.
  public static var usual: Benchmark.Configuration {
    Benchmark.Configuration(
      metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 3,
      maxDuration: .seconds(5), maxIterations: 200)
  }
}
