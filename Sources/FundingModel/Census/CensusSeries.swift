/// The census of each year that a scenario runs through.
///
/// - Invariant: the schools are the same in every year, row by row; pupils may differ.
public struct CensusSeries: Sendable {
  /// The first year.
  public let firstYear: FundingYear
  /// One census a year, the first year's first; never none.
  public let censuses: [Census]

  /// Makes a series of consecutive years.
  public init(from firstYear: FundingYear, _ censuses: [Census]) {
    precondition(!censuses.isEmpty, "a scenario has one year at least")
    precondition(
      censuses.allSatisfy { $0.schools.numbers == censuses[0].schools.numbers },
      "the schools must be the same in every year")
    self.firstYear = firstYear
    self.censuses = censuses
  }

  /// The census of a year, which must be one of the series.
  public subscript(year: FundingYear) -> Census {
    let index = year.start - firstYear.start
    precondition(censuses.indices.contains(index), "there is a census for every year that is run")
    return censuses[index]
  }

  /// The first year's.
  public var first: Census { censuses[0] }
  /// The years, in order.
  public var years: [FundingYear] {
    censuses.indices.map { FundingYear(start: firstYear.start + $0) }
  }
}
