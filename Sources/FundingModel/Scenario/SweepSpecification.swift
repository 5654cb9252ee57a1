/// A grid of values for one or more rates: every run is worked out at every point.
public struct SweepSpecification: Hashable, Sendable {
  /// The rates, in the file's order; the last one varies fastest.
  public let rates: [SweptRate]
  /// Where it is written.
  public let place: Place

  /// Makes a sweep.
  public init(rates: [SweptRate], place: Place) {
    self.rates = rates
    self.place = place
  }

  /// How many points the grid has; nil where they can't be counted.
  public var points: Int? {
    rates.reduce(Int?(1)) { count, rate in
      guard let count else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: rate.changes.count)
      return overflow ? nil : product
    }
  }
}

/// One rate of a sweep, or one index, and what becomes of it at each step.
public struct SweptRate: Hashable, Sendable {
  /// The path as written: `national.deprivation.fsm`, or the name of an index.
  public let written: String
  /// One change a step, in order, each with the rate's path; never none.
  public let changes: [RateChange]
  /// Where it is written.
  public let place: Place

  /// Makes a swept rate.
  public init(written: String, changes: [RateChange], place: Place) {
    self.written = written
    self.changes = changes
    self.place = place
  }
}
