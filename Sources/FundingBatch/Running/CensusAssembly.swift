public import FundingModel

/// Schools and pupils put together, and checked against each other.
public struct CensusAssembly: Sendable {
  /// The census, with every school named that is left out.
  public let census: Census
  /// The differences that were allowed; none where the pupils are as the schools state them.
  public let differences: [PupilDifference]

  /// Puts schools and their pupils together.
  ///
  /// A school's stated pupils are a control total of its heads. A school that states none is not
  /// checked; one without pupils is left out of runs and named. Schools of more than half the
  /// authorities, but not of all, look like Wales with some forgotten, and are refused likewise.
  ///
  /// - Parameters:
  ///   - schools: The schools.
  ///   - pupils: Their pupils, school by school in the same order.
  ///   - estimates: What was modelled rather than read.
  ///   - allowingDifferences: Whether to go on where heads and stated pupils differ.
  /// - Throws: `pupilDifferences` or `authoritiesMissing`, with every one.
  public init(
    schools: SchoolTable, pupils: PupilTable, estimates: [Estimate] = [],
    allowingDifferences: Bool = false
  ) throws(ScenarioFailure) {
    let census = Census(schools: schools, pupils: pupils, estimates: estimates)
    let differences = census.pupilDifferences
    guard differences.isEmpty || allowingDifferences else {
      throw .pupilDifferences(differences)
    }
    let missing = Authority.all.map(\.code).filter { !schools.authorities.contains($0) }
    let isNearlyWales = !missing.isEmpty && missing.count * 2 < Authority.all.count
    guard !isNearlyWales || allowingDifferences else { throw .authoritiesMissing(missing) }
    self.census = census.namingLeftOut()
    self.differences = differences
  }
}
