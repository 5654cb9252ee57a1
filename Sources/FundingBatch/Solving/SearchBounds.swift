import FundingModel

/// The bounds of each rate of a search, as multipliers.
enum SearchBounds {
  /// One pair a rate, in the order of `by`.
  ///
  /// Bounds in pounds hold for every value that the rate's path names, in the year.
  ///
  /// - Throws: `target` where two rates overlap, or bounds leave no multiplier.
  static func all(
    of solve: SolveSpecification, search: SearchSpecification, in run: RunFormulas,
    year: FundingYear
  ) throws(ScenarioFailure) -> [MultiplierBounds] {
    func refused(_ reason: TargetFailure.Reason, _ place: Place) -> ScenarioFailure {
      .target(TargetFailure(run: run.specification.name, reason: reason, place: place))
    }
    let written = solve.by.map { $0.joined(separator: ".") }
    let paths = solve.by.map { run.isNamed(by: $0) ? Array($0.dropFirst()) : $0 }
    for (first, left) in paths.enumerated() {
      for (second, right) in paths.enumerated() where first != second {
        guard let left = RatePath(left), let right = RatePath(right), left.contains(right) else {
          continue
        }
        throw refused(.overlappingRates(written[first], written[second]), solve.place)
      }
    }
    var bounds: [MultiplierBounds] = []
    for (index, path) in solve.by.enumerated() {
      guard let limits = search.limits.first(where: { $0.path == path }) else {
        bounds.append(
          MultiplierBounds(
            low: SearchSpecification.leastMultiplier, high: SearchSpecification.greatestMultiplier))
        continue
      }
      switch limits.kind {
      case .multipliers: bounds.append(MultiplierBounds(low: limits.low, high: limits.high))
      case .amounts:
        let values = try values(of: paths[index], in: run, year: year, place: solve.place)
        guard let least = values.min(), let greatest = values.max(), least > .zero,
          let low = try? limits.low.divided(by: least),
          let high = try? limits.high.divided(by: greatest)
        else { throw refused(.notPositive(rate: written[index]), limits.place) }
        guard low <= high else {
          throw refused(.noRoom(rate: written[index], low: low, high: high), limits.place)
        }
        bounds.append(MultiplierBounds(low: low, high: high))
      }
    }
    return bounds
  }

  /// Every value that a path names in the run's formulae.
  ///
  /// Which they are is seen from what a change of the path does: doubling them.
  private static func values(
    of path: [String], in run: RunFormulas, year: FundingYear, place: Place
  ) throws(ScenarioFailure) -> [Rational] {
    var doubled = run
    let groups: [Int]
    do {
      groups = try doubled.change(path, .times(Rational(2)), year: year)
    } catch {
      throw .changes([
        RefusedChange(
          run: run.specification.name, written: path.joined(separator: "."), place: place,
          reason: error)
      ])
    }
    var values: [Rational] = []
    for group in groups {
      let pair = (run.groups[group].formula.rates, doubled.groups[group].formula.rates)
      for (old, new) in zip(pair.0, pair.1) where old != new {
        guard let before = old.table(in: year), let after = new.table(in: year) else { continue }
        let cells = (before.cells + [before.otherwise].compactMap(\.self))
        for cell in after.cells + [after.otherwise].compactMap(\.self) {
          // A value of its own may have been taken out of a wider one: halve what was doubled.
          let own = cells.first { $0.path == cell.path && $0.value == cell.value }
          guard own == nil || cell.value == .zero else { continue }
          if let value = try? cell.value.divided(by: Rational(2)) { values.append(value) }
        }
      }
    }
    return values
  }
}
