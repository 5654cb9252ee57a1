import FundingModel

/// What a search makes as small as possible, ready to be told of any trial.
struct SearchAim {
  private enum Kind {
    case gini
    case losers([Money?])
    case change([Money?])
    case parity(Money)
  }
  private let kind: Kind
  /// The heads by census row.
  private let heads: [Int64]

  /// Finds what the aim is told against.
  ///
  /// - Parameters:
  ///   - search: What is asked.
  ///   - run: The run's name.
  ///   - runner: The year's data and scenario.
  ///   - earlier: The runs before it, in order.
  /// - Throws: `target` where the baseline isn't an earlier run, or there is no benchmark.
  init(
    _ search: SearchSpecification, of run: String, in runner: YearRunner,
    after earlier: [RunOutcome]
  ) throws(ScenarioFailure) {
    let census = runner.census
    heads = (0..<census.schools.count).map { census.pupils.heads(ofSchool: $0) }
    func refused(_ reason: TargetFailure.Reason) -> ScenarioFailure {
      .target(TargetFailure(run: run, reason: reason, place: search.place))
    }
    func baseline() throws(ScenarioFailure) -> [Money?] {
      let name = runner.baseline ?? run
      if name == RunShares.published {
        return RunShares(publishedIn: census, year: runner.year).shares
      }
      guard let outcome = earlier.first(where: { $0.specification.name == name }) else {
        throw refused(.noBaseline(name, aim: search.aim))
      }
      return outcome.allocation.shares
    }
    switch search.aim {
    case .gini: kind = .gini
    case .losers: kind = .losers(try baseline())
    case .change: kind = .change(try baseline())
    case .parity:
      let scenario = runner.inputs.scenario
      guard let benchmark = scenario.benchmarksHeld.first else { throw refused(.noBenchmark) }
      kind = .parity(benchmark.amount)
    }
  }

  /// The aim's value of what formulae give; nil where it can't be said.
  func value(_ groups: [FormulaAllocation]) -> AimValue? {
    switch kind {
    case .gini:
      var units: [Dispersion.Unit] = []
      for (row, share) in shares(groups) where heads[row] > 0 {
        units.append(
          Dispersion.Unit(
            amount: share.pounds.approximation / Double(heads[row]), pupils: Double(heads[row])))
      }
      return Dispersion(units).map { .gini($0.gini) }
    case .losers(let baseline):
      let losses = changes(groups, baseline).filter { $0 < .zero }
      return .losers(schools: losses.count, lost: -losses.reduce(.zero, +))
    case .change(let baseline):
      return .change(changes(groups, baseline).reduce(.zero) { $0 + ($1 < .zero ? -$1 : $1) })
    case .parity(let benchmark):
      return .parity(
        shares(groups).reduce(.zero) { sum, school in
          let wanted = Money(pence: benchmark.pence * heads[school.row])
          return sum + max(.zero, wanted - school.share)
        })
    }
  }

  /// Every funded school's share, by formula.
  private func shares(_ groups: [FormulaAllocation]) -> [(row: Int, share: Money)] {
    groups.flatMap { group in
      group.rows.enumerated().map { (row: $0.element, share: group.share(at: $0.offset)) }
    }
  }

  /// The changes of schools that both sides fund.
  private func changes(_ groups: [FormulaAllocation], _ baseline: [Money?]) -> [Money] {
    shares(groups).compactMap { row, share in baseline[row].map { share - $0 } }
  }
}
