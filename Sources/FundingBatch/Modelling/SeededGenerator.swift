/// Random numbers that are the same on every machine, from a seed and the thing they are for.
///
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014):
///   SplitMix64.
struct SeededGenerator {
  private var state: UInt64

  /// Makes the numbers of one stream: equal seeds and streams give equal numbers, others have
  /// nothing to do with each other.
  init(seed: UInt64, stream: Int) {
    state =
      Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Self.mixed(UInt64(bitPattern: Int64(stream)))
  }

  /// Goes on from a bare state.
  init(state: UInt64) { self.state = state }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from 0 up to, not including, `limit`.
  ///
  /// Bounded by the high half of a product, so that no division is needed; the bias is below one
  /// in 2^44 for the numbers used here.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// Puts the elements in random order.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    var left = elements.count
    while left > 1 {
      let chosen = below(left)
      left -= 1
      elements.swapAt(chosen, left)
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
