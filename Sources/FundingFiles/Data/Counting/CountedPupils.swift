/// What one thread counted, in small: distinct pupils with a number each, and each school's counts.
struct CountedPupils: Sendable {
  /// The distinct pupils' codes, as the thread's own coders gave them.
  let codes: [Int32]
  /// How many codes a pupil has.
  let width: Int
  /// Where each school's entries begin; one more than there are schools.
  let starts: [Int]
  /// For each entry, the number of its distinct pupil.
  let pupils: [Int32]
  /// For each entry, how many.
  let counts: [Int64]

  /// How many distinct pupils.
  var distinctCount: Int { width == 0 ? 0 : codes.count / width }

  /// Takes what a thread counted out of its tables, which are then empty.
  init(draining counter: PupilRowCounter) {
    width = counter.coders.count
    var numbers = KeyNumbers()
    var starts = [0]
    var pupils: [Int32] = []
    var counts: [Int64] = []
    for school in 0..<counter.schoolCount {
      counter.drain(school) { key, count in
        pupils.append(numbers.number(of: key))
        counts.append(count)
      }
      starts.append(pupils.count)
    }
    let layout = counter.layout
    codes = numbers.keys.flatMap { key in
      layout.isPacked ? layout.codes(of: key) : Array(counter.wide.row(Int(key) - 1))
    }
    (self.starts, self.pupils, self.counts) = (starts, pupils, counts)
  }
}

/// Numbers for keys, from 0 in order of appearance.
private struct KeyNumbers {
  private(set) var keys: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  /// The number of a key; a new one where it was not known.
  mutating func number(of key: UInt64) -> Int32 {
    var slot = Self.slot(of: key, slots.count)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(keys.count)
    slots[slot] = number
    keys.append(key)
    if keys.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for (index, key) in keys.enumerated() {
        var slot = Self.slot(of: key, slots.count)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(index)
      }
    }
    return number
  }

  private static func slot(of key: UInt64, _ count: Int) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }
}

extension PupilRowCounter {
  /// Gives every key and count of a school, and frees them.
  func drain(_ school: Int, _ body: (UInt64, Int64) -> Void) {
    precondition(school >= 0 && school < schoolCount, "a school must be among the schools")
    unsafe schools[school].forEach(body)
    unsafe schools[school].free()
  }
}
