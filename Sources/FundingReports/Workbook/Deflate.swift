/// Compression by repeats and fixed codes: smaller XML without a C library.
///
/// One block of fixed Huffman codes. The same bytes always give the same result.
///
/// - Source: RFC 1951, sections 3.2.5 and 3.2.6.
enum Deflate {
  /// How far back a repeat may begin.
  static let window = 32_768
  /// The longest repeat.
  static let longest = 258
  /// The shortest repeat looked for; shorter ones save next to nothing.
  static let shortest = 4
  /// How many earlier places are tried for each byte.
  private static let tries = 12

  /// The compressed bytes.
  static func bytes(of input: [UInt8]) -> [UInt8] {
    var bits = BitWriter(capacity: input.count / 6 + 64)
    bits.add(1, count: 1)  // The last block,
    bits.add(1, count: 2)  // of fixed codes.
    var earlier = EarlierPlaces(count: input.count)
    var place = 0
    while place < input.count {
      let found = longestRepeat(at: place, in: input, earlier)
      guard found.length >= shortest else {
        earlier.add(place, in: input)
        bits.add(literalOrLength: Int(input[place]))
        place += 1
        continue
      }
      bits.add(length: found.length)
      bits.add(distance: found.distance)
      for step in 0..<found.length { earlier.add(place + step, in: input) }
      place += found.length
    }
    bits.add(literalOrLength: 256)
    return bits.finished()
  }

  private static func longestRepeat(
    at place: Int, in input: [UInt8], _ earlier: EarlierPlaces
  ) -> (length: Int, distance: Int) {
    let limit = min(longest, input.count - place)
    guard limit >= shortest else { return (0, 0) }
    var best = (length: 0, distance: 0)
    var candidate = earlier.first(for: place, in: input)
    var left = tries
    while candidate >= 0, place - candidate <= window, left > 0 {
      left -= 1
      // Only one that goes beyond the best so far is worth comparing.
      if best.length < limit, input[candidate + best.length] == input[place + best.length] {
        var length = 0
        while length < limit, input[candidate + length] == input[place + length] { length += 1 }
        if length > best.length { best = (length, place - candidate) }
        if length == limit { break }
      }
      candidate = earlier.before(candidate)
    }
    return best
  }
}

/// Where the same four bytes stood before.
private struct EarlierPlaces {
  private static let size = 1 << 15
  private var heads = [Int32](repeating: -1, count: size)
  /// For each place within a window, the one before it of the same hash.
  private var previous = [Int32](repeating: -1, count: Deflate.window)

  init(count: Int) {
    precondition(count < Int(Int32.max), "a part of a workbook is below two gibibytes")
  }

  mutating func add(_ place: Int, in input: [UInt8]) {
    guard place + Deflate.shortest <= input.count else { return }
    let hash = Self.hash(place, input)
    previous[place % Deflate.window] = heads[hash]
    heads[hash] = Int32(truncatingIfNeeded: place)
  }

  func first(for place: Int, in input: [UInt8]) -> Int { Int(heads[Self.hash(place, input)]) }

  func before(_ place: Int) -> Int {
    let earlier = Int(previous[place % Deflate.window])
    // What a later place has overwritten would lead forward.
    return earlier < place ? earlier : -1
  }

  private static func hash(_ place: Int, _ input: [UInt8]) -> Int {
    let four =
      UInt32(input[place]) | UInt32(input[place + 1]) << 8 | UInt32(input[place + 2]) << 16
      | UInt32(input[place + 3]) << 24
    return Int((four &* 2_654_435_761) >> 17)
  }
}

/// Puts codes of any length together into bytes.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds bits, the lowest first.
  mutating func add(_ bits: Int, count added: Int) {
    pending |= UInt64(bits) << UInt64(count)
    count += added
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  mutating func add(literalOrLength symbol: Int) {
    let code = Self.codes[symbol]
    add(code.bits, count: code.count)
  }

  mutating func add(length: Int) {
    let step = Self.lengths.last { $0.base <= length } ?? (257, 3, 0)
    add(literalOrLength: step.symbol)
    add(length - step.base, count: step.extra)
  }

  mutating func add(distance: Int) {
    let step = Self.distances.last { $0.base <= distance } ?? (0, 1, 0)
    add(Self.reversed(step.symbol, count: 5), count: 5)
    add(distance - step.base, count: step.extra)
  }

  mutating func finished() -> [UInt8] {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    return bytes
  }

  /// The fixed codes of literals and lengths, ready to be written lowest bit first.
  private static let codes: [(bits: Int, count: Int)] = (0..<288).map { symbol in
    switch symbol {
    case ..<144: (reversed(0b0011_0000 + symbol, count: 8), 8)
    case ..<256: (reversed(0b1_1001_0000 + symbol - 144, count: 9), 9)
    case ..<280: (reversed(symbol - 256, count: 7), 7)
    default: (reversed(0b1100_0000 + symbol - 280, count: 8), 8)
    }
  }

  private static let lengths: [(symbol: Int, base: Int, extra: Int)] = {
    var steps: [(Int, Int, Int)] = []
    var base = 3
    for symbol in 257..<285 {
      let extra = max(0, (symbol - 261) / 4)
      steps.append((symbol, base, extra))
      base += 1 << extra
    }
    return steps + [(285, Deflate.longest, 0)]
  }()

  private static let distances: [(symbol: Int, base: Int, extra: Int)] = {
    var steps: [(Int, Int, Int)] = []
    var base = 1
    for symbol in 0..<30 {
      let extra = max(0, symbol / 2 - 1)
      steps.append((symbol, base, extra))
      base += 1 << extra
    }
    return steps
  }()

  private static func reversed(_ code: Int, count: Int) -> Int {
    (0..<count).reduce(0) { $0 << 1 | (code >> $1) & 1 }
  }
}
