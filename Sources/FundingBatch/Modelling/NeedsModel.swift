import FundingModel

/// Shares of pupils at each level of additional learning needs, by authority and kind of school.
///
/// Authorities for which levels are published have those; all others have what is left of the
/// national numbers, so that Wales comes out as published. Special schools' pupils have the
/// highest provision, and an authority's other schools have the rest of it.
struct NeedsModel {
  private struct AuthorityNeeds {
    let authority: Int
    let mainstream: [Int]
    let special: [Int]
  }

  private let authorities: [AuthorityNeeds]
  private let national: AuthorityNeeds

  init(_ facts: ModelledFacts) {
    let codes = Array(Set(facts.groups.map(\.authority))).sorted()
    let pupils = codes.map { code in
      facts.groups.filter { $0.authority == code }.reduce(0) { $0 + $1.pupils }
    }
    let special = codes.map { facts.group(authority: $0, sector: "special")?.pupils ?? 0 }
    let published = codes.map { code in
      facts.needs.first { $0.authority == code }.map { Self.complete($0, facts.national.needs) }
    }
    let total = pupils.reduce(0, +)
    // What the authorities with published levels leave of the national numbers.
    let others = zip(published, pupils).reduce(0) { $0 + ($1.0 == nil ? $1.1 : 0) }
    let rest = facts.national.needs.indices.map { level -> Int in
      let taken = zip(published, pupils).reduce(0) { $0 + ($1.0?[level] ?? 0) * $1.1 }
      return max(0, facts.national.needs[level].parts * total - taken) / max(1, others)
    }
    let plans = facts.national.specialSchoolPlans.parts
    authorities = codes.indices.map {
      Self.split(
        published[$0] ?? rest, authority: codes[$0], pupils: pupils[$0], special: special[$0],
        plans: plans)
    }
    national = Self.split(
      facts.national.needs.map(\.parts), authority: 0, pupils: total,
      special: special.reduce(0, +), plans: plans)
  }

  /// Millionths of a school's pupils by level, `none` first.
  func weights(authority: Int, sector: String) -> [Int] {
    let needs = authorities.first { $0.authority == authority } ?? national
    return sector == "special" ? needs.special : needs.mainstream
  }

  /// An authority's levels in millionths; those not published share what its total leaves, in
  /// the national proportions.
  private static func complete(_ facts: NeedsFacts, _ national: [Millionths]) -> [Int] {
    let known = facts.levels.reduce(0) { $0 + ($1?.parts ?? 0) }
    let missing = facts.levels.indices.filter { facts.levels[$0] == nil }
    let base = missing.reduce(0) { $0 + national[$1].parts }
    let left = facts.all.map { max(0, $0.parts - known) } ?? base
    return facts.levels.enumerated().map { level, share in
      share?.parts ?? (base == 0 ? 0 : left * national[level].parts / base)
    }
  }

  /// An authority's levels split between its special schools and all others.
  ///
  /// `levels` are millionths of all pupils, least provision first: the last two are statements and
  /// plans kept by the authority, the third a plan kept by the school. `plans` are millionths of
  /// special schools' pupils whose plan the school keeps.
  private static func split(
    _ levels: [Int], authority: Int, pupils: Int, special: Int, plans: Int
  ) -> AuthorityNeeds {
    let million = Millionths.whole.parts
    let mainstream = max(1, pupils - special)
    let high = max(1, levels[3] + levels[4])
    let leftHigh = max(0, (levels[3] + levels[4]) * pupils - (million - plans) * special)
    var shares = [
      levels[0] * pupils / mainstream,
      levels[1] * pupils / mainstream,
      max(0, levels[2] * pupils - plans * special) / mainstream,
      leftHigh / mainstream * levels[3] / high,
      leftHigh / mainstream * levels[4] / high,
    ]
    shares.insert(max(0, million - shares.reduce(0, +)), at: 0)
    let statemented = (million - plans) * levels[3] / high
    return AuthorityNeeds(
      authority: authority, mainstream: shares,
      special: [0, 0, 0, plans, statemented, million - plans - statemented])
  }
}
