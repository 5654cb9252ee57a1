public import FundingModel

/// Every school as a dot, by its amount per pupil, a strip for each kind of school.
public struct StripPlot: Sendable {
  /// One strip.
  public struct Row: Sendable {
    /// Whose dots these are.
    public let label: BilingualText
    /// The amounts.
    public let values: [Money]

    /// Makes a strip.
    public init(label: BilingualText, values: [Money]) {
      self.label = label
      self.values = values
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws strips.
  ///
  /// The scale holds all but the highest hundredth of the amounts; the dots beyond it are counted
  /// at its end and told in the description.
  /// - Parameters:
  ///   - rows: The strips, from the top.
  ///   - amounts: The amounts that the scale is made for: those of all drawings that stand side by
  ///     side; nil for this one's own.
  ///   - reference: An amount to hold the dots against.
  ///   - title: What the chart shows.
  ///   - description: What can be seen in it.
  public init(
    rows: [Row], scaledTo amounts: [Money]? = nil,
    reference: (label: BilingualText, amount: Money)? = nil, title: BilingualText,
    description: BilingualText
  ) {
    let all = (amounts ?? rows.flatMap(\.values)).map(\.drawn)
    let most = all.quantile(0.99) ?? 1
    let scale = Scale(
      of: all.filter { $0 <= most } + (reference.map { [$0.amount.drawn] } ?? []), from: 24,
      to: Drawing.width - 36)
    let lane = 62.0
    let top = reference == nil ? 6.0 : 24
    let bottom = top + Double(rows.count) * lane
    var marks = SVG()
    for mark in scale.marks {
      marks.line(scale[mark], top, scale[mark], bottom)
      marks.label(Scale.pounds(mark), scale[mark], bottom + 16, .middle, size: 11)
    }
    for (index, row) in rows.enumerated() {
      let middle = top + Double(index) * lane + 38
      marks.dots(
        Self.places(row.values.map(\.drawn), scale, middle: middle), size: 3.4,
        colour: "var(--series-1)", opacity: SVG.dotOpacity)
      marks.label(row.label, 8, top + Double(index) * lane + 13, isBold: true)
      let beyond = row.values.count { $0.drawn > scale.high }
      if beyond > 0 {
        marks.label("+\(beyond) ›", Drawing.width - 2, middle + 4, .end, size: 11)
      }
    }
    if let reference {
      let place = scale[reference.amount.drawn]
      marks.line(place, 16, place, bottom, stroke: "var(--loss)", width: 2)
      marks.label(
        reference.label, place, 12, place > Drawing.width / 2 ? .end : .start, size: 11)
    }
    drawing = Drawing(
      title: title, description: Self.told(rows, beyond: scale.high, after: description),
      height: bottom + 24, marks: marks)
  }

  /// The description of the drawing, with the schools that its scale does not hold.
  private static func told(
    _ rows: [Row], beyond high: Double, after description: BilingualText
  ) -> BilingualText {
    let beyond = rows.compactMap { row -> (label: BilingualText, count: Int, most: Money)? in
      let values = row.values.filter { $0.drawn > high }
      return values.max().map { (row.label, values.count, $0) }
    }
    guard !beyond.isEmpty else { return description }
    func list(_ language: Language, _ to: String) -> String {
      beyond.map {
        "\($0.label[language]) \(Prose.whole($0.count)), \(to) \(Prose.pounds($0.most))"
      }.joined(separator: "; ")
    }
    let edge = Scale.pounds(high)
    return BilingualText(
      en: description.english + " “+” at the right: schools above \(edge), which the drawing does "
        + "not reach: \(list(.english, "up to")).",
      cy: description.welsh + " “+” ar y dde: ysgolion uwchlaw \(edge), nad yw'r llun yn eu "
        + "cyrraedd: \(list(.welsh, "hyd at")).")
  }

  /// A place for each figure on the scale, dots of about the same figure above each other.
  static func places(
    _ figures: [Double], _ scale: Scale, middle: Double
  ) -> [(x: Double, y: Double)] {
    var columns: [Int: Int] = [:]
    let places = figures.filter { $0 <= scale.high }.sorted().map { Int(scale[$0] / 3) }
    for place in places { columns[place, default: 0] += 1 }
    var used: [Int: Int] = [:]
    return places.map { place in
      let count = columns[place] ?? 1
      let number = used[place] ?? 0
      used[place] = number + 1
      let gap = min(3.4, 44 / Double(count))
      return (Double(place) * 3 + 1.5, middle + (Double(number) - Double(count - 1) / 2) * gap)
    }
  }
}
