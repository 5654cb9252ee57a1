public import FundingModel

/// Every school as a dot by one measure, a strip for each kind of school, against a range.
public struct BandStrip: Sendable {
  /// One strip.
  public struct Row: Sendable {
    /// Whose dots these are.
    public let label: BilingualText
    /// The values.
    public let values: [Rational]

    /// Makes a strip.
    public init(label: BilingualText, values: [Rational]) {
      self.label = label
      self.values = values
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws strips.
  ///
  /// - Parameters:
  ///   - rows: The strips, from the top.
  ///   - range: The ends of the range, shaded; an end that is nil is open.
  ///   - limits: Where other bands begin, as lines.
  ///   - title: What the chart shows.
  ///   - description: What can be seen in it.
  ///   - shown: How a figure is written.
  public init(
    rows: [Row], range: (from: Rational?, to: Rational?), limits: [Rational],
    title: BilingualText, description: BilingualText, shown: (Rational) -> String
  ) {
    let figures = rows.flatMap { $0.values.map(\.drawn) }
    let scale = Scale(
      of: figures + limits.map(\.drawn), from: 8, to: Drawing.width - 12)
    let (top, lane) = (24.0, 50.0)
    let bottom = top + Double(rows.count) * lane
    var marks = SVG()
    let from = range.from.map { scale[$0.drawn] } ?? scale.start
    let to = range.to.map { scale[$0.drawn] } ?? scale.end
    if let start = range.from {
      marks.label(shown(start), from - 2, top - 6, range.to == nil ? .middle : .end, size: 11)
    }
    if let end = range.to { marks.label(shown(end), to + 2, top - 6, size: 11) }
    for mark in scale.marks {
      marks.line(scale[mark], bottom, scale[mark], bottom + 4, stroke: "var(--ink)")
      if let figure = try? Rational(Int128((mark * 1000).rounded()), over: 1000) {
        marks.label(shown(figure), scale[mark], bottom + 18, .middle, size: 11)
      }
    }
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * lane
      marks.label(row.label, 8, y + 13, isBold: true)
      marks.rectangle(from, y + 18, to - from, 26, fill: "var(--gain)", opacity: 0.16)
      for limit in limits {
        let place = scale[limit.drawn]
        marks.line(place, y + 18, place, y + 44, stroke: "var(--mark)", dashes: "3 3")
      }
      marks.dots(
        StripPlot.places(row.values.map(\.drawn), scale, middle: y + 31), size: 5,
        colour: "var(--series-1)", opacity: SVG.dotOpacity)
    }
    drawing = Drawing(
      title: title, description: description, height: bottom + 26, marks: marks)
  }
}
