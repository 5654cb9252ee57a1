internal import Diagnostics
internal import Synchronization

/// Cuts a CSV file into blocks of whole rows and hands them out in order, to any number of threads.
///
/// - Invariant: the blocks' rows, one block after the other, are the file's rows; blank lines that
///   end the file are in no block.
final class RowBlocks: Sendable {
  /// What was handed out: the first `count` bytes of the buffer.
  struct Block {
    /// The block's number, from 0.
    let index: Int
    /// How many of the buffer's bytes are rows; at least `padding` more follow.
    let count: Int
    /// Whether the last row is longer than a row may be, and cut.
    let isCut: Bool
  }

  /// Where the bytes come from.
  enum Source {
    case memory([UInt8])
    case stream(DataStream)
  }

  /// Bytes after a block that may be read, though they mean nothing.
  static let padding = 72
  /// The longest row.
  static let rowAtMost = 4 << 20
  /// How many bytes are read at a time.
  static let usualSize = 1 << 19

  private struct State {
    var source: Source
    var taken = 0
    var carried: [UInt8] = []
    var index = 0
    var isAtStart = true
    var isDone = false
    var failure: WorldFailure?
  }

  private let size: Int
  private let rowAtMost: Int
  private let state: Mutex<State>

  /// Makes blocks of about a size.
  init(
    _ source: Source, size: Int = RowBlocks.usualSize, rowAtMost: Int = RowBlocks.rowAtMost
  ) {
    self.size = size
    self.rowAtMost = rowAtMost
    state = Mutex(State(source: source))
  }

  /// Why reading stopped before the end, if the system could not read on.
  var failure: WorldFailure? { state.withLock { $0.failure } }

  /// Hands out no more.
  func stop() { state.withLock { $0.isDone = true } }

  /// Fills a buffer with the next block; nil after the last.
  func next(into buffer: inout [UInt8]) -> Block? {
    state.withLock { state in
      guard !state.isDone else { return nil }
      do throws(WorldFailure) {
        return try fill(&buffer, &state)
      } catch {
        state.failure = error
        state.isDone = true
        return nil
      }
    }
  }

  private func fill(_ buffer: inout [UInt8], _ state: inout State) throws(WorldFailure) -> Block? {
    var filled = state.carried.count
    // Room for a byte order mark at least.
    var capacity = max(size, filled * 2, 4)
    Self.reserve(&buffer, capacity)
    buffer.replaceSubrange(0..<filled, with: state.carried)
    while true {
      var hasEnded = false
      while filled < capacity, !hasEnded {
        let count = try Self.read(&state, into: &buffer, from: filled, to: capacity)
        if count == 0 { hasEnded = true }
        filled += count
      }
      if state.isAtStart {
        state.isAtStart = false
        if filled >= 3, buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
          buffer.removeFirst(3)
          Self.reserve(&buffer, capacity)
          filled -= 3
        }
      }
      if hasEnded { return Self.lastBlock(&buffer, filled: filled, &state) }
      if let end = RowEnds.last(in: buffer, 0..<filled) {
        state.carried = Array(buffer[end..<filled])
        return Self.block(&buffer, end, &state)
      }
      guard capacity < rowAtMost else {
        state.isDone = true
        return Self.block(&buffer, filled, &state, isCut: true)
      }
      capacity *= 2
      Self.reserve(&buffer, capacity)
    }
  }

  private static func lastBlock(
    _ buffer: inout [UInt8], filled: Int, _ state: inout State
  ) -> Block? {
    state.isDone = true
    state.carried = []
    var end = RowEnds.withoutTrailingBlankLines(buffer, 0..<filled)
    guard end > 0 else { return nil }
    // A last row without a line break is given one; but a carriage return would then look whole.
    if buffer[end - 1] != CSVScanner.lineFeed, buffer[end - 1] != CSVScanner.carriageReturn {
      buffer[end] = CSVScanner.lineFeed
      end += 1
    }
    return block(&buffer, end, &state)
  }

  private static func block(
    _ buffer: inout [UInt8], _ end: Int, _ state: inout State, isCut: Bool = false
  ) -> Block {
    for position in end..<(end + padding) { buffer[position] = 0 }
    defer { state.index += 1 }
    return Block(index: state.index, count: end, isCut: isCut)
  }

  private static func read(
    _ state: inout State, into buffer: inout [UInt8], from start: Int, to end: Int
  ) throws(WorldFailure) -> Int {
    switch state.source {
    case .memory(let bytes):
      let count = min(end - start, bytes.count - state.taken)
      buffer.replaceSubrange(
        start..<(start + count), with: bytes[state.taken..<(state.taken + count)])
      state.taken += count
      return count
    case .stream(let stream): return try stream.read(into: &buffer, from: start, to: end)
    }
  }

  private static func reserve(_ buffer: inout [UInt8], _ capacity: Int) {
    let missing = capacity + padding + 1 - buffer.count
    if missing > 0 { buffer.append(contentsOf: repeatElement(0, count: missing)) }
  }
}
