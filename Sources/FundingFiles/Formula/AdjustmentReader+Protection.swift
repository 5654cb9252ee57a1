import Diagnostics
import FundingModel

/// What floors and caps may name where they are written.
enum ProtectionNames {
  /// In a formula file: its factors; and nothing but last year to be held against.
  case formula(factors: [Factor])
  /// In a run of a scenario: earlier runs. Its formulae, and so their factors, are known later.
  case run(RunNames)
}

extension AdjustmentReader {
  /// A floor or cap; its percentages become a rate of the same name, so that scenarios can set
  /// them: `floor.change`, `cap.scale`.
  mutating func protection(
    _ entry: YAMLMapping.Entry, into mistakes: inout MistakeCollector
  ) -> Adjustment.Kind? {
    let name = entry.key
    let isCap = name.text == "cap"
    let before = mistakes.count
    guard
      let reader = MappingReader(
        entry.value, "'\(name.text)'", required: ["change", "against"] + (isCap ? ["scale"] : []),
        optional: ["leaving_out"] + (isCap ? ["total"] : []) + namesOfRuns.map { _ in "first" },
        owner: name.span, into: &mistakes)
    else { return nil }
    let change = percentage("change", reader, least: -1, into: &mistakes)
    let scale = isCap ? percentage("scale", reader, least: 0, into: &mistakes) : nil
    let total = isCap ? total(reader, into: &mistakes) : .free
    let against = reader.text("against", into: &mistakes)
    let baseline = against.flatMap { self.baseline($0, into: &mistakes) }
    let first = first(reader, against: baseline, into: &mistakes)
    let leavingOut =
      reader["leaving_out"].map {
        leftOut($0, against: first == nil ? baseline : nil, into: &mistakes)
      } ?? []
    if let twin = rates.first(where: { $0.name == name.text }) {
      mistakes.add(.nameTwice(name.text, first: twin.place.span), at: name.span)
    }
    guard mistakes.count == before, let change, let against, let baseline else { return nil }
    rates.append(
      Rate(
        name: name.text, unit: .number, axes: [.labels],
        tables: [DatedTable(from: year, cells: [change] + (scale.map { [$0] } ?? []))],
        sources: [], place: name.span.place))
    func amount(_ cell: RateCell) -> Amount {
      .rate(
        RateLookup(rate: rates.count - 1, keys: [.fixed(cell.path[0])], place: cell.place))
    }
    let protection = Protection(
      change: amount(change), baseline: baseline, first: first, place: against.span.place,
      leavingOut: leavingOut)
    guard isCap else { return .floor(protection) }
    return scale.map { .cap(protection, scale: amount($0), total: total) }
  }

  /// What a cap may take from all schools together.
  private func total(
    _ reader: MappingReader, into mistakes: inout MistakeCollector
  ) -> Adjustment.CapTotal {
    guard let scalar = reader.text("total", into: &mistakes) else { return .free }
    guard scalar.text == Adjustment.CapTotal.given.rawValue else {
      mistakes.add(
        .notOneOf(scalar.text, of: "'total'", known: [Adjustment.CapTotal.given.rawValue]),
        at: scalar.span)
      return .free
    }
    return .given
  }

  /// Sees that a cap which may take what floors give comes after them, and that there is one.
  ///
  /// A run's adjustments follow those of its formulae, which are known later.
  static func checkTotals(
    _ entries: [YAMLMapping.Entry], into mistakes: inout MistakeCollector
  ) {
    guard let cap = entries.firstIndex(where: { $0.key.text == "cap" }),
      case .mapping(let mapping) = entries[cap].value,
      case .scalar(let total)? = mapping["total"]?.value,
      total.text == Adjustment.CapTotal.given.rawValue
    else { return }
    guard let floor = entries.firstIndex(where: { $0.key.text == "floor" }) else {
      mistakes.add(.totalWithoutFloor, at: total.span)
      return
    }
    if floor > cap {
      mistakes.add(.totalBeforeFloor(floor: entries[floor].key.span), at: total.span)
    }
  }

  /// A percentage, written as one: `-1.5%`, `+3%`, `0`.
  private func percentage(
    _ key: String, _ reader: MappingReader, least: Int, into mistakes: inout MistakeCollector
  ) -> RateCell? {
    guard let scalar = reader.text(key, into: &mistakes) else { return nil }
    guard let value = RateValue.percentage(scalar.text) else {
      mistakes.add(
        .notPercent(
          scalar.text, of: key, suggestion: RateValue.percentageMeant(by: scalar.text)),
        at: scalar.span)
      return nil
    }
    guard value >= Rational(least), key != "scale" || value <= .one else {
      mistakes.add(
        .percentOutOfRange(
          scalar.text, of: key, accepted: key == "scale" ? "0% to 100%" : "-100% or more"),
        at: scalar.span)
      return nil
    }
    return RateCell(
      keys: [.categories([key])], value: value, path: [key], place: scalar.span.place)
  }

  private func baseline(
    _ scalar: YAMLScalar, into mistakes: inout MistakeCollector
  ) -> Protection.Baseline? {
    switch names {
    case .formula:
      guard scalar.text == "previous" else {
        mistakes.add(.againstInFormula(scalar.text), at: scalar.span)
        return nil
      }
      return .previous
    case .run(let runs):
      guard scalar.text == "previous" else {
        return ScenarioReader.check(scalar, runs, into: &mistakes) ? .run(scalar.text) : nil
      }
      guard !runs.all.contains("previous") else {
        mistakes.report(.previousIsARun, at: scalar.span)
        return nil
      }
      return .previous
    }
  }

  /// The runs that may be named; none, but for a run of a scenario.
  private var namesOfRuns: [RunNames] {
    switch names {
    case .formula: []
    case .run(let runs): [runs]
    }
  }

  /// The earlier run that stands for last year in a scenario's first year.
  private func first(
    _ reader: MappingReader, against baseline: Protection.Baseline?,
    into mistakes: inout MistakeCollector
  ) -> String? {
    guard let runs = namesOfRuns.first, let scalar = reader.text("first", into: &mistakes) else {
      return nil
    }
    guard ScenarioReader.check(scalar, runs, into: &mistakes), let baseline else { return nil }
    guard baseline == .previous else {
      mistakes.report(.firstWithoutPrevious, at: reader.entry("first")?.key.span)
      return nil
    }
    return scalar.text
  }

  /// The factors left out: one, or a list.
  private func leftOut(
    _ node: YAMLNode, against baseline: Protection.Baseline?,
    into mistakes: inout MistakeCollector
  ) -> [Protection.LeftOut] {
    let items: [YAMLNode] =
      if case .list(let list) = node { list.items } else { [node] }
    var found: [(scalar: YAMLScalar, left: Protection.LeftOut)] = []
    for item in items {
      guard let scalar = item.text("'leaving_out'", into: &mistakes) else { continue }
      if let first = found.first(where: { $0.scalar.text == scalar.text }) {
        mistakes.add(
          .leftOutTwice(scalar.text, first: first.scalar.span), at: scalar.span)
        continue
      }
      if case .formula(let factors) = names, !factors.contains(where: { $0.name == scalar.text }) {
        mistakes.add(.unknownFactor(scalar.text, known: factors.map(\.name)), at: scalar.span)
      }
      let left = Protection.LeftOut(name: scalar.text, place: scalar.span.place)
      // The school file would have one column for two things.
      if baseline == .previous,
        [Protection.shareColumn, Protection.pupilsColumn].contains(left.column)
      {
        mistakes.add(.columnTaken(scalar.text, column: left.column), at: scalar.span)
      }
      found.append((scalar, left))
    }
    return found.map(\.left)
  }
}
