/// Sums over unknown amounts in reduced form: what can be worked out of them by adding and subtracting.
///
/// Sums are reduced in whole numbers modulo a prime, exactly. What stands alone over fractions stands
/// alone modulo all but the few primes that divide a minor of the sums; the sums are of 1 and −1, their
/// minors are small, and this prime is large.
struct ReducedSums {
  /// The prime.
  private static let prime = 1_000_000_007

  /// In each row one unknown stands first with 1 and in no other row.
  private var rows: [[Int]] = []
  /// For each row that unknown.
  private var first: [Int] = []
  private let unknowns: Int

  /// No sums yet.
  init(unknowns: Int) { self.unknowns = unknowns }

  /// Adds a sum.
  ///
  /// - Parameter sum: For each unknown the factor with which it is in the sum: 1, −1 or nought.
  mutating func add(_ sum: [Int]) {
    var row = sum.map { $0 < 0 ? $0 + Self.prime : $0 }
    for (index, known) in rows.enumerated() where row[first[index]] != 0 {
      Self.subtract(known, times: row[first[index]], from: &row)
    }
    guard let column = row.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.inverse(row[column])
    for index in row.indices where row[index] != 0 {
      row[index] = row[index] * inverse % Self.prime
    }
    for index in rows.indices where rows[index][column] != 0 {
      Self.subtract(row, times: rows[index][column], from: &rows[index])
    }
    rows.append(row)
    first.append(column)
  }

  /// The unknowns that the sums give.
  var given: [Int] {
    rows.compactMap { row in
      var found: Int?
      for index in row.indices where row[index] != 0 {
        if found != nil { return nil }
        found = index
      }
      return found
    }
  }

  /// Whether the sums give anything of some unknowns alone, such as their difference, for any of some
  /// sets of them.
  ///
  /// Whatever the sums give is at right angles to every solution of them with noughts for sums. Of such
  /// solutions as many as there are unknowns in a set, and one more, are made at random: where they
  /// leave a set less room than it has unknowns, something is given. That this is so by chance is as
  /// good as impossible, and would keep back too much.
  func give(anyOf sets: [[Int]]) -> Bool {
    let most = sets.map(\.count).max() ?? 0
    var random = SeededGenerator(seed: 0, stream: unknowns)
    let solutions = (0...most).map { _ in solution(&random) }
    return sets.contains { set in
      var room = ReducedSums(unknowns: set.count)
      for solution in solutions { room.add(set.map { solution[$0] }) }
      return room.rows.count < set.count
    }
  }

  private func solution(_ random: inout SeededGenerator) -> [Int] {
    var solution = (0..<unknowns).map { _ in random.below(Self.prime) }
    for column in first { solution[column] = 0 }
    for (index, row) in rows.enumerated() {
      var sum = 0
      for (factor, value) in zip(row, solution) where factor != 0 && value != 0 {
        sum = (sum + factor * value) % Self.prime
      }
      solution[first[index]] = sum == 0 ? 0 : Self.prime - sum
    }
    return solution
  }

  private static func subtract(_ row: [Int], times factor: Int, from other: inout [Int]) {
    let added = prime - factor
    for index in row.indices where row[index] != 0 {
      other[index] = (other[index] + added * row[index]) % prime
    }
  }

  private static func inverse(_ number: Int) -> Int {
    var (result, base, power) = (1, number, prime - 2)
    while power > 0 {
      if power & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      power >>= 1
    }
    return result
  }
}
