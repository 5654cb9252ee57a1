/// The record of a folder of tables that no scenario made: what was read and written.
///
/// - Invariant: equal inputs give equal bytes, as for `RunRecord`, by whose name and marker the
///   program knows the folder as its own.
public struct FolderRecord: Sendable {
  private let version: String
  private let title: String
  private let inputs: [RunRecord.Input]
  private let files: [String]

  /// Makes a record of files written from inputs.
  public init(version: String, title: String, inputs: [RunRecord.Input], files: [String]) {
    self.version = version
    self.title = title
    self.inputs = inputs
    self.files = files
  }

  /// The record's file.
  public func file() -> OutputFile {
    let json = JSON.members([
      RunRecord.marker: .whole(1),
      "version": .text(version),
      "what": .text(title),
      "inputs": .array(
        inputs.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }.map {
          .members(["path": .text($0.path), "sha256": .text($0.sha256)])
        }),
      "files": .array(Set(files + [RunRecord.fileName]).sorted().map { .text($0) }),
    ])
    return OutputFile(name: RunRecord.fileName, bytes: Array(json.rendered().utf8))
  }
}
