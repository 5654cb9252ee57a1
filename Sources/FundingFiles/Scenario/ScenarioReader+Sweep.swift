internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// The most points that a grid may have.
  private static let mostPoints = 1_000_000

  /// What a scenario says of 'sweep'.
  ///
  /// An index of the scenario's years takes plain amounts only.
  mutating func readSweep(
    _ entry: YAMLMapping.Entry, years: YearsSpecification?
  ) -> SweepSpecification? {
    guard let table = entry.value.table("'sweep'", into: &mistakes) else { return nil }
    guard !table.entries.isEmpty else {
      mistakes.report(PointsMistake.nothingSwept, at: entry.key.span)
      return nil
    }
    var rates: [SweptRate] = []
    for own in table.entries {
      guard let path = RatePath.parts(own.key.text) else {
        mistakes.report(.change(.badPath(own.key.text)), at: own.key.span)
        continue
      }
      if rates.contains(where: { $0.changes.first?.path == path }) {
        mistakes.report(.repeatedRate(own.key.text), at: own.key.span)
      }
      guard let changes = readSteps(own), !changes.isEmpty else { continue }
      if years?.indices.contains(where: { [$0.name] == path }) ?? false {
        for change in changes {
          if case .becomes = change.operation { continue }
          mistakes.report(PointsMistake.notPlainAmount(change.written), at: own.key.span)
        }
      }
      rates.append(
        SweptRate(written: own.key.text, changes: changes, place: own.key.span.place))
    }
    guard mistakes.isEmpty else { return nil }
    let sweep = SweepSpecification(rates: rates, place: entry.key.span.place)
    guard let points = sweep.points, points <= Self.mostPoints else {
      mistakes.report(
        PointsMistake.tooManyPoints(sweep.points, most: Self.mostPoints), at: entry.key.span)
      return nil
    }
    return sweep
  }

  /// The values of one rate: a list, one value, or from, to and step.
  private mutating func readSteps(_ entry: YAMLMapping.Entry) -> [RateChange]? {
    switch entry.value {
    case .mapping: return readRange(entry)
    case .scalar, .list:
      let nodes = entry.value.isNothing ? [] : oneOrMany(entry.value)
      guard !nodes.isEmpty else {
        mistakes.report(PointsMistake.noValues(path: entry.key.text), at: entry.key.span)
        return nil
      }
      var changes: [RateChange] = []
      for node in nodes {
        guard let value = node.text("a value", into: &mistakes),
          let change = readChange(of: entry.key, value)
        else { continue }
        if changes.contains(where: { $0.operation == change.operation }) {
          mistakes.report(PointsMistake.repeatedValue(value.text), at: value.span)
        }
        changes.append(change)
      }
      return changes
    }
  }

  private mutating func readRange(_ entry: YAMLMapping.Entry) -> [RateChange]? {
    guard
      let table = MappingReader(
        entry.value, "the values of '\(entry.key.text)'", required: ["from", "to", "step"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let ends = ["from", "to", "step"].map { readAmount(table, $0, of: entry.key) }
    guard let from = ends[0], let to = ends[1], let step = ends[2] else { return nil }
    guard !step.number.isZero else {
      mistakes.report(PointsMistake.stepIsNought, at: step.scalar.span)
      return nil
    }
    guard step.number > .zero, from.number < to.number else {
      mistakes.report(
        PointsMistake.stepGoesAway(from: from.scalar.text, to: to.scalar.text),
        at: step.scalar.span)
      return nil
    }
    guard let steps = try? to.number.subtracting(from.number).divided(by: step.number),
      steps.floor() < Self.mostPoints
    else {
      mistakes.report(PointsMistake.tooManyPoints(nil, most: Self.mostPoints), at: entry.key.span)
      return nil
    }
    var changes: [RateChange] = []
    for index in 0...Int(steps.floor()) {
      guard
        let value = try? from.number.adding(step.number.multiplied(by: Rational(index)))
      else { return nil }
      changes.append(
        RateChange(
          path: from.path, operation: .becomes(value),
          written: "\(entry.key.text)=\(value.description)", place: entry.key.span.place))
    }
    guard steps.isWhole else {
      mistakes.report(
        PointsMistake.stepMisses(
          to: to.scalar.text, last: changes.last?.written.afterEqualsSign ?? ""),
        at: step.scalar.span)
      return nil
    }
    return changes
  }

  /// An amount that a change sets, and the path it is for.
  private mutating func readAmount(
    _ table: MappingReader, _ key: String, of path: YAMLScalar
  ) -> (number: Rational, scalar: YAMLScalar, path: [String])? {
    guard let scalar = table.text(key, into: &mistakes),
      let change = readChange(of: path, scalar)
    else { return nil }
    guard case .becomes(let number) = change.operation else {
      mistakes.report(PointsMistake.notPlainAmount(scalar.text), at: scalar.span)
      return nil
    }
    return (number, scalar, change.path)
  }

  private mutating func readChange(of path: YAMLScalar, _ value: YAMLScalar) -> RateChange? {
    do throws(RateChangeMistake) {
      return try RateChange(path: path.text, value: value.text, place: path.span.place)
    } catch {
      mistakes.report(.change(error), at: error.isOfPath ? path.span : value.span)
      return nil
    }
  }
}

extension String {
  fileprivate var afterEqualsSign: String {
    split(separator: "=", maxSplits: 1).last.map(String.init) ?? self
  }
}
