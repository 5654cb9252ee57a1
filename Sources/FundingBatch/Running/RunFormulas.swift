import FundingModel

/// The formulae of one run and the schools that each funds.
struct RunFormulas: Sendable {
  /// One formula and its schools.
  struct Group: Sendable {
    /// The formula, with the changes made so far.
    var formula: Formula
    /// The census rows of its schools, ascending.
    let rows: [Int]
  }
  /// What the scenario asks for.
  let specification: RunSpecification
  /// The formulae, by authority where there are several.
  var groups: [Group]

  /// Whether each school has its own authority's formula.
  var isLocal: Bool { specification.formula == .local }

  /// Finds each funded school's formula.
  ///
  /// - Throws: every authority whose schools have none, or are beyond the formula's reach.
  init(
    _ specification: RunSpecification, rows: [Int], inputs: ScenarioInputs
  ) throws(ScenarioFailure) {
    self.specification = specification
    let schools = inputs.census.schools
    var unfunded: [UnfundedSchools] = []
    var beyondReach: [UnfundedSchools] = []
    var groups: [Group] = []
    func note(_ rows: [Int], _ formula: Formula?) -> UnfundedSchools {
      UnfundedSchools(
        run: specification.name, formula: formula?.name,
        authority: schools.authorities[rows[0]], school: schools.numbers[rows[0]],
        schools: rows.count, place: specification.place)
    }
    let authorities = RowGroups(rows, by: schools.authorities)
    switch specification.formula {
    case .local:
      for (authority, rows) in authorities.groups {
        guard let formula = inputs.localFormulas[authority] else {
          unfunded.append(note(rows, nil))
          continue
        }
        if !formula.reach.includes(authority) { beyondReach.append(note(rows, formula)) }
        groups.append(Group(formula: formula, rows: rows))
      }
    case .named(let name, let place):
      guard let formula = inputs.formulas[name] else {
        throw .unknownFormula(run: specification.name, formula: name, place: place)
      }
      for (authority, rows) in authorities.groups where !formula.reach.includes(authority) {
        beyondReach.append(note(rows, formula))
      }
      groups = [Group(formula: formula, rows: rows)]
    }
    guard unfunded.isEmpty else { throw .noFormula(unfunded) }
    guard beyondReach.isEmpty else { throw .outOfReach(beyondReach) }
    let grants = try Self.grants(of: specification, inputs: inputs)
    self.groups = groups.map { group in
      let formula = grants.reduce(group.formula) { $0.paying($1) }
        .adding(specification.adjustments)
      return Group(
        formula: specification.isUprated ? formula : formula.withoutIndices, rows: group.rows)
    }
  }

  /// The formulae that the run pays beside its own; each must be for any authority.
  private static func grants(
    of specification: RunSpecification, inputs: ScenarioInputs
  ) throws(ScenarioFailure) -> [Formula] {
    var grants: [Formula] = []
    for grant in specification.grants {
      guard let formula = inputs.formulas[grant.name] else {
        throw .unknownFormula(
          run: specification.name, formula: grant.name, place: grant.place)
      }
      guard formula.reach == .any else {
        throw .grantOfAuthority(
          run: specification.name, formula: formula.name, place: grant.place)
      }
      guard formula.adjustments.isEmpty, formula.rounding == .standard else {
        throw .grantWithAdjustments(
          run: specification.name, formula: formula.name, place: grant.place)
      }
      grants.append(formula)
    }
    return grants
  }

  /// Changes rates of every formula that has them.
  ///
  /// Where a formula's own name comes first only that one changes. Of several formulae those
  /// without the rate or the category stay as they are, but one at least must have it.
  ///
  /// - Returns: The positions of the groups that changed.
  @discardableResult
  mutating func change(
    _ path: [String], _ operation: RateChange.Operation, year: FundingYear
  ) throws(RefusedChange.Reason) -> [Int] {
    var changed: [Int] = []
    var refusals: [RefusedChange.Reason] = []
    for index in groups.indices where isMeant(groups[index].formula, by: path) {
      do {
        groups[index].formula = try groups[index].formula.changing(path, operation, year: year)
        changed.append(index)
      } catch .unknownRate(let name, let known) {
        refusals.append(.unknownRate(name, known: known))
      } catch .unknownCategory(let rate, let key, let known) {
        refusals.append(.unknownCategory(rate: rate, key: key, known: known))
      } catch .tooManyKeys(let rate, let axes) {
        refusals.append(.tooManyKeys(rate: rate, axes: axes))
      } catch {
        throw error
      }
    }
    guard !changed.isEmpty else { throw RefusedChange.Reason.joining(refusals, path: path) }
    return changed
  }

  private func isMeant(_ formula: Formula, by path: [String]) -> Bool {
    formula.isNamed(by: path) || !groups.contains { $0.formula.isNamed(by: path) }
  }
}

extension RefusedChange.Reason {
  /// One reason for several formulae: the one that came nearest, with what all of them know.
  fileprivate static func joining(_ refusals: [Self], path: [String]) -> Self {
    var rates: [String] = []
    var keys: [String] = []
    var category: (rate: String, key: String)?
    var tooMany: Self?
    for refusal in refusals {
      switch refusal {
      case .unknownRate(_, let known), .unknownStart(_, let known):
        rates += known.filter { !rates.contains($0) }
      case .unknownCategory(let rate, let key, let known):
        category = category ?? (rate, key)
        keys += known.filter { !keys.contains($0) }
      case .tooManyKeys, .insideRange, .rateBegins, .needsRunName, .overflow:
        tooMany = tooMany ?? refusal
      }
    }
    if let category {
      return .unknownCategory(rate: category.rate, key: category.key, known: keys)
    }
    return tooMany ?? .unknownRate(path.first ?? "", known: rates)
  }
}

extension Formula.Reach {
  /// Whether schools of an authority may be funded.
  func includes(_ authority: Int) -> Bool {
    switch self {
    case .any: true
    case .authority(let code): code == authority
    }
  }
}

/// Rows put together by a key, keys ascending and rows in their order.
struct RowGroups<Key: Hashable & Comparable> {
  /// The groups.
  let groups: [(key: Key, rows: [Int])]

  /// Groups rows.
  ///
  /// - Parameters:
  ///   - rows: Which rows.
  ///   - keys: One key for every row of the census.
  init(_ rows: [Int], by keys: [Key]) {
    groups = Dictionary(grouping: rows) { keys[$0] }
      .map { (key: $0.key, rows: $0.value) }
      .sorted { $0.key < $1.key }
  }
}
