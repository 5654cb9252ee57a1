import Dispatch
import Synchronization

/// Independent pieces of work done on several threads, with results in the pieces' own order.
enum ParallelWork {
  /// Does every piece and gives the results in order, whatever thread did them.
  ///
  /// - Parameters:
  ///   - count: How many pieces.
  ///   - threads: How many threads; 1 or fewer does the work here.
  ///   - piece: Does the piece at a position; must not depend on any other.
  /// - Returns: One result a piece.
  static func results<Result: Sendable>(
    _ count: Int, threads: Int, piece: @Sendable (Int) -> Result
  ) -> [Result] {
    let workers = min(threads, count)
    guard workers > 1 else { return (0..<count).map(piece) }
    let done = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for position in stride(from: worker, to: count, by: workers) {
        let result = piece(position)
        done.withLock { $0[position] = result }
      }
    }
    return done.withLock { $0.compactMap { $0 } }
  }
}
