/// One field of a row, as the bytes it stands on.
///
/// - Shape: `start..<end` is the content, without the quotes around it.
struct CSVCell: Hashable, Sendable {
  /// The first byte of the content.
  let start: Int
  /// The byte after the content.
  let end: Int
  /// Whether quotes stand around it.
  let isQuoted: Bool
  /// Whether a doubled quote inside stands for one quote.
  let hasDoubledQuotes: Bool

  /// Whether nothing is in it.
  var isBlank: Bool { start == end }

  /// The content as text; nil where it is not UTF-8.
  func text(in bytes: [UInt8]) -> String? {
    guard hasDoubledQuotes else {
      return String(validating: bytes[start..<end], as: UTF8.self)
    }
    var content: [UInt8] = []
    var position = start
    while position < end {
      content.append(bytes[position])
      // Inside quotes a quote is always one of a pair.
      position += bytes[position] == CSVScanner.quote ? 2 : 1
    }
    return String(validating: content, as: UTF8.self)
  }
}
