public import Diagnostics
import Foundation
internal import Synchronization

/// A file, or standard input, that is read once from its beginning to its end and never held whole.
///
/// - Invariant: `excerpts` holds the lines that mistakes are in, so a message can show them although
///   the rest is gone.
public final class DataStream: Sendable {
  /// The path as the user gave it; "standard input" for a dash.
  public let path: String
  private let descriptor: Int32
  private let watcher: (@Sendable ([UInt8]) -> Void)?
  private let excerpts = Mutex<[Int: String]>([:])

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; a dash is standard input.
  ///   - watcher: Is given all bytes in order, in pieces; a digest may be made of them.
  /// - Throws: `WorldFailure` where there is no such file, where it is a folder, or where it may
  ///   not be read.
  public init(
    reading path: String, watcher: (@Sendable ([UInt8]) -> Void)? = nil
  ) throws(WorldFailure) {
    self.watcher = watcher
    guard path != "-" else {
      (self.path, descriptor) = ("standard input", 0)
      return
    }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorldFailure("\(path): there is no such file; check the path")
    }
    guard !isFolder.boolValue else {
      throw WorldFailure("\(path): this is a folder; name a file in it")
    }
    let opened = unsafe open(path, O_RDONLY)
    guard opened >= 0 else {
      throw WorldFailure("\(path): this file can't be read; check its permissions")
    }
    (self.path, descriptor) = (path, opened)
  }

  deinit { if descriptor != 0 { close(descriptor) } }

  /// A line that a mistake is in, counted from 1; nil for any other.
  public func line(_ number: Int) -> String? { excerpts.withLock { $0[number] } }

  /// Keeps lines for messages.
  func keep(_ lines: [Int: String]) {
    excerpts.withLock { $0.merge(lines) { first, _ in first } }
  }

  /// Reads the next bytes; nought at the end.
  ///
  /// - Throws: `WorldFailure` where the system can't read on.
  func read(into bytes: inout [UInt8], from start: Int, to end: Int) throws(WorldFailure) -> Int {
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        // The range was checked by the caller: it lies inside the array.
        unsafe Foundation.read(descriptor, buffer.baseAddress?.advanced(by: start), end - start)
      }
      if count >= 0 {
        if count > 0, let watcher { watcher(Array(bytes[start..<(start + count)])) }
        return count
      }
      guard errno == EINTR else {
        throw WorldFailure(
          "\(path): the file can't be read to its end: \(unsafe String(cString: strerror(errno)))")
      }
    }
  }
}
