import FundingModel

/// Which lines of one school's shares are kept back, so that no small group of its pupils can be
/// worked out from what is shown.
///
/// First every line that rests on a small group. Then an attacker is played, who knows every rate,
/// the roll and its full-time equivalent, and sees every other line and every share in every run and
/// year; while he learns more of a small group than that it is of 1 to N − 1 pupils, or can work out a
/// small group by adding and subtracting, more is kept back: the least other line about pupils in each
/// run, all lines about pupils, all lines that depend on pupils, and at last the school's share.
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
    /// The heads of each entry in it.
    let heads: [Int64]
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
    let rolls = ([heads] + runs.map(\.heads)).map { $0.reduce(0, +) }
    if rolls.contains(where: { $0 > 0 && $0 < threshold }) { return .everything }
    let first = restingOnFew
    let targets = targets
    let overlaps = overlaps(beside: targets)
    guard !targets.isEmpty || !overlaps.isEmpty else { return nil }
    for step in Step.allCases {
      let hidden = zip(runs, first).map { widened($0, $1, step) }
      if isSafe(hidden, targets, overlaps) {
        return hidden.allSatisfy(\.isEmpty) ? nil : .lines(hidden)
      }
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

  /// What everybody knows: the roll and its full-time equivalent.
  private var known: [[Double]] { [heads.map { _ in 1 }, ftes] }

  /// Whether no small group is told, for all that is shown.
  private func isSafe(
    _ hidden: [Set<String>], _ targets: [LinearAttack.Target], _ overlaps: [[Bool]]
  ) -> Bool {
    var equations = known
    for (run, hidden) in zip(runs, hidden) {
      for line in run.lines where line.dependsOnPupils && !hidden.contains(line.name) {
        equations += line.told
      }
      // The share less what is shown.
      let rest = run.lines.filter { hidden.contains($0.name) }
      if !rest.isEmpty {
        equations.append(
          rest.reduce(into: [Double](repeating: 0, count: heads.count)) { sums, line in
            for entry in sums.indices { sums[entry] += line.perHead[entry] }
          })
        equations += rest.filter(\.isOpaque).flatMap(\.told)
      }
    }
    if !overlaps.isEmpty {
      let sums = Combinations(of: equations, count: heads.count)
      if overlaps.contains(where: sums.give) { return false }
    }
    return LinearAttack(heads: heads, equations: equations, targets: targets, known: known)
      .tellsNothing()
  }

  /// The small groups that single lines rest on, and what must stay possible of each.
  private var targets: [LinearAttack.Target] {
    var targets: [LinearAttack.Target] = []
    let roll = Double(heads.reduce(0, +))
    for run in runs {
      // A year's pupils as a part of the first year's.
      let part = roll == 0 ? 1 : Double(run.heads.reduce(0, +)) / roll
      let (least, most) = (1 / part, Double(max(2, threshold - 1)) / part)
      for group in run.lines.flatMap(\.smallGroups) {
        if let known = targets.firstIndex(where: { $0.group == group }) {
          targets[known].least = min(targets[known].least, least)
          targets[known].most = max(targets[known].most, most)
        } else {
          targets.append(LinearAttack.Target(group: group, least: least, most: most))
        }
      }
    }
    return targets
  }

  /// Small groups of pupils that two lines tell of both, or one alone: such as those of one run's line
  /// and not of another's.
  private func overlaps(beside targets: [LinearAttack.Target]) -> [[Bool]] {
    var years: [[Int64]] = []
    for run in runs where !years.contains(run.heads) { years.append(run.heads) }
    let overlaps = GroupOverlaps(of: runs.flatMap { $0.lines.flatMap(\.groups) })
    return overlaps.small(in: years, fewerThan: threshold).filter { group in
      !targets.contains { $0.group == group }
    }
  }
}
