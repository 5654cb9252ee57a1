/// Reads archives back, written from the specifications alone: a list of parts, each inflated.
///
/// - Source: PKWARE APPNOTE 6.3.3; RFC 1951, stored blocks and fixed codes.
struct Unzipped {
  /// The parts by name, and their names in order.
  private(set) var parts: [String: [UInt8]] = [:]
  private(set) var names: [String] = []
  /// The checksums that the archive gives.
  private(set) var sums: [String: UInt32] = [:]

  struct Broken: Error {}

  init(_ file: [UInt8]) throws {
    func number(_ at: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(file[at + $1]) << (8 * $1) }
    }
    let end = file.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw Broken() }
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(entry, 4) == 0x0201_4B50 else { throw Broken() }
      let length = number(entry + 28, 2)
      let name = String(decoding: file[(entry + 46)..<(entry + 46 + length)], as: UTF8.self)
      let local = number(entry + 42, 4)
      guard number(local, 4) == 0x0403_4B50 else { throw Broken() }
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let packed = Array(file[start..<(start + number(entry + 20, 4))])
      let content = number(entry + 10, 2) == 0 ? packed : try Self.inflated(packed)
      guard content.count == number(entry + 24, 4) else { throw Broken() }
      names.append(name)
      parts[name] = content
      sums[name] = UInt32(number(entry + 16, 4))
      entry += 46 + length + number(entry + 30, 2) + number(entry + 32, 2)
    }
  }

  /// A part as text.
  func text(_ name: String) -> String { String(decoding: parts[name] ?? [], as: UTF8.self) }

  /// Undoes a stream of stored and fixed blocks.
  static func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
    var place = 0
    func bit() throws -> Int {
      guard place / 8 < bytes.count else { throw Broken() }
      defer { place += 1 }
      return Int(bytes[place / 8] >> UInt8(place % 8)) & 1
    }
    func bits(_ count: Int) throws -> Int {
      try (0..<count).reduce(0) { $0 | (try bit()) << $1 }
    }
    func code(_ count: Int, after start: Int = 0) throws -> Int {
      try (0..<count).reduce(start) { code, _ in code << 1 | (try bit()) }
    }
    func symbol() throws -> Int {
      let seven = try code(7)
      if seven <= 0b001_0111 { return 256 + seven }
      let eight = try code(1, after: seven)
      if 0b0011_0000...0b1011_1111 ~= eight { return eight - 0b0011_0000 }
      if 0b1100_0000...0b1100_0111 ~= eight { return 280 + eight - 0b1100_0000 }
      return 144 + (try code(1, after: eight)) - 0b1_1001_0000
    }
    let lengths = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
      131, 163, 195, 227, 258,
    ]
    let distances = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
      2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ]
    var content: [UInt8] = []
    while true {
      let isLast = try bit() == 1
      guard try bits(2) == 1 else { throw Broken() }
      while true {
        let found = try symbol()
        if found < 256 {
          content.append(UInt8(found))
          continue
        }
        if found == 256 { break }
        let length =
          lengths[found - 257] + (try bits(found < 265 || found == 285 ? 0 : (found - 261) / 4))
        let step = try code(5)
        let distance = distances[step] + (try bits(step < 4 ? 0 : step / 2 - 1))
        guard distance <= content.count else { throw Broken() }
        for _ in 0..<length { content.append(content[content.count - distance]) }
      }
      if isLast { return content }
    }
  }
}
