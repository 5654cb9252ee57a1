import FundingModel

extension TwinSchools {
  /// Pairs the schools of a census.
  ///
  /// Two schools are alike if they share sector and language category, lie in different authorities,
  /// differ in pupils by no more than 5% of the larger, and in the share of pupils eligible for free
  /// school meals by no more than two points of a hundred. Their distance is the difference in size,
  /// as a part of the larger, and the difference of the two shares together. The nearest pair is
  /// taken first, ties by school number, and each school once. Modelled pupils are not asked for
  /// their share where the schools file states both schools'.
  /// - Rounding: the two differences are cut to whole millionths; no floating point.
  init(in census: Census) {
    let schools = census.schools
    let heads = (0..<schools.count).map { census.pupils.heads(ofSchool: $0) }
    let meals = FreeMealsOfPairs(census, heads: heads)
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
        guard let apart = meals.apart(one, other) else { continue }
        let size = (heads[other] - heads[one]) * 1_000_000 / heads[other]
        found.append(
          Pair(
            first: min(one, other), second: max(one, other), distance: size + apart.millionths,
            freeMeals: apart.by))
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
    self.init(pairs: pairs, usesLanguage: languages != nil, usesFreeMeals: meals.areKnown)
  }
}

/// How far apart two schools' shares of pupils eligible for free school meals are.
private struct FreeMealsOfPairs {
  private let heads: [Int64]
  /// The heads eligible; nil where the pupils don't say.
  private let eligible: [Int64]?
  /// The shares that the schools file states, in per cent; none where pupils that were read say more.
  private let stated: [Rational?]

  init(_ census: Census, heads: [Int64]) {
    self.heads = heads
    eligible = census.eligibleForFreeMeals
    stated =
      census.hasModelledPupils || eligible == nil
      ? census.schools.statedFreeMeals : Array(repeating: nil, count: census.schools.count)
  }

  /// Whether anything is known of any school.
  var areKnown: Bool { eligible != nil || stated.contains { $0 != nil } }

  /// The difference, and by which shares; nil where it is too large.
  ///
  /// Where nothing is known of either there is none.
  /// - Rounding: millionths are cut to whole ones; what is too large is decided exactly.
  func apart(_ one: Int, _ other: Int) -> (millionths: Int64, by: TwinSchools.FreeMeals?)? {
    let most = TwinSchools.mostFreeMeals
    if let left = stated[one], let right = stated[other] {
      guard let apart = try? (left < right ? right : left).subtracting(left < right ? left : right),
        apart <= Rational(Int(most)),
        let millionths = try? apart.multiplied(by: Rational(10_000)).floor()
      else { return nil }
      return (Int64(millionths), .stated)
    }
    guard let eligible else { return (0, nil) }
    let apart = (eligible[one] * heads[other] - eligible[other] * heads[one]).magnitude
    let whole = (heads[one] * heads[other]).magnitude
    guard apart * 100 <= UInt64(most) * whole else { return nil }
    return (Int64(apart * 1_000_000 / whole), .counted)
  }
}
