import FundingEngine
import FundingModel

/// What became of some points.
enum PointPiece: Sendable {
  case done([[PointFigures]])
  case failed(ScenarioFailure)
  /// A plain evaluation came to other pennies.
  case disagrees(PointDisagreement)
  case stopped

  init(
    _ part: Range<Int>, of years: [YearSweep], _ measures: [PointMeasures], checked: Set<Int>
  ) {
    var workspaces = years.map { $0.workspaces() }
    var amounts = measures.map { AmountsPerPupil(heads: $0.heads) }
    var figures: [[PointFigures]] = []
    for point in part {
      do throws(ScenarioFailure) {
        let plain = checked.contains(point) ? try Self.plainly(years, at: point) : nil
        let found: [[RunAtPoint]]
        if let quick = try Self.quickly(years, at: point, &workspaces) {
          found = quick
        } else {
          if let plain { found = plain } else { found = try Self.plainly(years, at: point) }
        }
        if let plain {
          for (year, pair) in zip(years, zip(found, plain)) {
            let disagreement = year.disagreement(at: point, fromNumbers: pair.0, alone: pair.1)
            if let disagreement {
              self = .disagrees(disagreement)
              return
            }
          }
        }
        let byYear = years.indices.map { measures[$0].figures(of: found[$0], &amounts[$0]) }
        figures.append(found[0].indices.flatMap { run in byYear.map { $0[run] } })
      } catch {
        let points = years[0].points
        self = .failed(
          .atPoint(
            points.kind, number: point + 1, values: points.settings(at: point), failure: error))
        return
      }
    }
    self = .done(figures)
  }

  /// Every year of a point; nil where one of them can only be worked out plainly.
  private static func quickly(
    _ years: [YearSweep], at point: Int, _ workspaces: inout [[RunSweep.Workspace]]
  ) throws(ScenarioFailure) -> [[RunAtPoint]]? {
    var found: [[RunAtPoint]] = []
    for (index, year) in years.enumerated() {
      guard
        let next = try year.figures(at: point, after: found.last, &workspaces[index])
      else { return nil }
      found.append(next)
    }
    return found
  }

  private static func plainly(
    _ years: [YearSweep], at point: Int
  ) throws(ScenarioFailure) -> [[RunAtPoint]] {
    var found: [[RunAtPoint]] = []
    for year in years { found.append(try year.plainFigures(at: point, after: found.last)) }
    return found
  }
}

extension YearSweep {
  /// The first run that came to one thing from numbers and to another by itself; nil where none did.
  func disagreement(
    at point: Int, fromNumbers: [RunAtPoint], alone: [RunAtPoint]
  ) -> PointDisagreement? {
    for (run, pair) in zip(runs, zip(fromNumbers, alone)) {
      guard let cause = pair.0.disagreement(with: pair.1) else { continue }
      return PointDisagreement(
        kind: points.kind, number: point + 1, values: points.settings(at: point),
        run: run.specification.name, year: runner.year,
        fromNumbers: Money(pence: pair.0.total), alone: Money(pence: pair.1.total), cause: cause)
    }
    return nil
  }
}

extension RunAtPoint {
  /// What may be behind figures that differ from those of a plain evaluation; nil where none does.
  func disagreement(with plain: RunAtPoint) -> PointDisagreement.Cause? {
    guard !agrees(with: plain) else { return nil }
    // A solve on a coarser grid has nine decimals at most, and comes no nearer its target.
    guard let solve = plain.outcome?.solve, let own = multiplier, let other = plain.multiplier,
      own != other, 1_000_000_000 % other.denominator == 0,
      (total - solve.target.pence).magnitude <= (plain.total - solve.target.pence).magnitude
    else { return .unexplained }
    return .coarserSolve
  }
}
