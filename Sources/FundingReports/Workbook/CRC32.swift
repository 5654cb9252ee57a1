/// The checksum that ZIP archives carry.
///
/// - Source: ISO 3309, the polynomial 0xEDB88320, as the ZIP specification (APPNOTE 4.4.7) asks.
enum CRC32 {
  /// The checksum of some bytes.
  static func of(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32.zero
    for byte in bytes {
      sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8)
    }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in
      value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1
    }
  }
}
