import Testing

@testable import FundingBatch

@Suite struct FittingSolverTests {
  private func problem(
    _ rows: [[Double]], _ targets: [Double], start: [Double]? = nil, lower: Double = 0,
    upper: Double = .infinity
  ) -> BoundedLeastSquares {
    let count = rows[0].count
    return BoundedLeastSquares(
      rows: rows, targets: targets, weights: targets.map { _ in 1 },
      lower: [Double](repeating: lower, count: count),
      upper: [Double](repeating: upper, count: count),
      start: start ?? [Double](repeating: 0, count: count), ridge: 1e-10)
  }

  @Test func `equations with one answer are solved`() {
    let values = problem([[1, 1], [1, 2], [1, 3]], [5, 7, 9]).solution().values
    #expect(abs(values[0] - 3) < 1e-6)
    #expect(abs(values[1] - 2) < 1e-6)
  }

  @Test func `a bound that bites leaves the others at their own best`() {
    // Without bounds (−1, 2). With the first at nought the second is Σxy ÷ Σxx = 22 ÷ 14.
    let values = problem([[1, 1], [1, 2], [1, 3]], [1, 3, 5]).solution().values
    #expect(values[0] == 0)
    #expect(abs(values[1] - 22.0 / 14) < 1e-6)
  }

  @Test func `columns that stand in for each other keep the start's difference`() {
    let solution = problem([[1, 1], [2, 2]], [10, 20], start: [1, 3]).solution()
    #expect(abs(solution.values[0] - 4) < 1e-4)
    #expect(abs(solution.values[1] - 6) < 1e-4)
    #expect(solution.inflation.allSatisfy { ($0 ?? 0) > 1e5 })
  }

  @Test func `a relative pull holds a rate by its distance from the start, whatever its unit`() {
    // One school, target 1: (1 − x)² + 0.25 × ((x − 0.5) ÷ 0.5)² is least where
    // x − 1 + (x − 0.5) = 0, at 0.75. A thousand times the driver and a thousandth of the start: alike.
    var whole = problem([[1]], [1], start: [0.5])
    whole.pull = 0.25
    #expect(abs(whole.solution().values[0] - 0.75) < 1e-9)
    var thousandths = problem([[1000]], [1], start: [0.0005])
    thousandths.pull = 0.25
    #expect(abs(thousandths.solution().values[0] - 0.00075) < 1e-12)
  }
}
