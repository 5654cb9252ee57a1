import Diagnostics
import FundingModel

/// Reads `adjustments:` and `rounding:`: what follows the factors.
struct AdjustmentReader {
  /// The fields there are.
  let fields: FieldCatalogue
  /// The keys of the formula's sources.
  let sources: [String]
  /// The formula's year.
  let year: FundingYear
  /// What floors and caps may name.
  let names: ProtectionNames
  /// The names that a minimum's expression may use; nil where there is no formula to name.
  var scope: ExpressionScope?
  /// The rates so far; an adjustment's numbers become one more.
  var rates: [Rate] = []
  /// The rates and definitions that expressions use.
  private(set) var used: Set<String> = []

  static let known = ["part_year", "minimum_per_pupil", "floor", "cap"]

  /// The adjustments, in the file's order.
  mutating func adjustments(
    _ node: YAMLNode, into mistakes: inout MistakeCollector
  ) -> [Adjustment] {
    let entries = Self.entries(node, into: &mistakes)
    let read = entries.compactMap { adjustment($0, into: &mistakes) }
    Self.checkTotals(entries, into: &mistakes)
    return read
  }

  /// The items of a list of adjustments, each kind at most once.
  static func entries(
    _ node: YAMLNode, into mistakes: inout MistakeCollector
  ) -> [YAMLMapping.Entry] {
    guard let items = node.items("'adjustments'", into: &mistakes) else { return [] }
    var entries: [YAMLMapping.Entry] = []
    for item in items {
      guard case .mapping(let mapping) = item, let entry = mapping.entries.first,
        mapping.entries.count == 1
      else {
        mistakes.add(.oneAdjustmentEach, at: item.span)
        continue
      }
      let name = entry.key.text
      if let first = entries.first(where: { $0.key.text == name }) {
        mistakes.add(.adjustmentTwice(name, first: first.key.span), at: entry.key.span)
        continue
      }
      entries.append(entry)
    }
    return entries
  }

  /// One adjustment; nil, with mistakes, where it can't be read.
  mutating func adjustment(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> Adjustment? {
    let name = entry.key.text
    if case .formula(let factors) = names, let twin = factors.first(where: { $0.name == name }) {
      mistakes.add(.nameTwice(name, first: twin.place.span), at: entry.key.span)
    }
    let kind: Adjustment.Kind
    switch name {
    case "part_year":
      guard case .scalar(let scalar) = entry.value, scalar.text == "true" else {
        var found = entry.value.kindInWords
        if case .scalar(let scalar) = entry.value { found = scalar.text }
        mistakes.add(
          .notOneOf(found, of: "'part_year'", known: ["true"]), at: entry.value.span)
        return nil
      }
      kind = .partYear
    case "minimum_per_pupil":
      guard let amount = minimum(entry, into: &mistakes) else { return nil }
      kind = .minimumPerPupil(amount)
    case "floor", "cap":
      guard let read = protection(entry, into: &mistakes) else { return nil }
      kind = read
    case "extra":
      guard let read = extra(entry, into: &mistakes) else { return nil }
      kind = .extra(read)
    default:
      mistakes.add(
        .unknownKey(name, of: "'adjustments'", known: Self.known + names.further),
        at: entry.key.span)
      return nil
    }
    return Adjustment(name: name, kind: kind, place: entry.key.span.place)
  }

  /// A minimum: its table becomes a rate of the same name, so that scenarios can set it and a
  /// school without a value is told like any other.
  private mutating func minimum(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> Amount? {
    if let scope, case .mapping(let mapping) = entry.value, mapping["amount"] != nil {
      return expression(entry, in: scope, into: &mistakes)
    }
    let name = entry.key
    let unit = Unit.pounds / .pupil
    var axes: [RateAxis] = []
    var keys: [String] = []
    let cells: [RateCell]
    var otherwise: RateCell?
    let before = mistakes.count
    if case .scalar = entry.value {
      let table = RateTableReader(fields: fields, axes: [], unit: unit)
      cells = table.cells(entry.value, into: &mistakes)
    } else {
      guard
        let reader = MappingReader(
          entry.value, "'minimum_per_pupil'", required: ["by", "values"],
          optional: ["otherwise", "source"], owner: name.span, into: &mistakes)
      else { return nil }
      let rates = RateReader(fields: fields, sources: sources, year: year)
      keys = rates.sourceKeys(reader, into: &mistakes)
      guard let by = reader["by"], let values = reader["values"],
        let read = RateAxisReader(fields: fields).axes(by, into: &mistakes)
      else { return nil }
      axes = read
      let table = RateTableReader(fields: fields, axes: axes, unit: unit)
      cells = table.cells(values, into: &mistakes)
      otherwise = reader["otherwise"].flatMap {
        table.value($0, path: ["otherwise"], into: &mistakes)
      }
      for axis in axes { checkLevel(of: axis, at: by.span, into: &mistakes) }
    }
    if let twin = rates.first(where: { $0.name == name.text }) {
      mistakes.add(.nameTwice(name.text, first: twin.place.span), at: name.span)
    }
    guard mistakes.count == before else { return nil }
    let place = name.span.place
    rates.append(
      Rate(
        name: name.text, unit: unit, axes: axes,
        tables: [DatedTable(from: year, cells: cells, otherwise: otherwise)], sources: keys,
        place: place))
    return .rate(
      RateLookup(rate: rates.count - 1, keys: axes.map { Self.key($0, place) }, place: place))
  }

  /// A minimum worked out for each school: `minimum_per_pupil: {amount: …}`.
  private mutating func expression(
    _ entry: YAMLMapping.Entry, in scope: ExpressionScope, into mistakes: inout MistakeCollector
  ) -> Amount? {
    guard
      let reader = MappingReader(
        entry.value, "'minimum_per_pupil'", required: ["amount"], owner: entry.key.span,
        into: &mistakes), let scalar = reader.text("amount", into: &mistakes)
    else { return nil }
    let result = CheckedExpression.amount(scalar, in: scope, at: .school, into: &mistakes)
    used.formUnion(result.used)
    guard let amount = result.value else { return nil }
    let unit = Unit.pounds / .pupil
    guard amount.unit == unit else {
      mistakes.add(
        .amountUnit(amount.unit ?? .number, each: "minimum_per_pupil", accepted: [unit]),
        at: scalar.span)
      return nil
    }
    return amount.amount
  }

  private func checkLevel(
    of axis: RateAxis, at span: SourceSpan, into mistakes: inout MistakeCollector
  ) {
    switch axis {
    case .labels: mistakes.add(.badAxis, at: span)
    case .field(let name), .bands(let name, _, _), .numbers(let name, _):
      if fields.pupilFields.contains(where: { $0.name == name }) {
        mistakes.add(.minimumByPupil(name), at: span)
      }
    }
  }

  private static func key(_ axis: RateAxis, _ place: Place) -> LookupKey {
    switch axis {
    case .labels: preconditionFailure("a minimum by labels is refused above")
    case .field(let name): .field(FieldReference(name: name, level: .school, place: place))
    case .bands("pupils", _, _): .number(.pupils(nil))
    case .bands("heads", _, _): .number(.heads(nil))
    case .bands(let name, _, _), .numbers(let name, _):
      .number(.field(FieldReference(name: name, level: .school, place: place)))
    }
  }
}

extension RoundingPolicy {
  /// Reads `rounding:`; what it doesn't say is as in the standard policy.
  init(_ node: YAMLNode, into mistakes: inout MistakeCollector) {
    let standard = RoundingPolicy.standard
    guard
      let reader = MappingReader(
        node, "'rounding'", required: [], optional: ["factor", "rate", "mode"], into: &mistakes)
    else {
      self = standard
      return
    }
    self.init(
      factor: Self.step(reader, "factor", wholePennies: true, into: &mistakes)
        .unwrapped(or: standard.factor),
      rate: Self.step(reader, "rate", wholePennies: false, into: &mistakes)
        .unwrapped(or: standard.rate),
      mode: reader.choice("mode", RoundingMode.self, into: &mistakes) ?? standard.mode)
  }

  /// A step that the file gives; it may be none.
  private enum Step {
    case unsaid
    case given(Rational?)

    func unwrapped(or standard: Rational?) -> Rational? {
      switch self {
      case .unsaid: standard
      case .given(let step): step
      }
    }
  }

  private static func step(
    _ reader: MappingReader, _ key: String, wholePennies: Bool,
    into mistakes: inout MistakeCollector
  ) -> Step {
    guard let scalar = reader.text(key, into: &mistakes) else { return .unsaid }
    if scalar.text == "none" { return .given(nil) }
    guard case .success(let step) = RateValue.number(scalar.text, unit: .pounds), step > .zero,
      !wholePennies || (try? step.multiplied(by: Rational(100)).isWhole) == true
    else {
      mistakes.add(.badStep(scalar.text, example: "none, £0.01 or £1"), at: scalar.span)
      return .unsaid
    }
    return .given(step)
  }
}
