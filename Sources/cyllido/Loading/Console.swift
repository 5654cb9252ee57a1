import ArgumentParser
import Foundation
import FundingReports

/// Where words go: results to standard output, everything else to standard error.
///
/// Words that can't be written end the program with the status of what the world refused: a summary
/// that is cut short, or a warning that nobody got, must not look as if all were well.
enum Console {
  /// Prints a result.
  static func show(_ text: String) {
    write(text, to: STDOUT_FILENO, named: "standard output")
  }

  /// Prints a message.
  static func tell(_ text: String) {
    write(text, to: STDERR_FILENO, named: "standard error")
  }

  /// The status that a shell gives a program whose reader went away.
  private static let readerGone: Int32 = 141

  private static func write(_ text: String, to descriptor: Int32, named name: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // No more than is there: the slice knows its own length.
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      switch (count, errno) {
      case (0..., _): bytes = bytes.dropFirst(count)
      case (_, EINTR): continue
      case (_, EAGAIN): waitUntilWritable(descriptor)
      // `cyllido … | head -1` has what it wanted.
      case (_, EPIPE): UnfinishedOutputs.removeAll(thenExit: readerGone)
      case (_, let number): giveUp(name, number, isError: descriptor == STDERR_FILENO)
      }
    }
  }

  /// Waits for a reader that is slower than the program.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&waiting, 1, -1)
  }

  private static func giveUp(_ name: String, _ number: Int32, isError: Bool) -> Never {
    if !isError { tell("error: \(OutputFailure(errno: number, of: name).message)\n") }
    UnfinishedOutputs.removeAll(thenExit: Outcome.world.rawValue)
  }
}
