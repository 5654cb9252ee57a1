import Diagnostics
import FundingFiles
import FundingReports

/// Every file read in one command: for excerpts in messages and for the record of inputs.
///
/// A batch reads each file once, but the record of a scenario names all that it rests on and nothing
/// else, as if it had run alone.
final class InputFiles {
  private(set) var files: [SourceFile] = []
  /// What the record in hand rests on, in the order in which it was first asked for.
  private var asked: [String] = []
  private var quarantine: QuarantineFile?
  private var streams: [(stream: DataStream, digest: FileDigest?)] = []

  /// Whether streams are digested as they are read: only for a command that records its inputs, as
  /// it takes time.
  var digestsStreams = false

  /// Reads a file, once.
  func read(_ path: String) throws(WorldFailure) -> SourceFile {
    note([path])
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
    note([path])
    return stream
  }

  /// Begins another record: what was read before is known, but is not part of it.
  func beginRecord() { asked = [] }

  /// Counts files among what the record rests on.
  func note(_ paths: [String]) {
    for path in paths where !asked.contains(path) { asked.append(path) }
  }

  /// Does some work, and tells which files it asked for, so that its result can be used again.
  func noting<Result>(_ work: () throws -> Result) rethrows -> (result: Result, paths: [String]) {
    let before = asked
    asked = []
    defer {
      let own = asked
      asked = before
      note(own)
    }
    return (try work(), asked)
  }

  /// What the record rests on.
  var inputs: [RunRecord.Input] {
    let isAsked = Set(asked)
    return files.filter { isAsked.contains($0.path) }
      .map { RunRecord.Input(path: $0.path, bytes: $0.bytes) }
      + streams.compactMap { stream, digest in
        guard let digest, isAsked.contains(stream.path) else { return nil }
        return RunRecord.Input(path: stream.path, sha256: digest.hex())
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
