import FundingModel

extension Table {
  /// `twins.csv`: schools much alike in different authorities, and the gap between them in each run.
  ///
  /// - Shape: a row for each pair, run and year; those most alike first.
  /// - Rounding: amounts per pupil to the penny, halves away from zero; the gap is the difference of
  ///   the two that are shown.
  static func twins(_ twins: TwinSchools, of result: ScenarioResult, language: Language) -> Table {
    let schools = result.census.schools
    let runs = OrderedOutcomes(of: result).outcomes
    let rows = twins.pairs.enumerated().flatMap { number, pair in
      runs.map { (number: number + 1, pair: pair, outcome: $0) }
    }
    var eligible: [FundingYear: [Int64]] = [:]
    for year in result.censuses.years {
      eligible[year] = result.census(in: year).eligibleForFreeMeals
    }
    func heads(_ row: Int, _ outcome: RunOutcome) -> Int64 {
      result.census(in: outcome.allocation.year).pupils.heads(ofSchool: row)
    }
    func freeMeals(_ row: Int, _ outcome: RunOutcome) -> Rational? {
      guard let meals = eligible[outcome.allocation.year] else { return nil }
      return try? Rational(Int128(meals[row]) * 100, over: Int128(heads(row, outcome)))
    }
    func side(_ of: (TwinSchools.Pair) -> Int, _ prefix: String) -> [TableColumn] {
      let own = rows.map { of($0.pair) }
      return [
        TableColumn(
          prefix.isEmpty ? "school" : "twin", .wholes(own.map { Int64(schools.numbers[$0]) })),
        TableColumn(prefix + "name", .texts(own.map { schools.names[$0] })),
        TableColumn(prefix + "authority", .texts(own.map { String(schools.authorities[$0]) })),
        TableColumn(
          prefix + "authority_name",
          .texts(own.map { Names.authority(schools.authorities[$0], language) })),
        TableColumn(
          prefix + "pupils", .wholes(zip(own, rows).map { heads($0, $1.outcome) })),
        TableColumn(
          prefix + "fsm_pct", .percents(zip(own, rows).map { freeMeals($0, $1.outcome) })),
        TableColumn(
          prefix + "per_pupil",
          .moneys(zip(own, rows).map { result.perPupil($0, in: $1.outcome) })),
      ]
    }
    return Table(
      name: "twins",
      columns: [
        TableColumn("pair", .wholes(rows.map { Int64($0.number) })),
        TableColumn("run", .texts(rows.map(\.outcome.specification.name))),
        TableColumn("year", .texts(rows.map(\.outcome.allocation.year.description))),
        TableColumn("sector", .texts(rows.map { schools.sectors[$0.pair.first] })),
        TableColumn(
          "language",
          .texts(
            rows.map { row in
              schools.column("language")?[row.pair.first].map { Names.value($0, language) }
            })),
      ] + side(\.first, "") + side(\.second, "twin_") + [
        TableColumn(
          "gap",
          .moneys(
            rows.map { row in
              guard let one = result.perPupil(row.pair.first, in: row.outcome),
                let other = result.perPupil(row.pair.second, in: row.outcome)
              else { return nil }
              return one < other ? other - one : one - other
            })),
        TableColumn("modelled", .flags(rows.map { _ in schools.areModelled })),
      ])
  }
}

extension ScenarioResult {
  /// A school's amount per pupil in an outcome, to the penny; nil without a share or pupils.
  func perPupil(_ row: Int, in outcome: RunOutcome) -> Money? {
    let heads = census(in: outcome.allocation.year).pupils.heads(ofSchool: row)
    return outcome.allocation.shares[row]?.each(of: Rational(Int(heads)))
  }
}
