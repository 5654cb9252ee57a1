extension Census {
  /// The heads eligible for free school meals by school; nil where the data doesn't say.
  public var eligibleForFreeMeals: [Int64]? {
    guard let meals = pupils.column("fsm") else { return nil }
    // By distinct pupil, 1 for those that are: then a school's sum needs no values looked up.
    let isEligible = meals.codes.indices.map { meals[$0] == .flag(true) ? Int64(1) : 0 }
    let (kinds, counts) = (pupils.pupils, pupils.counts)
    return (0..<schools.count).map { row in
      pupils.entries(ofSchool: row).reduce(0) { sum, entry in
        sum + isEligible[Int(kinds[entry])] * counts[entry]
      }
    }
  }

  /// The rows of a sector's schools that have pupils, by the share of them eligible for free school
  /// meals, the largest first, ties by school number.
  ///
  /// - Parameters:
  ///   - eligible: The heads eligible, by row.
  ///   - heads: The heads, by row.
  ///   - sector: The sector.
  /// - Returns: The rows.
  public func rowsByFreeMeals(_ eligible: [Int64], heads: [Int64], sector: String) -> [Int] {
    heads.indices.filter { heads[$0] > 0 && schools.sectors[$0] == sector }.sorted { left, right in
      let (ahead, behind) = (eligible[left] * heads[right], eligible[right] * heads[left])
      return ahead == behind ? left < right : ahead > behind
    }
  }
}

extension SchoolTable {
  /// The share of each school's pupils eligible for free school meals that the schools file states, in
  /// per cent; nil where it states none.
  ///
  /// A share over three years comes first, since schools publish it.
  public var statedFreeMeals: [Rational?] {
    let column = column("fsm_three_year_pct") ?? column("fsm_pct")
    return (0..<count).map { row in
      if case .number(let percent) = column?[row] { percent } else { nil }
    }
  }
}

extension Census {
  /// Whether its pupils are modelled rather than read: what was modelled comes with notes of how.
  public var hasModelledPupils: Bool { !estimates.isEmpty }
}
