import Diagnostics
import FundingReports

/// A single file that appears whole or not at all.
enum SingleFile {
  /// Writes a file beside its place, then renames it.
  ///
  /// - Throws: `WorldFailure`; then the old file is as it was.
  static func write(_ bytes: [UInt8], to path: String) throws(WorldFailure) {
    do {
      let file = try StreamedFile(path)
      try file.write(bytes)
      try file.finish()
    } catch {
      throw WorldFailure(error.message)
    }
  }
}
