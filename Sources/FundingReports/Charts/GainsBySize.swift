public import FundingModel

/// Each school's change per pupil against its size: above the line schools gain, below it they lose.
public struct GainsBySize: Sendable {
  /// One school.
  public struct Point: Sendable {
    /// Its pupils.
    public let pupils: Int64
    /// What it gains in all; below nought, what it loses.
    public let change: Money

    /// What it gains for each pupil, to the penny; nil without pupils.
    var each: Money? { pupils > 0 ? change.each(of: Rational(Int(pupils))) : nil }

    /// Makes a point.
    public init(pupils: Int64, change: Money) {
      self.pupils = pupils
      self.change = change
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws schools.
  ///
  /// The scale of changes holds all but the outermost hundredth at either end; dots beyond it stand
  /// at its ends, are counted there, and the furthest is named in the description.
  /// - Parameters:
  ///   - points: The schools.
  ///   - title: What the chart shows.
  ///   - description: What can be seen in it.
  ///   - axis: What an amount is; a change without.
  public init(
    points: [Point], title: BilingualText, description: BilingualText, axis: BilingualText? = nil
  ) {
    let known = points.filter { $0.pupils > 0 }
    let changes = known.map { $0.change.drawn / Double($0.pupils) }
    let (least, most) = (changes.quantile(0.01) ?? -1, changes.quantile(0.99) ?? 1)
    let (top, bottom, left, right) = (22.0, 262.0, 56.0, Drawing.width - 24)
    let down = Scale(
      of: [least, most], from: bottom, to: top, steps: 5, holdsNought: true)
    let across = Scale(
      of: known.map { Double($0.pupils) }, from: left, to: right, holdsNought: true)
    var marks = SVG()
    for mark in down.marks {
      marks.line(left, down[mark], right, down[mark])
      marks.label(Scale.pounds(mark), left - 6, down[mark] + 4, .end, size: 11)
    }
    for mark in across.marks {
      marks.label(Prose.whole(Int(mark)), across[mark], bottom + 18, .middle, size: 11)
    }
    for (colour, isOne) in [
      ("var(--gain)", { $0 > 0 }), ("var(--loss)", { $0 < 0 }), ("var(--mark)", { $0 == 0 }),
    ] as [(String, (Double) -> Bool)] {
      let places = zip(known, changes).filter { isOne($1) }.map {
        (x: across[Double($0.pupils)], y: down[$1])
      }
      marks.dots(places, size: 4, colour: colour, opacity: SVG.dotOpacity)
    }
    marks.line(
      left, down[0], right, down[0], stroke: "var(--ink)", width: 1.5)
    marks.label(axis ?? ChartWords.changePerPupil, left, 12, size: 11)
    marks.label(ChartWords.pupilsOnRoll, right, bottom + 34, .end, size: 11)
    let beyond = Beyond(known, changes, down)
    if beyond.above > 0 {
      marks.label("↑ \(Prose.whole(beyond.above))", left - 6, 12, .end, size: 11)
    }
    if beyond.below > 0 {
      marks.label("↓ \(Prose.whole(beyond.below))", left - 12, bottom + 18, .end, size: 11)
    }
    drawing = Drawing(
      title: title, description: beyond.told(after: description), height: bottom + 42,
      marks: marks)
  }

  /// The schools that the scale does not hold.
  private struct Beyond {
    let above: Int
    let below: Int
    private let scale: Scale
    private let ends: (most: Money, least: Money)

    init(_ points: [Point], _ changes: [Double], _ scale: Scale) {
      above = changes.count { $0 > scale.high }
      below = changes.count { $0 < scale.low }
      let each = points.compactMap(\.each)
      ends = (each.max() ?? .zero, each.min() ?? .zero)
      self.scale = scale
    }

    /// The description of the drawing, with how many there are.
    func told(after description: BilingualText) -> BilingualText {
      guard above + below > 0 else { return description }
      let (high, low) = (Scale.pounds(scale.high), Scale.pounds(scale.low))
      let (most, least) = (Prose.pounds(ends.most), Prose.pounds(ends.least))
      func list(_ up: String, _ down: String) -> String {
        [
          above > 0 ? "↑ \(Prose.whole(above)) " + up : "",
          below > 0 ? "↓ \(Prose.whole(below)) " + down : "",
        ]
        .filter { !$0.isEmpty }.joined(separator: "; ")
      }
      return BilingualText(
        en: description.english + " On the edges are schools that lie beyond them: "
          + list("above \(high), up to \(most)", "below \(low), down to \(least)") + ".",
        cy: description.welsh + " Ar yr ymylon mae ysgolion sydd y tu hwnt iddynt: "
          + list("uwchlaw \(high), hyd at \(most)", "islaw \(low), i lawr i \(least)") + ".")
    }
  }
}
