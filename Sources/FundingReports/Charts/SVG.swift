import FundingModel

/// Marks of a drawing, one after the other.
///
/// - Rounding: coordinates to a tenth of a unit, so that equal figures give equal bytes.
struct SVG: Hashable {
  /// How opaque dots are that may cover each other: a single one has a contrast of more than 3 to 1
  /// against the paper, light or dark (WCAG 2.2, 1.4.11).
  static let dotOpacity = 0.75

  /// Where a text begins, ends or has its middle.
  enum Anchor: String {
    case start, middle, end
  }

  /// The elements so far.
  private(set) var text = ""

  /// Adds an element as it is.
  mutating func add(raw element: String) { text += element }

  /// Adds a rectangle.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    opacity: Double = 1, radius: Double = 0
  ) {
    text +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" "
      + "height=\"\(Self.number(max(0, height)))\" fill=\"\(fill)\""
      + (opacity < 1 ? " fill-opacity=\"\(Self.hundredths(opacity))\"" : "")
      + (radius > 0 ? " rx=\"\(Self.number(radius))\"" : "") + "/>"
  }

  /// Adds a straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = "var(--grid)",
    width: Double = 1, dashes: String? = nil
  ) {
    text +=
      "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
      + "y2=\"\(Self.number(y2))\" stroke=\"\(stroke)\" stroke-width=\"\(Self.number(width))\""
      + (dashes.map { " stroke-dasharray=\"\($0)\"" } ?? "") + "/>"
  }

  /// Adds a line through points.
  mutating func path(
    _ points: [(x: Double, y: Double)], stroke: String, width: Double = 2, dashes: String? = nil
  ) {
    guard !points.isEmpty else { return }
    text +=
      "<path d=\"\(Self.steps(points))\" fill=\"none\" stroke=\"\(stroke)\" "
      + "stroke-width=\"\(Self.number(width))\" stroke-linejoin=\"round\""
      + (dashes.map { " stroke-dasharray=\"\($0)\"" } ?? "") + "/>"
  }

  /// Adds an area between points.
  mutating func area(_ points: [(x: Double, y: Double)], fill: String, opacity: Double) {
    guard !points.isEmpty else { return }
    text +=
      "<path d=\"\(Self.steps(points))Z\" fill=\"\(fill)\" "
      + "fill-opacity=\"\(Self.hundredths(opacity))\"/>"
  }

  /// Adds round dots, all alike: one element for any number of them.
  mutating func dots(
    _ points: [(x: Double, y: Double)], size: Double, colour: String, opacity: Double = 1
  ) {
    guard !points.isEmpty else { return }
    let steps = points.map { "M\(Self.number($0.x)) \(Self.number($0.y))h0" }.joined()
    text +=
      "<path d=\"\(steps)\" stroke=\"\(colour)\" stroke-width=\"\(Self.number(size))\" "
      + "stroke-linecap=\"round\""
      + (opacity < 1 ? " stroke-opacity=\"\(Self.hundredths(opacity))\"" : "") + "/>"
  }

  /// Adds a text that is the same in both languages.
  mutating func label(
    _ words: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, size: Double = 12,
    isBold: Bool = false
  ) {
    add(words, x, y, anchor, size, isBold, language: nil)
  }

  /// Adds a text in both languages, of which the page shows one.
  mutating func label(
    _ words: BilingualText, _ x: Double, _ y: Double, _ anchor: Anchor = .start, size: Double = 12,
    isBold: Bool = false
  ) {
    guard words.english != words.welsh else {
      return add(words.english, x, y, anchor, size, isBold, language: nil)
    }
    for language in Language.allCases {
      add(words[language], x, y, anchor, size, isBold, language: language)
    }
  }

  private mutating func add(
    _ words: String, _ x: Double, _ y: Double, _ anchor: Anchor, _ size: Double, _ isBold: Bool,
    language: Language?
  ) {
    text +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
      + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
      + (size == 12 ? "" : " font-size=\"\(Self.number(size))\"")
      + (isBold ? " font-weight=\"bold\"" : "")
      + (language.map { " lang=\"\($0.rawValue)\"" } ?? "") + ">\(Self.escaped(words))</text>"
  }

  private static func steps(_ points: [(x: Double, y: Double)]) -> String {
    "M" + points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: "L")
  }

  /// A coordinate to a tenth: `12`, `12.3`, `-0.5`.
  static func number(_ value: Double) -> String { decimal(value, tens: 1) }

  /// An opacity to a hundredth.
  static func hundredths(_ value: Double) -> String { decimal(value, tens: 2) }

  private static func decimal(_ value: Double, tens: Int) -> String {
    let scale = tens == 1 ? 10.0 : 100.0
    let whole = Int((value * scale).rounded(.toNearestOrAwayFromZero))
    let (units, rest) = (whole.magnitude / UInt(scale), whole.magnitude % UInt(scale))
    var digits = rest == 0 ? "" : String(rest)
    if rest != 0 {
      digits = String(repeating: "0", count: tens - digits.count) + digits
      while digits.last == "0" { digits.removeLast() }
    }
    return (whole < 0 ? "-" : "") + "\(units)" + (digits.isEmpty ? "" : "." + digits)
  }

  /// A text that can't be taken for marks.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for character in words {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
