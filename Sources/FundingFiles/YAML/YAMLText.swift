import Diagnostics

/// A file's text by lines, for finding where the YAML reader's marks are.
///
/// - Units: the YAML reader counts columns in Unicode scalars, people count characters.
struct YAMLText: Sendable {
  /// The text.
  let text: String
  /// Its lines' scalars, without line breaks.
  let lines: [[Unicode.Scalar]]

  /// Splits a text.
  init(_ text: String) {
    self.text = text
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.last == "\r" ? Array($0.dropLast()) : Array($0) }
  }

  /// A line's scalars, counted from 1; none beyond the end.
  func line(_ number: Int) -> [Unicode.Scalar] {
    lines.indices.contains(number - 1) ? lines[number - 1] : []
  }

  /// The scalar at a mark; nil at a line's end.
  func scalar(line: Int, column: Int) -> Unicode.Scalar? {
    let scalars = self.line(line)
    return scalars.indices.contains(column - 1) ? scalars[column - 1] : nil
  }

  /// The stretch from a mark, of so many scalars, as people count.
  func span(line: Int, column: Int, scalars: Int = 1) -> SourceSpan {
    let all = self.line(line)
    let before = Swift.max(0, Swift.min(column - 1, all.count))
    let end = Swift.max(before, Swift.min(before + scalars, all.count))
    return SourceSpan(
      line: line, column: Self.characters(all[..<before]) + 1,
      length: Self.characters(all[before..<end]))
  }

  /// How many characters some scalars make.
  static func characters(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    guard scalars.contains(where: Self.mayJoin) else { return scalars.count }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).count
  }

  /// Whether a scalar may make one character with a neighbour in its line.
  ///
  /// Below U+0300, where combining marks begin, only a carriage return and the line feed after it
  /// do, and lines hold no line feeds.
  static func mayJoin(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x300 }

  /// Reports characters that YAML and people don't count as lines the same way, and those that
  /// YAML forbids.
  func checkCharacters(into mistakes: inout MistakeCollector) {
    for (index, line) in lines.enumerated() {
      for (offset, scalar) in line.enumerated() {
        switch scalar.value {
        case 0x0D, 0x85, 0x2028, 0x2029:
          mistakes.add(.oddLineBreak, at: span(line: index + 1, column: offset + 1))
        case 0..<0x09, 0x0A..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF:
          mistakes.add(.controlCharacter, at: span(line: index + 1, column: offset + 1))
        default: continue
        }
      }
    }
  }
}
