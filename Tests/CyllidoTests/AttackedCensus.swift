import Foundation
import FundingTestSupport

/// A census of a few small schools, and a formula of five counts.
struct AttackedCensus {
  struct School {
    let number: String
    let authority: String
    let sector: String
    let pupils: Int
    let language: String
  }

  private(set) var schools: [School] = []
  /// For each school how many have free meals, a school's plan, an authority's, a carer, a language.
  private(set) var counts: [String: [Int]] = [:]
  /// Whether a second year follows, of half as many of every kind of pupil.
  let isHalved: Bool
  private var rows = "school,year_group,fsm,aln,looked_after,eal\n"

  /// Makes a census.
  ///
  /// - Parameters:
  ///   - seed: What it is made from.
  ///   - count: How many schools.
  ///   - range: From the fewest pupils that a school can have, how many more there can be.
  ///   - isHalved: Whether every pupil is there twice, and a second year has half of them, with dearer
  ///     meals.
  init(seed: UInt64, schools count: Int = 9, range: UInt64 = 90, isHalved: Bool = false) {
    self.isHalved = isHalved
    let times = isHalved ? 2 : 1
    var random = SplitMix64(seed: seed)
    func happens(_ percent: UInt64) -> Bool { random.next() % 100 < percent }
    for index in 0..<count {
      let code = index < (count + 1) / 2 ? "672" : "660"
      let isSecondary = index % 4 == 3
      let school = School(
        number: code + (isSecondary ? "40" : "20") + (index < 10 ? "0" : "") + "\(index)",
        authority: code,
        sector: isSecondary ? "secondary" : "primary",
        pupils: Int(random.next() % range + 3) * times,
        language: index % 3 == 0 ? "WM" : "EM")
      schools.append(school)
      var counts = [0, 0, 0, 0, 0]
      for pupil in 0..<school.pupils / times {
        let (meals, plan, authority) = (happens(20), happens(12), happens(3))
        let (carer, language) = (happens(4), happens(10))
        for (index, holds) in [meals, plan && !authority, authority, carer, language].enumerated()
        where holds { counts[index] += times }
        let row =
          "\(school.number),\(pupil % 6 + 1),\(meals),"
          + (authority ? "la_idp" : plan ? "school_idp" : "none")
          + ",\(carer),\(language ? "A" : "none")\n"
        for _ in 0..<times { rows += row }
      }
      self.counts[school.number] = counts
    }
  }

  /// What a run gives a school, in pounds, by hand: the five counts, the roll and the lump sum.
  func share(_ school: School, meals: Int = 1000) -> Int {
    let paid = zip(counts[school.number] ?? [], [meals, 2000, 6000, 3000, 500])
    return 100_000 + 4000 * school.pupils + paid.reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// What the first run gives all schools, by hand.
  var total: String { "\(schools.reduce(0) { $0 + share($1) }).00" }

  func write(to folder: TemporaryFolder) throws {
    try folder.write("pupils.csv", rows)
    try folder.write(
      "schools.csv",
      "school,name,authority,sector,pupils,language\n"
        + schools.map {
          "\($0.number),S\($0.number),\($0.authority),\($0.sector),\($0.pupils),\($0.language)\n"
        }.joined())
    try folder.write("formulas/attacked.yaml", Self.formula)
    try folder.write("attacked.yaml", Self.scenario + (isHalved ? Self.years : ""))
  }

  private static let scenario = """
    cyllido: 1
    scenario: attacked
    title: {en: Attacked, cy: Ymosod}
    year: 2024-25
    data: {schools: schools.csv, pupils: pupils.csv}
    runs:
      first: {formula: formulas/attacked.yaml}
      second: {formula: formulas/attacked.yaml, set: {meals: £1500}}
    compare: {baseline: first, with: [second]}

    """

  private static let years = """
    years:
      through: 2025-26
      indices: {pay: 10%, prices: 0%}
      pupils: {primary: -50%, secondary: -50%}

    """

  private static let formula: String = {
    func factor(_ name: String, _ each: String, _ amount: String, condition: String? = nil)
      -> String
    {
      """
        \(name):
          title: {en: \(name), cy: \(name)}
          purpose: other
          regulation: other
          structure: assumed
          each: \(each)
      \(condition.map { "    where: \($0)\n" } ?? "")    amount: \(amount)

      """
    }
    return """
      cyllido: 1
      formula: attacked
      authority: any
      year: 2024-25
      title: {en: Attacked, cy: Ymosod}
      status: illustrative
      sources: {hand: {title: By hand, publisher: Cyllido}}
      rates:
        basic: {unit: £/pupil, value: £4000, source: hand, uprate: prices}
        meals: {unit: £/pupil, value: £1000, source: hand, uprate: pay}
        need: {unit: £/pupil, by: aln, values: {school_idp: £2000, la_idp: £6000}, otherwise: £0, source: hand, uprate: prices}
        care: {unit: £/pupil, value: £3000, source: hand, uprate: prices}
        support: {unit: £/pupil, value: £500, source: hand, uprate: prices}
        lump: {unit: £/school, value: £100000, source: hand, uprate: prices}
      factors:

      """ + factor("basic", "pupil", "basic") + factor("meals", "head", "meals", condition: "fsm")
        + factor("need", "head", "need[aln]")
        + factor("care", "head", "care", condition: "looked_after")
        + factor("support", "school", "support * heads(eal = A)")
        + factor("lump", "school", "lump")
  }()
}
