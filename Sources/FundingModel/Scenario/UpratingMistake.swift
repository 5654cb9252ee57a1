/// Why rates can't be moved by a scenario's indices, or pupils by its changes.
public enum UpratingMistake: Error, Hashable, Sendable {
  /// Rates name an index that the scenario doesn't have; the first of them, and how many rates and
  /// formulae do so.
  case noIndex(
    String, rate: String, formula: String, run: String, rates: Int, formulas: Int,
    known: [String], place: Place?)
  /// An index that no rate of any run names; the indices that rates do name.
  case unusedIndex(String, named: [String], place: Place)
  /// A rate's values begin before a year-by-year index does.
  case indexBegins(
    String, rate: String, formula: String, from: FundingYear, missing: FundingYear, place: Place)
  /// A rate's value grows too long for exact arithmetic.
  case rateTooLong(rate: String, formula: String, year: FundingYear, place: Place?)
  /// A change of pupils that no school of the data belongs to.
  case noSchools(group: String, place: Place)
  /// A number of pupils grows too long for exact arithmetic.
  case pupilsTooLong(group: String, year: FundingYear, place: Place)
}
