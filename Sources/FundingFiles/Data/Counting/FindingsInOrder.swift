internal import Diagnostics
internal import Synchronization

/// What several threads find in the blocks of a file, put in the file's order as the blocks are done.
///
/// - Invariant: rows set aside are handed on in the file's order, with the file's line numbers,
///   whichever thread is done first; only blocks that came before their turn are held.
final class FindingsInOrder: Sendable {
  /// What was found in all blocks.
  struct Collected {
    var mistakes: [Diagnostic] = []
    /// The lines that mistakes are in.
    var lines: [Int: String] = [:]
    /// The first value of each further column that has commas between its thousands.
    var commas: [Int: PupilRowCounter.Comma] = [:]
    /// How many rows were set aside.
    var setAside = 0
    /// How many lines the blocks have.
    var lineCount = 0
    /// Why rows could not be set aside.
    var failure: (any Error)?
  }

  private struct State {
    var collected = Collected()
    var next = 0
    var waiting: [Int: PupilRowCounter.Findings] = [:]
    /// The mistakes of all blocks, also of those that wait.
    var mistakeCount = 0
  }

  private let linesBefore: Int
  private let taker: QuarantinedRow.Taker?
  private let state = Mutex(State())

  /// Starts with nothing.
  ///
  /// - Parameters:
  ///   - linesBefore: How many lines the file has before its first row.
  ///   - taker: Takes rows that are set aside.
  init(linesBefore: Int, taker: QuarantinedRow.Taker?) {
    self.linesBefore = linesBefore
    self.taker = taker
  }

  /// Takes what was found in a block.
  ///
  /// - Returns: Whether there is a reason to read no further.
  func settle(_ findings: PupilRowCounter.Findings) -> Bool {
    state.withLock { state in
      state.mistakeCount += findings.mistakes.count
      state.waiting[findings.block] = findings
      while let found = state.waiting.removeValue(forKey: state.next) {
        collect(found, into: &state.collected)
        state.next += 1
      }
      return state.mistakeCount >= CSVReader.mistakesAtMost || state.collected.failure != nil
    }
  }

  /// What was found, now that every block that was handed out is done.
  func collected() -> Collected {
    state.withLock { state in
      precondition(state.waiting.isEmpty, "every block that was handed out must be settled")
      return state.collected
    }
  }

  private func collect(_ found: PupilRowCounter.Findings, into all: inout Collected) {
    let lines = linesBefore + all.lineCount
    all.lineCount += found.lineCount
    all.mistakes += found.mistakes.map { $0.moved(down: lines) }
    for (line, text) in found.lines { all.lines[line + lines] = text }
    for (column, comma) in found.commas where all.commas[column] == nil {
      all.commas[column] = comma.moved(down: lines)
    }
    guard let taker, !found.quarantined.isEmpty, all.failure == nil else { return }
    all.setAside += found.quarantined.count
    do {
      try taker(found.quarantined.map { $0.moved(down: lines) })
    } catch {
      all.failure = error
    }
  }
}

extension QuarantinedRow {
  /// This row so many lines further down.
  func moved(down lines: Int) -> QuarantinedRow {
    QuarantinedRow(
      line: line + lines, bytes: bytes, mistakes: mistakes.map { $0.moved(down: lines) })
  }
}
