import Diagnostics
import FundingModel

/// Gives an expression its meaning: names are resolved, units and levels agree.
struct ExpressionChecker {
  /// The names it may use.
  let scope: ExpressionScope
  /// Where it is written.
  let scalar: YAMLScalar
  /// What is wrong so far.
  var mistakes: MistakeCollector
  /// The rates and definitions it names.
  var used: Set<String> = []

  /// Says what is wrong; the result is always nil, for the callers' convenience.
  @discardableResult
  mutating func fail<Nothing>(_ mistake: ExpressionMistake, _ range: Range<Int>) -> Nothing? {
    mistakes.add(mistake.diagnostic(path: mistakes.path, at: scalar.span(of: range)))
    return nil
  }

  /// Where some characters of the expression are.
  func place(_ range: Range<Int>) -> Place { scalar.span(of: range).place }

  /// The shape of the expression; nil, with mistakes, where it has none.
  mutating func syntax() -> ExpressionSyntax? {
    let (tokens, wrong) = ExpressionLexer.tokens(of: scalar.text)
    for token in tokens where token.kind == .name { used.insert(token.text) }
    for (mistake, range) in wrong { fail(mistake, range) as Never? }
    guard wrong.isEmpty else { return nil }
    do throws(ExpressionParser.Failure) {
      let syntax = try ExpressionParser.syntax(of: tokens)
      used = []
      return syntax
    } catch {
      return fail(error.mistake, error.range)
    }
  }

  /// A number; nil, with mistakes, for anything else.
  mutating func amount(_ syntax: ExpressionSyntax, _ level: ExpressionLevel) -> MeasuredAmount? {
    switch syntax.kind {
    case .number(let value, _): return MeasuredAmount(amount: .constant(value), unit: nil)
    case .money(let value): return MeasuredAmount(amount: .constant(value), unit: .pounds)
    case .percent(let value): return MeasuredAmount(amount: .constant(value), unit: .number)
    case .name(let name): return named(name, syntax.range, level)
    case .word(let word): return fail(.wordAsNumber(word), syntax.range)
    case .lookup(let name, let nameRange, let keys):
      return lookup(name, nameRange, keys, syntax.range, level)
    case .call(let name, let nameRange, let operands):
      return call(name, nameRange, operands, syntax.range, level)
    case .negation(let operand):
      guard let inner = amount(operand, level) else { return nil }
      if let value = inner.literal, let opposite = try? value.negated() {
        return MeasuredAmount(amount: .constant(opposite), unit: inner.unit)
      }
      return MeasuredAmount(
        amount: .negate(inner.amount), unit: inner.unit)
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, left, right, syntax.range, level)
    case .truth, .comparison, .membership, .not, .and, .or:
      return fail(.conditionAsNumber, syntax.range)
    }
  }

  private mutating func arithmetic(
    _ operation: ExpressionSyntax.Arithmetic, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ range: Range<Int>, _ level: ExpressionLevel
  ) -> MeasuredAmount? {
    let first = amount(left, level)
    let second = amount(right, level)
    guard let first, let second else { return nil }
    switch operation {
    case .plus, .minus:
      guard let unit = unit(of: operation.rawValue, [first, second], range) else { return nil }
      return MeasuredAmount(
        amount: operation == .plus
          ? .sum(first.amount, second.amount) : .difference(first.amount, second.amount),
        unit: unit.unit)
    case .times:
      return MeasuredAmount(
        amount: .product(first.amount, second.amount),
        unit: first.unit == nil && second.unit == nil
          ? nil : (first.unit ?? .number) * (second.unit ?? .number)
      ).refusingSquaredMoney(range, &self)
    case .divided:
      if second.literal?.isZero == true { return fail(.divisionByZero, right.range) }
      return MeasuredAmount(
        amount: .quotient(first.amount, second.amount, place(right.range)),
        unit: first.unit == nil && second.unit == nil
          ? nil : (first.unit ?? .number) / (second.unit ?? .number)
      ).refusingSquaredMoney(range, &self)
    }
  }

  /// The one unit of several numbers, of which bare ones take the others'.
  mutating func unit(
    of operation: String, _ operands: [MeasuredAmount], _ range: Range<Int>
  ) -> SharedUnit? {
    var shared: Unit?
    for unit in operands.compactMap(\.unit) {
      guard let known = shared else {
        shared = unit
        continue
      }
      guard known == unit else { return fail(.differentUnits(operation, known, unit), range) }
    }
    return SharedUnit(unit: shared)
  }

  private mutating func named(
    _ name: String, _ range: Range<Int>, _ level: ExpressionLevel
  ) -> MeasuredAmount? {
    used.insert(name)
    if let index = scope.definitions.firstIndex(where: { $0.name == name }) {
      if case .quantum = level { return fail(.notInQuantum(name), range) }
      let unit = scope.definitions[index].unit
      return MeasuredAmount(amount: .definition(index), unit: unit)
    }
    if scope.rates.contains(where: { $0.name == name }) {
      return lookup(name, range, [], range, level)
    }
    if scope.broken.contains(name) { return nil }
    if let later = scope.later.first(where: { $0.name == name }) {
      return fail(.laterDefinition(name, place: later.span), range)
    }
    if name == "pupils" || name == "heads" {
      if case .quantum = level { return fail(.notInQuantum(name), range) }
      return MeasuredAmount(amount: name == "pupils" ? .pupils(nil) : .heads(nil), unit: .pupil)
    }
    if let field = field(name, level) {
      guard let reference = reference(to: field, range, level) else { return nil }
      switch field.kind {
      case .number(let unit): return MeasuredAmount(amount: .field(reference), unit: unit)
      case .flag: return fail(.flagAsNumber(name), range)
      case .category: return fail(.categoryAsNumber(name), range)
      }
    }
    if ExpressionScope.functions.contains(name) {
      return fail(.functionAlone(name, usage: ExpressionScope.usage(of: name)), range)
    }
    expectAlso(name)
    return fail(
      .unknownName(name, known: scope.valueNames, dataMayHaveIt: !scope.fields.knowsData), range)
  }

  /// Counts what was probably meant by an unknown name as used.
  mutating func expectAlso(_ name: String) {
    if let near = Suggestion.closest(to: name, among: scope.valueNames) { used.insert(near) }
  }

  /// The field of a name, as it is seen from a level; nil where there is none.
  func field(_ name: String, _ level: ExpressionLevel) -> Field? {
    switch level {
    case .pupil: scope.fields.field(named: name)
    case .school, .quantum:
      scope.fields.schoolFields.first { $0.name == name } ?? scope.fields.field(named: name)
    }
  }

  /// A field as the formula keeps it; nil, with a mistake, where the level hasn't it.
  mutating func reference(
    to field: Field, _ range: Range<Int>, _ level: ExpressionLevel
  ) -> FieldReference? {
    switch (level, field.level) {
    case (.quantum, _): return fail(.notInQuantum(field.name), range)
    case (.school, .pupil): return fail(.pupilField(field.name), range)
    case (.school, .school), (.pupil, _):
      return FieldReference(name: field.name, level: field.level, place: place(range))
    }
  }
}

/// The unit that several numbers share; nil where all are bare.
struct SharedUnit {
  /// The unit.
  let unit: Unit?
}

extension MeasuredAmount {
  /// The same, unless its unit holds money more than once.
  fileprivate func refusingSquaredMoney(
    _ range: Range<Int>, _ checker: inout ExpressionChecker
  ) -> MeasuredAmount? {
    guard let unit, unit["£"] > 1 else { return self }
    return checker.fail(.moneyTimesMoney, range)
  }
}
