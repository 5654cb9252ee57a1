// Eight lines without a race, and with the argument `race` one with: what the sanitizer says of each
// shows whether its word on the tests can be trusted. See `run`.
import Dispatch
import Synchronization

let state = Mutex([Int]())
nonisolated(unsafe) var unguarded = 0
let races = CommandLine.arguments.contains("race")
DispatchQueue.concurrentPerform(iterations: 8) { worker in
  for step in 0..<50_000 {
    if races { unsafe unguarded += step }
    state.withLock { $0.append(worker &* step) }
  }
}
print(state.withLock { $0.count })
