import FundingModel

extension Table {
  /// `protection.csv`: what minima and floors give and caps take in each run and year.
  ///
  /// - Shape: a row for each adjustment of a run and year, those that give nothing too.
  static func protection(of result: ScenarioResult, outcomes: OrderedOutcomes) -> Table {
    let rows = outcomes.outcomes.flatMap { outcome in
      ProtectionTotals(of: outcome).rows.map { ProtectionLine(group: nil, outcome, $0) }
    }
    return Table(
      name: "protection", columns: protectionColumns(of: rows),
      members: protectionMembers(of: rows, in: result))
  }

  /// `protection-authorities.csv`: the same for each authority and sector, and last for Wales.
  ///
  /// - Shape: by authority, Wales last; in each by sector, all sectors last; then as in
  ///   `protection.csv`. There is no row where no school's formula has the adjustment.
  static func protectionOfAuthorities(
    of result: ScenarioResult, outcomes: OrderedOutcomes, language: Language
  ) -> Table {
    let schools = result.census.schools
    let found = outcomes.outcomes.map { outcome in
      (
        outcome: outcome,
        totals: ProtectionTotals.byGroup(of: outcome) { row in
          let (authority, sector) = (schools.authorities[row], schools.sectors[row])
          return [
            ProtectionLine.Group(authority: authority, sector: sector),
            .init(authority: authority, sector: nil), .init(authority: nil, sector: sector),
            .init(authority: nil, sector: nil),
          ]
        }
      )
    }
    let authorities = Set(schools.authorities).sorted().map(Optional.some) + [nil]
    let sectors = schools.sectorsFound.map(Optional.some) + [nil]
    let rows = authorities.flatMap { authority in
      sectors.flatMap { sector in
        let group = ProtectionLine.Group(authority: authority, sector: sector)
        return found.flatMap { outcome, totals in
          (totals[group]?.rows ?? []).map { ProtectionLine(group: group, outcome, $0) }
        }
      }
    }
    return Table(
      name: "protection-authorities",
      columns: authorityColumns(
        of: rows.map(\.group?.authority), whole: schools.coverage.name, language: language)
        + [TableColumn("sector", .texts(rows.map { $0.group?.sector ?? "all" }))]
        + protectionColumns(of: rows),
      members: protectionMembers(of: rows, in: result))
  }

  private static func protectionColumns(of rows: [ProtectionLine]) -> [TableColumn] {
    [
      TableColumn("run", .texts(rows.map(\.outcome.specification.name))),
      TableColumn("year", .texts(rows.map(\.outcome.allocation.year.description))),
      TableColumn("line", .texts(rows.map(\.row.name))),
      TableColumn("schools", .wholes(rows.map { Int64($0.row.schools) })),
      TableColumn("amount", .moneys(rows.map(\.row.amount))),
      TableColumn("without_baseline", .wholes(rows.map { Int64($0.row.withoutBaseline.count) })),
    ]
  }

  private static func protectionMembers(
    of rows: [ProtectionLine], in result: ScenarioResult
  ) -> [[Int]] {
    rows.map { line in line.row.members.map { result.census.schools.numbers[$0] } }
  }

  /// `transition.csv`: the year from which no floor or cap acts on a school any longer.
  ///
  /// - Shape: a row for each school and run with a floor or cap. `reaches` is blank, and `status`
  ///   is `moving`, where one still acts in the last year; `last_amount` is what it then gives or
  ///   takes.
  static func transition(of result: ScenarioResult, language: Language) -> Table {
    let rows = Transition.all(of: result).flatMap { transition in
      transition.schools.map { (transition: transition, school: $0) }
    }
    .enumerated().sorted { ($0.element.school.row, $0.offset) < ($1.element.school.row, $1.offset) }
    .map(\.element)
    return Table(
      name: "transition",
      columns: schoolColumns(
        of: rows.map(\.school.row), in: result.census.schools, language: language
      ) + [
        TableColumn("run", .texts(rows.map(\.transition.run))),
        TableColumn("reaches", .texts(rows.map { $0.school.reaches?.description })),
        TableColumn("status", .texts(rows.map(\.school.status))),
        TableColumn("acting_years", .wholes(rows.map { Int64($0.school.actingYears) })),
        TableColumn("last_year", .texts(rows.map(\.transition.last.description))),
        TableColumn("last_amount", .moneys(rows.map(\.school.lastAmount))),
      ])
  }
}

/// One row of the tables of protection.
private struct ProtectionLine {
  /// Schools of an authority, a sector, both or all.
  struct Group: Hashable {
    let authority: Int?
    let sector: String?
  }

  let group: Group?
  let outcome: RunOutcome
  let row: ProtectionTotals.Row

  init(group: Group?, _ outcome: RunOutcome, _ row: ProtectionTotals.Row) {
    self.group = group
    self.outcome = outcome
    self.row = row
  }
}

extension ScenarioResult {
  /// Whether a run has a minimum, a floor or a cap, or shares out extra money.
  var hasProtection: Bool {
    runs.contains { outcome in
      outcome.allocation.groups.contains { group in
        group.formula.adjustments.contains(where: \.isProtection)
      }
    }
  }
}
