import FundingModel

/// How far the baseline's fitted shares lie from the schools' published budgets, and how many
/// schools' changes that distance puts in doubt.
///
/// It is worked out from this run's own schools, in the scenario's own year, which is the published
/// budgets' year. A baseline whose rates, grants or adjustments a scenario changes is no estimate of
/// the published budgets, and has no such distance.
struct PublishedDistance {
  /// What a run's changes are worth beside it.
  struct Change {
    /// The run that is held against the baseline, with its year where there are several.
    let run: String
    /// How many compared schools have a fitted share and a published budget.
    let schools: Int
    /// For how many of them the change is smaller than the distance of the school's own estimate.
    let smaller: Int
    /// How many of these have a change of the other sign when the published budget takes the
    /// estimate's place: only a distance greater than the change can turn it round.
    let turned: Int
  }

  /// The baseline's name.
  let baseline: String
  /// How many schools with a fitted share have a published budget.
  let schools: Int
  /// The distance of the school in the middle, in per cent of its published budget: the smallest
  /// that half of the schools don't exceed.
  let median: Rational
  /// Each compared run by other formulae than the baseline's; a run by the same formulae shares their
  /// errors, so that its changes are known better than its shares.
  let changes: [Change]

  /// The baseline's name, where it is an estimate of the published budgets; nil where not.
  static func baseline(of result: ScenarioResult) -> String? {
    result.runs.first { outcome in
      outcome.specification.name == result.comparison.baseline
        && outcome.allocation.year == result.scenario.year && outcome.specification.isUnchanged
        && outcome.allocation.groups.contains { $0.formula.hasEstimates }
    }?.specification.name
  }

  /// Measures a result; nil where the baseline is not fitted or no school has a published budget.
  init?(of result: ScenarioResult) {
    let year = result.scenario.year
    let schools = result.census.schools
    func outcome(_ run: String) -> RunOutcome? {
      result.runs.first { $0.specification.name == run && $0.allocation.year == year }
    }
    guard let base = Self.baseline(of: result).flatMap(outcome) else { return nil }
    let shares = base.allocation.shares
    var budgets: [Int: Money] = [:]
    for group in base.allocation.groups where group.formula.hasEstimates {
      for row in group.rows {
        if shares[row] != nil, let budget = schools.publishedBudget(row), budget > .zero {
          budgets[row] = budget
        }
      }
    }
    let distances = budgets.compactMap { row, budget in
      shares[row].flatMap {
        try? Rational(Int128(Self.size($0 - budget).pence) * 100, over: Int128(budget.pence))
      }
    }.sorted()
    guard let median = distances.isEmpty ? nil : distances[(distances.count + 1) / 2 - 1] else {
      return nil
    }
    baseline = base.specification.name
    self.schools = distances.count
    self.median = median
    let formulas = Set(base.allocation.groups.map(\.formula.path))
    changes = result.comparison.with.compactMap { run in
      guard let other = outcome(run),
        Set(other.allocation.groups.map(\.formula.path)) != formulas
      else { return nil }
      let held = result.comparisons.filter {
        $0.run == run && $0.year == year && budgets[$0.row] != nil
      }
      guard !held.isEmpty else { return nil }
      return Change(
        run: result.name(of: run, in: year), schools: held.count,
        smaller: held.count {
          Self.size($0.change) < Self.size($0.baselineShare - (budgets[$0.row] ?? .zero))
        },
        turned: held.count { school in
          let against = school.runShare - (budgets[school.row] ?? .zero)
          return school.change > .zero ? against < .zero : school.change < .zero && against > .zero
        })
    }
  }

  private static func size(_ money: Money) -> Money { money < .zero ? -money : money }
}

extension RunSpecification {
  /// Whether a run pays what its formulae say and nothing else.
  fileprivate var isUnchanged: Bool {
    changes.isEmpty && adjustments.isEmpty && grants.isEmpty && solve == nil
  }
}
