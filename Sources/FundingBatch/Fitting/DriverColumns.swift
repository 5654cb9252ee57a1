import FundingEngine
import FundingModel

/// What each estimated value is multiplied by in each school's share, found by asking the engine.
///
/// With every estimate at nought the engine gives what the known rates pay; with one of them at 1,
/// what that one adds for each school. So the drivers are the formula's own, whatever its form.
struct DriverColumns {
  /// What a school gets with every estimate at nought, in pounds.
  let base: [Double]
  /// For each school, the driver of each estimate.
  let drivers: [[Double]]

  /// Asks the engine.
  ///
  /// - Parameters:
  ///   - formula: The formula.
  ///   - cells: Its estimated values.
  ///   - check: Its linearity check, already passed.
  ///   - engine: The engine.
  ///   - rows: The formula's schools.
  ///   - runRows: All schools of the run.
  /// - Throws: `evaluation`, or `nonlinear` where trying shows what the walk missed.
  init(
    _ formula: Formula, cells: [FittedCell], check: LinearityCheck, engine: Engine, rows: [Int],
    runRows: [Int]
  ) throws(FitFailure) {
    let unrounded = formula.with(
      rates: formula.rates,
      rounding: RoundingPolicy(factor: nil, rate: nil, mode: formula.rounding.mode))
    let partsOfYear = Self.partsOfYear(formula, rows: rows, census: engine.census)
    func shares(_ values: [Rational]) throws(FitFailure) -> [Double] {
      do {
        let plan = try engine.plan(
          unrounded.with(values, for: cells), rows: rows, runRows: runRows, year: formula.year)
        var sums: [Double] = []
        for position in rows.indices {
          let factors = try plan.exactAmounts(at: position)
          sums.append(partsOfYear[position] * factors.reduce(0) { $0 + $1.approximation })
        }
        return sums
      } catch {
        throw .evaluation(error)
      }
    }
    // A quantum is shared out in whole pennies: a large one shows its parts' proportions.
    let probes = cells.map { Rational(check.quantumRates.contains($0.rate) ? 10_000_000 : 1) }
    let nought = cells.map { _ in Rational.zero }
    let base = try shares(nought)
    var drivers = [[Double]](repeating: [], count: rows.count)
    for index in cells.indices {
      var values = nought
      values[index] = probes[index]
      for (position, share) in try shares(values).enumerated() {
        drivers[position].append((share - base[position]) / probes[index].approximation)
      }
    }
    let trial = probes.enumerated().map { index, probe in
      (try? probe.multiplied(by: Rational(7 + index * 13 % 97))) ?? probe
    }
    let found = try shares(trial)
    for position in rows.indices {
      let expected = zip(drivers[position], trial).reduce(base[position]) {
        $0 + $1.0 * $1.1.approximation
      }
      let tolerance = 1e-6 * max(1, abs(expected)) + (check.quantumRates.isEmpty ? 0 : 1)
      guard abs(found[position] - expected) <= tolerance else {
        throw .nonlinear(
          formula: formula.name, path: formula.path,
          cells.prefix(1).map {
            NonlinearUse(
              rate: formula.rates[$0.rate].name, part: formula.name, place: $0.written.place,
              reason: .observed)
          })
      }
    }
    self.base = base
    self.drivers = drivers
  }

  /// How much of the year each school is open, where the formula asks; 1 where it doesn't.
  private static func partsOfYear(_ formula: Formula, rows: [Int], census: Census) -> [Double] {
    let asks = formula.adjustments.contains { $0.kind == .partYear }
    let column = asks ? census.schools.column("months_open") : nil
    return rows.map { row in
      guard case .number(let months) = column?[row] else { return 1 }
      return months.approximation / 12
    }
  }
}
