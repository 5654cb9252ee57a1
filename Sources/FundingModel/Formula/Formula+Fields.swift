extension Formula {
  /// The names of all fields that the factors, definitions, quanta and adjustments use.
  public var usedFields: Set<String> {
    var names = FieldNames()
    for definition in definitions { names.add(definition.amount) }
    for factor in factors {
      names.add(factor.amount)
      if let condition = factor.condition { names.add(condition) }
      if case .quantum(let total, _) = factor.each { names.add(total) }
      if case .place = factor.each { names.found.insert("places") }
    }
    for adjustment in adjustments {
      switch adjustment.kind {
      case .partYear: names.found.insert("months_open")
      case .minimumPerPupil(let amount): names.add(amount)
      case .floor(let protection), .cap(let protection, _, _):
        names.found.formUnion(protection.columns)
      case .extra(let extra): names.add(extra.total)
      }
    }
    return names.found
  }

  /// The names of all fields that a factor uses, also through definitions.
  public func usedFields(of factor: Factor) -> Set<String> { names(of: factor).found }

  /// The fields and rates of a factor, also through definitions.
  private func names(of factor: Factor) -> FieldNames {
    var names = FieldNames(definitions: definitions)
    names.add(factor.amount)
    if let condition = factor.condition { names.add(condition) }
    switch factor.each {
    case .pupil, .head, .school: break
    case .place: names.found.insert("places")
    case .quantum(let total, _): names.add(total)
    }
    return names
  }

  /// Whether a factor rests on a rate that is an estimate, also through definitions.
  public func restsOnEstimates(_ factor: Factor) -> Bool {
    names(of: factor).rates.contains { rates.indices.contains($0) && rates[$0].isFitted }
  }

  /// The names of all fields that an expression of this formula uses, also through definitions.
  public func usedFields(of amount: Amount) -> Set<String> {
    var names = FieldNames(definitions: definitions)
    names.add(amount)
    return names.found
  }

  /// The names of all fields that a condition of this formula uses, also through definitions.
  public func usedFields(of condition: Condition) -> Set<String> {
    var names = FieldNames(definitions: definitions)
    names.add(condition)
    return names.found
  }

  /// The first factor, definition or adjustment that depends on other schools: a sum shared out, a
  /// cap that may take no more than floors give, or something added over an authority's or the run's schools; nil where each school stands alone.
  public var partUsingOtherSchools: String? {
    func looks(_ amount: Amount) -> Bool {
      var names = FieldNames()
      names.add(amount)
      return names.usesOtherSchools
    }
    func looks(_ condition: Condition?) -> Bool {
      var names = FieldNames()
      if let condition { names.add(condition) }
      return names.usesOtherSchools
    }
    if let factor = factors.first(where: { factor in
      if case .quantum = factor.each { return true }
      return looks(factor.amount) || looks(factor.condition)
    }) {
      return factor.name
    }
    if let definition = definitions.first(where: { looks($0.amount) }) { return definition.name }
    return adjustments.first { adjustment in
      switch adjustment.kind {
      case .partYear: false
      case .minimumPerPupil(let amount): looks(amount)
      case .floor(let protection): looks(protection.change)
      case .cap(let protection, let scale, _):
        adjustment.needsAllSchools || looks(protection.change) || looks(scale)
      case .extra: true
      }
    }?.name
  }
}

/// Collects the fields and rates that expressions use.
private struct FieldNames {
  var found: Set<String> = []
  /// The rates, as indices into the formula's.
  var rates: Set<Int> = []
  var usesOtherSchools = false
  /// Definitions to follow; none where they are added for themselves.
  var definitions: [Definition] = []

  mutating func add(_ amount: Amount) {
    switch amount {
    case .constant: break
    case .definition(let index):
      if definitions.indices.contains(index) {
        add(definitions[index].amount)
      }
    case .field(let field): found.insert(field.name)
    case .rate(let lookup):
      rates.insert(lookup.rate)
      for key in lookup.keys { add(key) }
    case .negate(let x), .sumOverPupils(let x), .meanOverPupils(let x, _): add(x)
    case .overAuthority(let x), .overRun(let x):
      usesOtherSchools = true
      add(x)
    case .sum(let x, let y), .difference(let x, let y), .product(let x, let y),
      .quotient(let x, let y, _):
      add(x)
      add(y)
    case .call(_, let arguments, _): for argument in arguments { add(argument) }
    case .choice(let condition, let x, let y):
      add(condition)
      add(x)
      add(y)
    case .pupils(let condition), .heads(let condition): if let condition { add(condition) }
    }
  }

  mutating func add(_ condition: Condition) {
    switch condition {
    case .always: break
    case .flag(let field), .among(let field, _): found.insert(field.name)
    case .compare(let x, _, let y):
      add(x)
      add(y)
    case .within(let x, let y, let z):
      add(x)
      add(y)
      add(z)
    case .and(let x, let y), .or(let x, let y):
      add(x)
      add(y)
    case .not(let x): add(x)
    }
  }

  private mutating func add(_ key: LookupKey) {
    switch key {
    case .field(let field): found.insert(field.name)
    case .fixed: break
    case .number(let amount): add(amount)
    }
  }
}
