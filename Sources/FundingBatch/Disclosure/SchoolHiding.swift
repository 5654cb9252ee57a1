import FundingModel

/// Which lines of one school's shares are kept back, so that no small group of its pupils can be
/// worked out from what is shown.
///
/// First every line that rests on a small group. Then an attacker is played, who knows every rate,
/// the roll and its full-time equivalent, and sees every other line and every share in every run and
/// year; while he can pin a small group down to fewer than N numbers, more is kept back: the least
/// other line about pupils in each run, all lines about pupils, all lines that depend on pupils, and
/// at last the school's share.
///
/// Where pupils change from year to year, the attacker is taken to know that every kind changes as the
/// school's roll does, exactly. Whole heads change only about so: he knows more here than he can.
struct SchoolHiding {
  /// One run and year of the school.
  struct Run {
    /// The run's name.
    let name: String
    /// The year.
    let year: FundingYear
    /// The school's heads in it.
    let roll: Int64
    /// Its lines.
    let lines: [LineDrivers]
    /// Adjustments that say what a factor is, since they leave it out.
    let revealing: [String]
  }

  /// What is kept back.
  enum Outcome {
    /// For each run, names of lines.
    case lines([Set<String>])
    /// Every figure.
    case everything
  }

  /// The heads of each entry of pupils alike, in the first year.
  let heads: [Int64]
  /// Their full-time equivalents, each.
  let ftes: [Double]
  /// The runs, year by year.
  let runs: [Run]
  /// The least number of pupils that a figure may rest on.
  let threshold: Int64

  /// What is kept back; nil for nothing.
  func outcome() -> Outcome? {
    let rolls = [heads.reduce(0, +)] + runs.map(\.roll)
    if rolls.contains(where: { $0 > 0 && $0 < threshold }) { return .everything }
    let first = restingOnFew
    guard first.contains(where: { !$0.isEmpty }) else { return nil }
    for step in Step.allCases {
      let hidden = zip(runs, first).map { widened($0, $1, step) }
      if isSafe(hidden) { return .lines(hidden) }
    }
    return .everything
  }

  /// For each run and year the lines that rest on a small group in it or, the run's others telling of
  /// it, in another year.
  private var restingOnFew: [Set<String>] {
    var names: [String: Set<String>] = [:]
    for run in runs {
      names[run.name, default: []].formUnion(
        run.lines.filter { !$0.smallGroups.isEmpty }.map(\.name))
    }
    return runs.map { run in (names[run.name] ?? []).intersection(run.lines.map(\.name)) }
  }

  /// How wide a range of the first year's pupils must be, so that every year's is wide enough.
  private var width: Double {
    let first = Double(heads.reduce(0, +))
    let least = runs.map { Double($0.roll) }.filter { $0 > 0 }.min() ?? first
    return Double(threshold) * max(1, first / least)
  }

  private enum Step: CaseIterable { case rest, one, told, all }

  /// The lines kept back in a run at a step.
  private func widened(_ run: Run, _ first: Set<String>, _ step: Step) -> Set<String> {
    // A run without a small group is safe by itself, but seen beside the others it may tell.
    let others = run.lines.filter { $0.dependsOnPupils && !first.contains($0.name) }
    var hidden = first
    switch step {
    case .rest: break
    case .one:
      let told = others.filter(\.tellsOfPupils)
      if let least = (told.isEmpty ? others : told).min(by: { amount($0) < amount($1) }) {
        hidden.insert(least.name)
      }
    case .told: hidden.formUnion(others.filter(\.tellsOfPupils).map(\.name))
    case .all: hidden.formUnion(others.map(\.name))
    }
    return hidden.isEmpty ? hidden : hidden.union(run.revealing)
  }

  private func amount(_ line: LineDrivers) -> Double {
    zip(line.perHead, heads).reduce(0) { $0 + $1.0 * Double($1.1) }
  }

  /// Whether every small group may be any of N numbers, for all that is shown.
  func isSafe(_ hidden: [Set<String>]) -> Bool {
    var equations: [[Double]] = [heads.map { _ in 1 }, ftes]
    for (run, hidden) in zip(runs, hidden) {
      for line in run.lines where line.dependsOnPupils && !hidden.contains(line.name) {
        equations.append(line.perHead)
      }
      // The share less what is shown.
      let rest = run.lines.filter { hidden.contains($0.name) }
      if !rest.isEmpty {
        equations.append(
          rest.reduce(into: [Double](repeating: 0, count: heads.count)) { sums, line in
            for entry in sums.indices { sums[entry] += line.perHead[entry] }
          })
      }
    }
    var targets: [[Bool]] = []
    for line in runs.flatMap(\.lines) {
      for group in line.smallGroups where !targets.contains(group) { targets.append(group) }
    }
    return LinearAttack(heads: heads, equations: equations, targets: targets)
      .leaves(atLeast: width)
  }
}

/// What equations about a school's pupils tell of groups of them.
struct LinearAttack {
  /// The heads of each entry.
  let heads: [Int64]
  /// For each published figure what one pupil of each entry adds to it.
  let equations: [[Double]]
  /// The groups that must not be known.
  let targets: [[Bool]]

  /// Whether every group's number may be anything in a range of some width.
  func leaves(atLeast width: Double) -> Bool {
    let merged = merged()
    guard let program = merged.program else { return false }
    return merged.targets.allSatisfy { target in
      guard let most = program.maximum(of: target),
        let least = program.maximum(of: target.map { -$0 })
      else { return false }
      return most + least >= width - 1e-6
    }
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
      targets.map { target in classes.map { target[$0.entry] ? 1 : 0 } }
    )
  }

  /// Whether nothing tells two entries apart.
  private func areAlike(_ one: Int, _ other: Int) -> Bool {
    equations.allSatisfy { $0[one] == $0[other] } && targets.allSatisfy { $0[one] == $0[other] }
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
      for entry in marks.indices { mix(entry, target[entry] ? 1 : 2) }
    }
    return marks
  }
}
