internal import Diagnostics
internal import FundingModel

extension ScenarioReader {
  /// The runs, in order, each with what it has from another.
  ///
  /// A run with a mistake is left out, but its name is known to the others.
  mutating func readRuns(_ entry: YAMLMapping.Entry, year: FundingYear?) -> [RunSpecification]? {
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
      let replaced = replacedRuns[entry.key.text] ?? []
      let before = RunNames(
        own: entry.key.text, all: names, earlier: Array(names[..<index]),
        replaces: !replaced.isEmpty)
      if let run = run(entry, over: replaced[...], before, runs, year: year) { runs.append(run) }
    }
    return runs
  }

  /// One run; `replaced` are those of extended scenarios that it takes the place of, nearest first.
  private mutating func run(
    _ entry: YAMLMapping.Entry, over replaced: ArraySlice<YAMLMapping.Entry>, _ names: RunNames,
    _ earlier: [RunSpecification], year: FundingYear?
  ) -> RunSpecification? {
    let name = entry.key.text
    guard
      let table = MappingReader(
        entry.value, "a run", required: [],
        optional: ["formula", "from", "set", "solve", "adjustments", "grants", "uprated", "lines"],
        owner: entry.key.span, into: &mistakes)
    else { return nil }
    let changes = table.entry("set").map { readChanges($0) } ?? []
    let adjustments = table["adjustments"].map { readAdjustments($0, names, year: year) } ?? []
    let lines = table.entry("lines").map { readLines($0) } ?? []
    let from = table.text("from", into: &mistakes)
    let inherited = earlier.first { $0.name == from?.text }?.lines ?? []
    let hasLines =
      table.mapping["lines"] != nil || !inherited.isEmpty || from?.text == name
    let solve = table.entry("solve").flatMap { readSolve($0, names, hasLines: hasLines) }
    let isUprated = table.text("uprated", into: &mistakes).flatMap { readUprated($0) }
    let grants = table.entry("grants").map { readGrants($0) } ?? []
    let formula = table.text("formula", into: &mistakes)
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
        formula.text == "local" ? .local : .named(formulaName(formula), formula.span.place)
      return RunSpecification(
        name: name, formula: choice, changes: changes, adjustments: adjustments, solve: solve,
        grants: grants, isUprated: isUprated ?? true, lines: lines,
        place: entry.key.span.place)
    case (nil, let from?):
      let parent: RunSpecification?
      if from.text == name, let base = replaced.first {
        parent = run(base, over: replaced.dropFirst(), names, earlier, year: year)
      } else {
        parent = check(from, names) ? earlier.first { $0.name == from.text } : nil
      }
      guard let parent else { return nil }
      return RunSpecification(
        name: name, formula: parent.formula, changes: parent.changes + changes,
        adjustments: parent.adjustments + adjustments,
        solve: solve ?? parent.solve, grants: parent.grants + grants,
        isUprated: isUprated ?? parent.isUprated, lines: parent.lines + lines,
        place: entry.key.span.place)
    }
  }

  /// Whether a text names an earlier run; a mistake where it doesn't.
  mutating func check(_ scalar: YAMLScalar, _ names: RunNames) -> Bool {
    Self.check(scalar, names, into: &mistakes)
  }

  /// Whether a text names an earlier run; a mistake where it doesn't.
  static func check(
    _ scalar: YAMLScalar, _ names: RunNames, into mistakes: inout MistakeCollector
  ) -> Bool {
    if names.earlier.contains(scalar.text) { return true }
    if scalar.text == names.own {
      mistakes.report(.ownRun(scalar.text), at: scalar.span)
    } else if names.all.contains(scalar.text) {
      mistakes.report(
        names.replaces ? .laterThanReplaced(scalar.text) : .laterRun(scalar.text),
        at: scalar.span)
    } else if scalar.text == "published" {
      mistakes.report(.publishedBudgets, at: scalar.span)
    } else {
      mistakes.report(.unknownRun(scalar.text, known: names.all), at: scalar.span)
    }
    return false
  }

  /// Adjustments that a run adds, each with the rate that its numbers stand in.
  ///
  /// A minimum goes by the standard fields of schools: a scenario is read before its data.
  private mutating func readAdjustments(
    _ node: YAMLNode, _ names: RunNames, year: FundingYear?
  ) -> [AddedAdjustment] {
    // Without a year, which is a mistake of its own, nothing is made of these.
    let year = year ?? FundingYear(start: 2024)
    return AdjustmentReader.entries(node, into: &mistakes).compactMap { entry in
      var reader = AdjustmentReader(
        fields: .standard, sources: [], year: year, names: .run(names))
      guard let read = reader.adjustment(entry, into: &mistakes) else { return nil }
      let placed = Adjustment(
        name: read.name, kind: read.kind, place: read.place, path: read.place.path ?? mistakes.path)
      return AddedAdjustment(adjustment: placed, rate: reader.rates.first)
    }
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
  /// Whether it takes the place of an extended scenario's run.
  var replaces = false
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
