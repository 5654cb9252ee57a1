import FundingEngine
public import FundingModel

extension ScenarioRunner {
  /// Which figures of a result are to be kept back so that none tells of fewer than so many pupils.
  ///
  /// - Parameters:
  ///   - result: What this runner gave.
  ///   - threshold: The least number of pupils that a figure may rest on, or none at all.
  ///   - threads: How many threads to use; the figures are the same for any number.
  /// - Returns: The figures, by name.
  /// - Throws: `evaluation`, which a run that has been worked out doesn't meet.
  public func hiddenFigures(
    in result: ScenarioResult, fewerThan threshold: Int, threads: Int = 1
  ) throws(ScenarioFailure) -> HiddenFigures {
    guard threshold > 1 else { return HiddenFigures(threshold: threshold) }
    // What all years show is looked at together: they are of the same pupils, or made of them.
    let (runs, outcomes) = try hiding(of: result, fewerThan: Int64(threshold), threads: threads)
    return Self.figures(outcomes, runs: runs, of: result, threshold: threshold)
  }

  /// By census row, the runs of every year, and what of them is kept back.
  private func hiding(
    of result: ScenarioResult, fewerThan threshold: Int64, threads: Int
  ) throws(ScenarioFailure) -> (runs: [[SchoolHiding.Run]], outcomes: [SchoolHiding.Outcome?]) {
    let first = result.census
    let readings = (0..<first.schools.count).map { PupilReading(census: first, row: $0) }
    var runs = [[SchoolHiding.Run]](repeating: [], count: readings.count)
    for year in result.censuses.years {
      let runner = try runner(of: year)
      let census = result.census(in: year)
      let parts = Self.parts(of: result, in: year)
      let found = ParallelWork.results(parts.count, threads: threads) { index in
        let (outcome, group, part) = parts[index]
        return Result { () throws(ScenarioFailure) in
          try runner.statements(of: part, group, in: outcome).map { statement in
            let pupils = readings[statement.row]
            return Self.run(
              statement, outcome, pupils: pupils, heads: pupils.heads(in: census),
              fewerThan: threshold)
          }
        }
      }
      for (part, found) in zip(parts, found) {
        for (position, run) in zip(part.positions, try found.get()) {
          runs[part.group.rows[position]].append(run)
        }
      }
    }
    let all = runs
    let outcomes = ParallelWork.results(readings.count, threads: threads) { row in
      SchoolHiding(
        heads: readings[row].heads, ftes: readings[row].ftes, runs: all[row],
        threshold: threshold
      ).outcome()
    }
    return (all, outcomes)
  }

  /// So many schools of one formula are looked at together, whatever the number of threads.
  private static let schoolsOfPart = 128

  /// The schools of every run of a year in parts, in the runs' order.
  private static func parts(
    of result: ScenarioResult, in year: FundingYear
  ) -> [(outcome: RunOutcome, group: FormulaAllocation, positions: Range<Int>)] {
    result.runs.filter { $0.allocation.year == year }.flatMap { outcome in
      outcome.allocation.groups.flatMap { group in
        stride(from: 0, to: group.rows.count, by: schoolsOfPart).map { start in
          (outcome, group, start..<min(start + schoolsOfPart, group.rows.count))
        }
      }
    }
  }

  /// One school's lines in one run, as what they tell of its pupils.
  private static func run(
    _ statement: Statement, _ outcome: RunOutcome, pupils: PupilReading, heads: [Int64],
    fewerThan threshold: Int64
  ) -> SchoolHiding.Run {
    let formula = statement.formula
    let lines = zip(formula.factors, statement.lines).map { factor, line in
      LineDrivers(
        of: line, factor: factor, in: formula, pupils: pupils, heads: heads, fewerThan: threshold)
    }
    let revealing = formula.adjustments.filter { adjustment in
      adjustment.protection.map { !$0.leavingOut.isEmpty } ?? false
    }
    return SchoolHiding.Run(
      name: outcome.specification.name, year: outcome.allocation.year,
      heads: heads, lines: lines, revealing: revealing.map(\.name))
  }

  /// Puts schools together and looks at the sums over them.
  private static func figures(
    _ outcomes: [SchoolHiding.Outcome?], runs: [[SchoolHiding.Run]], of result: ScenarioResult,
    threshold: Int
  ) -> HiddenFigures {
    let census = result.census
    var lines: Set<HiddenFigures.Line> = []
    var schools: Set<Int> = []
    var rowsWithLines: [Int] = []
    for (row, outcome) in outcomes.enumerated() {
      let number = census.schools.numbers[row]
      switch outcome {
      case nil: break
      case .everything: schools.insert(number)
      case .lines(let hidden):
        rowsWithLines.append(row)
        for (run, names) in zip(runs[row], hidden) {
          for name in names {
            lines.insert(
              HiddenFigures.Line(school: number, run: run.name, year: run.year, name: name))
          }
        }
      }
    }
    let funded = census.schools.numbers.indices.filter { !runs[$0].isEmpty }.map { row in
      GroupHiding.School(
        number: census.schools.numbers[row], authority: census.schools.authorities[row],
        sector: census.schools.sectors[row],
        heads: result.censuses.years.map {
          result.census(in: $0).pupils.heads(ofSchool: row)
        }.filter { $0 > 0 }.min() ?? 0)
    }
    var fundedByRun: [Set<Int>] = []
    for outcome in result.runs {
      let numbers = Set(
        outcome.allocation.groups.flatMap { $0.rows.map { census.schools.numbers[$0] } })
      if !fundedByRun.contains(numbers) { fundedByRun.append(numbers) }
    }
    let sums = GroupHiding(schools: funded, funded: fundedByRun, hiding: schools)
    let telling = Set(rowsWithLines.map { census.schools.numbers[$0] }).union(sums.hidden)
    return HiddenFigures(
      threshold: threshold, lines: lines, schools: sums.hidden, groups: sums.hiddenGroups,
      groupsWithHidden: sums.groupsWithHidden, groupsWithMany: sums.groupsWithMany,
      partSums: PartSums(sums, census: census).shown(in: result),
      pupilLed: sums.pupilLedHidden(telling: telling),
      adjustments: AdjustmentHiding.totals(
        of: result.runs, numbers: census.schools.numbers, hiding: sums.hidden, lines: lines))
  }
}

extension GroupHiding {
  /// From so many schools on, two decimals of a percentage tell nothing of a single one.
  private static let manySchools = 100

  /// The groups of which the pupil-led share would tell what one school's kept-back lines come to:
  /// those that hold a school that is the only one of its sector and authority with any.
  fileprivate func pupilLedHidden(telling: Set<Int>) -> Set<HiddenFigures.Group> {
    var counts: [HiddenFigures.Group: Int] = [:]
    for school in schools where telling.contains(school.number) {
      for group in Self.groups(of: school).prefix(1) { counts[group, default: 0] += 1 }
    }
    let lone = counts.filter { $0.value == 1 }.map(\.key)
    let authorities = Set(lone.compactMap(\.authority))
    let sectors = Set(lone.compactMap(\.sector))
    return Set(
      groups.filter { group in
        let isTold = group.authority.map(authorities.contains) ?? !lone.isEmpty
        // Of a lone sector's authority every row: one is the rest of the others.
        let isWide = group.authority == nil && !(group.sector.map(sectors.contains) ?? true)
        return isTold && !isWide
          && (group.authority != nil || schoolCount(group) < Self.manySchools)
      })
  }

  private func schoolCount(_ group: HiddenFigures.Group) -> Int {
    schools.filter { group.holds(authority: $0.authority, sector: $0.sector) }.count
  }
}
