import Foundation

/// A file that is written piece by piece and appears whole or not at all.
///
/// It is written beside its place; `finish` gives it its name. Without `finish` nothing is left.
/// What is no file, such as a pipe or `/dev/stdout`, is written to as it is: another file must not
/// take its place.
public struct StreamedFile: ~Copyable {
  private let path: String
  private let name: String
  /// Where it is written meanwhile; nil where that is its place.
  private let partial: String?
  private let descriptor: Int32
  private var isFinished = false

  /// Begins a file; its folders are made where they are missing.
  ///
  /// - Parameters:
  ///   - path: Where it is to be.
  ///   - name: What messages call it; nil for its path.
  /// - Throws: `OutputFailure` where it can't be made.
  public init(_ path: String, named name: String? = nil) throws(OutputFailure) {
    guard !Self.isDevice(path) else {
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputFailure(errno: errno, at: name ?? path) }
      (self.path, self.name, self.descriptor) = (path, name ?? path, descriptor)
      partial = nil
      return
    }
    let wanted = URL(fileURLWithPath: path)
    let folder = wanted.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputFailure(error, at: path)
    }
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw OutputFailure("\(path): this is a folder; name a file in it")
    }
    let partial =
      folder.appending(
        path: ".\(wanted.lastPathComponent).partial-\(UUID().uuidString.prefix(8))"
      ).path
    UnfinishedOutputs.begin(partial)
    let descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let failure = OutputFailure(errno: errno, at: name ?? path)
      UnfinishedOutputs.end(partial)
      throw failure
    }
    (self.path, self.name, self.partial) = (path, name ?? path, partial)
    self.descriptor = descriptor
  }

  deinit {
    guard !isFinished else { return }
    close(descriptor)
    guard let partial else { return }
    unsafe unlink(partial)
    UnfinishedOutputs.end(partial)
  }

  /// Whether something is there that is neither a file nor a folder.
  private static func isDevice(_ path: String) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return false }
    let kind = facts.st_mode & S_IFMT
    // What is under /dev is never to be replaced, wherever it leads.
    return kind != S_IFDIR && (kind != S_IFREG || path.hasPrefix("/dev/"))
  }

  /// Writes the next bytes.
  ///
  /// - Throws: `OutputFailure` where the disk is full and the like.
  public func write(_ bytes: [UInt8]) throws(OutputFailure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // From what is written to the end: inside the array.
        unsafe Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 {
        guard errno == EINTR else { throw OutputFailure(errno: errno, at: name) }
      } else {
        written += count
      }
    }
  }

  /// Gives the file its name; an older one of that name is replaced.
  ///
  /// - Throws: `OutputFailure`; then the older file is as it was.
  public consuming func finish() throws(OutputFailure) {
    isFinished = true
    guard let partial else {
      guard close(descriptor) == 0 else { throw OutputFailure(errno: errno, at: name) }
      return
    }
    defer { UnfinishedOutputs.end(partial) }
    guard close(descriptor) == 0, unsafe rename(partial, path) == 0 else {
      let failure = OutputFailure(errno: errno, at: name)
      unsafe unlink(partial)
      throw failure
    }
  }
}

extension OutputFailure {
  /// Puts a system's error number in plain words.
  init(errno number: Int32, at path: String) {
    let reason: String? =
      switch number {
      case ENOSPC, EDQUOT: "the disk is full; free some space, or name another --out"
      case EACCES, EPERM: "permission denied; name an --out where you may write"
      case EROFS: "the disk is read-only; name another --out"
      default: nil
      }
    guard let reason else {
      self.init(errno: number, of: path)
      return
    }
    self.init("\(path): \(reason)")
  }

  /// Puts a system's error number in plain words, of what no `--out` names, such as standard output.
  public init(errno number: Int32, of stream: String) {
    let reason =
      switch number {
      case ENOSPC, EDQUOT: "the disk is full; free some space"
      case EFBIG:
        "the system allows no file of that size here; raise the limit (ulimit -f unlimited)"
      default: "the system would not write it (\(unsafe String(cString: strerror(number))))"
      }
    self.init("\(stream): \(reason)")
  }
}
