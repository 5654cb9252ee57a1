import FundingModel

/// Solves one run: multiplies some of its rates so that a sum of its shares meets a target.
struct RunSolving {
  /// The run, with its changes made.
  let run: RunFormulas
  /// What is asked.
  let solve: SolveSpecification
  /// What is to be reached.
  let goal: SolveGoal
  /// Works the formulae out.
  let evaluation: RunEvaluation

  /// The multiplier, and what the run gives with it.
  ///
  /// - Throws: `changes` for rates that are not there, `solve` where no multiplier will do,
  ///   `evaluation` where the run can't be worked out even with its own rates.
  func solved() throws(ScenarioFailure) -> (groups: [FormulaAllocation], outcome: SolveOutcome) {
    let own = try evaluation.allocations(of: run.groups)
    let moved = try movedGroups()
    let fixed = goal.pence(own.enumerated().filter { !moved.contains($0.offset) }.map(\.element))
    let first = goal.pence(own)
    let target = goal.target
    func residual(_ units: Int128) throws(ScenarioFailure) -> Int64? {
      guard units != MultiplierSearch.one else { return first - target.pence }
      guard let groups = try allocations(moved: moved, units: units) else { return nil }
      return fixed + goal.pence(groups) - target.pence
    }
    let (finding, evaluations) = try Self.search(residual)
    let trial: MultiplierSearch.Trial
    switch finding {
    case .found(let found): trial = found
    case .deadEnd(let end): throw .solve(failure(end))
    }
    var groups = own
    if trial.units != MultiplierSearch.one {
      let solved = try allocations(moved: moved, units: trial.units) ?? []
      for (index, group) in zip(moved, solved) { groups[index] = group }
    }
    let reached = Money(pence: goal.pence(groups))
    precondition(
      (reached - target).pence == trial.residual, "a solved run gives what the search found")
    return (
      groups,
      SolveOutcome(
        rates: written, multiplier: Self.multiplier(trial.units), measure: goal.measure,
        target: target, reached: reached, evaluations: evaluations)
    )
  }

  /// Searches on the finest grid on which the numbers still fit exact arithmetic.
  static func search(
    _ residual: @escaping (Int128) throws(ScenarioFailure) -> Int64?
  ) throws(ScenarioFailure) -> (MultiplierSearch.Finding, evaluations: Int) {
    var evaluations = 0
    for finest in [1, 1_000] as [Int128] {
      var search = MultiplierSearch(finest: finest, residual: residual)
      // Only numbers too long for exact arithmetic stop a search here: try shorter ones.
      guard let finding = try? search.search() else {
        evaluations += search.trials.count
        continue
      }
      return (finding, evaluations + search.trials.count)
    }
    var search = MultiplierSearch(finest: 1_000_000, residual: residual)
    let finding = try search.search()
    return (finding, evaluations + search.trials.count)
  }

  private var written: [String] { solve.by.map { $0.joined(separator: ".") } }

  /// The groups that have one of the rates.
  private func movedGroups() throws(ScenarioFailure) -> [Int] {
    var moved = Set<Int>()
    var refused: [RefusedChange] = []
    for path in solve.by {
      var trial = run
      do {
        moved.formUnion(try trial.change(inRun(path), .times(.one), year: evaluation.year))
      } catch {
        refused.append(self.refused(path, error))
      }
    }
    guard refused.isEmpty else { throw .changes(refused) }
    return moved.sorted()
  }

  /// A path without the run's own name.
  private func inRun(_ path: [String]) -> [String] {
    run.isNamed(by: path) ? Array(path.dropFirst()) : path
  }

  /// The paths, without those that another of them contains: no rate is multiplied twice.
  private var distinctPaths: [[String]] { Self.distinctPaths(of: solve, in: run) }

  /// The paths that a run's solve multiplies, each value once where one path contains another.
  static func distinctPaths(of solve: SolveSpecification, in run: RunFormulas) -> [[String]] {
    let paths = solve.by.map { run.isNamed(by: $0) ? Array($0.dropFirst()) : $0 }
    return paths.enumerated().filter { index, path in
      guard let inner = RatePath(path) else { return false }
      return !paths.enumerated().contains { other, outer in
        guard other != index, let outer = RatePath(outer), outer.contains(inner) else {
          return false
        }
        return outer != inner || other < index
      }
    }.map(\.element)
  }

  /// What the moved groups give with a multiplier; nil where they can't be worked out with it.
  private func allocations(
    moved: [Int], units: Int128
  ) throws(ScenarioFailure) -> [FormulaAllocation]? {
    var changed = run
    for path in distinctPaths {
      do {
        try changed.change(path, .times(Self.multiplier(units)), year: evaluation.year)
      } catch {
        throw .changes([refused(path, error)])
      }
    }
    do {
      return try evaluation.allocations(of: moved.map { changed.groups[$0] })
    } catch .evaluation(_, let failures) where !failures.isOverflow {
      return nil  // A divisor that became nought, say: another multiplier may do.
    } catch {
      throw error
    }
  }

  private func refused(_ path: [String], _ reason: RefusedChange.Reason) -> RefusedChange {
    RefusedChange(
      run: run.specification.name, written: path.joined(separator: "."), place: solve.place,
      reason: reason)
  }

  static func multiplier(_ units: Int128) -> Rational {
    guard let multiplier = try? Rational(units, over: MultiplierSearch.one) else {
      preconditionFailure("a multiplier is a decimal")
    }
    return multiplier
  }

  private func failure(_ end: MultiplierSearch.DeadEnd) -> SolveFailure {
    func total(_ trial: MultiplierSearch.Trial) -> Money {
      Money(pence: goal.target.pence + trial.residual)
    }
    let reason: SolveFailure.Reason =
      switch end {
      case .flat(let trial): .ratesDoNotMoveTotal(total: total(trial))
      case .aboveAtNought(let trial): .aboveTargetAtNought(total: total(trial))
      case .outOfReach(let trial):
        .outOfReach(multiplier: Self.multiplier(trial.units), total: total(trial))
      }
    return SolveFailure(
      run: run.specification.name, rates: written, measure: goal.measure, target: goal.target,
      reason: reason, place: solve.place)
  }
}

extension FormulaAllocation {
  /// The sum of all its lines.
  var total: Money { amounts.reduce(.zero, +) }
}

extension EvaluationFailures {
  /// Whether numbers grew too large for exact arithmetic.
  fileprivate var isOverflow: Bool { failures.contains { $0.reason == .overflow } }
}
