/// How many pupils of each key one school has: a small hash table of plain memory.
///
/// - Invariant: no key is 0, which marks a free slot.
@safe
struct KeyCounts {
  // Plain memory, as this is touched once a row; whoever makes it frees it.
  private var slots: UnsafeMutablePointer<(key: UInt64, count: Int64)>?
  private(set) var used = 0
  private var bits: UInt64 = 0

  init() { unsafe slots = nil }

  /// Adds to the count of a key.
  @inline(__always)
  mutating func add(_ key: UInt64, _ count: Int64) {
    if let slots = unsafe slots {
      let mask: UInt64 = (1 << bits) - 1
      var slot = Self.hash(key) >> (64 - bits)
      while true {
        // The slot is below the number of slots, by the shift and the mask.
        let known = unsafe slots[Int(truncatingIfNeeded: slot)].key
        if known == key {
          unsafe slots[Int(truncatingIfNeeded: slot)].count += count
          return
        }
        if known == 0 { break }
        slot = (slot &+ 1) & mask
      }
    }
    insert(key, count)
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, _ count: Int64) {
    if unsafe slots == nil || (used + 1) * 2 > 1 << Int(bits) { grow() }
    place(key, count)
    used += 1
  }

  private func place(_ key: UInt64, _ count: Int64) {
    guard let slots = unsafe slots else { return }
    let mask: UInt64 = (1 << bits) - 1
    var slot = Self.hash(key) >> (64 - bits)
    while unsafe slots[Int(slot)].key != 0 { slot = (slot + 1) & mask }
    unsafe slots[Int(slot)] = (key, count)
  }

  private mutating func grow() {
    let old = unsafe slots
    let oldCount = unsafe old == nil ? 0 : 1 << Int(bits)
    bits = unsafe old == nil ? 4 : bits + 1
    let count = 1 << Int(bits)
    let new = UnsafeMutablePointer<(key: UInt64, count: Int64)>.allocate(capacity: count)
    unsafe new.initialize(repeating: (0, 0), count: count)
    unsafe slots = new
    guard let old = unsafe old else { return }
    for slot in 0..<oldCount where unsafe old[slot].key != 0 {
      unsafe place(old[slot].key, old[slot].count)
    }
    unsafe old.deallocate()
  }

  /// Gives every key and its count, in no particular order.
  func forEach(_ body: (UInt64, Int64) -> Void) {
    guard let slots = unsafe slots else { return }
    for slot in 0..<(1 << Int(bits)) {
      let entry = unsafe slots[slot]
      if entry.key != 0 { body(entry.key, entry.count) }
    }
  }

  /// Frees the memory; nothing is left.
  mutating func free() {
    unsafe slots?.deallocate()
    unsafe slots = nil
    used = 0
    bits = 0
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 32
  }
}
