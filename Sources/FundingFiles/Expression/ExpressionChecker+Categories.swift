import FundingModel

/// Categories and the keys of rates.
extension ExpressionChecker {
  /// The category that a part of an expression means for a field; nil, with a mistake, for none.
  mutating func category(
    _ syntax: ExpressionSyntax, of field: Field, _ domain: CategoryDomain, _ level: ExpressionLevel
  ) -> String? {
    guard let text = syntax.categoryText else {
      markUsed(syntax)
      return fail(.notACategory(field: field.name), syntax.range)
    }
    if let category = CategoryNames(field: field.name, domain: domain)
      .category(text, knowsData: scope.fields.knowsData)
    {
      return category
    }
    if case .name(let name) = syntax.kind, name != field.name, self.field(name, level) != nil {
      return fail(.twoFields(field.name, name), syntax.range)
    }
    markUsed(syntax)
    return domain.isClosed
      ? fail(.unknownCategory(text, field: field.name, known: domain.names), syntax.range)
      : fail(.absentCategory(text, field: field.name, known: domain.names), syntax.range)
  }

  /// The categories that one value or range means.
  mutating func categories(
    _ item: ExpressionSyntax.Item, of field: Field, _ domain: CategoryDomain,
    _ level: ExpressionLevel
  ) -> [String]? {
    switch item {
    case .value(let value): return category(value, of: field, domain, level).map { [$0] }
    case .range(let low, let high):
      guard domain.isOrdered else { return fail(.noOrder(field: field.name), item.range) }
      let first = category(low, of: field, domain, level)
      let last = category(high, of: field, domain, level)
      guard let first, let last, let start = domain.names.firstIndex(of: first),
        let end = domain.names.firstIndex(of: last)
      else { return nil }
      guard start <= end else { return fail(.backwardsRange(first, last), item.range) }
      return Array(domain.names[start...end])
    }
  }

  /// A rate with its keys.
  mutating func lookup(
    _ name: String, _ nameRange: Range<Int>, _ keys: [ExpressionSyntax], _ range: Range<Int>,
    _ level: ExpressionLevel
  ) -> MeasuredAmount? {
    used.insert(name)
    guard let index = scope.rates.firstIndex(where: { $0.name == name }) else {
      for key in keys { markUsed(key) }
      if scope.broken.contains(name) { return nil }
      guard let kind = scope.kind(of: name) else {
        expectAlso(name)
        return fail(.unknownRate(name, known: scope.rates.map(\.name)), nameRange)
      }
      return fail(.notARate(name, kind: kind), nameRange)
    }
    let rate = scope.rates[index]
    guard keys.count == rate.axes.count else {
      for key in keys { markUsed(key) }
      return fail(
        .keyCount(rate: name, needed: rate.axes.map(\.inWords), given: keys.count), range)
    }
    var found: [LookupKey] = []
    for (position, key) in keys.enumerated() {
      if let key = self.key(key, at: position, of: rate, level) { found.append(key) }
    }
    guard found.count == keys.count else { return nil }
    return MeasuredAmount(
      amount: .rate(RateLookup(rate: index, keys: found, place: place(range))), unit: rate.unit)
  }

  private mutating func key(
    _ syntax: ExpressionSyntax, at position: Int, of rate: Rate, _ level: ExpressionLevel
  ) -> LookupKey? {
    let axis = rate.axes[position]
    switch axis {
    case .labels:
      let labels = rate.categories(at: position)
      guard let text = syntax.categoryText else {
        markUsed(syntax)
        return fail(.keyKind(rate: rate.name, needed: axis.inWords), syntax.range)
      }
      guard labels.contains(text) else {
        return fail(.noSuchKey(text, rate: rate.name, known: labels), syntax.range)
      }
      return .fixed(text)
    case .bands(_, let unit, _), .numbers(_, let unit):
      guard let value = amount(syntax, level) else { return nil }
      guard value.unit == nil || value.unit == unit else {
        return fail(.keyKind(rate: rate.name, needed: axis.inWords), syntax.range)
      }
      return .number(value.amount)
    case .field(let name):
      guard let field = scope.fields.field(named: name) else { return nil }
      if case .name(name) = syntax.kind { return own(field, syntax.range, level) }
      guard case .category(let domain) = field.kind else {
        guard case .truth(let truth) = syntax.kind else {
          markUsed(syntax)
          return fail(.keyKind(rate: rate.name, needed: axis.inWords), syntax.range)
        }
        return fixed(String(truth), at: position, of: rate, syntax.range)
      }
      if case .name(let other) = syntax.kind, self.field(other, level) != nil,
        !domain.names.contains(other)
      {
        return fail(.keyKind(rate: rate.name, needed: axis.inWords), syntax.range)
      }
      guard let category = category(syntax, of: field, domain, level) else { return nil }
      return fixed(category, at: position, of: rate, syntax.range)
    }
  }

  /// A rate's own field as its key.
  private mutating func own(
    _ field: Field, _ range: Range<Int>, _ level: ExpressionLevel
  ) -> LookupKey? {
    if case .quantum(let scope) = level, field.name == "authority" {
      guard scope == .authority else {
        return fail(.authorityInFormulaQuantum(field.name), range)
      }
      return .field(FieldReference(name: field.name, level: field.level, place: place(range)))
    }
    return reference(to: field, range, level).map { .field($0) }
  }

  private mutating func fixed(
    _ category: String, at position: Int, of rate: Rate, _ range: Range<Int>
  ) -> LookupKey? {
    let given = rate.categories(at: position)
    guard given.contains(category) || rate.tables.contains(where: { $0.otherwise != nil }) else {
      return fail(.noSuchKey(category, rate: rate.name, known: given), range)
    }
    return .fixed(category)
  }
}

extension Rate {
  /// The categories or labels that an axis's keys name in any year, in the file's order.
  fileprivate func categories(at position: Int) -> [String] {
    var names: [String] = []
    for cell in tables.flatMap(\.cells) {
      guard cell.keys.indices.contains(position), case .categories(let some) = cell.keys[position]
      else { continue }
      names += some.filter { !names.contains($0) }
    }
    return names
  }
}

extension RateAxis {
  /// What stands in the brackets: a field's name, or "label".
  var inWords: String {
    switch self {
    case .field(let name): name
    case .bands(let name, _, _): name
    case .numbers(let name, _): name
    case .labels: "label"
    }
  }
}
