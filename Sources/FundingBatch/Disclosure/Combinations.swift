/// What can be worked out of equations by adding and subtracting them, with any factors.
///
/// A group's number can where the group is at right angles to everything that is at right angles to all
/// equations. Two such things are tried, made from a fixed seed: that both are so by chance is as good
/// as impossible, and would keep back too much, not too little.
struct Combinations {
  private let probes: [[Double]]

  /// Looks at equations.
  ///
  /// - Parameters:
  ///   - equations: For each what one pupil of each entry adds.
  ///   - count: How many entries.
  init(of equations: [[Double]], count: Int) {
    var basis: [[Double]] = []
    for equation in equations {
      if let new = Self.rest(of: Self.unit(equation), without: basis) { basis.append(new) }
      if basis.count == count { break }
    }
    var random = SeededGenerator(seed: 0, stream: count)
    probes = (0..<2).map { _ in
      let probe = (0..<count).map { _ in Double(random.below(2_000_001) - 1_000_000) }
      return Self.rest(of: Self.unit(probe), without: basis)
        ?? [Double](repeating: 0, count: count)
    }
  }

  /// Whether they give a group's number.
  func give(_ group: [Bool]) -> Bool {
    probes.allSatisfy { probe in
      abs(zip(group, probe).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }) < 1e-7
    }
  }

  /// What of a direction is at right angles to others, of length 1; nil for nothing.
  private static func rest(of vector: [Double]?, without basis: [[Double]]) -> [Double]? {
    guard var rest = vector else { return nil }
    // Twice, since the first time rounding leaves a little.
    for _ in 0..<2 {
      for one in basis {
        let along = zip(rest, one).reduce(0) { $0 + $1.0 * $1.1 }
        for entry in rest.indices { rest[entry] -= along * one[entry] }
      }
    }
    let square = rest.reduce(0) { $0 + $1 * $1 }
    return square < 1e-18 ? nil : unit(rest)
  }

  /// The same direction, of length 1; nil for none.
  private static func unit(_ vector: [Double]) -> [Double]? {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length == 0 ? nil : vector.map { $0 / length }
  }
}
