import FundingEngine
import FundingModel

/// What one run gives at one point.
struct RunAtPoint {
  /// The shares in pennies, by position among the funded rows.
  var shares: [Int64]
  /// Their sum.
  var total: Int64
  /// A solve's multiplier.
  var multiplier: Rational?
  /// The whole outcome, where it was worked out plainly.
  var outcome: RunOutcome?
}

/// One run of a scenario and how it follows a sweep.
struct RunSweep: Sendable {
  /// How the run is worked out at a point.
  enum Way: Sendable {
    /// It never moves.
    case still
    /// From numbers: these groups move.
    case numbers([GroupSweep])
    /// Every time as if it were the only point.
    case plainly
  }
  /// What cannot be worked out from numbers at a point.
  private struct NeedsPlainly: Error {}

  let specification: RunSpecification
  let way: Way
  /// What the run gives without the sweep.
  let own: RunAtPoint
  /// The heads of the schools that are funded.
  let heads: Int64

  /// What a point finds ready from the point before.
  struct Workspace {
    var groups: [SweptShares]
  }

  /// Room for one thread's points.
  func workspace() -> Workspace {
    switch way {
    case .still, .plainly: Workspace(groups: [])
    case .numbers(let groups): Workspace(groups: groups.map { SweptShares($0.swept) })
    }
  }

  /// What the run gives at a point, from numbers; nil where only a plain evaluation can tell.
  ///
  /// `earlier` is what the runs before it give at this point, by name.
  func figures(
    of points: SweepPoints, at point: Int, earlier: [String: Int64],
    _ workspace: inout Workspace
  ) -> RunAtPoint? {
    switch way {
    case .still: return own
    case .plainly: return nil
    case .numbers(let groups):
      do {
        return try figures(groups, of: points, at: point, earlier: earlier, &workspace)
      } catch {
        return nil
      }
    }
  }

  private func figures(
    _ groups: [GroupSweep], of points: SweepPoints, at point: Int, earlier: [String: Int64],
    _ workspace: inout Workspace
  ) throws -> RunAtPoint {
    var result = own
    result.outcome = nil
    // What is not in a group that moves stays as it is without the sweep and with a multiplier of 1.
    var total = own.total
    for group in groups { for position in group.positions { total -= own.shares[position] } }
    for (index, group) in groups.enumerated() {
      guard workspace.groups[index].move(to: try group.numbers(of: points, at: point)) else {
        throw NeedsPlainly()
      }
      if !group.isSolved {
        total += try sum(index, group, of: points, at: point, units: Self.one, &workspace)
      }
    }
    if let solve = specification.solve {
      guard let target = target(of: solve, earlier: earlier) else { throw NeedsPlainly() }
      let rest = total
      let solved = groups.indices.filter { groups[$0].isSolved }
      var work = workspace
      func residual(_ units: Int128) throws(ScenarioFailure) -> Int64? {
        guard let narrow = Int64(exactly: units) else { throw .changes([]) }
        var sum = rest
        for index in solved {
          guard
            let part = try? self.sum(
              index, groups[index], of: points, at: point, units: narrow, &work)
          else { throw .changes([]) }
          sum += part
        }
        return sum - target
      }
      let units = try Self.multiplier(residual)
      for index in solved {
        total += try sum(index, groups[index], of: points, at: point, units: units, &workspace)
      }
      result.multiplier = RunSolving.multiplier(Int128(units))
    }
    for (index, group) in groups.enumerated() {
      let shares = workspace.groups[index].shares
      for (place, position) in group.positions.enumerated() {
        result.shares[position] = shares[place]
      }
    }
    result.total = total
    return result
  }

  private static let one = Int64(MultiplierSearch.one)

  /// The multiplier that a plain solve finds, on its finest grid.
  private static func multiplier(
    _ residual: @escaping (Int128) throws(ScenarioFailure) -> Int64?
  ) throws -> Int64 {
    var search = MultiplierSearch(finest: 1, residual: residual)
    switch try search.search() {
    case .found(let trial):
      guard let units = Int64(exactly: trial.units) else { throw NeedsPlainly() }
      return units
    case .deadEnd: throw NeedsPlainly()
    }
  }

  private func sum(
    _ index: Int, _ group: GroupSweep, of points: SweepPoints, at point: Int, units: Int64,
    _ workspace: inout Workspace
  ) throws -> Int64 {
    let others = try group.others(of: points, at: point, units: units)
    guard let sum = workspace.groups[index].total(units: units, others: others) else {
      throw NeedsPlainly()
    }
    return sum
  }

  /// The target in pennies at a point; nil where only a plain solve can tell.
  private func target(of solve: SolveSpecification, earlier: [String: Int64]) -> Int64? {
    guard solve.isOneTotal else { return nil }
    return switch solve.target {
    case .total(let total): total.pence
    case .perPupil(let each, _): each.pence * heads
    case .totalOf(let name, _), .perPupilOf(let name, _): earlier[name]
    case .mean, .meanOf, .delegationRate: nil
    }
  }
}

extension SolveSpecification {
  /// The run whose total it is to reach; nil where it is an amount.
  var targetRun: String? {
    switch target {
    case .total, .perPupil, .mean, .delegationRate: nil
    case .totalOf(let name, _), .perPupilOf(let name, _), .meanOf(let name, _): name
    }
  }

  /// Whether one multiplier is to bring the run's total to a sum that the runs' totals tell.
  var isOneTotal: Bool {
    guard search == nil else { return false }
    return switch target {
    case .total, .totalOf(_, .same), .perPupil(_, nil), .perPupilOf(_, nil): true
    case .totalOf, .perPupil, .perPupilOf, .mean, .meanOf, .delegationRate: false
    }
  }
}

extension YearRunner {
  /// The runs whose outcomes a solve needs: its target's, and what it holds changes against.
  func runs(namedBy solve: SolveSpecification) -> [String] {
    let baseline = solve.search?.aim.needsBaseline ?? false ? self.baseline : nil
    return [solve.targetRun, baseline].compactMap(\.self)
  }

  /// The run that a scenario's comparison holds others against.
  var baseline: String? { inputs.scenario.comparison?.baseline ?? inputs.scenario.runs.first?.name }
}
