/// Rates and indices that are not known for sure: every run is worked out for many draws of them.
public struct UncertainSpecification: Hashable, Sendable {
  /// How many draws.
  public let draws: Int
  /// The seed: equal seeds give equal draws on any machine, with any number of threads.
  public let seed: UInt64
  /// What is drawn, in the file's order.
  public let quantities: [UncertainQuantity]
  /// Where it is written.
  public let place: Place

  /// Makes a specification.
  public init(draws: Int, seed: UInt64, quantities: [UncertainQuantity], place: Place) {
    self.draws = draws
    self.seed = seed
    self.quantities = quantities
    self.place = place
  }
}

/// One rate or index that is drawn.
public struct UncertainQuantity: Hashable, Sendable {
  /// What a value is drawn from.
  public enum Distribution: Hashable, Sendable {
    /// A normal distribution of a mean and a standard deviation above nought.
    case normal(mean: Rational, deviation: Rational)
    /// Any value between two, all alike likely.
    case uniform(low: Rational, high: Rational)
    /// Between two values, most likely at a third.
    case triangular(low: Rational, mode: Rational, high: Rational)
  }
  /// The path, split at the dots: a rate as `set` takes it, or the name of an index.
  public let path: [String]
  /// The path as written.
  public let written: String
  /// What its value is drawn from; percentages as fractions.
  public let distribution: Distribution
  /// The distribution as written.
  public let writtenDistribution: String
  /// Where it is written.
  public let place: Place

  /// Makes a quantity.
  public init(
    path: [String], written: String, distribution: Distribution, writtenDistribution: String,
    place: Place
  ) {
    self.path = path
    self.written = written
    self.distribution = distribution
    self.writtenDistribution = writtenDistribution
    self.place = place
  }
}
