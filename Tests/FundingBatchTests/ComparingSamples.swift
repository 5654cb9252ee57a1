import FundingModel

@testable import FundingBatch

/// What comparisons are tested on.
extension Samples {
  /// Two authorities; a special school; a school without a published budget.
  static let twoAuthorities = census([
    .init(number: 6_720_001, pupils: ["3": 100], stated: 100, budgetPerPupil: 500_000),
    .init(
      number: 6_720_002, sector: "secondary", pupils: ["8": 200], stated: 200,
      budgetPerPupil: 638_999),
    .init(
      number: 6_720_003, sector: "special", pupils: ["3": 10], stated: 10,
      budgetPerPupil: 2_000_000),
    .init(number: 6_810_001, authority: 681, pupils: ["3": 60], stated: 60),
  ])

  /// Their schools by two runs: `old` pays £5,000 a pupil, `new` £5,500, both £60,000 a school.
  static func result(
    lines: [AuthorityLine] = [], benchmarks: [Benchmark] = [],
    comparison: ComparisonSpecification? = nil
  ) throws -> ScenarioResult {
    try ScenarioRunner(
      ScenarioInputs(
        scenario: scenario(
          [run("old"), run("new", changes: [change("basic", .becomes(Rational(5_500)))])],
          comparison: comparison, benchmarks: benchmarks),
        census: twoAuthorities, formulas: ["national": simple(basic: "5000", lump: "60000")],
        authorityLines: lines)
    ).result()
  }
}
