import FundingModel

/// Makes a solve's target a sum in pennies, on one year's data.
struct SolveTarget {
  /// The run.
  let run: RunSpecification
  /// The runs before this one, in order.
  let earlier: [RunOutcome]
  /// The year's schools and pupils.
  let census: Census
  /// The rows that the run funds, ascending.
  let rows: [Int]
  /// The year.
  let year: FundingYear
  /// The authorities' lines, as the run changes them.
  let lines: AuthorityLines
  /// What the run's changes of the lines set free; nil where it changes none.
  let moved: Money?

  /// What is to be reached.
  ///
  /// An earlier run's amount per pupil is its total: every run of a scenario funds the same
  /// pupils.
  ///
  /// - Throws: `unknownRun` for a run that doesn't come before; `target` for one that means nothing
  ///   on these data; `lines` where no money moves.
  func goal(of solve: SolveSpecification) throws(ScenarioFailure) -> SolveGoal {
    switch solve.target {
    case .total(let total):
      return plain(.total, total)
    case .totalOf(let name, let rule):
      let total = try outcome(name, solve).allocation.total
      return plain(.total, try apply(rule, to: total, solve))
    case .perPupil(let each, nil):
      let heads = census.fundedHeads
      return plain(.perPupil(asked: each, heads: heads), Money(pence: each.pence * heads))
    case .perPupilOf(let name, nil):
      return plain(.total, try outcome(name, solve).allocation.total)
    case .perPupil(let each, let group?):
      return try grouped(group, isMean: false, solve) { Money(pence: each.pence * $0.weight) }
    case .perPupilOf(let name, let group?):
      let shares = try outcome(name, solve).allocation.shares
      return try grouped(group, isMean: false, solve) { Money(pence: $0.goal.pence(shares)) }
    case .mean(let each, let group):
      return try grouped(group, isMean: true, solve) { Money(pence: each.pence * $0.weight) }
    case .meanOf(let name, let group):
      let shares = try outcome(name, solve).allocation.shares
      return try grouped(group, isMean: true, solve) { Money(pence: $0.goal.pence(shares)) }
    case .delegationRate(let rate):
      return try delegation(rate, solve)
    }
  }

  private func plain(_ measure: SolveMeasure, _ target: Money) -> SolveGoal {
    SolveGoal(measure: measure, target: target, isMeasured: nil, heads: nil)
  }

  private func outcome(
    _ name: String, _ solve: SolveSpecification
  ) throws(ScenarioFailure) -> RunOutcome {
    guard let run = earlier.first(where: { $0.specification.name == name }) else {
      throw .unknownRun(name, known: earlier.map(\.specification.name), place: solve.place)
    }
    return run
  }

  private func apply(
    _ rule: QuantumRule, to total: Money, _ solve: SolveSpecification
  ) throws(ScenarioFailure) -> Money {
    let result: Money?
    switch rule {
    case .same: result = total
    case .times(let multiplier):
      result = try? total.pounds.multiplied(by: multiplier).roundedToPenny()
    case .plus(let money): result = total + money
    case .plusMoved:
      guard let moved, moved != .zero else {
        throw .lines(
          LineFailure(
            run: run.name, written: run.lines.first?.path ?? "", reason: .nothingMoves,
            place: run.lines.first?.place ?? solve.place))
      }
      result = total + moved
    }
    guard let result, result >= .zero else {
      throw refused(.targetBelowNought(result ?? total), solve.place)
    }
    return result
  }

  /// A goal of a group of schools: `target` makes its sum from the goal without one, and from what
  /// an amount per pupil is multiplied by, the group's heads or, for a mean, its schools.
  private func grouped(
    _ group: SchoolGroup?, isMean: Bool, _ solve: SolveSpecification,
    target: ((goal: SolveGoal, weight: Int64)) -> Money
  ) throws(ScenarioFailure) -> SolveGoal {
    let found: [Int]
    do throws(GroupedSchools.Refusal) {
      found = try GroupedSchools(census: census, rows: rows).rows(of: group)
    } catch {
      throw refused(error.reason, error.place)
    }
    var isMeasured = [Bool](repeating: false, count: census.schools.count)
    for row in found { isMeasured[row] = true }
    let all = (0..<census.schools.count).map { census.pupils.heads(ofSchool: $0) }
    let heads = found.reduce(0) { $0 + all[$1] }
    let weight = isMean ? Int64(found.count) : heads
    func goal(_ target: Money) -> SolveGoal {
      let asked = target.each(of: Rational(Int(weight))) ?? .zero
      let solved = SolvedGroup(
        group: group, schools: found.count, heads: heads, asked: asked)
      return SolveGoal(
        measure: isMean ? .groupMean(solved) : .groupTotal(solved), target: target,
        isMeasured: isMeasured, heads: isMean ? all : nil)
    }
    return goal(target((goal(.zero), weight)))
  }

  /// The individual schools budget at which delegated ÷ gross is a rate: with what is retained and
  /// unallocated K and what is devolved D, rate × K ÷ (1 − rate) − D, to the nearest penny.
  private func delegation(
    _ rate: Rational, _ solve: SolveSpecification
  ) throws(ScenarioFailure) -> SolveGoal {
    let authorities = RowGroups(rows, by: census.schools.authorities).groups.map(\.key)
    guard let sums = lines.sums(ofAll: authorities, year: year) else {
      throw refused(.noLines(year), solve.place)
    }
    guard sums.unknown.isEmpty else { throw refused(.retainedUnknown, solve.place) }
    func sum(_ kind: AuthorityLine.Kind) -> Money { sums.amounts[kind] ?? .zero }
    let kept = sum(.retained) + sum(.unallocated)
    guard kept > .zero else { throw refused(.everythingDelegated, solve.place) }
    let devolved = sum(.devolved)
    guard let rest = try? Rational.one.subtracting(rate),
      let delegated = try? kept.pounds.multiplied(by: rate).divided(by: rest),
      let isb = try? delegated.subtracting(devolved.pounds).roundedToPenny()
    else { preconditionFailure("a delegation rate is a short decimal below 1") }
    guard isb >= .zero else {
      let least = try? Rational(Int128(devolved.pence), over: Int128((devolved + kept).pence))
      throw refused(.delegationTooLow(asked: rate, least: least ?? .zero), solve.place)
    }
    return plain(
      .delegationRate(DelegationTarget(asked: rate, devolved: devolved, kept: kept)), isb)
  }

  private func refused(_ reason: TargetFailure.Reason, _ place: Place?) -> ScenarioFailure {
    .target(TargetFailure(run: run.name, reason: reason, place: place))
  }
}
