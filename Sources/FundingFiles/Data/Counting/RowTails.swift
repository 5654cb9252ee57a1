/// What the rows of a file hold after their school, found by their bytes at one look: pupils alike
/// have the same bytes, and a file has few different pupils.
///
/// A fixed number of places, each for one tail of at most 64 bytes; a newcomer takes the place of
/// what was there.
/// - Invariant: only a tail that was read field by field and found right is remembered, with its
///   line feed, the first in it; so equal bytes mean an equal pupil and the row's end.
@safe
struct RowTails: ~Copyable {
  /// The longest tail, in words of eight bytes.
  static let words = 8

  /// A tail as it begins at some bytes, and what it is known to mean.
  struct Found {
    /// The key of the pupil; 0 where the tail is not known.
    var key: UInt64
    /// How many bytes, with the line feed; 0 where the tail is too long.
    var length: Int
    /// Where it is kept, or would be.
    var place: Int
  }

  private static let bits: UInt64 = 16
  /// Words of a place: those of the tail, then its key.
  private static let stride = words + 1

  // Plain memory, as this is looked at once a row; noughts, which no tail begins with, are free.
  private let memory: UnsafeMutablePointer<UInt64>

  init() {
    let count = Self.stride << Int(Self.bits)
    unsafe memory = .allocate(capacity: count)
    unsafe memory.initialize(repeating: 0, count: count)
  }

  deinit { unsafe memory.deallocate() }

  /// Looks up the tail that begins at some bytes.
  ///
  /// - Shape: 64 bytes may be read, whatever is in those after the tail.
  @inline(__always)
  func find(_ start: UnsafeRawPointer) -> Found {
    var hash: UInt64 = 0
    var index = 0
    var last: UInt64 = 0
    var marks: UInt64 = 0
    while true {
      let word = unsafe UInt64(
        littleEndian: start.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
      marks = Self.lineFeeds(word)
      if marks != 0 {
        // All bytes up to the first line feed.
        last = word & (marks ^ (marks &- 1))
        break
      }
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index &+= 1
      guard index < Self.words else { return Found(key: 0, length: 0, place: 0) }
    }
    let mixed = (hash ^ last) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: mixed >> (64 - Self.bits)) &* Self.stride
    let length = index &* 8 &+ (marks.trailingZeroBitCount &+ 1) &>> 3
    // The place is below the number of places, by the shift.
    let kept = unsafe memory + place
    var difference = unsafe kept[index] ^ last
    var word = 0
    while word < index {
      unsafe difference |=
        kept[word]
        ^ UInt64(littleEndian: start.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self))
      word &+= 1
    }
    let key = unsafe difference == 0 ? kept[Self.words] : 0
    return Found(key: key, length: length, place: place)
  }

  /// Remembers the tail that begins at some bytes, as `find` found it.
  func remember(_ start: UnsafeRawPointer, _ found: Found, key: UInt64) {
    let kept = unsafe memory + found.place
    var left = found.length
    var word = 0
    while left > 0 {
      let bytes = unsafe UInt64(
        littleEndian: start.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
      unsafe kept[word] = left >= 8 ? bytes : bytes & ((1 << UInt64(left * 8)) - 1)
      left -= 8
      word += 1
    }
    unsafe kept[Self.words] = key
  }

  /// Marks the top bit of each line feed; after the first perhaps of other bytes too.
  @inline(__always)
  private static func lineFeeds(_ word: UInt64) -> UInt64 {
    let others = word ^ 0x0A0A_0A0A_0A0A_0A0A
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }
}

/// Whether looking at tails pays: not where nearly every row is new, as with a column of numbers.
struct TailUse {
  /// How many blocks go by before tails are tried again.
  private static let rest = 15

  private var hits = 0
  private var rows = 0
  private var resting = 0

  /// Whether the block at hand is to be read by tails.
  var isWorthwhile: Bool { resting == 0 }

  /// Notes how many of some rows were found by their tails.
  mutating func add(hits: Int, of rows: Int) {
    self.hits += hits
    self.rows += rows
  }

  /// Ends a block.
  mutating func endBlock() {
    if resting > 0 {
      resting -= 1
    } else if hits * 4 < rows {
      resting = Self.rest
    }
    (hits, rows) = (0, 0)
  }
}
