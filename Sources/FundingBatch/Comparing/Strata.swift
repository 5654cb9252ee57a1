import FundingModel

/// Schools of like need: those of one sector in one fifth by free school meals.
///
/// Horizontal equity asks how far amounts differ among schools alike, not among all.
struct Strata {
  /// The stratum of each school by census row; nil without pupils or where need is not known.
  let ofRow: [Int?]

  /// Makes strata: in each sector fifths of its schools, as even as can be, by the share of pupils
  /// eligible for free school meals, ties by school number.
  init(_ census: Census) {
    let heads = (0..<census.schools.count).map { census.pupils.heads(ofSchool: $0) }
    guard let eligible = census.eligibleForFreeMeals else {
      ofRow = heads.map { _ in nil }
      return
    }
    var found = [Int?](repeating: nil, count: heads.count)
    for (index, sector) in Set(census.schools.sectors).sorted().enumerated() {
      let rows = census.rowsByFreeMeals(eligible, heads: heads, sector: sector)
      for (place, row) in rows.enumerated() { found[row] = index * 5 + place * 5 / rows.count }
    }
    ofRow = found
  }
}
