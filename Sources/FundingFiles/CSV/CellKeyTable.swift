/// Codes of short texts, found by their bytes.
///
/// A text of at most seven bytes and its length make one whole number, so that a lookup compares
/// nothing but numbers; longer texts go the slower way through a dictionary.
struct CellKeyTable {
  private var keys = [UInt64](repeating: 0, count: 64)
  private var codes = [Int32](repeating: 0, count: 64)
  private var count = 0
  private var long: [ArraySlice<UInt8>: Int32] = [:]

  /// The code of a field's content; nil where it is not known yet.
  func code(of cell: CSVCell, in bytes: [UInt8]) -> Int32? {
    guard let key = Self.key(of: cell, in: bytes) else { return long[bytes[cell.start..<cell.end]] }
    let mask = keys.count - 1
    var slot = Self.slot(of: key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return codes[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Remembers the code of a field's content that was not known.
  mutating func remember(_ code: Int32, for cell: CSVCell, in bytes: [UInt8]) {
    guard let key = Self.key(of: cell, in: bytes) else {
      long[bytes[cell.start..<cell.end]] = code
      return
    }
    if count * 2 >= keys.count { grow() }
    insert(key, code)
    count += 1
  }

  private mutating func insert(_ key: UInt64, _ code: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(of: key, mask)
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    codes[slot] = code
  }

  private mutating func grow() {
    let old = zip(keys, codes).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    codes = [Int32](repeating: 0, count: keys.count)
    for (key, code) in old { insert(key, code) }
  }

  /// Bytes and length in one number, never nought; nil for more than seven bytes.
  private static func key(of cell: CSVCell, in bytes: [UInt8]) -> UInt64? {
    let length = cell.end - cell.start
    guard length <= 7 else { return nil }
    var key = UInt64(length + 1)
    for position in cell.start..<cell.end { key = key << 8 | UInt64(bytes[position]) }
    return key
  }

  private static func slot(of key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
