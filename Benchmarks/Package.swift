// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "cyllido-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "cyllido", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "EngineBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "CyllidoKit", package: "cyllido"),
      ],
      path: "Benchmarks/Engine",
      swiftSettings: [.swiftLanguageMode(.v6)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
