import BigInt
import FundingModel

extension ReferenceEngine {
  /// Shares out a quantum, a penny at a time once each has its whole pennies.
  func shareOut(_ total: Amount, within scope: Factor.QuantumScope, _ factor: Factor)
    throws(ReferenceFailures) -> [BigInt]
  {
    var result = [BigInt](repeating: 0, count: rows.count)
    var failures: Set<ReferenceFailure> = []
    let authorities = Set(rows.map { census.schools.authorities[$0] }).sorted()
    let groups: [[Int]] =
      switch scope {
      case .formula: rows.isEmpty ? [] : [rows]
      case .run: rows.isEmpty ? [] : [runRows]
      case .authority:
        authorities.map { code in rows.filter { census.schools.authorities[$0] == code } }
      }
    for group in groups {
      // Parts and whole are asked apart, so that what is wrong with either is told.
      var parts: [BigRational]?
      do throws(ReferenceFailures) { parts = try self.parts(of: factor, group) } catch {
        failures.formUnion(error.all)
      }
      do throws(ReferenceFailures) {
        let pence = try wholePence(total, row: group[0])
        guard let parts else { continue }
        let shares = try pennies(pence, by: parts)
        for (row, share) in zip(group, shares) {
          if let position = rows.firstIndex(of: row) { result[position] = share }
        }
      } catch {
        failures.formUnion(error.all)
      }
    }
    guard failures.isEmpty else { throw ReferenceFailures(failures) }
    return result
  }

  private func wholePence(_ total: Amount, row: Int) throws(ReferenceFailures) -> BigInt {
    let whole = try value(total, row: row, pupil: nil)
    let pence = whole * BigRational(100)
    guard pence.denominator == 1 else {
      guard let rational = whole.rational else { throw ReferenceFailures(.overflow, nil) }
      throw ReferenceFailures(.quantumNotPennies(rational), nil)
    }
    return pence.numerator
  }

  private func parts(of factor: Factor, _ group: [Int]) throws(ReferenceFailures)
    -> [BigRational]
  {
    var parts: [BigRational] = []
    var failures: Set<ReferenceFailure> = []
    for row in group {
      do throws(ReferenceFailures) {
        var part = BigRational.zero
        let isEntitled =
          try factor.condition.map { condition throws(ReferenceFailures) in
            try holds(condition, row: row, pupil: nil)
          } ?? true
        if isEntitled { part = try value(factor.amount, row: row, pupil: nil) }
        if part < .zero { throw ReferenceFailures(.negativePart, nil) }
        parts.append(part)
      } catch {
        failures.formUnion(error.all)
      }
    }
    guard failures.isEmpty else { throw ReferenceFailures(failures) }
    return parts
  }

  func pennies(_ whole: BigInt, by parts: [BigRational]) throws(ReferenceFailures)
    -> [BigInt]
  {
    let sum = parts.reduce(.zero, +)
    if sum == .zero {
      guard whole == 0 else {
        throw ReferenceFailures(.nothingToShareBy(total: Money(pence: Int64(whole))), nil)
      }
      return parts.map { _ in 0 }
    }
    let magnitude = whole < 0 ? -whole : whole
    let exact = parts.map { BigRational(magnitude) * $0 / sum }
    var given = exact.map(\.floor)
    while given.reduce(0, +) < magnitude {
      let lacking = exact.indices.map { exact[$0] - BigRational(given[$0]) }
      let most = lacking.max() ?? .zero
      given[lacking.firstIndex(of: most) ?? 0] += 1
    }
    return whole < 0 ? given.map { -$0 } : given
  }

  /// A school's part of money that an earlier run's shares are the measure of.
  func part(of extra: ExtraMoney, row: Int) throws(ReferenceFailures) -> BigInt {
    let run = baselines.first { $0.run == extra.run }
    let shares = runRows.map { BigRational(BigInt(run?.shares[$0]?.pence ?? 0)) }
    let whole = (try value(extra.total, row: rows[0], pupil: nil) * BigRational(100))
      .rounded(.halfUp)
    guard !shares.contains(where: { $0 < .zero }) else {
      throw ReferenceFailures(.negativePart, nil)
    }
    let parts = try pennies(whole, by: shares)
    return runRows.firstIndex(of: row).map { parts[$0] } ?? 0
  }
}
