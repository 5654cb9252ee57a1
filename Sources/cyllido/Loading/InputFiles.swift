import Diagnostics
import FundingFiles
import FundingReports
import Synchronization

/// Every file read in one command: for excerpts in messages and for the record of inputs.
final class InputFiles {
  private(set) var files: [SourceFile] = []
  private var streams: [(stream: DataStream, digest: StreamDigest?)] = []

  /// Reads a file, once.
  func read(_ path: String) throws(WorldFailure) -> SourceFile {
    if let known = files.first(where: { $0.path == path }) { return known }
    let file = try SourceFile(reading: path)
    files.append(file)
    return file
  }

  /// Opens a file of any size, which is not held whole.
  ///
  /// - Parameters:
  ///   - path: The file; a dash is standard input.
  ///   - isRecorded: Whether the record of inputs is to have its SHA-256, which takes time.
  /// - Returns: The file, to be read once.
  /// - Throws: `WorldFailure` where it can't be opened.
  func stream(_ path: String, isRecorded: Bool) throws(WorldFailure) -> DataStream {
    let digest = isRecorded ? StreamDigest() : nil
    var watcher: (@Sendable ([UInt8]) -> Void)?
    if let digest { watcher = { bytes in digest.update(bytes) } }
    let stream = try DataStream(reading: path, watcher: watcher)
    streams.append((stream, digest))
    return stream
  }

  /// Everything read, for the record.
  var inputs: [RunRecord.Input] {
    files.map { RunRecord.Input(path: $0.path, bytes: $0.bytes) }
      + streams.compactMap { stream, digest in
        digest.map { RunRecord.Input(path: stream.path, sha256: $0.hex()) }
      }
  }

  /// A line of a file that was read.
  func line(_ path: String, _ number: Int) -> String? {
    files.first { $0.path == path }?.line(number)
      ?? streams.first { $0.stream.path == path }?.stream.line(number)
  }
}

/// The SHA-256 of bytes that come in pieces.
final class StreamDigest: Sendable {
  private let digest = Mutex(SHA256())

  /// Adds bytes.
  func update(_ bytes: [UInt8]) { digest.withLock { $0.update(bytes) } }

  /// The digest of all of them.
  func hex() -> String { digest.withLock { $0.hex() } }
}
