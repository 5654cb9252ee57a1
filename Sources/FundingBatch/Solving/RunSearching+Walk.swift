import FundingModel

extension RunSearching {
  /// The points of one search, each tried once.
  struct Walk {
    private let searching: RunSearching
    /// Every point tried.
    private var known: Set<[Int128]> = []
    /// How many times the run was worked out.
    private(set) var evaluations = 0
    /// How many points were tried.
    var trials: Int { known.count }

    init(searching: RunSearching) { self.searching = searching }

    /// The first point that meets the target: the file's own rates, or, where these can't, one
    /// between the bounds' corners.
    ///
    /// - Throws: `target` where the sum at the bounds is on one side of the target.
    mutating func start() throws(ScenarioFailure) -> Point {
      let ranges = try self.ranges()
      let own = ranges.map { min(max(RunSearching.one, $0.lowerBound), $0.upperBound) }
      if let point = try attempt(own) { return point }
      let corners = try self.corners(ranges)
      let target = searching.goal.target
      func refused(_ reason: TargetFailure.OutOfBounds.Reason) -> ScenarioFailure {
        self.refused(
          .outOfBounds(
            TargetFailure.OutOfBounds(
              reason: reason, measure: searching.goal.measure, target: target,
              least: corners.least, greatest: corners.greatest,
              rates: searching.solve.by.map { $0.joined(separator: ".") })))
      }
      guard corners.least <= target, target <= corners.greatest else {
        throw refused(.targetOutside)
      }
      // The last place between the corners at which the balance's lesser end is not above the target.
      let places = max(1, ranges.map { $0.upperBound - $0.lowerBound }.max() ?? 1)
      func units(_ place: Int128) -> [Int128] {
        ranges.indices.map { index in
          corners.low[index] + (corners.high[index] - corners.low[index]) * place / places
        }
      }
      var (below, above) = (Int128(0), places + 1)
      while above - below > 1 {
        let middle = (below + above) / 2
        if try sum(units(middle), corners.balance) <= target {
          below = middle
        } else {
          above = middle
        }
      }
      for place in [below, max(0, below - 1), min(places, below + 1), 0, places] {
        if let point = try attempt(units(place)) { return point }
      }
      throw refused(.nothingBetween)
    }

    /// The first better point a step away: by one rate, then by two.
    mutating func better(than best: Point, step: Int128) throws(ScenarioFailure) -> Point? {
      for offsets in directions(best.units.count) {
        guard trials < RunSearching.mostTrials else { return nil }
        let units = zip(best.units, offsets).map { $0 + step * $1 }
        if let point = try attempt(units), point.trial.aim < best.trial.aim { return point }
      }
      return nil
    }

    /// Up and down by each rate, then by each pair of them.
    private func directions(_ count: Int) -> [[Int128]] {
      func direction(_ parts: [(Int, Int128)]) -> [Int128] {
        var offsets = [Int128](repeating: 0, count: count)
        for (index, sign) in parts { offsets[index] = sign }
        return offsets
      }
      let signs: [Int128] = [1, -1]
      let single = (0..<count).flatMap { index in signs.map { direction([(index, $0)]) } }
      let double = (0..<count).flatMap { first in
        (first + 1..<max(first + 1, count)).flatMap { second in
          signs.flatMap { one in signs.map { direction([(first, one), (second, $0)]) } }
        }
      }
      return single + double
    }

    /// Tries a point; nil where it is out of bounds, was tried before, or can't meet the target.
    mutating func attempt(_ units: [Int128]) throws(ScenarioFailure) -> Point? {
      let ranges = try self.ranges()
      guard zip(ranges, units).allSatisfy({ $0.contains($1) }), known.insert(units).inserted else {
        return nil
      }
      let free = zip(searching.free, units).map { ($0, RunSearching.multiplier($1)) }
      let changed = try searching.changed(free)
      let balance = searching.search.balance
      let solving = RunSolving(
        run: changed,
        solve: SolveSpecification(
          target: searching.solve.target, by: [searching.solve.by[balance]],
          place: searching.solve.place),
        goal: searching.goal, evaluation: searching.evaluation)
      let groups: [FormulaAllocation]
      let outcome: SolveOutcome
      do {
        (groups, outcome) = try solving.solved()
      } catch .solve {
        return nil
      } catch .evaluation(let run, let failures) {
        // The file's own rates must work; others may make a divisor nought.
        guard units.contains(where: { $0 != RunSearching.one }) else {
          throw .evaluation(run: run, failures)
        }
        return nil
      } catch {
        throw error
      }
      evaluations += outcome.evaluations
      guard searching.bounds[balance].contains(outcome.multiplier),
        let aim = searching.aim.value(groups)
      else { return nil }
      var multipliers = searching.solve.by.map { _ in outcome.multiplier }
      for (rate, multiplier) in free { multipliers[rate] = multiplier }
      return Point(
        units: units,
        trial: SearchOutcome.Trial(
          multipliers: multipliers, aim: aim, reached: outcome.reached),
        groups: groups)
    }

    /// The bounds of the free rates in units.
    private func ranges() throws(ScenarioFailure) -> [ClosedRange<Int128>] {
      var ranges: [ClosedRange<Int128>] = []
      for rate in searching.free {
        guard let range = searching.units(of: rate) else {
          throw refused(
            .noRoom(
              rate: searching.solve.by[rate].joined(separator: "."),
              low: searching.bounds[rate].low, high: searching.bounds[rate].high))
        }
        ranges.append(range)
      }
      return ranges
    }

    /// The bounds' corners at which the sum is least and greatest.
    private struct Corners {
      /// The free rates' ends at which it is least, in units.
      let low: [Int128]
      /// Those at which it is greatest.
      let high: [Int128]
      /// The balance's end at which it is least.
      let balance: Rational
      /// The least sum.
      let least: Money
      /// The greatest sum.
      let greatest: Money
    }

    /// The corners, from the sums there.
    ///
    /// Each rate's direction is seen with the others at their low ends.
    private mutating func corners(
      _ ranges: [ClosedRange<Int128>]
    ) throws(ScenarioFailure) -> Corners {
      let balance = searching.search.balance
      let ends = searching.bounds[balance]
      let lows = ranges.map(\.lowerBound)
      let base = try sum(lows, ends.low)
      let isFalling = try sum(lows, ends.high) < base
      var low = lows
      var high = ranges.map(\.upperBound)
      for index in ranges.indices {
        var moved = lows
        moved[index] = ranges[index].upperBound
        if try sum(moved, ends.low) < base { swap(&low[index], &high[index]) }
      }
      let (less, more) = isFalling ? (ends.high, ends.low) : (ends.low, ends.high)
      return Corners(
        low: low, high: high, balance: less, least: try sum(low, less),
        greatest: try sum(high, more))
    }

    private mutating func sum(
      _ units: [Int128], _ balance: Rational
    ) throws(ScenarioFailure) -> Money {
      evaluations += 1
      let free = zip(searching.free, units).map { ($0, RunSearching.multiplier($1)) }
      let changed = try searching.changed(free + [(searching.search.balance, balance)])
      return Money(
        pence: searching.goal.pence(try searching.evaluation.allocations(of: changed.groups)))
    }

    private func refused(_ reason: TargetFailure.Reason) -> ScenarioFailure {
      .target(
        TargetFailure(
          run: searching.run.specification.name, reason: reason, place: searching.search.place))
    }
  }
}
