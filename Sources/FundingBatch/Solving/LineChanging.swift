import FundingEngine
import FundingModel

/// Makes a run's changes of the authorities' lines in one year.
struct LineChanging {
  /// All lines as given.
  let lines: [AuthorityLine]
  /// The codes of the authorities whose schools the run funds, ascending.
  let authorities: [Int]
  /// The year.
  let year: FundingYear

  /// The lines after a run's changes, in the order written.
  ///
  /// - Returns: nil for a run that changes none.
  /// - Rounding: a multiplier goes for each line, to the penny; an amount is shared over the lines
  ///   that count for Wales, every penny. Lines that don't count beside those move in proportion.
  /// - Throws: `lines`.
  func changed(by run: RunSpecification) throws(ScenarioFailure) -> ChangedLines? {
    guard !run.lines.isEmpty else { return nil }
    guard let counted = AuthorityLines(lines).counted(ofAll: authorities, year: year) else {
      throw failure(run.lines[0], run, .noLines(year))
    }
    var changed = lines
    var steps: [ChangedLines.Step] = []
    for change in run.lines {
      let known = changed.indices.filter { changed[$0].year == year }
      let meant = known.filter { change.includes(changed[$0]) }
      let main = meant.filter { counted.contains(changed[$0].authority) }
      guard !main.isEmpty else {
        let paths = known.filter { counted.contains(changed[$0].authority) }
          .flatMap { [changed[$0].kind.rawValue, changed[$0].path] }
        throw failure(change, run, .unknownLine(change.path, known: Set(paths).sorted()))
      }
      let before = main.reduce(Money.zero) { $0 + changed[$1].amount }
      let amounts: [Money]
      do throws(LineFailure.Reason) {
        amounts = try Self.amounts(of: main.map { changed[$0].amount }, change.operation)
      } catch {
        throw failure(change, run, error)
      }
      let after = amounts.reduce(.zero, +)
      for (index, amount) in zip(main, amounts) { changed[index] = changed[index].with(amount) }
      for index in meant where !counted.contains(changed[index].authority) {
        changed[index] = changed[index].with(
          Self.inProportion(changed[index].amount, before: before, after: after))
      }
      steps.append(
        ChangedLines.Step(written: change.written, kind: change.kind, before: before, after: after))
    }
    return ChangedLines(lines: changed, steps: steps)
  }

  /// What becomes of the lines that count.
  private static func amounts(
    of amounts: [Money], _ operation: RateChange.Operation
  ) throws(LineFailure.Reason) -> [Money] {
    let sum = amounts.reduce(.zero, +)
    let pounds: Rational?
    switch operation {
    case .times(let multiplier):
      let products = amounts.map {
        try? $0.pounds.multiplied(by: multiplier).roundedToPenny()
      }
      guard !products.contains(nil) else { throw .tooLarge }
      return products.compactMap(\.self)
    case .becomes(let value): pounds = value
    case .plus(let value): pounds = try? sum.pounds.adding(value)
    }
    guard let after = pounds.flatMap({ try? $0.roundedToPenny() }) else { throw .tooLarge }
    guard after >= .zero else { throw .takesTooMuch(sum) }
    guard sum != .zero else {
      guard after == .zero else { throw .nothingToShareBy }
      return amounts
    }
    // Not by weights: income is a line below nought.
    let exact = amounts.map { try? $0.pounds.multiplied(by: after.pounds).divided(by: sum.pounds) }
    guard !exact.contains(nil),
      let shared = try? Apportionment.round(exact.compactMap(\.self), to: after)
    else { throw .tooLarge }
    return shared
  }

  /// A line that doesn't count, moved like the sum of those that do.
  private static func inProportion(_ amount: Money, before: Money, after: Money) -> Money {
    guard before != .zero, let part = try? Rational(Int128(after.pence), over: Int128(before.pence))
    else { return amount }
    return (try? amount.pounds.multiplied(by: part).roundedToPenny()) ?? amount
  }

  private func failure(
    _ change: LineChange, _ run: RunSpecification, _ reason: LineFailure.Reason
  ) -> ScenarioFailure {
    .lines(LineFailure(run: run.name, written: change.path, reason: reason, place: change.place))
  }
}
