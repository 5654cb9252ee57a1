public import FundingModel

/// The tables that a run writes, one file each.
public enum ResultTables {
  /// Every table of a result, in the order in which they are listed.
  ///
  /// - Parameters:
  ///   - result: What the run found.
  ///   - language: The language of authorities' names.
  /// - Returns: The tables, empty ones too, so that a file is never missing without a word; those
  ///   of protection where a run has any or there are several years, that of the transition where
  ///   there are several years.
  public static func all(of result: ScenarioResult, language: Language) -> [Table] {
    let outcomes = OrderedOutcomes(of: result)
    return [
      .shares(of: result, outcomes: outcomes, language: language),
      .factors(of: result, outcomes: outcomes),
      .comparison(of: result, language: language),
      .authorities(of: result, language: language),
      .sectors(of: result, language: language),
      .parity(of: result),
      .parityOfAuthorities(of: result, language: language),
      .winners(of: result),
      .gains(of: result),
      .equity(of: result),
    ]
      + (result.twins.map { [.twins($0, of: result, language: language)] } ?? [])
      + (result.hasYears || result.hasProtection
        ? [
          .protection(of: result, outcomes: outcomes),
          .protectionOfAuthorities(of: result, outcomes: outcomes, language: language),
        ] : [])
      + (result.hasYears ? [.transition(of: result, language: language)] : [])
      + [result.sweep, result.draws].compactMap(\.self).flatMap { $0.tables() }
  }

  /// The files of those tables, as CSV.
  ///
  /// - Parameters:
  ///   - result: What the run found.
  ///   - language: The language of authorities' names.
  ///   - disclosure: What is kept back.
  /// - Returns: A file a table, in their order.
  public static func files(
    of result: ScenarioResult, language: Language, disclosure: Disclosure = Disclosure()
  ) -> [OutputFile] {
    all(of: result, language: language).map(disclosure.hiding).map(\.file)
  }
}

extension Table {
  /// Its file, as CSV.
  public var file: OutputFile { OutputFile(name: name + ".csv", bytes: CSV.bytes(of: self)) }
}

/// The outcomes by run in the scenario's order, then by year, and where each school is in them.
struct OrderedOutcomes {
  /// The outcomes, in order.
  let outcomes: [RunOutcome]
  /// For each outcome and census row, the formula group and the position in it; nil where the run
  /// doesn't fund the school.
  private let places: [[(group: Int, position: Int)?]]

  /// Orders a result's outcomes.
  init(of result: ScenarioResult) {
    var rank: [String: Int] = [:]
    for outcome in result.runs where rank[outcome.specification.name] == nil {
      rank[outcome.specification.name] = rank.count
    }
    outcomes = result.runs.sorted { left, right in
      let ranks = (rank[left.specification.name] ?? 0, rank[right.specification.name] ?? 0)
      return ranks.0 == ranks.1
        ? left.allocation.year < right.allocation.year : ranks.0 < ranks.1
    }
    let schoolCount = result.census.schools.count
    places = outcomes.map { outcome in
      var places = [(group: Int, position: Int)?](repeating: nil, count: schoolCount)
      for (group, allocation) in outcome.allocation.groups.enumerated() {
        for (position, row) in allocation.rows.enumerated() { places[row] = (group, position) }
      }
      return places
    }
  }

  /// The formula group of a school in an outcome, and its position there; nil where the run
  /// doesn't fund it.
  func place(ofSchool row: Int, in outcome: Int) -> (group: Int, position: Int)? {
    places[outcome][row]
  }
}
