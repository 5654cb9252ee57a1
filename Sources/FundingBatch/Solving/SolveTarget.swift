import FundingModel

/// The total that a solve is to reach, in pennies.
struct SolveTarget {
  /// The runs before this one, in order.
  let earlier: [RunOutcome]
  /// The heads that the run funds.
  let heads: Int64

  /// The target as a total.
  ///
  /// An earlier run's amount per pupil is its total: every run of a scenario funds the same
  /// pupils.
  ///
  /// - Throws: `unknownRun` for a run that doesn't come before.
  func total(of solve: SolveSpecification) throws(ScenarioFailure) -> Money {
    switch solve.target {
    case .total(let total): return total
    case .perPupil(let each): return Money(pence: each.pence * heads)
    case .totalOf(let name), .perPupilOf(let name):
      guard let run = earlier.first(where: { $0.specification.name == name }) else {
        throw .unknownRun(name, known: earlier.map(\.specification.name), place: solve.place)
      }
      return run.allocation.total
    }
  }
}
