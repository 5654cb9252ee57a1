public import FundingModel

/// A chart as a drawing: SVG for a page, with its title and a description for those who can't see it.
///
/// Texts are in both languages; the page shows one. Colours are the page's: `--series-1` to
/// `--series-4`, `--gain`, `--loss`, `--mark`, `--grid`, `--ink` and `--paper`.
/// - Units: a drawing is 440 units wide, so that its letters of 12 can still be read at 340 pixels.
public struct Drawing: Hashable, Sendable {
  /// What it shows.
  public let title: BilingualText
  /// What can be seen in it, in a sentence.
  public let description: BilingualText
  /// The drawing: a whole `<svg>` element.
  public let svg: String

  /// How wide every drawing is.
  static let width = 440.0

  /// Puts a drawing together.
  ///
  /// - Parameters:
  ///   - title: What it shows.
  ///   - description: What can be seen in it.
  ///   - height: How high it is, in its own units.
  ///   - marks: What is drawn, first things lowest.
  init(title: BilingualText, description: BilingualText, height: Double, marks: SVG) {
    self.title = title
    self.description = description
    let box = "0 0 \(SVG.number(Self.width)) \(SVG.number(height))"
    svg =
      "<svg class=\"drawing\" role=\"img\" viewBox=\"\(box)\" xmlns=\"http://www.w3.org/2000/svg\" "
      + "font-size=\"12\" font-family=\"inherit\" fill=\"var(--ink)\">"
      + "<title>\(SVG.escaped(title.english)) / \(SVG.escaped(title.welsh))</title>"
      + "<desc>\(SVG.escaped(description.english)) / \(SVG.escaped(description.welsh))</desc>"
      + marks.text + "</svg>"
  }
}
