public import FundingModel

/// What was worth knowing though the work went on: what happened, with its figures.
///
/// Its words are in `RunWarning+Words.swift`.
public enum RunWarning: Hashable, Sendable {
  /// Schools whose pupils are not as many as their file states, where that was allowed.
  case pupilsDiffer([PupilDifference])
  /// Bad rows of a file that were set aside, and the file that holds them now.
  case rowsSetAside(path: String, rows: Int, into: String)
  /// An index that no rate of any run goes by.
  case indexMovesNothing(String)
  /// A point of a sweep or of draws that came to other figures when worked out by itself.
  case pointsDisagree(PointDisagreement)
  /// Schools of which a file of staffing and a file of schools say different things, by number.
  ///
  /// Where no file of schools is named they are the scenario's own.
  case staffingDiffers(staffing: String, schools: String?, numbers: [Int])
  /// Schools of a file of staffing that the scenario doesn't have, by number.
  case staffingUnknown(staffing: String, numbers: [Int])
  /// Authorities that have lines of spending but no school that is funded, by code.
  case linesWithoutSchools([Int])
  /// Lines of sectors of which their authority has no school that is funded.
  case linesWithoutSector([AuthorityLine])
  /// A sum of an authority's lines, or of Wales's (nil), that is below nought; of several runs once.
  case linesBelowNought(AuthorityLine.Kind, authorities: [Int?], year: FundingYear)
  /// What a run leaves to schools once they have handed back what they must: below nought.
  case effectiveBelowNought(run: String, authorities: [Int?], year: FundingYear)
  /// A formula by which schools get less than nothing, in a run and its first such year.
  case sharesBelowNought(
    path: String, run: String, year: FundingYear, schools: Int, isTotalBelow: Bool)
  /// Bands that nothing is held against.
  case bandsWithoutStaffing
}
