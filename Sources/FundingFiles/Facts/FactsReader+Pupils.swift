internal import Diagnostics
internal import FundingModel

extension FactsReader {
  /// Pupils by year group.
  mutating func yearGroups() throws -> [YearGroupCount] {
    try read("year-groups-2019", columns: ["authority", "sector", "year_group", "pupils"]) {
      table, row in
      YearGroupCount(
        authority: table.authorityOrWales(row),
        sector: Self.sectors[table.name(row, "sector", among: Self.sectors)],
        yearGroup: table.name(row, "year_group", among: StandardFields.yearGroups.names),
        pupils: table.whole(row, "pupils"))
    }
  }

  /// Small areas by decile of deprivation.
  mutating func deprivation() throws -> [DeprivationFacts] {
    let deciles = (1...10).map { "decile_\($0)" }
    return try read("deprivation-2019", columns: ["authority"] + deciles) { table, row in
      DeprivationFacts(
        authority: table.authority(row), areas: deciles.map { table.whole(row, $0) })
    }
  }

  /// Additional learning needs of some authorities.
  mutating func needs() throws -> [NeedsFacts] {
    let levels = Array(StandardFields.aln.names.dropFirst())
    return try read("aln-partial", columns: ["authority", "all"] + levels) { table, row in
      NeedsFacts(
        authority: table.authority(row), levels: levels.map { table.shareIfAny(row, $0) },
        all: table.shareIfAny(row, "all"))
    }
  }

  /// English as an additional language in some authorities.
  mutating func additionalLanguage() throws -> [AdditionalLanguageFacts] {
    let stages = StandardFields.eal.names
    return try read("eal-partial", columns: ["authority"] + stages) { table, row in
      AdditionalLanguageFacts(
        authority: table.authority(row), pupils: stages.map { table.whole(row, $0) })
    }
  }

  /// The figures for Wales; nil where one is missing.
  mutating func national() throws -> NationalFacts? {
    var wholes: [String: Int] = [:]
    var shares: [String: Millionths] = [:]
    _ = try read("national", columns: ["figure", "value", "status", "source"]) {
      table, row -> Void? in
      let figure = table.text(row, "figure")
      _ = table.name(row, "status", among: ["published", "estimate"])
      if table.text(row, "source").isEmpty { table.note(.blank(column: "source"), row, "source") }
      if figure.hasSuffix("_pct") {
        shares[figure] = table.share(row, "value")
      } else if figure.hasSuffix("_per_10000") {
        shares[figure] = table.share(row, "value", of: 10_000)
      } else {
        wholes[figure] = table.whole(row, "value")
      }
      return nil
    }
    var missing: [String] = []
    func whole(_ figure: String) -> Int {
      if let value = wholes[figure] { return value }
      missing.append(figure)
      return 0
    }
    func share(_ figure: String) -> Millionths {
      if let value = shares[figure] { return value }
      missing.append(figure)
      return Millionths(0)
    }
    let facts = NationalFacts(
      freeMeals: share("fsm_eligible_pct"),
      freeMealsOrProtected: share("fsm_eligible_or_protected_pct"),
      needs: Self.needs(whole), specialSchoolPlans: share("special_school_idp_pct"),
      lookedAfter: share("looked_after_per_10000"), nurseryFTE: share("nursery_fte_pct"),
      taughtThroughWelsh: StandardFields.languages.names.map { share("welsh_\($0)_pct") })
    mistakes += missing.map {
      Diagnostic(
        path: "\(folder)/national.csv", span: nil, message: "the figure '\($0)' is missing",
        slug: "missing-figure")
    }
    return missing.isEmpty ? facts : nil
  }

  /// Shares of all pupils by level: pupils with a plan split in two, those without in three, in
  /// the proportions of the parts.
  private static func needs(_ whole: (String) -> Int) -> [Millionths] {
    let pupils = whole("pupils_january_2024")
    let plans = whole("idp_pupils")
    let without = max(0, whole("aln_pupils") - plans)
    let withoutParts = ["school_action", "school_action_plus", "statemented"].map {
      whole("aln_\($0)_part")
    }
    let planParts = ["school_idp", "la_idp"].map { whole("aln_\($0)_part") }
    func part(_ heads: Int, _ index: Int, _ parts: [Int]) -> Millionths {
      Millionths(heads * parts[index], of: pupils * max(1, parts.reduce(0, +)))
    }
    return [
      part(without, 0, withoutParts), part(without, 1, withoutParts), part(plans, 0, planParts),
      part(without, 2, withoutParts), part(plans, 1, planParts),
    ]
  }
}
