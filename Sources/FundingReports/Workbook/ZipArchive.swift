/// Named parts in one file, as workbooks are kept.
///
/// - Invariant: equal parts give equal bytes: every part has the same date, 1 January 1980.
/// - Source: PKWARE APPNOTE 6.3.3, of which ISO/IEC 29500-2 allows methods 0 and 8.
enum ZipArchive {
  /// A part of the archive.
  struct Part {
    /// Its name.
    let name: String
    /// Its content.
    let bytes: [UInt8]
  }

  /// The archive's bytes.
  static func bytes(of parts: [Part]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let (method, content) = packed(part.bytes)
      let start = file.count
      let name = Array(part.name.utf8)
      var about: [UInt8] = []
      add(20, 2, to: &about)  // Needs version 2.0.
      add(1 << 11, 2, to: &about)  // Names are UTF-8.
      add(method, 2, to: &about)
      add(0, 2, to: &about)  // The time, midnight,
      add(1 << 5 | 1, 2, to: &about)  // and the date.
      add(Int(CRC32.of(part.bytes)), 4, to: &about)
      add(content.count, 4, to: &about)
      add(part.bytes.count, 4, to: &about)
      add(name.count, 2, to: &about)
      add(0, 2, to: &about)  // No extra field.
      add(0x0403_4B50, 4, to: &file)
      file += about + name + content
      add(0x0201_4B50, 4, to: &directory)
      add(20, 2, to: &directory)  // Made by version 2.0.
      directory += about
      add(0, 2, to: &directory)  // No comment,
      add(0, 2, to: &directory)  // on the one disk,
      add(0, 2, to: &directory)  // binary,
      add(0, 4, to: &directory)  // no attributes.
      add(start, 4, to: &directory)
      directory += name
    }
    let start = file.count
    precondition(start < Int(UInt32.max), "a workbook is below four gibibytes")
    file += directory
    add(0x0605_4B50, 4, to: &file)
    add(0, 4, to: &file)
    add(parts.count, 2, to: &file)
    add(parts.count, 2, to: &file)
    add(directory.count, 4, to: &file)
    add(start, 4, to: &file)
    add(0, 2, to: &file)
    return file
  }

  /// Compressed, where that is shorter.
  private static func packed(_ bytes: [UInt8]) -> (method: Int, bytes: [UInt8]) {
    let short = Deflate.bytes(of: bytes)
    return short.count < bytes.count ? (8, short) : (0, bytes)
  }

  /// Adds a number, its lowest byte first.
  private static func add(_ number: Int, _ count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
