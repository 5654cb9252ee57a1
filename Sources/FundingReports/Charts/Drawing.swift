public import FundingModel

/// A chart as a drawing: SVG for a page, with its title and a description for those who can't see it.
///
/// Texts are in both languages; the page shows one. Colours are the page's: `--series-1` to
/// `--series-4`, `--gain`, `--loss`, `--mark`, `--grid`, `--ink` and `--paper`.
/// - Units: a drawing is 440 units wide, so that its letters of 11 and 12 can be read; on a narrow
///   screen it scrolls in its own box rather than shrink.
public struct Drawing: Hashable, Sendable {
  /// What it shows.
  public let title: BilingualText
  /// What can be seen in it, and how it is to be read.
  public let description: BilingualText
  /// Whether the description stands below the drawing; else it is only read out, as where the
  /// drawing itself says every word of it.
  public let showsDescription: Bool
  private let height: Double
  private let marks: SVG

  /// How wide every drawing is.
  static let width = 440.0

  /// Puts a drawing together.
  ///
  /// - Parameters:
  ///   - title: What it shows.
  ///   - description: What can be seen in it, and how it is to be read.
  ///   - showsDescription: Whether the description stands below the drawing.
  ///   - height: How high it is, in its own units.
  ///   - marks: What is drawn, first things lowest.
  init(
    title: BilingualText, description: BilingualText, showsDescription: Bool = true,
    height: Double, marks: SVG
  ) {
    self.title = title
    self.description = description
    self.showsDescription = showsDescription
    self.height = height
    self.marks = marks
  }

  /// The drawing as a whole `<svg>` element.
  ///
  /// Its title and description are elements of the page in both languages, of which one is hidden:
  /// so it is read out in the language that is shown.
  /// - Parameter id: The name that the page gives it: `ID-title` is the element with its title,
  ///   `ID-note` the one with its description.
  /// - Returns: The element.
  func svg(id: String) -> String {
    let box = "0 0 \(SVG.number(Self.width)) \(SVG.number(height))"
    return
      "<svg class=\"drawing\" role=\"img\" aria-labelledby=\"\(id)-title\" "
      + "aria-describedby=\"\(id)-note\" viewBox=\"\(box)\" xmlns=\"http://www.w3.org/2000/svg\" "
      + "font-size=\"12\" font-family=\"inherit\" fill=\"var(--ink)\">" + marks.text + "</svg>"
  }
}
