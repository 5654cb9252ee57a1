internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  private static let targets = ["total", "per_pupil", "mean", "delegation_rate"]

  /// What multipliers of rates are solved for; `hasLines` says whether the run changes the
  /// authorities' lines, so that money moves.
  mutating func readSolve(
    _ entry: YAMLMapping.Entry, _ names: RunNames, hasLines: Bool
  ) -> SolveSpecification? {
    guard
      let table = MappingReader(
        entry.value, "a solve", required: ["by"],
        optional: Self.targets + ["group", "minimise", "bounds", "balance"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let by = table.entry("by").flatMap { readRates($0) }
    let given = Self.targets.compactMap { table.entry($0) }
    let group = table.entry("group").flatMap { readGroup($0) }
    let search = by.flatMap { readSearch(table, by: $0) }
    guard let target = given.first else {
      // A key that may have been meant for one has its own mistake.
      let others = ["by", "group", "minimise", "bounds", "balance"]
      if table.mapping.entries.allSatisfy({ others.contains($0.key.text) }) {
        mistakes.report(.noTarget, at: entry.key.span)
      }
      return nil
    }
    guard given.count == 1 else {
      let second = given.max { $0.key.span < $1.key.span } ?? target
      mistakes.report(.twoTargets, at: second.key.span)
      return nil
    }
    if let group = table.entry("group"), ["total", "delegation_rate"].contains(target.key.text) {
      mistakes.report(.groupOfTotal(target.key.text), at: group.key.span)
    }
    guard let read = readTarget(target, names, group, hasLines: hasLines), let by else {
      return nil
    }
    return SolveSpecification(target: read, by: by, search: search, place: entry.key.span.place)
  }

  private mutating func readTarget(
    _ entry: YAMLMapping.Entry, _ names: RunNames, _ group: SchoolGroup?, hasLines: Bool
  ) -> SolveSpecification.Target? {
    switch entry.key.text {
    case "total":
      if case .mapping = entry.value { return readRule(entry, names, hasLines: hasLines) }
      return readTarget(entry, names, run: { .totalOf(run: $0) }, amount: { .total($0) })
    case "per_pupil":
      return readTarget(
        entry, names, run: { .perPupilOf(run: $0, group) }, amount: { .perPupil($0, group) })
    case "mean":
      return readTarget(
        entry, names, run: { .meanOf(run: $0, group) }, amount: { .mean($0, group) })
    default:
      return readDelegationRate(entry)
    }
  }

  private mutating func readTarget(
    _ entry: YAMLMapping.Entry, _ names: RunNames,
    run: (String) -> SolveSpecification.Target, amount: (Money) -> SolveSpecification.Target
  ) -> SolveSpecification.Target? {
    guard let scalar = entry.value.text("'\(entry.key.text)'", into: &mistakes) else { return nil }
    let looksLikeAmount = scalar.text.first.map { $0.isNumber || "£-+".contains($0) } ?? false
    if looksLikeAmount, !names.all.contains(scalar.text) {
      return readMoney(scalar).map(amount)
    }
    return check(scalar, names) ? run(scalar.text) : nil
  }

  /// An earlier run's total and what becomes of it: `{run: local, change: +3%}`.
  private mutating func readRule(
    _ entry: YAMLMapping.Entry, _ names: RunNames, hasLines: Bool
  ) -> SolveSpecification.Target? {
    guard
      let table = MappingReader(
        entry.value, "a total", required: ["run"], optional: ["change", "plus", "minus"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let run = table.text("run", into: &mistakes).flatMap { check($0, names) ? $0.text : nil }
    let given = ["change", "plus", "minus"].compactMap { table.entry($0) }
    guard let change = given.first else {
      if let run, table.mapping.entries.count == 1 {
        mistakes.report(.noChange(run: run), at: entry.key.span)
      }
      return nil
    }
    guard given.count == 1 else {
      mistakes.report(.twoChanges, at: given[1].key.span)
      return nil
    }
    guard let scalar = change.value.text("'\(change.key.text)'", into: &mistakes) else {
      return nil
    }
    let rule: QuantumRule?
    switch (change.key.text, scalar.text) {
    case ("change", _):
      rule = readChange(scalar, "'change'")
        .flatMap { try? Rational.one.adding($0) }.map { .times($0) }
    case ("plus", "moved"):
      if !hasLines { mistakes.report(.movedWithoutLines, at: scalar.span) }
      rule = .plusMoved
    case ("plus", let text) where text.first?.isLetter ?? false:
      mistakes.report(.notSum(text), at: scalar.span)
      rule = nil
    case ("plus", _): rule = readMoney(scalar).map { .plus($0) }
    default: rule = readMoney(scalar).map { .plus(-$0) }
    }
    guard let run, let rule else { return nil }
    return .totalOf(run: run, rule)
  }

  /// A percentage between none and all.
  private mutating func readDelegationRate(
    _ entry: YAMLMapping.Entry
  ) -> SolveSpecification.Target? {
    guard let scalar = entry.value.text("'delegation_rate'", into: &mistakes) else { return nil }
    let rate = RateValue.percentage(scalar.text)
    let isShort =
      rate.flatMap { try? $0.multiplied(by: Rational(10_000_000_000)) }?.isWhole ?? false
    guard let rate, rate > .zero, rate < .one, isShort else {
      mistakes.report(.notRate(scalar.text), at: scalar.span)
      return nil
    }
    return .delegationRate(rate)
  }

  /// The paths of the rates that are multiplied.
  private mutating func readRates(_ entry: YAMLMapping.Entry) -> [[String]]? {
    let nodes = oneOrMany(entry.value)
    guard !nodes.isEmpty else {
      mistakes.report(.noRates, at: entry.key.span)
      return nil
    }
    var paths: [[String]] = []
    for node in nodes {
      guard let scalar = node.text("a rate", into: &mistakes) else { return nil }
      guard let path = RatePath.parts(scalar.text) else {
        mistakes.report(.change(.badPath(scalar.text)), at: scalar.span)
        continue
      }
      if paths.contains(path) {
        mistakes.report(.repeatedRate(scalar.text), at: scalar.span)
      }
      paths.append(path)
    }
    return paths
  }

  /// The items of a list, or a single value as a list of one.
  func oneOrMany(_ node: YAMLNode) -> [YAMLNode] {
    switch node {
    case .scalar, .mapping: [node]
    case .list(let list): list.items
    }
  }
}
