import BigInt
import FundingModel
import FundingTestSupport
import Testing

@testable import FundingEngine

/// The three ways of adding up a term, each held against unbounded arithmetic.
@Suite struct TermTableTests {
  private static let primes = [
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
  ]

  private func rational(_ top: Int, _ bottom: Int) -> Rational {
    guard let value = try? Rational(Int128(top), over: Int128(bottom)) else {
      preconditionFailure("the test's own numbers fit")
    }
    return value
  }

  /// The sum of value × weight ÷ units per pupil, by a table and by unbounded fractions.
  private func sums(
    _ values: [Rational], weights: [Int64], unitsPerPupil: Int64
  ) throws -> (table: TermTable, found: Rational, expected: BigRational) {
    let table = TermTable(
      values, troubles: [:], mostWeight: weights.reduce(0, +), unitsPerPupil: unitsPerPupil)
    let found = try table.sum(
      values.indices, cells: values.indices.map(Int32.init), weights: weights)
    let expected = zip(values, weights).reduce(BigRational.zero) {
      $0 + BigRational($1.0) * BigRational(BigInt($1.1))
    }
    return (table, found, expected / BigRational(BigInt(unitsPerPupil)))
  }

  @Test func `ordinary rates are added in 64 bits`() throws {
    let values = [rational(391_240, 100), rational(61_200, 26), rational(-7, 4)]
    let (table, found, expected) = try sums(values, weights: [27, 3, 410], unitsPerPupil: 2)
    guard case .narrow = table.numerators else {
      Issue.record("these numbers are narrow")
      return
    }
    #expect(BigRational(found) == expected)
  }

  @Test func `many unlike denominators are added in 128 bits, to the same fraction`() throws {
    let values = Self.primes.prefix(11).map { rational(1_000_003 * $0 + 1, $0) }
    let weights = values.indices.map { Int64(3 + 7 * $0) }
    let (table, found, expected) = try sums(values, weights: weights, unitsPerPupil: 20)
    guard case .wide = table.numerators else {
      Issue.record("these numbers are wide")
      return
    }
    #expect(BigRational(found) == expected)
  }

  @Test func `where no common denominator fits, fractions are added one by one`() throws {
    // The product of these primes is beyond 128 bits, but two cells of a school are not.
    let values =
      Self.primes.map { rational(1, $0 * $0 * $0) } + [rational(1, 173 * 173 * 173)]
    let table = TermTable(values, troubles: [:], mostWeight: 100, unitsPerPupil: 2)
    guard case .exact = table.numerators else {
      Issue.record("these numbers have no common denominator that fits")
      return
    }
    let found = try table.sum(0..<2, cells: [0, 13], weights: [5, 9])
    let expected =
      (BigRational(values[0]) * BigRational(5) + BigRational(values[13]) * BigRational(9))
      / BigRational(2)
    #expect(BigRational(found) == expected)
  }

  @Test func `a sum that 128 bits don't hold is a trouble, never a wrong figure`() throws {
    let huge = try Rational(Int128.max / 2, over: 1)
    let table = TermTable([huge, huge], troubles: [:], mostWeight: 10, unitsPerPupil: 1)
    #expect(throws: Troubles.self) {
      _ = try table.sum(0..<2, cells: [0, 1], weights: [5, 5])
    }
  }
}
