internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// The runs, in order, each with what it has from another.
  ///
  /// A run with a mistake is left out, but its name is known to the others.
  mutating func readRuns(_ entry: YAMLMapping.Entry) -> [RunSpecification]? {
    guard let table = entry.value.table("'runs'", into: &mistakes) else { return nil }
    let names = table.entries.map(\.key.text)
    guard !names.isEmpty else {
      mistakes.report(.noRuns, at: entry.key.span)
      return nil
    }
    var runs: [RunSpecification] = []
    for (index, entry) in table.entries.enumerated() {
      if entry.key.text == "published" {
        mistakes.report(.reservedName(entry.key.text), at: entry.key.span)
      }
      _ = readName(entry.key, of: "a run")
      let before = RunNames(own: entry.key.text, all: names, earlier: Array(names[..<index]))
      if let run = run(entry, before, runs) { runs.append(run) }
    }
    return runs
  }

  private mutating func run(
    _ entry: YAMLMapping.Entry, _ names: RunNames, _ earlier: [RunSpecification]
  ) -> RunSpecification? {
    let name = entry.key.text
    guard
      let table = MappingReader(
        entry.value, "a run", required: [],
        optional: ["formula", "from", "set", "solve", "adjustments", "extends"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    noteNotYet(table.entry("adjustments"))
    noteNotYet(table.entry("extends"))
    let changes = table.entry("set").map { readChanges($0) } ?? []
    let solve = table.entry("solve").flatMap { readSolve($0, names) }
    let formula = table.text("formula", into: &mistakes)
    let from = table.text("from", into: &mistakes)
    switch (formula, from) {
    case (nil, nil):
      if table.mapping["formula"] == nil, table.mapping["from"] == nil {
        mistakes.report(.noFormula(run: name), at: entry.key.span)
      }
      return nil
    case (_?, let from?):
      mistakes.report(.formulaAndFrom(run: name), at: from.span)
      return nil
    case (let formula?, nil):
      let choice: RunSpecification.FormulaChoice =
        formula.text == "local" ? .local : .named(formula.text, formula.span.place)
      return RunSpecification(
        name: name, formula: choice, changes: changes, solve: solve, place: entry.key.span.place)
    case (nil, let from?):
      guard check(from, names), let parent = earlier.first(where: { $0.name == from.text })
      else { return nil }
      return RunSpecification(
        name: name, formula: parent.formula, changes: parent.changes + changes,
        solve: solve ?? parent.solve, place: entry.key.span.place)
    }
  }

  /// Whether a text names an earlier run; a mistake where it doesn't.
  mutating func check(_ scalar: YAMLScalar, _ names: RunNames) -> Bool {
    if names.earlier.contains(scalar.text) { return true }
    if scalar.text == names.own {
      mistakes.report(.ownRun(scalar.text), at: scalar.span)
    } else if names.all.contains(scalar.text) {
      mistakes.report(.laterRun(scalar.text), at: scalar.span)
    } else if scalar.text == "published" {
      mistakes.report(.publishedBudgets, at: scalar.span)
    } else {
      mistakes.report(.unknownRun(scalar.text, known: names.all), at: scalar.span)
    }
    return false
  }

  private mutating func readChanges(_ entry: YAMLMapping.Entry) -> [RateChange] {
    guard let table = entry.value.table("'set'", into: &mistakes) else { return [] }
    var changes: [RateChange] = []
    for entry in table.entries {
      guard !entry.value.isNothing else {
        mistakes.add(.noValue(of: "'\(entry.key.text)'"), at: entry.key.span)
        continue
      }
      guard let value = entry.value.text("a change", into: &mistakes) else { continue }
      do throws(RateChangeMistake) {
        changes.append(
          try RateChange(path: entry.key.text, value: value.text, place: entry.key.span.place))
      } catch {
        mistakes.report(
          .change(error), at: error.isOfPath ? entry.key.span : value.span)
      }
    }
    return changes
  }
}

/// The names of the runs, as one of them sees them.
struct RunNames {
  /// The run's own.
  let own: String
  /// All, in order.
  let all: [String]
  /// Those of the runs before it.
  let earlier: [String]
}

extension RateChangeMistake {
  /// Whether the path is wrong, rather than the value.
  var isOfPath: Bool {
    switch self {
    case .badPath: true
    case .noEqualsSign, .noValue, .thousandsCommas, .notAChange, .takesMoreThanAll: false
    }
  }
}
