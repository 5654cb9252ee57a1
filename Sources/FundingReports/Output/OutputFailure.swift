import Foundation

/// Why an output folder could not be written: the world's doing, in one line.
public struct OutputFailure: Error, Hashable, Sendable {
  /// What happened and what to do.
  public let message: String

  /// Makes a failure.
  public init(_ message: String) { self.message = message }

  /// Puts a system's error in plain words.
  init(_ error: any Error, at path: String) {
    let reason =
      switch (error as? CocoaError)?.code {
      case .fileWriteOutOfSpace: "the disk is full; free some space, or name another --out"
      case .fileWriteNoPermission, .fileReadNoPermission:
        "permission denied; name an --out where you may write"
      case .fileWriteVolumeReadOnly: "the disk is read-only; name another --out"
      case .fileNoSuchFile, .fileReadNoSuchFile, .fileWriteInvalidFileName:
        "the folder can't be made there; check the path"
      case .fileWriteFileExists: "a file is in the way; name another --out"
      default: "the system would not write it (\(error.localizedDescription))"
      }
    self.init("\(path): \(reason)")
  }
}
