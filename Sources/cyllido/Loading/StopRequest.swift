import Synchronization

/// Lets work that can be stopped part of the way hear of an interruption.
final class StopRequest: Sendable {
  private struct State {
    var isWorking = false
    var isStopped = false
  }
  private let state = Mutex(State())

  /// Work that can be stopped begins.
  func begin() { state.withLock { $0.isWorking = true } }

  /// It has ended: from now on an interruption ends the program.
  func end() { state.withLock { $0.isWorking = false } }

  /// Whether the work is to stop.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Asks the work to stop.
  ///
  /// - Returns: false where nothing can be stopped, or where it was asked before.
  func requested() -> Bool {
    state.withLock { state in
      guard state.isWorking, !state.isStopped else { return false }
      state.isStopped = true
      return true
    }
  }
}
