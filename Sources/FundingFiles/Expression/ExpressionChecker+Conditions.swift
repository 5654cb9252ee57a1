import Diagnostics
import FundingModel

/// Conditions.
extension ExpressionChecker {
  /// Yes or no; nil, with mistakes, for anything else.
  mutating func condition(_ syntax: ExpressionSyntax, _ level: ExpressionLevel) -> Condition? {
    switch syntax.kind {
    case .truth(let truth): return .always(truth)
    case .name(let name): return flag(name, syntax.range, level)
    case .comparison(let operation, let left, let right):
      return comparison(operation, left, right, syntax.range, level)
    case .membership(let subject, let isIn, let items):
      guard let inside = membership(subject, items, syntax.range, level) else { return nil }
      return isIn ? inside : .not(inside)
    case .not(let operand): return condition(operand, level).map { .not($0) }
    case .and(let left, let right):
      let first = condition(left, level)
      let second = condition(right, level)
      guard let first, let second else { return nil }
      return .and(first, second)
    case .or(let left, let right):
      let first = condition(left, level)
      let second = condition(right, level)
      guard let first, let second else { return nil }
      return .or(first, second)
    case .number, .money, .percent, .word, .lookup, .call, .negation, .arithmetic:
      guard amount(syntax, level) != nil else { return nil }
      return fail(.numberAsCondition, syntax.range)
    }
  }

  private mutating func flag(
    _ name: String, _ range: Range<Int>, _ level: ExpressionLevel
  ) -> Condition? {
    if let field = field(name, level) {
      switch field.kind {
      case .flag: return reference(to: field, range, level).map { .flag($0) }
      case .category: return fail(.categoryAsCondition(name), range)
      case .number: return fail(.numberAsCondition, range)
      }
    }
    used.insert(name)
    if scope.broken.contains(name) { return nil }
    if scope.kind(of: name) != nil || scope.later.contains(where: { $0.name == name }) {
      guard named(name, range, level) else { return nil }
      return fail(.numberAsCondition, range)
    }
    return unknownField(name, range, level)
  }

  /// Whether a name that is no field stands for a number here.
  private mutating func named(
    _ name: String, _ range: Range<Int>, _ level: ExpressionLevel
  ) -> Bool {
    amount(ExpressionSyntax(kind: .name(name), range: range), level) != nil
  }

  private mutating func unknownField<Nothing>(
    _ name: String, _ range: Range<Int>, _ level: ExpressionLevel
  ) -> Nothing? {
    expectAlso(name)
    let suggestion = scope.suggestion(for: name)
    // Where a school field was probably meant, it is the schools' fields that are wanted.
    let meant = suggestion.flatMap { scope.fields.field(named: $0)?.level }
    let fieldLevel: FieldLevel = level == .pupil ? meant ?? .pupil : .school
    return fail(
      .unknownField(
        name, level: fieldLevel, known: scope.fieldsToShow(near: name, level: fieldLevel),
        suggestion: suggestion), range)
  }

  /// The category or flag field that a side of a comparison is; nil for anything else.
  private func categorical(_ syntax: ExpressionSyntax, _ level: ExpressionLevel) -> Field? {
    guard case .name(let name) = syntax.kind, let field = field(name, level) else { return nil }
    switch field.kind {
    case .category, .flag: return field
    case .number: return nil
    }
  }

  private mutating func comparison(
    _ operation: Comparison, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ range: Range<Int>, _ level: ExpressionLevel
  ) -> Condition? {
    if let field = categorical(left, level) {
      return compare(field, left.range, operation, right, level)
    }
    if let field = categorical(right, level) {
      return compare(field, right.range, operation.mirrored, left, level)
    }
    if isUnknownName(left), case .name(let name) = left.kind {
      markUsed(right)
      return unknownField(name, left.range, level)
    }
    let first = amount(left, level)
    let second = amount(right, level)
    guard let first, let second, unit(of: operation.rawValue, [first, second], range) != nil
    else { return nil }
    return .compare(first.amount, operation, second.amount)
  }

  private func isUnknownName(_ syntax: ExpressionSyntax) -> Bool {
    guard case .name(let name) = syntax.kind else { return false }
    return scope.kind(of: name) == nil && !scope.broken.contains(name)
      && !scope.later.contains { $0.name == name }
  }

  private mutating func compare(
    _ field: Field, _ fieldRange: Range<Int>, _ operation: Comparison, _ other: ExpressionSyntax,
    _ level: ExpressionLevel
  ) -> Condition? {
    guard let reference = reference(to: field, fieldRange, level) else {
      markUsed(other)
      return nil
    }
    guard case .category(let domain) = field.kind else {
      guard operation == .equal || operation == .notEqual else {
        return fail(.flagOrdered(field.name), other.range)
      }
      guard case .truth(let truth) = other.kind else {
        markUsed(other)
        return fail(.flagCompared(field.name), other.range)
      }
      return truth == (operation == .equal) ? .flag(reference) : .not(.flag(reference))
    }
    guard let category = category(other, of: field, domain, level) else { return nil }
    switch operation {
    case .equal: return .among(reference, [category])
    case .notEqual: return .not(.among(reference, [category]))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard domain.isOrdered, let index = domain.names.firstIndex(of: category) else {
        return fail(.noOrder(field: field.name), fieldRange)
      }
      let names = domain.names.enumerated().filter {
        operation.holds(Rational($0.offset), Rational(index))
      }
      return .among(reference, Set(names.map(\.element)))
    }
  }

  private mutating func membership(
    _ subject: ExpressionSyntax, _ items: [ExpressionSyntax.Item], _ range: Range<Int>,
    _ level: ExpressionLevel
  ) -> Condition? {
    if let field = categorical(subject, level) {
      guard let reference = reference(to: field, subject.range, level) else { return nil }
      guard case .category(let domain) = field.kind else {
        return fail(.flagCompared(field.name), subject.range)
      }
      var categories: Set<String> = []
      var isComplete = true
      for item in items {
        if let some = self.categories(item, of: field, domain, level) {
          categories.formUnion(some)
        } else {
          isComplete = false
        }
      }
      return isComplete ? .among(reference, categories) : nil
    }
    if isUnknownName(subject), case .name(let name) = subject.kind {
      return unknownField(name, subject.range, level)
    }
    guard let value = amount(subject, level) else { return nil }
    return numbers(value, items, range, level)
  }

  private mutating func numbers(
    _ value: MeasuredAmount, _ items: [ExpressionSyntax.Item], _ range: Range<Int>,
    _ level: ExpressionLevel
  ) -> Condition? {
    var conditions: [Condition] = []
    for item in items {
      switch item {
      case .value(let syntax):
        guard let other = amount(syntax, level), unit(of: "in", [value, other], range) != nil
        else { continue }
        conditions.append(.compare(value.amount, .equal, other.amount))
      case .range(let low, let high):
        let first = amount(low, level)
        let second = amount(high, level)
        guard let first, let second, unit(of: "in", [value, first, second], range) != nil
        else { continue }
        if let a = first.literal, let b = second.literal, a > b {
          fail(.backwardsRange(a.description, b.description), item.range) as Never?
          continue
        }
        conditions.append(.within(value.amount, first.amount, second.amount))
      }
    }
    guard conditions.count == items.count, let first = conditions.first else { return nil }
    return conditions.dropFirst().reduce(first) { .or($0, $1) }
  }
}

extension Comparison {
  /// The same comparison with its sides exchanged.
  fileprivate var mirrored: Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
