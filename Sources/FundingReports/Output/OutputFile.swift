/// A file to be written into an output folder.
public struct OutputFile: Hashable, Sendable {
  /// Its name in the folder; a `/` puts it in a folder inside.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
