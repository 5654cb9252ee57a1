internal import Diagnostics
internal import FundingModel

extension SolveFailure {
  /// What is wrong, subject first.
  var message: String {
    let by = rates.joined(separator: ", ")
    let start = "run '\(run)' can't reach \(words(target)): "
    switch reason {
    case .ratesDoNotMoveTotal(let total):
      return start + "\(noun) is \(words(total)) whatever '\(by)' is multiplied by"
    case .aboveTargetAtNought(let total):
      return start + "with '\(by)' at nought \(noun) is still \(words(total)), "
        + "so the multiplier would have to be below nought"
    case .outOfReach(let multiplier, let total):
      return start + "with '\(by)' × \(multiplier) \(noun) is \(words(total))"
    }
  }

  /// What may help.
  var notes: [String] {
    switch reason {
    case .ratesDoNotMoveTotal: ["solve by a rate that this run's schools are funded by"]
    case .aboveTargetAtNought: ["solve by more of the rates, or change the others first"]
    case .outOfReach: ["a minimum, a maximum or a quantum may hold the total where it is"]
    }
  }

  private var noun: String { measure.noun }
  private func words(_ sum: Money) -> String { measure.words(sum) }
}

extension SolveMeasure {
  /// What is solved for.
  var noun: String {
    switch self {
    case .total, .perPupil, .delegationRate: "its total"
    case .groupTotal: "the group's total"
    case .groupMean: "the group's mean"
    }
  }

  /// A sum as a person thinks of it: a mean rather than the sum that it is of.
  func words(_ sum: Money) -> String {
    switch self {
    case .total, .perPupil, .groupTotal, .delegationRate: FailureWords.pounds(sum)
    case .groupMean(let group):
      FailureWords.pounds(sum.each(of: Rational(group.schools)) ?? sum)
    }
  }
}

extension TargetFailure {
  /// A stable name for this kind of mistake.
  var slug: String {
    switch reason {
    case .unknownField: "unknown-field"
    case .unknownValue: "unknown-category"
    case .notNumber: "not-a-number"
    case .emptyGroup: "empty-group"
    case .noLines: "no-lines"
    case .delegationTooLow, .everythingDelegated, .retainedUnknown, .targetBelowNought,
      .outOfBounds:
      "no-solution"
    case .noBaseline: "no-baseline"
    case .noBenchmark: "no-benchmarks"
    case .overlappingRates: "given-twice"
    case .noRoom, .notPositive: "not-bounds"
    }
  }

  /// What is wrong, subject first.
  var message: String {
    switch reason {
    case .unknownField(let field, _): "no field of the schools is called '\(field)'"
    case .unknownValue(let value, let field, _): "no school's '\(field)' is '\(value)'"
    case .notNumber(let value, let field): "'\(field)' is a number, and '\(value)' is none"
    case .emptyGroup(let group):
      "no school that run '\(run)' funds is in the group \(group.words(or: "or"))"
    case .noLines(let year):
      "run '\(run)' has a delegation rate to reach, but the authorities' lines of \(year) are not "
        + "given for all authorities"
    case .delegationTooLow(let asked, let least):
      "run '\(run)' can't reach a delegation rate of \(percent(asked)): what is devolved beside "
        + "the shares makes it \(percent(least)) already"
    case .everythingDelegated:
      "run '\(run)' can't reach a delegation rate: nothing is retained, so it is 100% whatever "
        + "the shares"
    case .retainedUnknown:
      "run '\(run)' can't reach a delegation rate: not every authority's lines say what is retained"
    case .targetBelowNought(let target):
      "run '\(run)' would have to give \(FailureWords.pounds(target)) in all"
    case .noBaseline(let name, let aim):
      "'\(aim.rawValue)' is told against the comparison's baseline, and '\(name)' is not worked "
        + "out before run '\(run)'"
    case .noBenchmark: "'parity' is told against a benchmark, and the scenario has none"
    case .overlappingRates(let left, let right):
      "'\(left)' and '\(right)' are not two rates: one contains the other"
    case .noRoom(let rate, let low, let high):
      "the bounds of '\(rate)' leave it no multiplier: × \(low) to × \(high)"
    case .notPositive(let rate):
      "'\(rate)' has a value that is not above nought, so amounts can't bound it"
    case .outOfBounds(let found):
      words(found)
    }
  }

  private func words(_ found: OutOfBounds) -> String {
    let sums = (found.measure.words(found.least), found.measure.words(found.greatest))
    let start =
      "run '\(run)' can't reach \(found.measure.words(found.target)) within the bounds of "
      + "'\(found.rates.joined(separator: ", "))': at them \(found.measure.noun) is from "
      + "\(sums.0) to \(sums.1)"
    switch found.reason {
    case .targetOutside: return start
    case .nothingBetween: return start + ", but no multipliers tried in between come to it"
    }
  }

  /// What would be accepted, or may help.
  var notes: [String] {
    switch reason {
    case .unknownField(let field, let known):
      Suggestion.notes(for: field, among: known, has: "the schools have")
    case .unknownValue(let value, _, let known):
      Suggestion.notes(for: value, among: known, has: "there are")
    case .notNumber: ["write a number, 100, or numbers from one to another, 0..99"]
    case .emptyGroup: ["a school must meet every line of the group"]
    case .noLines: ["give the authorities' lines: data: {authorities: …}"]
    case .delegationTooLow, .targetBelowNought: []
    case .everythingDelegated, .retainedUnknown: ["give the lines that authorities retain"]
    case .noBaseline: ["compare with an earlier run, or put this run after the baseline"]
    case .noBenchmark: ["give one: benchmark: £6390"]
    case .overlappingRates: ["each rate of 'by' has a multiplier of its own: leave one out"]
    case .noRoom: ["the low end must be at or below the high end"]
    case .notPositive: ["give its bounds as multipliers: 0.8..1.2"]
    case .outOfBounds: ["widen the bounds, or give another target"]
    }
  }

  private func percent(_ rate: Rational) -> String {
    let places = (try? rate.multiplied(by: Rational(1_000_000)).rounded()) ?? 0
    guard let shown = try? Rational(places, over: 10_000) else { return "\(rate)" }
    return "\(shown)%"
  }
}

extension LineFailure {
  /// A stable name for this kind of mistake.
  var slug: String {
    switch reason {
    case .noLines: "no-lines"
    case .unknownLine: "unknown-line"
    case .takesTooMuch, .tooLarge: "out-of-range"
    case .nothingToShareBy: "nothing-to-share-by"
    case .nothingMoves: "nothing-moved"
    }
  }

  /// What is wrong, subject first.
  var message: String {
    switch reason {
    case .noLines(let year):
      "run '\(run)' changes '\(written)', but the authorities' lines of \(year) are not given for "
        + "all authorities"
    case .unknownLine(let path, _): "no line is called '\(path)' in run '\(run)'"
    case .takesTooMuch(let sum):
      "run '\(run)' takes more from '\(written)' than the \(FailureWords.pounds(sum)) there is"
    case .nothingToShareBy:
      "'\(written)' is nought, so run '\(run)' can't share an amount out in proportion to it"
    case .tooLarge: "the change of '\(written)' is too large a number in run '\(run)'"
    case .nothingMoves:
      "nothing moves in run '\(run)': its lines outside the shares add up to what they were"
    }
  }

  /// What would be accepted, or may help.
  var notes: [String] {
    switch reason {
    case .noLines: ["give the authorities' lines: data: {authorities: …}"]
    case .unknownLine(let path, let known):
      Suggestion.notes(for: path, among: known, has: "there are")
    case .takesTooMuch: ["-100% takes all of it"]
    case .nothingToShareBy, .tooLarge: []
    case .nothingMoves:
      ["buy-backs and in-and-out money are in the shares already: change retained, devolved"]
    }
  }
}
