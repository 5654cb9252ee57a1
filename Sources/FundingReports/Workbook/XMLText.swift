/// Text as a part of a workbook holds it.
enum XMLText {
  /// The longest text that a cell may hold, in UTF-16 units.
  static let longest = 32_767

  /// A text with everything escaped that XML or a workbook would take for something else.
  ///
  /// What XML can't hold is written `_x0007_`, as workbooks do, and a text that looks like that
  /// already has its first underscore written so. A text too long for a cell is cut, with an
  /// ellipsis.
  ///
  /// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
  static func escaped(_ text: String) -> String {
    let text = fitted(text)
    guard text.unicodeScalars.contains(where: needsEscape) else { return text }
    var escaped = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "_" where looksEscaped(rest): escaped += "_x005F_"
      case _ where isForbidden(scalar): escaped += "_x" + hexadecimal(scalar.value) + "_"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An element's text that keeps its spaces: `<t>…</t>`.
  static func element(_ text: String) -> String {
    let keeps =
      text.first?.isWhitespace == true || text.last?.isWhitespace == true
      || text.contains("\n")
    return (keeps ? "<t xml:space=\"preserve\">" : "<t>") + escaped(text) + "</t>"
  }

  private static func fitted(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
    var short = ""
    var count = 1
    for character in text {
      count += character.utf16.count
      if count > longest { break }
      short.append(character)
    }
    return short + "…"
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "&", "<", ">", "\"", "_": true
    default: isForbidden(scalar)
    }
  }

  /// Control characters other than tab and line feed, and the two that are no characters.
  ///
  /// A carriage return may stand in XML, which then reads it as a line feed.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether what follows an underscore is `xHHHH_`.
  private static func looksEscaped(_ rest: Substring.UnicodeScalarView) -> Bool {
    let next = Array(rest.prefix(6))
    return next.count == 6 && next[0] == "x" && next[5] == "_"
      && next[1...4].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
