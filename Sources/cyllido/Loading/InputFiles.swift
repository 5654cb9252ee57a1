import Diagnostics
import FundingFiles

/// Every file read in one command: for excerpts in messages and for the record of inputs.
final class InputFiles {
  private(set) var files: [SourceFile] = []

  /// Reads a file, once.
  func read(_ path: String) throws(WorldFailure) -> SourceFile {
    if let known = files.first(where: { $0.path == path }) { return known }
    let file = try SourceFile(reading: path)
    files.append(file)
    return file
  }

  /// A line of a file that was read.
  func line(_ path: String, _ number: Int) -> String? {
    files.first { $0.path == path }?.line(number)
  }
}
