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
  /// Bands that nothing is held against.
  case bandsWithoutStaffing
}
