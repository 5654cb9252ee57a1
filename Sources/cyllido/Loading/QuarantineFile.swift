import FundingFiles
import FundingReports
import Synchronization

/// The file of bad rows: written as they are found, beside its place, and given its name at the end.
final class QuarantineFile: Sendable {
  /// Where it is to be.
  let path: String
  private let file: Mutex<StreamedFile?>

  /// Begins the file.
  ///
  /// - Throws: `OutputFailure` where it can't be made.
  init(_ path: String) throws(OutputFailure) {
    self.path = path
    let begun = try StreamedFile(path)
    try begun.write(Array(QuarantinedRow.header.utf8))
    file = Mutex(begun)
  }

  /// Adds rows of a file.
  ///
  /// - Throws: `OutputFailure` where the disk is full and the like.
  func take(_ rows: [QuarantinedRow], of path: String) throws(OutputFailure) {
    let bytes = Array(QuarantinedRow.lines(of: rows, from: path).utf8)
    try file.withLock { file throws(OutputFailure) in try file?.write(bytes) }
  }

  /// What takes the rows of a file.
  func taker(of path: String) -> QuarantinedRow.Taker {
    { [self] rows in try take(rows, of: path) }
  }

  /// Gives the file its name, once.
  ///
  /// - Throws: `OutputFailure`.
  func finish() throws(OutputFailure) {
    try file.withLock { file throws(OutputFailure) in try file.take()?.finish() }
  }
}
