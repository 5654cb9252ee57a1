public import FundingModel

/// Amounts that go from one value or year to the next, with the interval that each lies in.
public struct LinesWithIntervals: Sendable {
  /// One run.
  public struct Series: Sendable {
    /// What it is called.
    public let label: BilingualText
    /// Its amounts, one a place: the middle, and the ends of its interval; alike where there is none.
    public let points: [(low: Money, middle: Money, high: Money)]

    /// Makes a series.
    public init(label: BilingualText, points: [(low: Money, middle: Money, high: Money)]) {
      self.label = label
      self.points = points
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws series, those that are alike everywhere as one line, and at most four lines; the
  /// description says which are left out.
  ///
  /// - Parameters:
  ///   - series: The runs; each has an amount at every place.
  ///   - places: What the places are called: years, or values of a rate.
  ///   - title: What the chart shows.
  ///   - description: What can be seen in it.
  public init(
    series: [Series], places: [String], title: BilingualText, description: BilingualText
  ) {
    precondition(series.allSatisfy { $0.points.count == places.count }, "an amount a place")
    let (left, right, top, bottom) = (78.0, Drawing.width - 24, 10.0, 230.0)
    let lines = Self.lines(series)
    let drawn = lines.prefix(4)
    let names = drawn.reduce(0) { $0 + $1.count }
    let scale = Scale(
      of: drawn.joined().flatMap { $0.points.flatMap { [$0.low.drawn, $0.high.drawn] } },
      from: bottom,
      to: top)
    func x(_ index: Int) -> Double {
      places.count < 2
        ? (left + right) / 2 : left + (right - left) * Double(index) / Double(places.count - 1)
    }
    var marks = SVG()
    for mark in scale.marks {
      marks.line(left, scale[mark], right, scale[mark])
      marks.label(ChartWords.short(mark), left - 6, scale[mark] + 4, .end, size: 11)
    }
    let every = max(1, (places.count + 5) / 6)
    for (index, place) in places.enumerated() where index % every == 0 {
      marks.label(place, x(index), bottom + 18, .middle, size: 11)
    }
    var y = bottom + 38
    for (index, line) in drawn.enumerated() {
      let one = line[0]
      let colour = StackedBars.colour(index)
      if one.points.contains(where: { $0.low != $0.high }) {
        let upper = one.points.enumerated().map { (x($0), scale[$1.high.drawn]) }
        let lower = one.points.enumerated().map { (x($0), scale[$1.low.drawn]) }
        marks.area(upper + lower.reversed(), fill: colour, opacity: 0.18)
      }
      let middle = one.points.enumerated().map { (x: x($0), y: scale[$1.middle.drawn]) }
      marks.path(middle, stroke: colour, width: 2.4, dashes: LorenzCurves.dashes[index % 4])
      if places.count <= 12 { marks.dots(middle, size: 6, colour: colour) }
      for name in line.map(\.label) {
        marks.line(
          left, y, left + 34, y, stroke: colour, width: 3, dashes: LorenzCurves.dashes[index % 4])
        marks.label(name, left + 42, y + 4)
        y += 18
      }
    }
    drawing = Drawing(
      title: title, description: Self.told(lines, after: description),
      height: bottom + 36 + Double(names) * 18, marks: marks)
  }

  /// The series, those with the same amounts together, in order of appearance.
  private static func lines(_ series: [Series]) -> [[Series]] {
    var lines: [[Series]] = []
    for one in series {
      let twin = lines.firstIndex { line in
        zip(line[0].points, one.points).allSatisfy { $0 == $1 }
      }
      if let twin { lines[twin].append(one) } else { lines.append([one]) }
    }
    return lines
  }

  /// The description of the drawing, with the runs that share a line and those that have none.
  private static func told(_ lines: [[Series]], after description: BilingualText) -> BilingualText {
    func list(_ language: Language, _ same: String, _ notDrawn: String) -> String {
      let shared = lines.prefix(4).filter { $0.count > 1 }.map { line in
        " " + same + line.map { $0.label[language] }.joined(separator: ", ") + "."
      }
      let rest = lines.dropFirst(4).joined().map { $0.label[language] }
      return shared.joined()
        + (rest.isEmpty ? "" : " " + notDrawn + rest.joined(separator: ", ") + ".")
    }
    return BilingualText(
      en: description.english
        + list(.english, "One line, since all their amounts are the same: ", "In the table only: "),
      cy: description.welsh
        + list(.welsh, "Un llinell, gan fod eu holl symiau yr un fath: ", "Yn y tabl yn unig: "))
  }
}
