/// Measures of how amounts per pupil spread over schools, for one point of a sweep after another.
///
/// - Invariant: the same figures whatever points came before: the order that is kept is of use to
///   the next sorting, and of no other.
public struct AmountsPerPupil: Sendable {
  /// The heads by school, all above nought.
  private let heads: [Int64]
  private let allHeads: Int64
  private var amounts: [Double]
  private var order: [Int32]

  /// Makes room for schools' amounts.
  ///
  /// - Parameter heads: The pupils of each school, all above nought.
  public init(heads: [Int64]) {
    self.heads = heads
    allHeads = heads.reduce(0, +)
    amounts = [Double](repeating: 0, count: heads.count)
    order = (0..<Int32(heads.count)).map { $0 }
  }

  /// The Gini coefficient and the coefficient of variation of shares in pennies, over pupils; nil
  /// where there is no money.
  ///
  /// The Gini coefficient's sums are whole numbers: schools by amount per pupil, Σ share × (2 × heads
  /// below + own heads − all heads) ÷ (all heads × all money). Schools with equal amounts may stand
  /// in any order.
  public mutating func measure(_ shares: [Int64]) -> (gini: Double, variation: Double)? {
    var money: Int128 = 0
    for school in shares.indices {
      amounts[school] = Double(shares[school]) / Double(heads[school])
      money &+= Int128(shares[school])
    }
    guard money > 0 else { return nil }
    sort()
    var below: Int64 = 0
    var sum: Int128 = 0
    for school in order {
      let own = heads[Int(school)]
      let weight = 2 &* below &+ own &- allHeads
      let (high, low) = shares[Int(school)].multipliedFullWidth(by: weight)
      sum &+= Int128(truncatingIfNeeded: high) << 64 | Int128(low)
      below &+= own
    }
    let mean = Double(money) / Double(allHeads)
    var squares = 0.0
    for school in shares.indices {
      let distance = amounts[school] - mean
      squares += Double(heads[school]) * distance * distance
    }
    return (
      Double(sum) / (Double(allHeads) * Double(money)),
      (squares / Double(allHeads)).squareRoot() / mean
    )
  }

  /// Sorts the schools by amount, then by position; few steps where the last order nearly holds.
  private mutating func sort() {
    let amounts = amounts
    var steps = order.count * 24
    for place in order.indices.dropFirst() {
      let school = order[place]
      let amount = amounts[Int(school)]
      var hole = place
      while hole > 0 {
        let before = order[hole - 1]
        let other = amounts[Int(before)]
        guard other > amount || (other == amount && before > school) else { break }
        order[hole] = before
        hole -= 1
      }
      order[hole] = school
      steps -= place - hole
      guard steps > 0 else {
        order.sort {
          (amounts[Int($0)], $0) < (amounts[Int($1)], $1)
        }
        return
      }
    }
  }
}
