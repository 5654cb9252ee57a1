// swift-tools-version: 6.2
import PackageDescription

// What is measured, a program for each, in `Benchmarks/<name>/`.
let subjects = [
  "Parsing", "Counting", "Planning", "Evaluating", "Sweeping", "Reporting", "Engine",
]

let rules: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "cyllido-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "cyllido", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "Subjects", dependencies: [.product(name: "CyllidoKit", package: "cyllido")],
      path: "Subjects", exclude: ["national-run"], swiftSettings: rules),
    .target(
      name: "Settings", dependencies: [.product(name: "Benchmark", package: "benchmark")],
      path: "Settings", swiftSettings: rules),
    // The national run in memory, timed inside, as `peers/national.py` times others.
    .executableTarget(
      name: "national-run",
      dependencies: ["Subjects", .product(name: "CyllidoKit", package: "cyllido")],
      path: "Programs/NationalRun", swiftSettings: rules),
    // A fixed piece of work for each kernel, whose instructions `instructions.py` counts.
    .executableTarget(
      name: "kernels",
      dependencies: ["Subjects", .product(name: "CyllidoKit", package: "cyllido")],
      path: "Programs/Kernels", swiftSettings: rules),
  ]
    + subjects.map { name in
      .executableTarget(
        name: "\(name)Benchmarks",
        dependencies: [
          "Settings", "Subjects",
          .product(name: "Benchmark", package: "benchmark"),
          .product(name: "CyllidoKit", package: "cyllido"),
        ],
        path: "Benchmarks/\(name)", swiftSettings: rules,
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    }
)
