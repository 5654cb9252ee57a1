internal import FundingModel

/// A rate's values in one year, rounded as the formula says, looked up by their keys.
///
/// This is the plain way, axis by axis; `LookupTable` prepares what it can from it.
struct RateTable: Sendable {
  /// What picks a value along an axis.
  enum Key: Hashable, Sendable {
    case text(String)
    case number(Rational)
    /// Not known yet: what comes out is a curve over it.
    case open
  }

  /// What is left of a rate when its keys are given.
  enum Found: Hashable, Sendable {
    case missing
    case value(Rational)
    case curve(RateCurve)
  }

  let rate: Rate
  let cells: [RateCell]
  let otherwise: Rational?

  /// Takes a rate's table, rounding money to the formula's step.
  ///
  /// - Returns: nil where the rate's first year comes after `year`.
  init?(_ rate: Rate, in year: FundingYear, rounding: RoundingPolicy)
    throws(ArithmeticFailure)
  {
    guard let table = rate.table(in: year) else { return nil }
    self.rate = rate
    guard let step = rounding.rate, rate.unit.isMoney else {
      cells = table.cells
      otherwise = table.otherwise?.value
      return
    }
    var rounded: [RateCell] = []
    for cell in table.cells {
      rounded.append(
        cell.with(value: try cell.value.rounded(toMultipleOf: step, rounding.mode)))
    }
    cells = rounded
    otherwise = try table.otherwise?.value.rounded(toMultipleOf: step, rounding.mode)
  }

  /// The value for some keys, `otherwise` where no cell names them; nil where there is neither.
  ///
  /// At most one key may be open, and its axis must be one of bands.
  func found(_ keys: [Key]) throws(ArithmeticFailure) -> Found {
    try found(from: 0, among: Array(cells.indices), keys)
  }

  private func found(from axis: Int, among candidates: [Int], _ keys: [Key])
    throws(ArithmeticFailure) -> Found
  {
    guard let first = candidates.first else { return .missing }
    guard axis < rate.axes.count else { return .value(cells[first].value) }
    switch rate.axes[axis] {
    case .field, .labels:
      guard case .text(let text) = keys[axis] else { return .missing }
      let named = candidates.filter {
        if case .categories(let names) = cells[$0].keys[axis] {
          names.contains(text)
        } else {
          false
        }
      }
      return try found(from: axis + 1, among: named, keys)
    case .numbers:
      guard case .number(let number) = keys[axis] else { return .missing }
      let holding = candidates.filter {
        guard case .range(let lower, let upper) = cells[$0].keys[axis] else { return false }
        return lower <= number && upper.map { number <= $0 } ?? true
      }
      return try found(from: axis + 1, among: holding, keys)
    case .bands(_, _, let isInterpolated):
      var groups: [(lower: Rational, upper: Rational?, cells: [Int])] = []
      for candidate in candidates {
        guard case .range(let lower, let upper) = cells[candidate].keys[axis] else { continue }
        if let group = groups.firstIndex(where: { $0.lower == lower && $0.upper == upper }) {
          groups[group].cells.append(candidate)
        } else {
          groups.append((lower, upper, [candidate]))
        }
      }
      var bands: [RateCurve.Band] = []
      for group in groups {
        switch try found(from: axis + 1, among: group.cells, keys) {
        case .missing:
          bands.append(.init(lower: group.lower, upper: group.upper, value: nil))
        case .value(let value):
          bands.append(.init(lower: group.lower, upper: group.upper, value: value))
        case .curve: preconditionFailure("only one axis of a rate may be left open")
        }
      }
      let curve = RateCurve(bands, isInterpolated: isInterpolated)
      guard case .number(let number) = keys[axis] else { return .curve(curve) }
      return try curve.value(at: number).map { .value($0) } ?? .missing
    }
  }
}
