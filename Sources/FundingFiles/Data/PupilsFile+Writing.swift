public import FundingModel

/// Writes pupils as files of counts.
public enum CountsFile {
  /// The text of a file of counts: `school`, the fields, `count`.
  ///
  /// Reading it back gives the same table, if the table is canonical. Rows are by school, then
  /// pupil; fields in the table's order.
  public static func text(_ pupils: PupilTable, of schools: SchoolTable) -> String {
    PupilRows(pupils, of: schools, isCounted: true).text()
  }

  /// Writes a file of counts piece by piece, the same bytes for any number of threads.
  public static func write(
    _ pupils: PupilTable, of schools: SchoolTable, threads: Int,
    to sink: ([UInt8]) throws -> Void
  ) rethrows {
    try PupilRows(pupils, of: schools, isCounted: true).write(threads: threads, to: sink)
  }
}

extension PupilsFile {
  /// The text of a file of pupils, a row each: `school` and the fields.
  ///
  /// Reading it back gives the same table, if the table is canonical.
  public static func text(_ pupils: PupilTable, of schools: SchoolTable) -> String {
    PupilRows(pupils, of: schools, isCounted: false).text()
  }

  /// Writes a file of pupils piece by piece, the same bytes for any number of threads.
  public static func write(
    _ pupils: PupilTable, of schools: SchoolTable, threads: Int,
    to sink: ([UInt8]) throws -> Void
  ) rethrows {
    try PupilRows(pupils, of: schools, isCounted: false).write(threads: threads, to: sink)
  }
}

/// The rows that both kinds of file share.
private struct PupilRows: Sendable {
  /// About how many rows are put together at a time.
  private static let rowsAtATime = 8_000

  private let pupils: PupilTable
  private let schools: SchoolTable
  private let isCounted: Bool
  /// Each distinct pupil's fields, put together once, however many rows it makes.
  private let fields: [[UInt8]]

  init(_ pupils: PupilTable, of schools: SchoolTable, isCounted: Bool) {
    precondition(pupils.starts.count == schools.count + 1, "pupils must be of these schools")
    (self.pupils, self.schools, self.isCounted) = (pupils, schools, isCounted)
    fields = (0..<pupils.distinctCount).map { pupil in
      Array(pupils.columns.map { "," + CSVWriter.field($0[pupil]?.written ?? "") }.joined().utf8)
    }
  }

  func text() -> String {
    var bytes: [UInt8] = []
    write(threads: 1) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(threads: Int, to sink: ([UInt8]) throws -> Void) rethrows {
    var header = CSVWriter()
    header.row(["school"] + pupils.columns.map(\.field.name) + (isCounted ? ["count"] : []))
    try sink(Array(header.text.utf8))
    let ranges = ranges()
    for start in stride(from: 0, to: ranges.count, by: max(1, threads)) {
      let some = ranges[start..<min(ranges.count, start + max(1, threads))]
      let pieces = Threads.results(some.count, threads: threads) {
        rows(of: some[some.startIndex + $0])
      }
      for piece in pieces { try sink(piece) }
    }
  }

  /// Schools in groups of about as many rows.
  private func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var rows: Int64 = 0
    for school in 0..<schools.count {
      rows +=
        isCounted
        ? Int64(pupils.entries(ofSchool: school).count) : pupils.heads(ofSchool: school)
      if rows >= Self.rowsAtATime || school == schools.count - 1 {
        ranges.append(start..<(school + 1))
        (start, rows) = (school + 1, 0)
      }
    }
    return ranges
  }

  private func rows(of range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.rowsAtATime * 64)
    for school in range {
      let number = Array(SchoolNumber.text(schools.numbers[school]).utf8)
      for entry in pupils.entries(ofSchool: school) {
        let count = pupils.counts[entry]
        for _ in 0..<(isCounted ? 1 : count) {
          bytes += number
          bytes += fields[Int(pupils.pupils[entry])]
          if isCounted {
            bytes.append(CSVScanner.comma)
            Self.append(count, to: &bytes)
          }
          bytes.append(CSVScanner.lineFeed)
        }
      }
    }
    return bytes
  }

  /// Appends a number from nought in digits.
  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
