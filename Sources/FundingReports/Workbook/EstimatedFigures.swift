import FundingModel

/// Which shares, and sums of shares, of a result rest on an estimate.
struct EstimatedFigures {
  /// Whether the schools are modelled, so that every figure of them is.
  let areModelledSchools: Bool
  /// Whether what is said of a school's pupils, but for their number, is modelled.
  let areModelledPupils: Bool
  /// The run that changes are held against.
  let baseline: String

  private typealias Group = HiddenFigures.Group
  /// The schools and groups with an estimated share, by run and year as tables write them.
  private var schools: [String: Set<Int>] = [:]
  private var groups: [String: Set<HiddenFigures.Group>] = [:]

  /// Looks at every run of a result.
  init(of result: ScenarioResult) {
    let table = result.census.schools
    areModelledSchools = table.areModelled
    areModelledPupils = result.census.hasModelledPupils
    baseline = result.comparison.baseline
    for outcome in result.runs {
      let key = Self.key(outcome.specification.name, outcome.allocation.year.description)
      for (row, isEstimate) in outcome.restsOnEstimates(result.censuses).enumerated()
      where isEstimate {
        schools[key, default: []].insert(table.numbers[row])
        let (authority, sector) = (table.authorities[row], table.sectors[row])
        groups[key, default: []].formUnion([
          .wales, Group(authority: authority, sector: nil), Group(authority: nil, sector: sector),
          Group(authority: authority, sector: sector),
        ])
      }
    }
  }

  /// Whether one school's share is an estimate; published budgets are none.
  func holds(school: Int, run: String, year: String) -> Bool {
    schools[Self.key(run, year)]?.contains(school) ?? false
  }

  /// Whether any share of a group is.
  func holds(group: HiddenFigures.Group, run: String, year: String) -> Bool {
    groups[Self.key(run, year)]?.contains(group) ?? false
  }

  private static func key(_ run: String, _ year: String) -> String { year + " " + run }
}
