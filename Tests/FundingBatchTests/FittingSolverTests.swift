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

  @Test func `equations with one answer are solved`() throws {
    let values = try #require(
      problem([[1, 1], [1, 2], [1, 3]], [5, 7, 9]).solution(holding: nil)
    ).values
    #expect(abs(values[0] - 3) < 1e-6)
    #expect(abs(values[1] - 2) < 1e-6)
  }

  @Test func `a bound that bites leaves the others at their own best`() throws {
    // Without bounds (−1, 2). With the first at nought the second is Σxy ÷ Σxx = 22 ÷ 14.
    let values = try #require(
      problem([[1, 1], [1, 2], [1, 3]], [1, 3, 5]).solution(holding: nil)
    ).values
    #expect(values[0] == 0)
    #expect(abs(values[1] - 22.0 / 14) < 1e-6)
  }

  @Test func `a held total is met exactly`() throws {
    let rows = [[1.0, 1], [1, 2], [1, 4]]
    let values = try #require(problem(rows, [5, 7, 12]).solution(holding: 30)).values
    let sum = rows.reduce(0) { $0 + $1[0] * values[0] + $1[1] * values[1] }
    #expect(abs(sum - 30) < 1e-9)
  }

  @Test func `a total beyond the bounds has no answer`() {
    #expect(problem([[1], [1]], [5, 5], upper: 2).solution(holding: 10) == nil)
  }

  @Test func `columns that stand in for each other keep the start's difference`() throws {
    let solution = try #require(
      problem([[1, 1], [2, 2]], [10, 20], start: [1, 3]).solution(holding: nil))
    #expect(abs(solution.values[0] - 4) < 1e-4)
    #expect(abs(solution.values[1] - 6) < 1e-4)
    #expect(solution.inflation.allSatisfy { ($0 ?? 0) > 1e5 })
  }
}
