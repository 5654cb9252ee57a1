/// What fields stand for, found by their bytes, for the loop that sees every field of a file.
///
/// A field of at most eight bytes is one machine word, compared as such; one of at most 24 is
/// three. Longer ones are not kept here.
/// - Invariant: only content that was read and found right is remembered.
@safe
struct FieldTable: ~Copyable {
  /// Three words that hold a field of up to 24 bytes, the rest noughts; no field holds a NUL.
  struct Words {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
  }

  private struct Entry {
    var words: Words
    var value: UInt64
  }

  /// The longest content that is remembered.
  static let longest = 24

  // Plain memory, as an array would be checked for uniqueness and bounds at each field of a file.
  private var short: UnsafeMutablePointer<(key: UInt64, value: UInt64)>
  private var shortCount = 0
  private var shortBits: UInt64 = 6
  private var long: [Entry] = []
  private var longSlots: [Int32] = [Int32](repeating: -1, count: 16)

  init() { unsafe short = Self.slots(1 << 6) }

  deinit { unsafe short.deallocate() }

  /// The value of a field of one to eight bytes; 0 where it is not known.
  @inline(__always)
  func value(ofShort key: UInt64) -> UInt64 {
    let mask: UInt64 = (1 << shortBits) - 1
    var slot = Self.hash(key) >> (64 - shortBits)
    while true {
      // The slot is below the number of slots, by the shift and the mask.
      let entry = unsafe short[Int(truncatingIfNeeded: slot)]
      if entry.key == key { return entry.value }
      if entry.key == 0 { return 0 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The value of a field of seven bytes that a comma follows; 0 where it is not known or other.
  @inline(__always)
  func value(ofNumber word: UInt64) -> UInt64 {
    guard word >> 56 == UInt64(CSVScanner.comma) else { return 0 }
    return value(ofShort: word & 0x00FF_FFFF_FFFF_FFFF)
  }

  /// The value of a field of nine to 24 bytes; 0 where it is not known.
  func value(ofLong words: Words) -> UInt64 {
    var slot = Self.slot(of: words, longSlots.count)
    while longSlots[slot] >= 0 {
      let entry = long[Int(longSlots[slot])]
      if Self.areEqual(entry.words, words) { return entry.value }
      slot = (slot + 1) & (longSlots.count - 1)
    }
    return 0
  }

  /// Remembers the value, not 0, of content that was not known.
  mutating func remember(_ value: UInt64, for content: ArraySlice<UInt8>) {
    guard !content.isEmpty, content.count <= Self.longest, let words = Self.words(of: content)
    else { return }
    if content.count <= 8 {
      guard self.value(ofShort: words.first) == 0 else { return }
      if (shortCount + 1) * 4 > 1 << shortBits { growShort() }
      insert(words.first, value)
      shortCount += 1
    } else {
      guard self.value(ofLong: words) == 0 else { return }
      long.append(Entry(words: words, value: value))
      if long.count * 2 > longSlots.count {
        longSlots = [Int32](repeating: -1, count: longSlots.count * 2)
        for index in long.indices { place(index) }
      } else {
        place(long.count - 1)
      }
    }
  }

  private mutating func place(_ index: Int) {
    var slot = Self.slot(of: long[index].words, longSlots.count)
    while longSlots[slot] >= 0 { slot = (slot + 1) & (longSlots.count - 1) }
    longSlots[slot] = Int32(index)
  }

  private mutating func growShort() {
    let old = unsafe short
    let count = 1 << Int(shortBits)
    shortBits += 1
    unsafe short = Self.slots(count * 2)
    for slot in 0..<count where unsafe old[slot].key != 0 {
      unsafe insert(old[slot].key, old[slot].value)
    }
    unsafe old.deallocate()
  }

  private func insert(_ key: UInt64, _ value: UInt64) {
    let mask: UInt64 = (1 << shortBits) - 1
    var slot = Self.hash(key) >> (64 - shortBits)
    while unsafe short[Int(slot)].key != 0 { slot = (slot + 1) & mask }
    unsafe short[Int(slot)] = (key, value)
  }

  private static func slots(_ count: Int) -> UnsafeMutablePointer<(key: UInt64, value: UInt64)> {
    let slots = UnsafeMutablePointer<(key: UInt64, value: UInt64)>.allocate(capacity: count)
    unsafe slots.initialize(repeating: (0, 0), count: count)
    return unsafe slots
  }

  private static func words(of content: ArraySlice<UInt8>) -> Words? {
    guard !content.contains(0) else { return nil }
    var words = Words()
    for (index, byte) in content.enumerated() {
      let part = UInt64(byte) << UInt64(index % 8 * 8)
      switch index / 8 {
      case 0: words.first |= part
      case 1: words.second |= part
      default: words.third |= part
      }
    }
    return words
  }

  private static func areEqual(_ left: Words, _ right: Words) -> Bool {
    left.first == right.first && left.second == right.second && left.third == right.third
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  private static func slot(of words: Words, _ count: Int) -> Int {
    var mixed = hash(words.first) ^ words.second
    mixed = hash(mixed ^ mixed >> 31) ^ words.third
    mixed = hash(mixed ^ mixed >> 29)
    return Int(truncatingIfNeeded: mixed >> 33) & (count - 1)
  }
}
