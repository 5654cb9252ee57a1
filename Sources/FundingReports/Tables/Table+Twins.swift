import FundingModel

extension Table {
  /// `twins.csv`: schools much alike in different authorities, and the gap between them by published
  /// budget and in each run.
  ///
  /// - Shape: a row for each pair, run and year, the published budgets first; those most alike first.
  ///   `fsm_source` says where the two shares of free school meals are from.
  /// - Rounding: amounts per pupil to the penny, halves away from zero; the gap is the difference of
  ///   the two that are shown.
  static func twins(_ twins: TwinSchools, of result: ScenarioResult, language: Language) -> Table {
    let schools = result.census.schools
    let years = result.censuses.years
    let meals = Dictionary(
      uniqueKeysWithValues: years.map { ($0, FreeMealsOfTwins(result.census(in: $0))) })
    let runs = ReportRun.all(of: result, in: years)
    let rows = twins.pairs.enumerated().flatMap { number, pair in
      runs.map { (number: number + 1, pair: pair, run: $0) }
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
        TableColumn(prefix + "pupils", .wholes(zip(own, rows).map { $1.run.heads[$0] })),
        TableColumn(
          prefix + "fsm_pct",
          .percents(zip(own, rows).map { meals[$1.run.year]?.percent($0, in: $1.pair) })),
        TableColumn(
          prefix + "per_pupil", .moneys(zip(own, rows).map { $1.run.perPupil($0) })),
      ]
    }
    return Table(
      name: "twins",
      columns: [
        TableColumn("pair", .wholes(rows.map { Int64($0.number) })),
        TableColumn("run", .texts(rows.map(\.run.run))),
        TableColumn("year", .texts(rows.map(\.run.year.description))),
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
              guard let one = row.run.perPupil(row.pair.first),
                let other = row.run.perPupil(row.pair.second)
              else { return nil }
              return one < other ? other - one : one - other
            })),
        TableColumn("modelled", .flags(rows.map { _ in schools.areModelled })),
        TableColumn("fsm_source", .texts(rows.map { meals[$0.run.year]?.source(of: $0.pair) })),
      ])
  }
}

/// The shares of free school meals by which pairs are alike, in one year.
struct FreeMealsOfTwins {
  private let stated: [Rational?]
  private let eligible: [Int64]?
  private let heads: [Int64]
  private let areModelled: Bool
  private let hasModelledSchools: Bool

  /// Looks at a year's schools and pupils.
  init(_ census: Census) {
    stated = census.schools.statedFreeMeals
    eligible = census.eligibleForFreeMeals
    heads = (0..<census.schools.count).map { census.pupils.heads(ofSchool: $0) }
    hasModelledSchools = census.schools.areModelled
    areModelled = census.hasModelledPupils
  }

  /// The share of a school of a pair, in per cent; nil where it is not known, or without pupils.
  func percent(_ row: Int, in pair: TwinSchools.Pair) -> Rational? {
    switch pair.freeMeals {
    case .stated: stated[row]
    case .counted:
      eligible.flatMap { try? Rational(Int128($0[row]) * 100, over: Int128(heads[row])) }
    case nil: nil
    }
  }

  /// Where the shares of a pair are from: `stated`, `counted`, or `modelled` where they were counted of
  /// modelled pupils or are of modelled schools; nil where none are known.
  func source(of pair: TwinSchools.Pair) -> String? {
    pair.freeMeals.map { isModelled($0) ? "modelled" : $0.rawValue }
  }

  /// Whether shares of a kind are estimates.
  func isModelled(_ source: TwinSchools.FreeMeals) -> Bool {
    hasModelledSchools || source == .counted && areModelled
  }
}
