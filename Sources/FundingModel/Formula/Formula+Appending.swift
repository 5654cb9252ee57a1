extension Formula {
  /// This formula with another's lines after its own factors: a grant that is paid beside it.
  ///
  /// The grant's amounts count in the share before this formula's adjustments. A name that this
  /// formula uses already gets a number (`uplift_2`); a sum that the grant shares among all its
  /// schools is shared among all schools of the run. The grant's own adjustments and rounding are
  /// not taken over.
  public func paying(_ grant: Formula) -> Formula {
    var taken = Set(
      rates.map(\.name) + factors.map(\.name) + definitions.map(\.name) + adjustments.map(\.name))
    func free(_ name: String) -> String {
      var free = name
      var count = 1
      while taken.contains(free) {
        count += 1
        free = "\(name)_\(count)"
      }
      taken.insert(free)
      return free
    }
    // A rate, a definition and a factor of one name belong together, and keep one.
    var names: [String: String] = [:]
    for name in grant.rates.map(\.name) + grant.definitions.map(\.name) + grant.factors.map(\.name)
    where names[name] == nil {
      names[name] = free(name)
    }
    let move = ExpressionMove(rates: rates.count, definitions: definitions.count)
    func source(_ key: String) -> String { "\(grant.name).\(key)" }
    return Formula(
      name: name, path: path, reach: reach, year: year, title: title, status: status,
      sources: sources
        + grant.sources.map {
          FundingSource(
            key: source($0.key), title: $0.title, publisher: $0.publisher, url: $0.url)
        },
      rates: rates
        + grant.rates.map { rate in
          Rate(
            name: names[rate.name] ?? rate.name, title: rate.title, unit: rate.unit,
            axes: rate.axes, tables: rate.tables, isDated: rate.isDated, uprate: rate.uprate,
            isFitted: rate.isFitted, bounds: rate.bounds, sources: rate.sources.map(source),
            place: rate.place)
        },
      definitions: definitions
        + grant.definitions.map {
          Definition(
            name: names[$0.name] ?? $0.name, unit: $0.unit, amount: move.moved($0.amount),
            place: $0.place)
        },
      factors: factors
        + grant.factors.map { factor in
          Factor(
            name: names[factor.name] ?? factor.name, title: factor.title, purpose: factor.purpose,
            regulation: factor.regulation, structure: factor.structure.moved(source),
            each: move.moved(factor.each), condition: factor.condition.map(move.moved),
            amount: move.moved(factor.amount), place: factor.place)
        },
      adjustments: adjustments, rounding: rounding,
      borrowed: borrowed.merging(
        (grant.definitions.map(\.name) + grant.factors.map(\.name)).map {
          (names[$0] ?? $0, grant.path)
        }
      ) { old, _ in old })
  }
}

extension Factor.Structure {
  fileprivate func moved(_ source: (String) -> String) -> Factor.Structure {
    switch self {
    case .published(let key): .published(source(key))
    case .assumed: .assumed
    }
  }
}

/// Moves expressions to where their formula's rates and definitions come after others.
private struct ExpressionMove {
  /// How many rates come before.
  let rates: Int
  /// How many definitions come before.
  let definitions: Int

  func moved(_ each: Factor.Each) -> Factor.Each {
    switch each {
    case .pupil, .head, .school, .place: each
    case .quantum(let total, let scope):
      .quantum(total: moved(total), within: scope == .formula ? .run : scope)
    }
  }

  func moved(_ amount: Amount) -> Amount {
    switch amount {
    case .constant, .field: amount
    case .rate(let lookup):
      .rate(
        RateLookup(rate: rates + lookup.rate, keys: lookup.keys.map(moved), place: lookup.place))
    case .definition(let index): .definition(definitions + index)
    case .negate(let x): .negate(moved(x))
    case .sum(let x, let y): .sum(moved(x), moved(y))
    case .difference(let x, let y): .difference(moved(x), moved(y))
    case .product(let x, let y): .product(moved(x), moved(y))
    case .quotient(let x, let y, let place): .quotient(moved(x), moved(y), place)
    case .call(let function, let arguments, let place):
      .call(function, arguments.map(moved), place)
    case .choice(let condition, let x, let y): .choice(moved(condition), moved(x), moved(y))
    case .pupils(let condition): .pupils(condition.map(moved))
    case .heads(let condition): .heads(condition.map(moved))
    case .sumOverPupils(let x): .sumOverPupils(moved(x))
    case .meanOverPupils(let x, let place): .meanOverPupils(moved(x), place)
    case .overAuthority(let x): .overAuthority(moved(x))
    case .overRun(let x): .overRun(moved(x))
    }
  }

  func moved(_ condition: Condition) -> Condition {
    switch condition {
    case .always, .flag, .among: condition
    case .compare(let x, let comparison, let y): .compare(moved(x), comparison, moved(y))
    case .within(let x, let low, let high): .within(moved(x), moved(low), moved(high))
    case .and(let x, let y): .and(moved(x), moved(y))
    case .or(let x, let y): .or(moved(x), moved(y))
    case .not(let x): .not(moved(x))
    }
  }

  private func moved(_ key: LookupKey) -> LookupKey {
    switch key {
    case .field, .fixed: key
    case .number(let amount): .number(moved(amount))
    }
  }
}
