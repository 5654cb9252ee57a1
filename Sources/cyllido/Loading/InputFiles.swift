import Diagnostics
import FundingFiles
import FundingReports

/// Every file read in one command: for excerpts in messages and for the record of inputs.
final class InputFiles {
  private(set) var files: [SourceFile] = []
  private var quarantine: QuarantineFile?
  private var streams: [(stream: DataStream, digest: FileDigest?)] = []

  /// Whether streams are digested as they are read: only for a command that records its inputs, as
  /// it takes time.
  var digestsStreams = false

  /// Reads a file, once.
  func read(_ path: String) throws(WorldFailure) -> SourceFile {
    if let known = files.first(where: { $0.path == path }) { return known }
    let file = try SourceFile(reading: path)
    files.append(file)
    return file
  }

  /// Reads a scenario with the scenarios that it extends.
  ///
  /// - Throws: `Mistakes`.
  func scenario(_ source: SourceFile) throws(Mistakes) -> ScenarioFile {
    try ScenarioFile(
      source: source,
      bases: ScenarioBases(
        reading: { path throws(WorldFailure) in try self.read(path) },
        folders: { ProjectFolders(near: $0).folders(named: "scenarios").map(ProjectFolders.shown) }
      ))
  }

  /// Opens a file of any size, which is not held whole and can be read once.
  ///
  /// - Parameter path: The file; a dash is standard input.
  /// - Returns: The file.
  /// - Throws: `WorldFailure` where it can't be opened.
  func stream(_ path: String) throws(WorldFailure) -> DataStream {
    let digest = digestsStreams ? FileDigest() : nil
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

  /// The file of bad rows, begun at the first call; the same for a whole command.
  ///
  /// - Throws: `OutputFailure` where it can't be made.
  func quarantine(_ path: String) throws(OutputFailure) -> QuarantineFile {
    if let quarantine { return quarantine }
    let begun = try QuarantineFile(path)
    quarantine = begun
    return begun
  }

  /// Gives the file of bad rows, if there is one, its name: the work is done.
  ///
  /// - Throws: `OutputFailure`.
  func finishQuarantine() throws(OutputFailure) { try quarantine?.finish() }

  /// A line of a file that was read.
  func line(_ path: String, _ number: Int) -> String? {
    files.first { $0.path == path }?.line(number)
      ?? streams.first { $0.stream.path == path }?.stream.line(number)
  }
}
