import Dispatch
import Foundation
import FundingReports

/// What happens when the program is interrupted: half-written files go, and the status says so.
enum Interruption {
  /// The signals that end the program, and the status that each leaves.
  private static let endings: [(signal: Int32, status: Int32)] = [
    (SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129),
  ]

  // Made once, by the first use, and never touched again but by the system.
  nonisolated(unsafe) private static let sources = endings.map { ending in
    // The system must not act on the signal itself, or the half-written files would stay.
    signal(ending.signal, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: ending.signal, queue: queue)
    source.setEventHandler {
      // A sweep under way stops at the next piece and keeps what it has; asked twice, it goes.
      if ending.signal == SIGINT, stops.requested() { return }
      UnfinishedOutputs.removeAll(thenExit: ending.status)
    }
    source.resume()
    return source
  }

  /// Whether a sweep is to stop.
  static let stops = StopRequest()

  private static let queue = DispatchQueue(label: "cyllido.interruption", qos: .userInteractive)

  /// Listens from now on.
  static func prepare() {
    _ = unsafe sources
    // A limit on the size of files is to be told in words, not to kill the program.
    signal(SIGXFSZ, SIG_IGN)
  }
}
