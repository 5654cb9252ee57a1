import FundingModel

extension TwinSchools {
  /// Pairs the schools of a census.
  ///
  /// Two schools are alike if they share sector and language category, lie in different authorities,
  /// differ in pupils by no more than 5% of the larger, and in the share of pupils eligible for free
  /// school meals by no more than two points of a hundred. Their distance is the difference in size,
  /// as a part of the larger, and the difference of the two shares together. The nearest pair is
  /// taken first, ties by school number, and each school once.
  /// - Rounding: the two differences are cut to whole millionths; no floating point.
  init(in census: Census) {
    let schools = census.schools
    let heads = (0..<schools.count).map { census.pupils.heads(ofSchool: $0) }
    let meals = census.eligibleForFreeMeals
    let languages = schools.column("language")
    // By kind, then by size, so that only neighbours in size are held against each other.
    let order = heads.indices.filter { heads[$0] > 0 }.sorted { left, right in
      (schools.sectors[left], languages?.codes[left] ?? 0, heads[left], left)
        < (schools.sectors[right], languages?.codes[right] ?? 0, heads[right], right)
    }
    var found: [Pair] = []
    for (place, one) in order.enumerated() {
      for other in order[(place + 1)...] {
        guard schools.sectors[one] == schools.sectors[other],
          languages?.codes[one] == languages?.codes[other],
          (heads[other] - heads[one]) * 100 <= Self.mostSize * heads[other]
        else { break }
        guard schools.authorities[one] != schools.authorities[other] else { continue }
        var distance = (heads[other] - heads[one]) * 1_000_000 / heads[other]
        if let meals {
          let apart = (meals[one] * heads[other] - meals[other] * heads[one]).magnitude
          let whole = (heads[one] * heads[other]).magnitude
          guard apart * 100 <= UInt64(Self.mostFreeMeals) * whole else { continue }
          distance += Int64(apart * 1_000_000 / whole)
        }
        found.append(
          Pair(first: min(one, other), second: max(one, other), distance: distance))
      }
    }
    found.sort { ($0.distance, $0.first, $0.second) < ($1.distance, $1.first, $1.second) }
    var isTaken = [Bool](repeating: false, count: schools.count)
    var pairs: [Pair] = []
    for pair in found where !isTaken[pair.first] && !isTaken[pair.second] {
      isTaken[pair.first] = true
      isTaken[pair.second] = true
      pairs.append(pair)
    }
    self.init(pairs: pairs, usesLanguage: languages != nil, usesFreeMeals: meals != nil)
  }
}
