import Foundation
import Synchronization

/// Files and folders that are being written beside their place, so that whoever interrupts the
/// program can have them removed.
public enum UnfinishedOutputs {
  private static let paths = Mutex<Set<String>>([])

  /// Notes a path before it is made.
  public static func begin(_ path: String) { _ = paths.withLock { $0.insert(path) } }

  /// Forgets a path that has its right name now, or is gone.
  public static func end(_ path: String) { _ = paths.withLock { $0.remove(path) } }

  /// Removes everything noted; whatever is begun afterwards is never let begin.
  ///
  /// - Shape: for the very end of the program: the list stays locked, so that nothing new is made.
  public static func removeAll(thenExit status: Int32) -> Never {
    paths.withLock { paths in
      for path in paths { try? FileManager.default.removeItem(atPath: path) }
      exit(status)
    }
  }
}
