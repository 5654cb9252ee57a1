import Diagnostics
import Foundation

/// A single file that appears whole or not at all.
enum SingleFile {
  /// Writes a file beside its place, then renames it.
  ///
  /// - Throws: `WorldFailure`; then the old file is as it was.
  static func write(_ bytes: [UInt8], to path: String) throws(WorldFailure) {
    do {
      let folder = (path as NSString).deletingLastPathComponent
      if !folder.isEmpty {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw WorldFailure("\(path): this file can't be written: \(error.localizedDescription)")
    }
  }
}
