import FundingModel

extension Table {
  /// `shares.csv`: each school's budget share in each run.
  ///
  /// - Shape: a row for each school, run and year; none where the run doesn't fund the school.
  /// - Rounding: `per_pupil` is the share ÷ heads to the penny, halves away from zero; blank
  ///   without heads.
  static func shares(of result: ScenarioResult, outcomes: OrderedOutcomes, language: Language)
    -> Table
  {
    let schools = result.census.schools
    let pupilsOfYears = result.censuses.censuses.map { census in
      (pupils: census.pupils, ftes: FullTimeEquivalents(of: census.pupils))
    }
    let yearOfOutcome = outcomes.outcomes.map {
      $0.allocation.year.start - result.censuses.firstYear.start
    }
    let modelled = schools.areModelled
    var number: [Int64?] = []
    var name: [String?] = []
    var (authority, authorityName, sector) = (LabelColumn(), LabelColumn(), LabelColumn())
    var (run, year, formula, status) = (LabelColumn(), LabelColumn(), LabelColumn(), LabelColumn())
    var pupils: [Int64?] = []
    var fte: [Rational?] = []
    var (share, perPupil): ([Money?], [Money?]) = ([], [])
    for row in 0..<schools.count {
      let heads = pupilsOfYears.map { $0.pupils.heads(ofSchool: row) }
      for (index, outcome) in outcomes.outcomes.enumerated() {
        guard let place = outcomes.place(ofSchool: row, in: index) else { continue }
        let group = outcome.allocation.groups[place.group]
        let amount = group.share(at: place.position)
        number.append(Int64(schools.numbers[row]))
        name.append(schools.names[row])
        authority.append(String(schools.authorities[row]))
        authorityName.append(Names.authority(schools.authorities[row], language))
        sector.append(schools.sectors[row])
        run.append(outcome.specification.name)
        year.append(outcome.allocation.year.description)
        pupils.append(heads[yearOfOutcome[index]])
        share.append(amount)
        perPupil.append(amount.each(of: Rational(Int(heads[yearOfOutcome[index]]))))
        fte.append(pupilsOfYears[yearOfOutcome[index]].ftes.ofSchool(row))
        formula.append(group.formula.name)
        status.append(group.formula.status.rawValue)
      }
    }
    return Table(
      name: "shares",
      columns: [
        TableColumn("school", .wholes(number)),
        TableColumn("name", .texts(name)),
        TableColumn("authority", authority.cells),
        TableColumn("authority_name", authorityName.cells),
        TableColumn("sector", sector.cells),
        TableColumn("run", run.cells),
        TableColumn("year", year.cells),
        TableColumn("pupils", .wholes(pupils)),
        TableColumn("share", .moneys(share)),
        TableColumn("per_pupil", .moneys(perPupil)),
        TableColumn("fte", .decimals(fte)),
        TableColumn("formula", formula.cells),
        TableColumn("status", status.cells),
        TableColumn("modelled", .flags([Bool](repeating: modelled, count: number.count))),
      ])
  }
}

/// The full-time equivalent of every school's pupils.
struct FullTimeEquivalents {
  private let ofSchools: [Rational?]

  /// Adds up the pupils of every school.
  init(of pupils: PupilTable) {
    guard let column = pupils.column("fte") else {
      ofSchools = []
      return
    }
    let values: [Rational?] = column.domain.map { value in
      switch value {
      case .number(let number): number
      case .category, .flag: nil
      }
    }
    ofSchools = (0..<pupils.starts.count - 1).map { row in
      var heads = [Int64](repeating: 0, count: values.count)
      for entry in pupils.entries(ofSchool: row) {
        let code = column.codes[Int(pupils.pupils[entry])]
        guard code >= 0 else { return nil }
        heads[Int(code)] += pupils.counts[entry]
      }
      return try? Self.sum(of: values, times: heads)
    }
  }

  /// The full-time equivalent of a school; nil where a pupil's is not known.
  func ofSchool(_ row: Int) -> Rational? { ofSchools.indices.contains(row) ? ofSchools[row] : nil }

  private static func sum(of values: [Rational?], times heads: [Int64]) throws(ArithmeticFailure)
    -> Rational?
  {
    var sum = Rational.zero
    for (value, count) in zip(values, heads) where count != 0 {
      guard let value else { return nil }
      sum = try sum.adding(value.multiplied(by: Rational(Int(count))))
    }
    return sum
  }
}
