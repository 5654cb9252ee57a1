/// What two groups of a school's pupils have in common, and what either has alone.
struct GroupOverlaps {
  /// The distinct groups, a bit an entry.
  private let groups: [[UInt64]]
  private let count: Int

  /// Looks at groups.
  ///
  /// - Parameter groups: For each group, which entries; all of one length.
  init(of groups: [[Bool]]) {
    count = groups.first?.count ?? 0
    var found: [[UInt64]] = []
    var known: Set<[UInt64]> = []
    for group in groups {
      let bits = Self.bits(of: group)
      if known.insert(bits).inserted { found.append(bits) }
    }
    self.groups = found
  }

  /// The distinct overlaps of 1 to N − 1 heads in any year.
  ///
  /// - Parameters:
  ///   - years: For each year the heads of each entry.
  ///   - threshold: N.
  /// - Returns: For each overlap, which entries.
  func small(in years: [[Int64]], fewerThan threshold: Int64) -> [[Bool]] {
    var found: [[UInt64]] = []
    var known: Set<[UInt64]> = []
    func add(_ bits: [UInt64]) {
      guard years.contains(where: { isSmall(bits, $0, threshold) }) else { return }
      if known.insert(bits).inserted { found.append(bits) }
    }
    for (index, one) in groups.enumerated() {
      for other in groups[(index + 1)...] {
        add(zip(one, other).map { $0 & $1 })
        add(zip(one, other).map { $0 & ~$1 })
        add(zip(one, other).map { ~$0 & $1 })
      }
    }
    return found.map { bits in
      (0..<count).map { bits[$0 / 64] & (1 << UInt64($0 % 64)) != 0 }
    }
  }

  private func isSmall(_ bits: [UInt64], _ heads: [Int64], _ threshold: Int64) -> Bool {
    var sum: Int64 = 0
    for (place, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        sum += heads[place * 64 + rest.trailingZeroBitCount]
        if sum >= threshold { return false }
        rest &= rest - 1
      }
    }
    return sum > 0
  }

  private static func bits(of group: [Bool]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (group.count + 63) / 64)
    for (entry, holds) in group.enumerated() where holds {
      bits[entry / 64] |= 1 << UInt64(entry % 64)
    }
    return bits
  }
}
