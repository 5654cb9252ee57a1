public import FundingModel

/// How far money is from going to every pupil alike: the share of the money that goes to the pupils
/// of the least funded schools.
public struct LorenzCurves: Sendable {
  /// One run.
  public struct Curve: Sendable {
    /// What it is called.
    public let label: BilingualText
    /// Its schools: pupils and money.
    public let units: [(pupils: Int64, money: Money)]

    /// Makes a curve.
    public init(label: BilingualText, units: [(pupils: Int64, money: Money)]) {
      self.label = label
      self.units = units
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws curves; at most four.
  public init(curves: [Curve], title: BilingualText, description: BilingualText) {
    let (left, top, side) = (44.0, 8.0, 300.0)
    var marks = SVG()
    for part in stride(from: 0, through: 100, by: 25) {
      let (x, y) = (left + side * Double(part) / 100, top + side * Double(100 - part) / 100)
      marks.line(left, y, left + side, y)
      marks.line(x, top, x, top + side)
      marks.label("\(part)%", left - 6, y + 4, .end, size: 11)
      marks.label("\(part)%", x, top + side + 16, .middle, size: 11)
    }
    marks.line(left, top + side, left + side, top, stroke: "var(--ink)")
    marks.label(ChartWords.shareOfPupils, left + side, top + side + 32, .end, size: 11)
    marks.label(ChartWords.shareOfMoney, left + 6, top + 14, size: 11)
    for (index, curve) in curves.enumerated() {
      marks.path(
        Self.points(curve.units).map { (left + side * $0.x, top + side * (1 - $0.y)) },
        stroke: StackedBars.colour(index), width: 2.4, dashes: Self.dashes[index % 4])
      let y = top + side + 50 + Double(index) * 18
      marks.line(
        left, y, left + 34, y, stroke: StackedBars.colour(index), width: 3,
        dashes: Self.dashes[index % 4])
      marks.label(curve.label, left + 42, y + 4)
    }
    drawing = Drawing(
      title: title, description: description,
      height: top + side + 48 + Double(curves.count) * 18, marks: marks)
  }

  /// How the lines are drawn, so that colour alone tells nothing.
  static let dashes: [String?] = [nil, "6 3", "2 3", "9 3 2 3"]

  /// The shares of pupils and money reached, least funded schools first, at most 100 points.
  static func points(_ units: [(pupils: Int64, money: Money)]) -> [(x: Double, y: Double)] {
    let sorted = units.filter { $0.pupils > 0 }.sorted {
      Int128($0.money.pence) * Int128($1.pupils) < Int128($1.money.pence) * Int128($0.pupils)
    }
    let pupils = Double(sorted.reduce(0) { $0 + $1.pupils })
    let money = sorted.reduce(.zero) { $0 + $1.money }.drawn
    guard pupils > 0, money > 0 else { return [(0, 0), (1, 1)] }
    var points = [(x: 0.0, y: 0.0)]
    var (reached, given) = (Int64(0), Money.zero)
    for unit in sorted {
      reached += unit.pupils
      given += unit.money
      let point = (x: Double(reached) / pupils, y: given.drawn / money)
      if point.x - points[points.count - 1].x >= 0.01 { points.append(point) }
    }
    if points[points.count - 1].x < 1 { points.append((1, 1)) }
    return points
  }
}
