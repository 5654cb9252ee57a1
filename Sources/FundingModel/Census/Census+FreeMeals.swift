extension Census {
  /// The heads eligible for free school meals by school; nil where the data doesn't say.
  public var eligibleForFreeMeals: [Int64]? {
    guard let meals = pupils.column("fsm") else { return nil }
    return (0..<schools.count).map { row in
      pupils.entries(ofSchool: row).reduce(0) { sum, entry in
        meals[Int(pupils.pupils[entry])] == .flag(true) ? sum + pupils.counts[entry] : sum
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
