internal import FundingModel

extension FactsReader {
  /// Schools, pupils and budgets by authority and sector, and each authority's share eligible for
  /// free school meals.
  mutating func groups() throws -> ([SchoolGroupFacts], [FreeMealsFacts]) {
    let protection = try protection()
    var groups: [SchoolGroupFacts] = []
    var meals: [FreeMealsFacts] = []
    let sums = ["schools", "pupils", "schools_with_budget", "pupils_in_those", "budget_total"]
    let others = ["min", "p25", "median", "p75", "max", "welsh_medium_schools"]
    _ = try read(
      "authority-sector", columns: ["authority", "sector", "fsm_three_year_pct"] + sums + others
    ) { table, row -> Void? in
      let authority = table.authorityOrWales(row)
      let sectors = Self.sectors + ["all"]
      let sector = sectors[table.name(row, "sector", among: sectors)]
      if let authority, sector == "all" {
        meals.append(
          FreeMealsFacts(
            authority: authority, eligible: table.shareIfAny(row, "fsm_three_year_pct"),
            protection: protection.first { $0.authority == authority }?.protection))
      }
      guard let authority, sector != "all" else {
        // A row of totals must be the sum of what it totals, above it in the file.
        let parts = groups.filter {
          ($0.authority == authority || authority == nil)
            && ($0.sector == sector || sector == "all")
        }
        for column in sums {
          let stated = table.whole(row, column)
          let sum = parts.reduce(0) { $0 + Self.figure(column, of: $1) }
          guard stated != sum else { continue }
          table.noteDisagreement(
            "the total of '\(column)' is \(stated), but the rows above add up to \(sum)", row,
            column)
        }
        return nil
      }
      groups.append(
        SchoolGroupFacts(
          authority: authority, sector: sector, schools: table.whole(row, "schools"),
          pupils: table.whole(row, "pupils"),
          schoolsWithBudget: table.whole(row, "schools_with_budget"),
          pupilsInThose: table.whole(row, "pupils_in_those"),
          budget: table.pounds(row, "budget_total"),
          spread: BudgetSpread(
            lowest: table.pounds(row, "min"), lowerQuartile: table.pounds(row, "p25"),
            median: table.pounds(row, "median"), upperQuartile: table.pounds(row, "p75"),
            highest: table.pounds(row, "max")),
          welshMedium: table.wholeIfAny(row, "welsh_medium_schools") ?? 0,
          freeMeals: table.shareIfAny(row, "fsm_three_year_pct")))
      Self.check(groups[groups.count - 1], &table, row)
      return nil
    }
    return (groups, meals)
  }

  private static func figure(_ column: String, of group: SchoolGroupFacts) -> Int {
    switch column {
    case "schools": group.schools
    case "pupils": group.pupils
    case "schools_with_budget": group.schoolsWithBudget
    case "pupils_in_those": group.pupilsInThose
    default: Int(group.budget.pence / 100)
    }
  }

  /// What no group of schools can be, and the model could not meet.
  private static func check(_ group: SchoolGroupFacts, _ table: inout FactsTable, _ row: Int) {
    if group.schools < 1 || group.pupils < group.schools {
      table.noteDisagreement("there must be at least one pupil for each school", row, "pupils")
    }
    if group.schoolsWithBudget > group.schools || group.pupilsInThose > group.pupils {
      table.noteDisagreement(
        "the schools with a budget can't be more than all schools", row, "schools_with_budget")
    }
    if group.welshMedium > group.schools {
      table.noteDisagreement(
        "the Welsh-medium schools can't be more than all schools", row, "welsh_medium_schools")
    }
    let spread = group.spread.ascending
    if !zip(spread, spread.dropFirst()).allSatisfy({ $0 <= $1 }) {
      table.noteDisagreement("lowest, quartiles and highest must ascend", row, "min")
    }
  }

  private mutating func protection() throws -> [FreeMealsFacts] {
    try read("fsm-partial", columns: ["authority", "eligible", "eligible_or_protected"]) {
      table, row in
      let eligible = table.whole(row, "eligible")
      let either = table.whole(row, "eligible_or_protected")
      if either < eligible {
        table.noteDisagreement(
          "eligible or protected can't be fewer than eligible", row, "eligible_or_protected")
      }
      return FreeMealsFacts(
        authority: table.authority(row), eligible: nil,
        protection: .init(eligible: eligible, onlyProtected: max(0, either - eligible)))
    }
  }

  /// How many schools of each size.
  mutating func sizeBands() throws -> [SizeBand] {
    try read("size-bands", columns: ["sector", "from", "to", "schools", "pupils"]) { table, row in
      SizeBand(
        sector: Self.sectors[table.name(row, "sector", among: Self.sectors)],
        from: table.whole(row, "from"), through: table.wholeIfAny(row, "to"),
        schools: table.whole(row, "schools"), pupils: table.whole(row, "pupils"))
    }
  }

  /// How many schools of each type or language category; any are allowed where `known` is nil.
  mutating func categories(_ file: String, column: String, known: [String]?) throws
    -> [SchoolCategoryCount]
  {
    try read(file, columns: ["sector", column, "schools"], optional: ["pupils"]) { table, row in
      let category = known.map { $0[table.name(row, column, among: $0)] } ?? table.text(row, column)
      if category.isEmpty { table.note(.blank(column: column), row, column) }
      return SchoolCategoryCount(
        sector: Self.sectors[table.name(row, "sector", among: Self.sectors)], category: category,
        schools: table.whole(row, "schools"),
        pupils: table.has("pupils") ? table.wholeIfAny(row, "pupils") : nil)
    }
  }
}
