extension PupilRowCounter {
  /// Counts rows for as long as each of their fields is known; gives where the next row begins.
  ///
  /// - Shape: reads at most `RowBlocks.padding` bytes beyond `end`.
  func countPlainRows(_ buffer: [UInt8], _ start: Int, _ end: Int) -> Int {
    precondition(end + RowBlocks.padding <= buffer.count, "a block needs bytes to spare")
    let (schools, tables) = unsafe (self.schools, self.tables)
    let looksAtTails = looksAtTails
    var (rows, hits) = (0, 0)
    defer {
      line += rows
      tailUse.add(hits: hits, of: rows)
    }
    return unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return start }
      var position = start
      var last = (head: UInt64(0), school: UInt64(0))
      while position < end {
        var tail = RowTails.Found(key: 0, length: 0, place: 0)
        if looksAtTails {
          let head = unsafe UInt64(
            littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
          if head != last.head {
            last = unsafe (head, tables[0].value(ofNumber: head))
          }
          if last.school != 0 {
            tail = unsafe tails.find(base + position + 8)
            if tail.key != 0 {
              // The school is one that the finder gave, so it is among the schools.
              unsafe schools[Int(truncatingIfNeeded: last.school) &- 1].add(tail.key, 1)
              position += 8 + tail.length
              rows += 1
              hits += 1
              continue
            }
          }
        }
        guard let row = unsafe plainRow(base + position) else { return position }
        // A line feed inside quotes would end the tail before the row.
        if tail.length > 0, row.length == 8 + tail.length {
          unsafe tails.remember(base + position + 8, tail, key: row.key)
        }
        // The same holds for this school.
        if row.number > 0 {
          unsafe schools[Int(truncatingIfNeeded: row.school) &- 1].add(row.key, row.number)
        }
        position += row.length
        rows += 1
      }
      return position
    }
  }

  /// A row whose every field is known.
  private struct PlainRow {
    var key: UInt64
    /// The school's row, + 1.
    var school: UInt64 = 0
    var number: Int64 = 1
    /// How many bytes, with the line break.
    var length = 0
  }

  /// Reads a row field by field; nil where one is not known.
  @inline(__always)
  private func plainRow(_ start: UnsafeRawPointer) -> PlainRow? {
    let (tables, roles) = unsafe (self.tables, self.roles)
    let isPacked = layout.isPacked
    var row = PlainRow(key: constantPart)
    var position = 0
    var column = 0
    while column < width {
      let role = unsafe roles[column]
      // A field ends inside the block or in the padding, whose noughts end any field.
      let word = unsafe start.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      var field = Self.field(UInt64(littleEndian: word))
      if field.length < 0 {
        unsafe field =
          role.kind == .skipped
          ? Self.skipped(start + position) : Self.longField(start + position)
        if field.length < 0 { return nil }
      }
      var value: UInt64 = 0
      switch role.kind {
      case .skipped: break
      case .field where field.length == 0: value = role.blank
      case .field, .school:
        unsafe value =
          field.length <= 8
          ? tables[column].value(ofShort: field.words.first)
          : tables[column].value(ofLong: field.words)
        guard value != 0 else { return nil }
      case .count:
        guard let digits = Self.whole(field) else { return nil }
        row.number = digits
      }
      switch role.kind {
      case .school: row.school = value
      case .field where isPacked: row.key |= value
      case .field: unsafe wideRow[role.coder] = Int32(truncatingIfNeeded: value) - 1
      case .count, .skipped: break
      }
      position += field.taken
      let ending = unsafe start.load(fromByteOffset: position, as: UInt8.self)
      column += 1
      if column < width {
        guard ending == CSVScanner.comma else { return nil }
        position += 1
      } else if ending == CSVScanner.lineFeed {
        position += 1
      } else if unsafe ending == CSVScanner.carriageReturn
        && start.load(fromByteOffset: position + 1, as: UInt8.self) == CSVScanner.lineFeed
      {
        position += 2
      } else {
        return nil
      }
    }
    if !isPacked { row.key = wideKey() }
    row.length = position
    return row
  }

  /// A field found in the bytes.
  private struct Field {
    /// How many bytes of content; -1 where the loop can't tell.
    var length: Int
    /// How many bytes with quotes.
    var taken: Int
    var words = FieldTable.Words()
  }

  /// The field that a word of eight bytes begins with, if it ends there.
  @inline(__always)
  private static func field(_ word: UInt64) -> Field {
    var marks = bytesThatMayEnd(word)
    while marks != 0 {
      let bit = UInt64(truncatingIfNeeded: marks.trailingZeroBitCount) & 0x38
      if isEnd(word >> bit & 0xFF) {
        // A quote is for the slower way; at the very beginning it opens a field.
        guard word >> bit & 0xFF != 0x22 else { break }
        let length = Int(truncatingIfNeeded: bit >> 3)
        return Field(
          length: length, taken: length,
          words: FieldTable.Words(first: word & ((1 << bit) &- 1)))
      }
      marks &= marks &- 1
    }
    return Field(length: -1, taken: 0)
  }

  /// Marks the top bit of each byte below 0x2D; after the first mark perhaps of a 0x2D too.
  @inline(__always)
  private static func bytesThatMayEnd(_ word: UInt64) -> UInt64 {
    (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080
  }

  /// Whether a byte ends a field or the loop's patience: comma, line feed, carriage return, quote
  /// or NUL.
  @inline(__always)
  private static func isEnd(_ byte: UInt64) -> Bool {
    (1 << 0x2C | 1 << 0x0A | 1 << 0x0D | 1 << 0x22 | 1) >> byte & 1 != 0
  }

  /// A field of up to 24 bytes, or a plain quoted one of up to 23.
  private static func longField(_ start: UnsafeRawPointer) -> Field {
    var field = Field(length: 0, taken: 0)
    let isQuoted = unsafe start.load(as: UInt8.self) == CSVScanner.quote
    let first = isQuoted ? 1 : 0
    var length = 0
    while length <= FieldTable.longest {
      // Within the padding, as a NUL stops the loop.
      let byte = unsafe UInt64(start.load(fromByteOffset: first + length, as: UInt8.self))
      let ends = byte < 0x2D && isEnd(byte)
      if isQuoted && byte == UInt64(CSVScanner.comma) {
        // Part of the content.
      } else if ends {
        guard isQuoted == (byte == UInt64(CSVScanner.quote)) else { break }
        field.length = length
        field.taken = length + 2 * first
        return field
      }
      guard length < FieldTable.longest else { break }
      let part = byte << UInt64(length % 8 * 8)
      switch length / 8 {
      case 0: field.words.first |= part
      case 1: field.words.second |= part
      default: field.words.third |= part
      }
      length += 1
    }
    return Field(length: -1, taken: 0)
  }

  /// A field that nothing is to be known of but its end.
  private static func skipped(_ start: UnsafeRawPointer) -> Field {
    var length = 0
    while true {
      // A NUL, of which the padding has some, stops the loop.
      let byte = unsafe UInt64(start.load(fromByteOffset: length, as: UInt8.self))
      if byte < 0x2D, isEnd(byte) {
        guard byte != UInt64(CSVScanner.quote), byte != 0 else {
          return Field(length: -1, taken: 0)
        }
        return Field(length: length, taken: length)
      }
      length += 1
    }
  }

  /// A whole number of one to eight digits; nil for anything else.
  private static func whole(_ field: Field) -> Int64? {
    guard field.length > 0, field.length <= 8 else { return nil }
    var number: Int64 = 0
    for place in 0..<field.length {
      let digit = Int64(field.words.first >> UInt64(place * 8) & 0xFF) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// The key of the pupil in `wideRow`.
  func wideKey() -> UInt64 {
    let row = (0..<coders.count).map { unsafe wideRow[$0] }
    return UInt64(wide.number(of: row)) + 1
  }
}
