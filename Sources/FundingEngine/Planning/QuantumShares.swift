internal import FundingModel

/// A quantum shared out, and how.
struct QuantumShares: Sendable {
  /// One school's part and what it got.
  struct Share: Sendable {
    /// Its part; nil where the condition does not hold.
    let part: Rational?
    /// All parts of its group together.
    let sumOfParts: Rational
    /// What the group shares.
    let total: Money
    var amount: Money
  }

  /// Which schools share; nil for all.
  let test: Int32?
  /// The node of a school's part.
  let node: Int32
  /// One a position of the plan's rows.
  private(set) var shares: [Share] = []
  /// What went wrong, each with a row it concerns.
  private(set) var troubles: [(row: Int, trouble: Trouble)] = []

  /// Shares out a quantum among rows.
  init(
    total: Int32, within scope: Factor.QuantumScope, test: Int32?, part: Int32, rows: [Int],
    runRows: [Int], program: Program
  ) {
    self.test = test
    node = part
    shares = rows.map { _ in
      Share(part: nil, sumOfParts: .zero, total: .zero, amount: .zero)
    }
    var groups: [[Int]] = []
    switch scope {
    case .run:
      guard !rows.isEmpty else { return }
      let all = QuantumShares(
        total: total, within: .formula, test: test, part: part, rows: runRows, runRows: runRows,
        program: program)
      var positions: [Int: Int] = [:]
      for (position, row) in runRows.enumerated() { positions[row] = position }
      shares = rows.map { row in
        guard let position = positions[row] else {
          preconditionFailure("a formula's schools are schools of the run")
        }
        return all.shares[position]
      }
      troubles = all.troubles
      return
    case .formula: groups = rows.isEmpty ? [] : [Array(rows.indices)]
    case .authority:
      var known: [Int: Int] = [:]
      for position in rows.indices {
        let authority = program.packed.census.schools.authorities[rows[position]]
        if let group = known[authority] {
          groups[group].append(position)
        } else {
          known[authority] = groups.count
          groups.append([position])
        }
      }
    }
    for group in groups { share(total, among: group, test, part, rows, program) }
  }

  private mutating func share(
    _ total: Int32, among positions: [Int], _ test: Int32?, _ part: Int32, _ rows: [Int],
    _ program: Program
  ) {
    var entitled: [Int] = []
    var parts: [Rational] = []
    let before = troubles.count
    for position in positions {
      do throws(Trouble) {
        let subject = Subject(row: rows[position])
        guard let value = try program.unitAmount(test, part, subject) else { continue }
        guard !value.isNegative else { throw Trouble(.negativePart) }
        entitled.append(position)
        parts.append(value)
      } catch {
        troubles.append((rows[position], error))
      }
    }
    let first = rows[positions[0]]
    do throws(Trouble) {
      let whole = try wholePennies(program.value(total, Subject(row: first)), positions, rows)
      guard troubles.count == before else { return }
      let amounts = try Self.amounts(whole, parts, among: positions.map { rows[$0] })
      var sum = Rational.zero
      for part in parts {
        sum = try exactly { () throws(ArithmeticFailure) in try sum.adding(part) }
      }
      for (index, position) in entitled.enumerated() {
        shares[position] = Share(
          part: parts[index], sumOfParts: sum, total: whole, amount: amounts[index])
      }
    } catch {
      troubles.append((first, error))
    }
  }

  private func wholePennies(_ total: Rational, _ positions: [Int], _ rows: [Int])
    throws(Trouble) -> Money
  {
    let pence = try exactly { () throws(ArithmeticFailure) in
      try total.multiplied(by: Rational(100))
    }
    guard pence.isWhole else {
      var trouble = Trouble(.quantumNotPennies(total))
      trouble.schools = .none(among: positions.map { rows[$0] })
      throw trouble
    }
    return try exactly { () throws(ArithmeticFailure) in try total.roundedToPenny().withinReach() }
  }

  private static func amounts(_ whole: Money, _ parts: [Rational], among rows: [Int])
    throws(Trouble) -> [Money]
  {
    do throws(Apportionment.Failure) {
      return try Apportionment.share(whole, by: parts)
    } catch {
      switch error {
      case .nothingToShareBy:
        var trouble = Trouble(.nothingToShareBy(total: whole))
        trouble.schools = .none(among: rows)
        throw trouble
      case .negativePart: throw Trouble(.negativePart)
      case .overflow:
        var trouble = Trouble(.overflow)
        trouble.schools = .none(among: rows)
        throw trouble
      }
    }
  }
}
