import FundingModel

/// A scenario's runs with every change of a rate made.
enum ScenarioChanges {
  /// Makes the runs' own changes, then those from outside, in the order written.
  ///
  /// - Throws: every change that names nothing, in one go.
  static func applied(
    to runs: [RunFormulas], outside changes: [RateChange], year: FundingYear
  ) throws(ScenarioFailure) -> [RunFormulas] {
    var runs = runs
    var refused: [RefusedChange] = []
    for index in runs.indices {
      let run = runs[index].specification
      for change in run.changes {
        do {
          try runs[index].change(
            change.path(withoutRun: run.name, runs[index]), change.operation, year: year)
        } catch {
          refused.append(change.refused(in: run.name, error))
        }
      }
    }
    for change in changes {
      if let refusal = apply(change, to: &runs, year: year) { refused.append(refusal) }
    }
    guard refused.isEmpty else { throw .changes(refused) }
    return runs
  }

  /// Makes one change that stands outside any run.
  ///
  /// With a run's name first it is that run's. Without, it is for every run of a single formula
  /// that has the rate; the authorities' own formulae are never changed unawares.
  ///
  /// - Returns: Why it can't be made; nil where it was.
  static func apply(
    _ change: RateChange, to runs: inout [RunFormulas], year: FundingYear
  ) -> RefusedChange? {
    for index in runs.indices where runs[index].isNamed(by: change.path) {
      let run = runs[index].specification.name
      do {
        try runs[index].change(
          Array(change.path.dropFirst()), change.operation, year: year)
        return nil
      } catch {
        return change.refused(in: run, error)
      }
    }
    var refusal: RefusedChange?
    var changed = false
    for index in runs.indices where !runs[index].isLocal {
      let run = runs[index].specification.name
      do {
        try runs[index].change(change.path, change.operation, year: year)
        changed = true
      } catch .overflow(let rate) {
        return change.refused(in: run, .overflow(rate: rate))
      } catch {
        refusal = nearer(refusal, change.refused(in: run, error))
      }
    }
    if changed { return nil }
    let local = runs.filter { $0.isLocal && $0.hasRate(change.path) }
    guard local.isEmpty else {
      return change.refused(in: nil, .needsRunName(local.map(\.specification.name)))
    }
    let names = runs.map(\.specification.name)
    guard let refusal else {
      return change.refused(in: nil, .unknownStart(change.path.first ?? "", known: names))
    }
    if change.path.count > 1, case .unknownRate(let name, let known) = refusal.reason,
      change.path[0] == name
    {
      // The first word may have been meant as a run's name as well as a rate's.
      return change.refused(in: nil, .unknownStart(name, known: names + known))
    }
    return refusal
  }

  /// The refusal that says more: a rate that is there without the category beats no rate.
  private static func nearer(_ old: RefusedChange?, _ new: RefusedChange) -> RefusedChange {
    guard let old else { return new }
    if case .unknownRate = old.reason { return new }
    return old
  }
}

extension RunFormulas {
  /// Whether a path begins with this run's name and goes on with something.
  ///
  /// A rate of the same name is meant instead where what follows names no rate or formula here.
  func isNamed(by path: [String]) -> Bool {
    guard path.count > 1, path[0] == specification.name else { return false }
    let isAlsoRate = groups.contains { $0.formula.has(rate: path[0]) }
    return !isAlsoRate || hasRate(Array(path.dropFirst()))
  }

  /// Whether a path names a rate of one of the formulae, with or without the formula's name.
  func hasRate(_ path: [String]) -> Bool {
    groups.contains { group in
      guard let path = group.formula.ratePath(path) else { return false }
      return group.formula.has(rate: path.rate)
    }
  }
}

extension RateChange {
  /// The path inside a run, which may name the run itself.
  fileprivate func path(withoutRun name: String, _ run: RunFormulas) -> [String] {
    run.isNamed(by: path) ? Array(path.dropFirst()) : path
  }

  fileprivate func refused(in run: String?, _ reason: RefusedChange.Reason) -> RefusedChange {
    RefusedChange(run: run, written: written, place: place, reason: reason)
  }
}
