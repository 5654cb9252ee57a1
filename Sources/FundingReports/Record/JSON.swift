public import FundingModel

/// A JSON value whose members keep the order in which they were given.
///
/// The same value is always the same text: no clock, no hash order, no floating point.
public indirect enum JSON: Hashable, Sendable {
  /// An object.
  case object([Member])
  /// An array.
  case array([JSON])
  /// A text.
  case text(String)
  /// A whole number.
  case whole(Int64)
  /// Pounds with two decimals, as a number.
  case money(Money)
  /// A decimal, to at most twelve places.
  case decimal(Rational)
  /// A percentage with two decimals, as a number.
  case percent(Rational)
  /// True or false.
  case flag(Bool)
  /// Nothing.
  case null

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSON
  }

  /// Makes an object of names and values, in their order.
  public static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  /// A text in both languages: `{"en": …, "cy": …}`.
  public static func bilingual(_ text: BilingualText) -> JSON {
    .members(["en": .text(text.english), "cy": .text(text.welsh)])
  }

  /// A value, or null where there is none.
  public static func optional<Value>(_ value: Value?, _ make: (Value) -> JSON) -> JSON {
    value.map(make) ?? .null
  }

  /// The text, indented by two spaces and ending in a line break.
  public func rendered() -> String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text in
        Self.write(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent + 1)
      }
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &text, indent: indent) { element, text in
        element.write(to: &text, indent: indent + 1)
      }
    case .text(let value): Self.write(value, to: &text)
    case .whole(let value): text += String(value)
    case .money(let value): text += value.description
    case .decimal(let value): text += value.description
    case .percent(let value): text += value.decimal(places: 2, atLeast: 2)
    case .flag(let value): text += value ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write<Element>(
    _ elements: [Element], between marks: (String, String), to text: inout String, indent: Int,
    _ write: (Element, inout String) -> Void
  ) {
    guard !elements.isEmpty else {
      text += marks.0 + marks.1
      return
    }
    let margin = String(repeating: "  ", count: indent)
    text += marks.0
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + margin + "  "
      write(element, &text)
    }
    text += "\n" + margin + marks.1
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
