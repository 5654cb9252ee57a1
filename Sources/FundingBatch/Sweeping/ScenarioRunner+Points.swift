import FundingEngine
public import FundingModel
import Synchronization

extension ScenarioRunner {
  /// Hears how far a sweep has come, and says whether it is to stop.
  public struct Watch: Sendable {
    /// Told the points done and those asked for, from any thread.
    let progress: @Sendable (Int, Int) -> Void
    /// Asked between pieces of work.
    let isStopped: @Sendable () -> Bool

    /// Makes a watch.
    public init(
      progress: @escaping @Sendable (Int, Int) -> Void,
      isStopped: @escaping @Sendable () -> Bool
    ) {
      self.progress = progress
      self.isStopped = isStopped
    }

    /// Nobody watches.
    public static let none = Watch(progress: { _, _ in }, isStopped: { false })
  }

  /// Works out every run at every point of the scenario's sweep and at every draw.
  ///
  /// - Parameters:
  ///   - result: What the scenario gives without them.
  ///   - watch: Who watches; a sweep that is stopped gives the points before the first that isn't done.
  /// - Returns: The result with its sweep and its draws.
  /// - Throws: why a point can't be worked out; nothing is given in part then.
  public func addingPoints(
    to result: ScenarioResult, watch: Watch = .none
  ) throws(ScenarioFailure) -> ScenarioResult {
    var result = result
    if let sweep = inputs.scenario.sweep {
      result.sweep = try results(
        of: SweepPoints(sweep, years: inputs.scenario.years), after: result, watch)
    }
    if let uncertain = inputs.scenario.uncertain {
      result.draws = try results(
        of: SweepPoints(uncertain, years: inputs.scenario.years), after: result, watch)
    }
    return result
  }

  /// Checks that every path of the sweep and of the uncertain rates names a rate.
  ///
  /// - Throws: `changes`, with every path of a specification that names nothing.
  func checkPoints() throws(ScenarioFailure) {
    let years = inputs.scenario.years
    let sets = [
      inputs.scenario.sweep.map { SweepPoints($0, years: years) },
      inputs.scenario.uncertain.map { SweepPoints($0.withDraws(1), years: years) },
    ].compactMap(\.self)
    guard !sets.isEmpty else { return }
    var refused: [RefusedChange] = []
    for points in sets {
      do throws(ScenarioFailure) {
        _ = try points.apply(to: first.firstYearRuns(), year: first.year) {
          points.dimensions[$0].options.first ?? .times(.one)
        }
      } catch {
        guard case .changes(let more) = error else { throw error }
        refused += more
      }
    }
    guard refused.isEmpty else { throw .changes(refused) }
  }

  /// How many points at most are worked out the plain way too.
  static var mostChecked: Int { 6 }
  /// How many points make one piece of work; fixed, so that pieces never depend on threads.
  static var pointsPerPiece: Int { 64 }

  /// Works out points; `checkingAll` has every one worked out the plain way too.
  func results(
    of points: SweepPoints, after result: ScenarioResult, _ watch: Watch = .none,
    checkingAll: Bool = false
  ) throws(ScenarioFailure) -> PointResults {
    switch try pieces(of: points, after: result, watch, checkingAll, plainly: false) {
    case .done(let results): return results
    case .disagrees(let disagreement):
      // The plain way is what a point means; that it had to decide is said with the results.
      guard
        case .done(var plain) = try pieces(of: points, after: result, watch, false, plainly: true)
      else { preconditionFailure("a plain point agrees with itself") }
      plain.disagreement = disagreement
      return plain
    }
  }

  /// What one way of working out all points comes to.
  private enum Attempt {
    case done(PointResults)
    /// A point that was checked came to other pennies.
    case disagrees(PointDisagreement)
  }

  private func pieces(
    of points: SweepPoints, after result: ScenarioResult, _ watch: Watch, _ checkingAll: Bool,
    plainly: Bool
  ) throws(ScenarioFailure) -> Attempt {
    let groups = points.kind == .draw ? groups : []
    let benchmarks = Set(result.parity.map(\.benchmark)).sorted()
    var sweeps: [YearSweep] = []
    var measures: [PointMeasures] = []
    for runner in try yearRunners() {
      sweeps.append(
        try YearSweep(
          runner, points: points,
          outcomes: result.runs.filter { $0.allocation.year == runner.year },
          after: sweeps.last, plainly: plainly))
      measures.append(
        PointMeasures(
          runner: runner, comparison: result.comparison, benchmarks: benchmarks, groups: groups))
    }
    let (all, measuring) = (sweeps, measures)
    let done = Mutex(0)
    let count = (points.count + Self.pointsPerPiece - 1) / Self.pointsPerPiece
    let checked = Self.checked(of: points.count, all: checkingAll, plainly: plainly)
    let pieces = ParallelWork.results(count, threads: first.threads) { piece -> PointPiece in
      guard !watch.isStopped() else { return .stopped }
      let start = piece * Self.pointsPerPiece
      let part = start..<min(start + Self.pointsPerPiece, points.count)
      let result = PointPiece(part, of: all, measuring, checked: checked)
      let sum = done.withLock { sum in
        sum += part.count
        return sum
      }
      watch.progress(sum, points.count)
      return result
    }
    var figures: [[PointFigures]] = []
    loop: for piece in pieces {
      switch piece {
      case .done(let part): figures += part
      case .failed(let failure): throw failure
      case .disagrees(let disagreement): return .disagrees(disagreement)
      case .stopped: break loop
      }
    }
    let results = PointResults(
      kind: points.kind, paths: points.dimensions.map(\.written),
      values: figures.indices.map { points.texts(at: $0) }, asked: points.count,
      runs: inputs.scenario.runs.flatMap { run in
        sweeps.map { sweep in
          PointResults.RunYear(
            run: run.name, year: sweep.runner.year, schools: sweep.runner.rows.count,
            pupils: sweep.runner.census.fundedHeads)
        }
      },
      benchmarks: benchmarks, groups: groups, figures: figures,
      redrawn: points.kind == .draw ? points.dimensions.map(\.redrawn) : [],
      checked: checked.count { $0 < figures.count })
    return .done(results)
  }

  /// What works out each year, the first year first.
  private func yearRunners() throws(ScenarioFailure) -> [YearRunner] {
    guard let span = inputs.scenario.years else { return [first] }
    let projection = try PupilProjection(
      first.census, from: inputs.scenario.year, changes: span.pupilChanges)
    var runners = [first]
    for year in inputs.scenario.allYears.dropFirst() {
      runners.append(try runner(of: year, projection))
    }
    return runners
  }

  /// All schools, the sectors and authorities that there are.
  private var groups: [WinnersRow.Group] {
    let schools = first.census.schools
    let sectors = Set(first.rows.map { schools.sectors[$0] })
    return [.all] + [String].sectorsInOrder.filter(sectors.contains).map { .sector($0) }
      + Set(first.rows.map { schools.authorities[$0] }).sorted().map { .authority($0) }
  }

  /// Which points are worked out the plain way too: the first, the last and some between.
  private static func checked(of count: Int, all: Bool, plainly: Bool) -> Set<Int> {
    if plainly || count == 0 { return [] }
    if all || count <= mostChecked { return Set(0..<count) }
    return Set((0..<mostChecked).map { $0 * (count - 1) / (mostChecked - 1) })
  }
}

extension UncertainSpecification {
  /// The same with another number of draws.
  fileprivate func withDraws(_ draws: Int) -> UncertainSpecification {
    UncertainSpecification(draws: draws, seed: seed, quantities: quantities, place: place)
  }
}
