/// Expressions as a formula would write them, for statements.
public enum ExpressionText {
  /// The words of an amount.
  public static func of(_ amount: Amount, in formula: Formula) -> String {
    switch amount {
    case .constant(let value): value.description
    case .field(let reference): reference.name
    case .rate(let lookup): of(lookup, in: formula)
    case .definition(let index): formula.definitions[index].name
    case .negate(let a): "-\(inner(a, in: formula))"
    case .sum(let a, let b): "\(of(a, in: formula)) + \(inner(b, in: formula))"
    case .difference(let a, let b): "\(of(a, in: formula)) - \(inner(b, in: formula))"
    case .product(let a, let b): "\(inner(a, in: formula)) * \(inner(b, in: formula))"
    case .quotient(let a, let b, _): "\(inner(a, in: formula)) / \(inner(b, in: formula))"
    case .call(let function, let arguments, _):
      "\(function.rawValue)(\(arguments.map { of($0, in: formula) }.joined(separator: ", ")))"
    case .choice(let condition, let a, let b):
      "if(\(of(condition, in: formula)), \(of(a, in: formula)), \(of(b, in: formula)))"
    case .pupils(nil): "pupils"
    case .pupils(let condition?): "pupils(\(of(condition, in: formula)))"
    case .heads(nil): "heads"
    case .heads(let condition?): "heads(\(of(condition, in: formula)))"
    case .sumOverPupils(let x): "sum(\(of(x, in: formula)))"
    case .meanOverPupils(let x, _): "mean(\(of(x, in: formula)))"
    case .overAuthority(let x): "authority(\(of(x, in: formula)))"
    case .overRun(let x): "all(\(of(x, in: formula)))"
    }
  }

  /// The words of a condition.
  public static func of(_ condition: Condition, in formula: Formula) -> String {
    switch condition {
    case .always(let answer): answer ? "true" : "false"
    case .flag(let reference): reference.name
    case .among(let reference, let names): among(reference, names)
    case .compare(let a, let comparison, let b):
      "\(of(a, in: formula)) \(comparison.rawValue) \(of(b, in: formula))"
    case .within(let a, let low, let high):
      "\(of(a, in: formula)) in \(of(low, in: formula))..\(of(high, in: formula))"
    case .and(let a, let b): "\(inner(a, in: formula)) and \(inner(b, in: formula))"
    case .or(let a, let b): "\(inner(a, in: formula)) or \(inner(b, in: formula))"
    case .not(let a): "not \(inner(a, in: formula))"
    }
  }

  private static func of(_ lookup: RateLookup, in formula: Formula) -> String {
    let name = formula.rates[lookup.rate].name
    guard !lookup.keys.isEmpty else { return name }
    let keys = lookup.keys.map { key in
      switch key {
      case .field(let reference): reference.name
      case .fixed(let text): text
      case .number(let amount): of(amount, in: formula)
      }
    }
    return "\(name)[\(keys.joined(separator: ", "))]"
  }

  /// A field among categories, as a range where they are neighbours in their order.
  private static func among(_ reference: FieldReference, _ names: Set<String>) -> String {
    let sorted = names.sorted()
    guard sorted.count > 1 else { return "\(reference.name) = \(sorted.first ?? "[]")" }
    guard let field = FieldCatalogue.standard.field(named: reference.name),
      case .category(let domain) = field.kind, domain.isClosed
    else { return "\(reference.name) in [\(sorted.joined(separator: ", "))]" }
    let ordered = domain.names.filter { names.contains($0) }
    let positions = domain.names.indices.filter { names.contains(domain.names[$0]) }
    if domain.isOrdered, ordered.count == names.count, let first = positions.first,
      let last = positions.last, last - first == ordered.count - 1
    {
      return "\(reference.name) in \(domain.names[first])..\(domain.names[last])"
    }
    let others = sorted.filter { !ordered.contains($0) }
    return "\(reference.name) in [\((ordered + others).joined(separator: ", "))]"
  }

  private static func inner(_ amount: Amount, in formula: Formula) -> String {
    switch amount {
    case .sum, .difference, .product, .quotient: "(\(of(amount, in: formula)))"
    case .constant, .field, .rate, .definition, .negate, .call, .choice, .pupils, .heads,
      .sumOverPupils, .meanOverPupils, .overAuthority, .overRun:
      of(amount, in: formula)
    }
  }

  private static func inner(_ condition: Condition, in formula: Formula) -> String {
    switch condition {
    case .and, .or: "(\(of(condition, in: formula)))"
    case .always, .flag, .among, .compare, .within, .not: of(condition, in: formula)
    }
  }
}

extension Formula {
  /// The unit that an amount comes to, as far as its own parts tell: a number an author wrote has
  /// the unit of what it is added to or compared with.
  public func unit(of amount: Amount) -> Unit {
    switch amount {
    case .constant: .number
    case .field(let reference):
      FieldCatalogue.standard.field(named: reference.name).flatMap { field in
        if case .number(let unit) = field.kind { unit } else { nil }
      } ?? .number
    case .rate(let lookup): rates[lookup.rate].unit
    case .definition(let index): definitions[index].unit
    case .negate(let a), .overAuthority(let a), .overRun(let a), .sumOverPupils(let a),
      .meanOverPupils(let a, _):
      unit(of: a)
    case .sum(let a, let b), .difference(let a, let b), .choice(_, let a, let b): either(a, b)
    case .product(let a, let b): unit(of: a) * unit(of: b)
    case .quotient(let a, let b, _): unit(of: a) / unit(of: b)
    case .call(let function, let arguments, _):
      switch function {
      case .min, .max, .clamp: arguments.map { unit(of: $0) }.first { !$0.isNumber } ?? .number
      case .abs, .floor, .ceil, .round: arguments.first.map { unit(of: $0) } ?? .number
      case .taper: .number
      case .share:
        arguments.count == 2 ? unit(of: arguments[0]) / unit(of: arguments[1]) : .number
      }
    case .pupils, .heads: .pupil
    }
  }

  private func either(_ a: Amount, _ b: Amount) -> Unit {
    let first = unit(of: a)
    return first.isNumber ? unit(of: b) : first
  }
}
