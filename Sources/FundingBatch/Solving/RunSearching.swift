import FundingModel

/// Solves one run with a multiplier for each rate: the target is met at every trial, and an aim is
/// made as small as a pattern search finds.
///
/// The search starts from the file's own rates, goes from one point to a better one by single rates,
/// then by pairs of them, and halves its step where neither helps; the multiplier of one rate, the
/// balance, is solved for at every point. Multipliers of the others have four places at most, so
/// that the way is the same on any machine.
///
/// - Invariant: every point meets the target as nearly as its balance can, within all bounds.
struct RunSearching {
  /// The run, with its changes made.
  let run: RunFormulas
  /// What is asked.
  let solve: SolveSpecification
  /// What else is to be as small as possible.
  let search: SearchSpecification
  /// What is to be reached.
  let goal: SolveGoal
  /// What is made small.
  let aim: SearchAim
  /// Each rate's bounds.
  let bounds: [MultiplierBounds]
  /// Works the formulae out.
  let evaluation: RunEvaluation

  /// How many units make 1.
  static let one: Int128 = 10_000
  /// The first step, in units: a power of two, so that halving it ends at one unit.
  static let firstStep: Int128 = 1_024
  /// How many points are tried at most.
  static let mostTrials = 2_000

  /// A point that meets the target.
  struct Point {
    /// The multipliers of the rates but the balance, in units.
    let units: [Int128]
    /// What was found there.
    let trial: SearchOutcome.Trial
    /// What the run gives.
    let groups: [FormulaAllocation]
  }

  /// The best point found.
  ///
  /// - Throws: `changes` for rates that are not there, `target` where bounds exclude every
  ///   solution, `evaluation` where the run can't be worked out with its own rates.
  func solved() throws(ScenarioFailure) -> (groups: [FormulaAllocation], outcome: SolveOutcome) {
    var walk = Walk(searching: self)
    var best = try walk.start()
    var path = [best.trial]
    var step = Self.firstStep
    while step >= 1, walk.trials < Self.mostTrials {
      guard let next = try walk.better(than: best, step: step) else {
        step /= 2
        continue
      }
      path.append(next.trial)
      let before = best
      best = next
      // Further the same way, as long as it helps.
      var stride = zip(next.units, before.units).map { $0 - $1 }
      while walk.trials < Self.mostTrials {
        let further = zip(best.units, stride).map { $0 + $1 }
        guard let point = try walk.attempt(further), point.trial.aim < best.trial.aim else { break }
        path.append(point.trial)
        best = point
        stride = stride.map { 2 * $0 }
      }
    }
    let outcome = SearchOutcome(
      aim: search.aim, balance: search.balance, bounds: bounds, path: path, trials: walk.trials,
      isCutShort: step >= 1)
    return (
      best.groups,
      SolveOutcome(
        rates: solve.by.map { $0.joined(separator: ".") },
        multiplier: best.trial.multipliers[search.balance],
        multipliers: best.trial.multipliers, measure: goal.measure, target: goal.target,
        reached: best.trial.reached, evaluations: walk.evaluations, search: outcome)
    )
  }

  /// The rates that are not solved for at every point, as indices of `by`.
  var free: [Int] { solve.by.indices.filter { $0 != search.balance } }

  /// The run with each of its free rates multiplied.
  func changed(_ multipliers: [(rate: Int, by: Rational)]) throws(ScenarioFailure) -> RunFormulas {
    var changed = run
    for (rate, multiplier) in multipliers {
      let path = solve.by[rate]
      let inRun = run.isNamed(by: path) ? Array(path.dropFirst()) : path
      do {
        try changed.change(inRun, .times(multiplier), year: evaluation.year)
      } catch {
        throw .changes([
          RefusedChange(
            run: run.specification.name, written: path.joined(separator: "."), place: solve.place,
            reason: error)
        ])
      }
    }
    return changed
  }

  /// A multiplier of some units.
  static func multiplier(_ units: Int128) -> Rational {
    (try? Rational(units, over: one)) ?? .one
  }

  /// The bounds of a free rate in whole units: rounded inwards.
  func units(of rate: Int) -> ClosedRange<Int128>? {
    guard let scale = try? Rational(Self.one, over: 1),
      let low = try? bounds[rate].low.multiplied(by: scale),
      let high = try? bounds[rate].high.multiplied(by: scale)
    else { return nil }
    let first = low.isWhole ? low.floor() : low.floor() + 1
    return first <= high.floor() ? first...high.floor() : nil
  }
}
