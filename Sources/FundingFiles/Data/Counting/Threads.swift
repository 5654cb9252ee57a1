import Dispatch
internal import Synchronization

/// Independent pieces of work done on several threads, with results in the pieces' own order.
enum Threads {
  /// Does every piece and gives the results in order, whatever thread did them.
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
    return done.withLock { $0.compactMap(\.self) }
  }

  /// A range cut into so many parts, as equal as can be.
  static func parts(of count: Int, into parts: Int) -> [Range<Int>] {
    (0..<parts).map { (count * $0 / parts)..<(count * ($0 + 1) / parts) }
  }
}
