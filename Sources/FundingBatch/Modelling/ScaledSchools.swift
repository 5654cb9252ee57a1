import FundingEngine
public import FundingModel

/// The same schools with more pupils, or fewer.
public enum ScaledSchools {
  /// Schools whose stated pupils are scaled to a total.
  ///
  /// Each school has its exact share of the total rounded down or up (largest remainders, ties to
  /// the lower number), so the shape of the whole stays. Everything else about a school is as it
  /// was; all are called modelled.
  /// - Parameters:
  ///   - schools: The schools; one that states no pupils still states none.
  ///   - pupils: The total.
  /// - Returns: The schools; nil where none has any pupils.
  public static func table(_ schools: SchoolTable, pupils: Int) -> SchoolTable? {
    // A pupil is shared out as a penny is.
    guard
      let shares = try? Apportionment.share(
        Money(pence: Int64(pupils)), by: schools.statedPupils.map { Rational($0 ?? 0) })
    else { return nil }
    return SchoolTable(
      numbers: schools.numbers, names: schools.names, authorities: schools.authorities,
      sectors: schools.sectors,
      statedPupils: zip(schools.statedPupils, shares).map { $0 == nil ? nil : Int($1.pence) },
      budgetPerPupil: schools.budgetPerPupil, columns: schools.columns, areModelled: true)
  }
}
