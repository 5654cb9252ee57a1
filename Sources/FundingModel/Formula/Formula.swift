/// A funding formula: checked values, no text.
public struct Formula: Hashable, Sendable {
  /// Which schools a formula funds.
  public enum Reach: Hashable, Sendable {
    /// One authority's, by code.
    case authority(Int)
    /// Any.
    case any
  }

  /// Where a formula's figures come from.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Published by the authority.
    case published
    /// Estimated from published budgets.
    case fitted
    /// Made up to show something.
    case illustrative
  }

  /// Its name: the file's.
  public let name: String
  /// The file, as the user named it.
  public let path: String
  /// Which schools it funds.
  public let reach: Reach
  /// The year of its rates.
  public let year: FundingYear
  /// Its title.
  public let title: BilingualText
  /// Where its figures come from.
  public let status: Status
  /// Its sources, in the file's order.
  public let sources: [FundingSource]
  /// Its rates, in the file's order.
  public let rates: [Rate]
  /// Its definitions, in the file's order; each uses only earlier ones.
  public let definitions: [Definition]
  /// Its factors, in the file's order.
  public let factors: [Factor]
  /// What follows the factors, in order.
  public let adjustments: [Adjustment]
  /// Where it rounds.
  public let rounding: RoundingPolicy
  /// For each factor and definition that is a grant's, the grant's file.
  public let borrowed: [String: String]

  /// Makes a formula.
  public init(
    name: String, path: String, reach: Reach, year: FundingYear, title: BilingualText,
    status: Status, sources: [FundingSource], rates: [Rate], definitions: [Definition],
    factors: [Factor], adjustments: [Adjustment] = [], rounding: RoundingPolicy = .standard,
    borrowed: [String: String] = [:]
  ) {
    self.name = name
    self.path = path
    self.reach = reach
    self.year = year
    self.title = title
    self.status = status
    self.sources = sources
    self.rates = rates
    self.definitions = definitions
    self.factors = factors
    self.adjustments = adjustments
    self.rounding = rounding
    self.borrowed = borrowed
  }

  /// The same formula with other rates, in the same order.
  public func with(rates: [Rate]) -> Formula {
    with(rates: rates, rounding: rounding)
  }

  /// The same formula with other rates and another rounding.
  public func with(rates: [Rate], rounding: RoundingPolicy) -> Formula {
    with(rates: rates, adjustments: adjustments, rounding: rounding)
  }

  /// The same formula with other rates, adjustments and rounding.
  public func with(
    rates: [Rate], adjustments: [Adjustment], rounding: RoundingPolicy
  ) -> Formula {
    Formula(
      name: name, path: path, reach: reach, year: year, title: title, status: status,
      sources: sources, rates: rates, definitions: definitions, factors: factors,
      adjustments: adjustments, rounding: rounding, borrowed: borrowed)
  }

  /// Whether any rate is an estimate.
  public var hasEstimates: Bool { rates.contains(where: \.isFitted) }
}

/// A named school-level expression.
public struct Definition: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its unit.
  public let unit: Unit
  /// The expression.
  public let amount: Amount
  /// Where it is named.
  public let place: Place

  /// Makes a definition.
  public init(name: String, unit: Unit, amount: Amount, place: Place) {
    self.name = name
    self.unit = unit
    self.amount = amount
    self.place = place
  }
}

/// A publication that figures come from.
public struct FundingSource: Hashable, Sendable {
  /// Its key in the file.
  public let key: String
  /// Its title.
  public let title: String
  /// Its publisher, if given.
  public let publisher: String?
  /// Its address, if given.
  public let url: String?

  /// Makes a source.
  public init(key: String, title: String, publisher: String? = nil, url: String? = nil) {
    self.key = key
    self.title = title
    self.publisher = publisher
    self.url = url
  }
}
