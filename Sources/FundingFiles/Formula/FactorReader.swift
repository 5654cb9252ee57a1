import Diagnostics
import FundingModel

/// Reads one factor.
struct FactorReader {
  /// The names that its expressions may use.
  let scope: ExpressionScope
  /// The keys of the formula's sources.
  let sources: [String]
  /// The rates and definitions used so far.
  var used: Set<String> = []

  /// A factor; nil, with mistakes, where it can't be read.
  mutating func factor(
    named name: YAMLScalar, _ node: YAMLNode, into mistakes: inout MistakeCollector
  ) -> Factor? {
    guard
      let reader = MappingReader(
        node, "the factor '\(name.text)'",
        required: ["title", "purpose", "regulation", "structure", "each"],
        optional: ["where", "amount", "quantum", "shared_by", "within"], owner: name.span,
        into: &mistakes)
    else { return nil }
    if !FormulaName.isName(name.text) {
      mistakes.add(FormulaMistake.badName(name.text, of: "a factor"), at: name.span)
    }
    let title = BilingualText(reader, "title", into: &mistakes)
    let purpose = reader.choice("purpose", Purpose.self, into: &mistakes)
    let regulation = reader.choice("regulation", RegulationTag.self, into: &mistakes)
    let structure = structure(reader, into: &mistakes)
    guard let parts = parts(reader, name: name, into: &mistakes), let purpose, let regulation,
      let structure
    else { return nil }
    return Factor(
      name: name.text, title: title, purpose: purpose, regulation: regulation,
      structure: structure, each: parts.each, condition: parts.condition, amount: parts.amount,
      place: name.span.place)
  }

  private func structure(
    _ reader: MappingReader, into mistakes: inout MistakeCollector
  ) -> Factor.Structure? {
    guard let node = reader["structure"] else { return nil }
    if case .scalar(let scalar) = node, scalar.text == "assumed" { return .assumed }
    guard case .mapping(let mapping) = node, mapping.entries.count == 1,
      case .scalar(let key)? = mapping["published"]?.value
    else {
      mistakes.add(.badStructure, at: node.span)
      return nil
    }
    if !sources.contains(key.text) {
      mistakes.add(.unknownSource(key.text, known: sources), at: key.span)
    }
    return .published(key.text)
  }

  private struct Parts {
    let each: Factor.Each
    let condition: Condition?
    let amount: Amount
  }

  private mutating func parts(
    _ reader: MappingReader, name: YAMLScalar, into mistakes: inout MistakeCollector
  ) -> Parts? {
    guard let each = reader.text("each", into: &mistakes) else {
      markUsed(reader)
      return nil
    }
    let (level, unit): (ExpressionLevel, Unit?)
    let simple: Factor.Each?
    switch each.text {
    case "pupil": (level, unit, simple) = (.pupil, .pupil, .pupil)
    case "head": (level, unit, simple) = (.pupil, .pupil, .head)
    case "school": (level, unit, simple) = (.school, .school, .school)
    case "place": (level, unit, simple) = (.school, .place, .place)
    case "quantum": (level, unit, simple) = (.school, nil, nil)
    default:
      mistakes.add(.unknownEach(each.text), at: each.span)
      markUsed(reader)
      return nil
    }
    let condition = condition(reader, level, into: &mistakes)
    guard let simple, let unit else {
      return quantum(reader, condition, name: name, into: &mistakes)
    }
    for key in ["quantum", "shared_by", "within"] {
      guard let entry = reader.entry(key) else { continue }
      mistakes.add(
        .keyOfOtherEach(key, each: each.text, needed: "'amount', or 'each: quantum'"),
        at: entry.key.span)
      markUsed(reader)
    }
    let accepted = [.pounds / unit, Unit.pounds]
    guard let amount = amount(reader, "amount", level, name: name, into: &mistakes) else {
      return nil
    }
    let found = amount.unit ?? .number
    guard accepted.contains(found) else {
      mistakes.add(
        .amountUnit(found, each: "each: \(each.text)", accepted: accepted),
        at: reader.text("amount", into: &mistakes)?.span)
      return nil
    }
    guard let condition else { return nil }
    return Parts(each: simple, condition: condition.value, amount: amount.amount)
  }

  private mutating func quantum(
    _ reader: MappingReader, _ condition: Optional<Checked>, name: YAMLScalar,
    into mistakes: inout MistakeCollector
  ) -> Parts? {
    if let entry = reader.entry("amount") {
      mistakes.add(
        .keyOfOtherEach("amount", each: "quantum", needed: "'quantum' and 'shared_by'"),
        at: entry.key.span)
      markUsed(reader)
    }
    if reader["within"] == nil {
      mistakes.add(.missingKey("within", of: reader.subject), at: name.span)
    }
    let within = reader.choice("within", Factor.QuantumScope.self, into: &mistakes)
    let total = amount(
      reader, "quantum", .quantum(within ?? .authority), name: name, into: &mistakes)
    let part = amount(reader, "shared_by", .school, name: name, into: &mistakes)
    guard let total else { return nil }
    guard total.unit == .pounds else {
      mistakes.add(
        .amountUnit(total.unit ?? .number, each: "quantum", accepted: [.pounds]),
        at: reader.text("quantum", into: &mistakes)?.span)
      return nil
    }
    guard let part, let condition, let within else { return nil }
    return Parts(
      each: .quantum(total: total.amount, within: within), condition: condition.value,
      amount: part.amount)
  }

  /// A condition that is in order; it may be that there is none.
  private struct Checked {
    let value: Condition?
  }

  private mutating func condition(
    _ reader: MappingReader, _ level: ExpressionLevel, into mistakes: inout MistakeCollector
  ) -> Checked? {
    guard reader["where"] != nil else { return Checked(value: nil) }
    guard let scalar = reader.text("where", into: &mistakes) else { return nil }
    let result = CheckedExpression.condition(scalar, in: scope, at: level, into: &mistakes)
    used.formUnion(result.used)
    return result.value.map { Checked(value: $0) }
  }

  private mutating func amount(
    _ reader: MappingReader, _ key: String, _ level: ExpressionLevel, name: YAMLScalar,
    into mistakes: inout MistakeCollector
  ) -> MeasuredAmount? {
    if reader[key] == nil, reader.mapping[key] == nil {
      mistakes.add(.missingKey(key, of: reader.subject), at: name.span)
    }
    guard let scalar = reader.text(key, into: &mistakes) else { return nil }
    let result = CheckedExpression.amount(scalar, in: scope, at: level, into: &mistakes)
    used.formUnion(result.used)
    return result.value
  }

  /// Notes the names in expressions that aren't checked, lest they be called unused.
  private mutating func markUsed(_ reader: MappingReader) {
    for key in ["where", "amount", "quantum", "shared_by"] {
      guard case .scalar(let scalar)? = reader[key] else { continue }
      for token in ExpressionLexer.tokens(of: scalar.text).tokens where token.kind == .name {
        used.insert(token.text)
      }
    }
  }
}
