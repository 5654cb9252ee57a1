import FundingModel

/// The compared schools of one run in one year.
struct ComparedRun {
  let run: String
  let year: FundingYear
  /// By school.
  let schools: [SchoolComparison]
}

/// Every run that was compared in every year, and each year's groups: what all tables of gains are
/// made from.
struct GainsOfRuns {
  /// The runs in the comparison's order, each in every year.
  let runs: [ComparedRun]
  /// Which group every school is in, by year: a school's size and fifth are those of the year.
  let groups: [(year: FundingYear, groups: SchoolGroups)]

  /// Sorts a result's comparisons.
  init(of result: ScenarioResult) {
    var schools: [Key: [SchoolComparison]] = [:]
    for one in result.comparisons {
      schools[Key(run: one.run, year: one.year), default: []].append(one)
    }
    runs = result.comparison.with.flatMap { run in
      result.censuses.years.compactMap { year in
        schools[Key(run: run, year: year)].map { ComparedRun(run: run, year: year, schools: $0) }
      }
    }
    groups = result.censuses.years.map { ($0, SchoolGroups(result.census(in: $0))) }
  }

  /// Who gains and who loses by a run, in groups of a kind.
  func gains(_ run: ComparedRun, by kind: GainsByGroup.Kind) -> GainsByGroup {
    guard let own = groups.first(where: { $0.year == run.year }) else {
      preconditionFailure("every year that is run has its groups")
    }
    return GainsByGroup(run.schools, by: kind, in: own.groups)
  }

  /// Whether the data says of any school which group of a kind it is in.
  func isKnown(_ kind: GainsByGroup.Kind) -> Bool { groups.contains { $0.groups.isKnown(kind) } }

  private struct Key: Hashable {
    let run: String
    let year: FundingYear
  }
}
