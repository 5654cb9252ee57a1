import Foundation
import FundingBatch

/// How far a sweep has come, on standard error and only on a terminal.
enum SweepProgress {
  /// A watch that shows the progress and stops at an interruption.
  static func watch() -> ScenarioRunner.Watch {
    let isTerminal = isatty(STDERR_FILENO) == 1
    return ScenarioRunner.Watch(
      progress: { done, asked in
        guard isTerminal else { return }
        let end = done == asked ? "\r\u{1B}[K" : ""
        Console.tell("\r\(done * 100 / max(1, asked))% (\(done)/\(asked))\(end)")
      },
      isStopped: { Interruption.stops.isStopped })
  }
}
