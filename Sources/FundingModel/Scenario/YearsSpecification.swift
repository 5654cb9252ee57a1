/// Which years a scenario runs through, and what changes from one to the next.
public struct YearsSpecification: Hashable, Sendable {
  /// The last year; the first is the scenario's own.
  public let through: FundingYear
  /// The indices that move rates with an `uprate` of their name, in the file's order.
  public let indices: [RateIndex]
  /// How pupil numbers change, in the file's order; groups not named stay as they are.
  public let pupilChanges: [PupilChange]
  /// Where it is written.
  public let place: Place

  /// Makes a span of years.
  public init(
    through: FundingYear, indices: [RateIndex] = [], pupilChanges: [PupilChange] = [],
    place: Place
  ) {
    self.through = through
    self.indices = indices
    self.pupilChanges = pupilChanges
    self.place = place
  }
}

/// A change from each year to the next: the same every year, or given year by year.
public enum YearlyChange: Hashable, Sendable {
  /// The same every year, as a fraction: 0.02 for 2%.
  case everyYear(Rational)
  /// For each year the change from the year before it, oldest first.
  case byYear([Step])

  /// One year's change.
  public struct Step: Hashable, Sendable {
    /// The year that the change leads to.
    public let year: FundingYear
    /// The change as a fraction.
    public let change: Rational

    /// Makes a step.
    public init(year: FundingYear, change: Rational) {
      self.year = year
      self.change = change
    }
  }

  /// The change from the year before to a year; nil where the file doesn't say.
  public func change(to year: FundingYear) -> Rational? {
    switch self {
    case .everyYear(let change): change
    case .byYear(let steps): steps.first { $0.year == year }?.change
    }
  }
}

extension YearlyChange {
  /// Why changes can't be put together.
  public enum ProductFailure: Error, Hashable, Sendable {
    /// The change to this year is not given.
    case notGiven(FundingYear)
    /// The product is too long for exact arithmetic.
    case overflow
  }

  /// The product of one and each year's change, over the years after one, up to another.
  ///
  /// - Returns: One where the second is not after the first.
  /// - Throws: `notGiven` for a year without a change, or `overflow`.
  public func product(
    after first: FundingYear, to last: FundingYear
  ) throws(ProductFailure) -> Rational {
    var product = Rational.one
    var year = first
    while year < last {
      year = year.next
      guard let change = change(to: year) else { throw .notGiven(year) }
      do throws(ArithmeticFailure) {
        product = try product.multiplied(by: Rational.one.adding(change))
      } catch {
        throw .overflow
      }
    }
    return product
  }
}

/// An index, such as pay or prices: it moves every rate whose `uprate` names it.
public struct RateIndex: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its change from year to year.
  public let change: YearlyChange
  /// Where it is named.
  public let place: Place

  /// Makes an index.
  public init(name: String, change: YearlyChange, place: Place) {
    self.name = name
    self.change = change
    self.place = place
  }
}

/// How the pupil numbers of some schools change from year to year.
public struct PupilChange: Hashable, Sendable {
  /// Whose pupils.
  public enum Group: Hashable, Sendable {
    /// Schools of a sector.
    case sector(String)
    /// Schools of an authority, by code.
    case authority(Int)
  }
  /// Whose pupils.
  public let group: Group
  /// The change from year to year.
  public let change: YearlyChange
  /// Where it is named.
  public let place: Place

  /// Makes a change.
  public init(group: Group, change: YearlyChange, place: Place) {
    self.group = group
    self.change = change
    self.place = place
  }
}

extension Scenario {
  /// The years it runs through, its own first.
  public var allYears: [FundingYear] {
    (year.start...max(year, years?.through ?? year).start).map { FundingYear(start: $0) }
  }
}
