/// What equations about a school's pupils tell of groups of them.
struct LinearAttack {
  /// The heads of each entry.
  let heads: [Int64]
  /// For each published figure what one pupil of each entry adds to it.
  let equations: [[Double]]
  /// The groups that must not be known.
  let targets: [Target]
  /// Equations that everybody knows: what they tell can't be kept back.
  let known: [[Double]]

  /// A group, and what must stay possible of its number.
  struct Target {
    /// Which entries.
    let group: [Bool]
    /// It may be as small as this.
    var least: Double
    /// It may be as large as this.
    var most: Double
  }

  /// Whether every group's number may be as small and as large as it must.
  func tellsNothing() -> Bool {
    guard !targets.isEmpty else { return true }
    let merged = merged()
    guard let program = merged.program else { return false }
    var failing: [Target] = []
    for (target, weights) in zip(targets, merged.targets)
    where !Self.leaves(target, weights, program) {
      if known.isEmpty { return false }
      failing.append(target)
    }
    // What the known equations tell by themselves is not told by what is shown.
    return failing.allSatisfy { target in
      let alone = LinearAttack(heads: heads, equations: known, targets: [target], known: [])
      return !alone.tellsNothing()
    }
  }

  private static func leaves(
    _ target: Target, _ weights: [Double], _ program: LinearProgram
  ) -> Bool {
    guard let most = program.maximum(of: weights),
      let least = program.maximum(of: weights.map { -$0 })
    else { return false }
    return most >= target.most - 1e-6 && -least <= target.least + 1e-6
  }

  /// The equations with the entries together that they can't tell apart.
  private func merged() -> (program: LinearProgram?, targets: [[Double]]) {
    let marks = marks
    var classes: [(entry: Int, heads: Int64)] = []
    var known: [UInt64: [Int]] = [:]
    for entry in heads.indices {
      // Entries of one mark are nearly always alike; that they are is seen here.
      let same = known[marks[entry]]?.first { areAlike(classes[$0].entry, entry) }
      if let same {
        classes[same].heads += heads[entry]
      } else {
        known[marks[entry], default: []].append(classes.count)
        classes.append((entry, heads[entry]))
      }
    }
    var rows: [[Double]] = []
    for equation in equations {
      let row = classes.map { equation[$0.entry] }
      if row.contains(where: { $0 != 0 }), !rows.contains(row) { rows.append(row) }
    }
    let sums = rows.map { row in
      zip(row, classes).reduce(0) { $0 + $1.0 * Double($1.1.heads) }
    }
    // A sum below nought, of lines that take money, is turned round.
    let turned = zip(rows, sums).map { $1 < 0 ? ($0.map { -$0 }, -$1) : ($0, $1) }
    return (
      LinearProgram(equations: turned.map(\.0), sums: turned.map(\.1)),
      targets.map { target in classes.map { target.group[$0.entry] ? 1 : 0 } }
    )
  }

  /// Whether nothing tells two entries apart.
  private func areAlike(_ one: Int, _ other: Int) -> Bool {
    equations.allSatisfy { $0[one] == $0[other] }
      && targets.allSatisfy { $0.group[one] == $0.group[other] }
  }

  /// A number for each entry, the same for entries that are alike.
  private var marks: [UInt64] {
    var marks = [UInt64](repeating: 0, count: heads.count)
    func mix(_ entry: Int, _ bits: UInt64) {
      let mixed = (marks[entry] ^ bits) &* 0x9E37_79B9_7F4A_7C15
      marks[entry] = mixed ^ (mixed >> 29)
    }
    for equation in equations {
      // Nought has two signs that are equal.
      for entry in marks.indices { mix(entry, (equation[entry] + 0).bitPattern) }
    }
    for target in targets {
      for entry in marks.indices { mix(entry, target.group[entry] ? 1 : 2) }
    }
    return marks
  }
}
