// swift-tools-version: 6.2
import PackageDescription

let houseRules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func module(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: houseRules)
}

func tests(of name: String, on dependencies: [Target.Dependency] = [], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "FundingTestSupport"] + dependencies,
    resources: resources, swiftSettings: houseRules)
}

let package = Package(
  name: "cyllido",
  products: [
    .executable(name: "cyllido", targets: ["cyllido"]),
    .library(
      name: "CyllidoKit",
      targets: [
        "Diagnostics", "FundingModel", "FundingEngine", "FundingFiles", "FundingBatch",
        "FundingReports",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    module("FundingModel"),
    module("Diagnostics"),
    module("FundingEngine", on: ["FundingModel"]),
    module(
      "FundingFiles", on: ["Diagnostics", "FundingModel", .product(name: "Yams", package: "Yams")]),
    module("FundingBatch", on: ["FundingEngine", "FundingModel"]),
    module(
      "FundingReports",
      on: [
        "FundingModel", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "cyllido",
      dependencies: [
        "Diagnostics", "FundingModel", "FundingEngine", "FundingFiles", "FundingBatch",
        "FundingReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: houseRules),
    module(
      "FundingTestSupport",
      on: ["FundingModel", .product(name: "BigInt", package: "BigInt")]),
    tests(of: "FundingModel", on: [.product(name: "BigInt", package: "BigInt")]),
    tests(of: "Diagnostics"),
    tests(
      of: "FundingEngine", on: ["FundingModel", .product(name: "BigInt", package: "BigInt")]),
    tests(
      of: "FundingFiles", on: ["Diagnostics", "FundingModel"],
      resources: [.copy("good"), .copy("bad")]),
    tests(
      of: "FundingBatch", on: ["Diagnostics", "FundingEngine", "FundingFiles", "FundingModel"]),
    tests(
      of: "FundingReports",
      on: ["FundingModel", .product(name: "Crypto", package: "swift-crypto")]),
    .testTarget(
      name: "CyllidoTests",
      dependencies: [
        "cyllido", "Diagnostics", "FundingBatch", "FundingEngine", "FundingFiles", "FundingModel",
        "FundingReports", "FundingTestSupport",
      ], exclude: ["constructs", "england", "welsh"], swiftSettings: houseRules),
  ]
)
