import FundingModel

/// Functions.
extension ExpressionChecker {
  /// What a function comes to.
  mutating func call(
    _ name: String, _ nameRange: Range<Int>, _ operands: [ExpressionSyntax], _ range: Range<Int>,
    _ level: ExpressionLevel
  ) -> MeasuredAmount? {
    if let function = NumberFunction(rawValue: name) {
      return number(function, nameRange, operands, range, level)
    }
    switch name {
    case "if":
      guard count(operands, 3...3, name, nameRange) else { return nil }
      let condition = condition(operands[0], level)
      guard let (values, unit) = alike("if", Array(operands[1...]), range, level), let condition
      else { return nil }
      return MeasuredAmount(
        amount: .choice(condition, values[0].amount, values[1].amount), unit: unit)
    case "pupils", "heads":
      guard count(operands, 1...1, name, nameRange) else { return nil }
      if case .quantum = level { return fail(.notInQuantum(name), nameRange) }
      guard let condition = condition(operands[0], .pupil) else { return nil }
      return MeasuredAmount(
        amount: name == "pupils" ? .pupils(condition) : .heads(condition), unit: .pupil)
    case "sum", "mean":
      guard count(operands, 1...1, name, nameRange) else { return nil }
      if case .quantum = level { return fail(.notInQuantum(name), nameRange) }
      guard let each = amount(operands[0], .pupil) else { return nil }
      let unit = each.unit ?? .number
      // Added over pupils, so much per pupil becomes so much.
      return name == "mean"
        ? MeasuredAmount(amount: .meanOverPupils(each.amount, place(range)), unit: unit)
        : MeasuredAmount(
          amount: .sumOverPupils(each.amount), unit: unit["pupil"] < 0 ? unit * .pupil : unit)
    case "authority", "all":
      guard count(operands, 1...1, name, nameRange) else { return nil }
      if name == "authority", level == .quantum(.formula) {
        return fail(.authorityInFormulaQuantum("authority(…)"), nameRange)
      }
      guard let each = amount(operands[0], .school) else { return nil }
      return MeasuredAmount(
        amount: name == "authority" ? .overAuthority(each.amount) : .overRun(each.amount),
        unit: each.unit ?? .number)
    default:
      used.insert(name)
      for operand in operands { markUsed(operand) }
      if scope.broken.contains(name) { return nil }
      guard let kind = scope.kind(of: name) else {
        return fail(.unknownFunction(name, known: ExpressionScope.functions), nameRange)
      }
      return fail(.notAFunction(name, kind: kind), nameRange)
    }
  }

  private mutating func number(
    _ function: NumberFunction, _ nameRange: Range<Int>, _ operands: [ExpressionSyntax],
    _ range: Range<Int>, _ level: ExpressionLevel
  ) -> MeasuredAmount? {
    let name = function.rawValue
    func call(_ values: [MeasuredAmount], _ unit: Unit?) -> MeasuredAmount {
      MeasuredAmount(
        amount: .call(function, values.map(\.amount), place(range)), unit: unit)
    }
    switch function {
    case .min, .max:
      guard count(operands, 1...50, name, nameRange),
        let (values, unit) = alike(name, operands, range, level)
      else { return nil }
      return call(values, unit)
    case .abs, .floor, .ceil:
      guard count(operands, 1...1, name, nameRange), let value = amount(operands[0], level)
      else { return nil }
      return call([value], value.unit)
    case .clamp:
      guard count(operands, 3...3, name, nameRange),
        let (values, unit) = alike(name, operands, range, level)
      else { return nil }
      if let low = values[1].literal, let high = values[2].literal, low > high {
        return fail(.clampBackwards, range)
      }
      return call(values, unit)
    case .taper:
      guard count(operands, 3...3, name, nameRange),
        let (values, _) = alike(name, operands, range, level)
      else { return nil }
      return call(values, .number)
    case .round:
      guard count(operands, 2...2, name, nameRange) else { return nil }
      let value = amount(operands[0], level)
      let step = amount(operands[1], level)
      guard let value, let step else { return nil }
      if let step = step.literal, step <= .zero { return fail(.badStep, operands[1].range) }
      // £0.01 rounds money per anything.
      if step.unit == .pounds, value.unit?.isMoney == true {
        return call([value, step], value.unit)
      }
      guard let unit = unit(of: name, [value, step], range) else { return nil }
      return call([value, step], unit.unit)
    case .share:
      guard count(operands, 2...2, name, nameRange) else { return nil }
      let part = amount(operands[0], level)
      let whole = amount(operands[1], level)
      guard let part, let whole else { return nil }
      let unit =
        part.unit == nil && whole.unit == nil
        ? nil : (part.unit ?? .number) / (whole.unit ?? .number)
      return call([part, whole], unit)
    }
  }

  /// Several numbers of one unit.
  private mutating func alike(
    _ name: String, _ operands: [ExpressionSyntax], _ range: Range<Int>, _ level: ExpressionLevel
  ) -> ([MeasuredAmount], Unit?)? {
    var values: [MeasuredAmount] = []
    for operand in operands {
      if let value = amount(operand, level) { values.append(value) }
    }
    guard values.count == operands.count, let shared = unit(of: name, values, range)
    else { return nil }
    return (values, shared.unit)
  }

  private mutating func count(
    _ operands: [ExpressionSyntax], _ allowed: ClosedRange<Int>, _ name: String,
    _ nameRange: Range<Int>
  ) -> Bool {
    if allowed.contains(operands.count) { return true }
    for operand in operands { markUsed(operand) }
    fail(
      .operandCount(name, usage: ExpressionScope.usage(of: name), given: operands.count), nameRange)
      as Never?
    return false
  }

  /// Notes the names in a part that isn't checked any further, lest they be called unused.
  mutating func markUsed(_ syntax: ExpressionSyntax) {
    let characters = Array(scalar.text)
    let end = Swift.min(syntax.range.upperBound, characters.count)
    let text = String(characters[Swift.min(syntax.range.lowerBound, end)..<end])
    for token in ExpressionLexer.tokens(of: text).tokens where token.kind == .name {
      used.insert(token.text)
    }
  }
}
