import FundingModel

/// A straight scale from figures to places in a drawing, with round numbers to mark on it.
struct Scale {
  /// The least and the greatest figure, both round.
  let low: Double
  let high: Double
  /// The distance between two marks.
  let step: Double
  /// The places of the least and the greatest figure.
  let start: Double
  let end: Double

  /// Makes a scale that holds some figures, with about so many steps.
  ///
  /// - Parameters:
  ///   - figures: The figures; nothing makes a scale of 0 to 1.
  ///   - start: The place of the least.
  ///   - end: The place of the greatest.
  ///   - steps: About how many steps.
  ///   - holdsNought: Whether nought must be on it.
  init(
    of figures: [Double], from start: Double, to end: Double, steps: Int = 4,
    holdsNought: Bool = false
  ) {
    let all = figures + (holdsNought ? [0] : [])
    var (least, most) = (all.min() ?? 0, all.max() ?? 1)
    if least == most { (least, most) = (least - 1, most + 1) }
    step = Self.round((most - least) / Double(steps))
    low = (least / step).rounded(.down) * step
    high = (most / step).rounded(.up) * step
    self.start = start
    self.end = end
  }

  /// The figures to mark.
  var marks: [Double] {
    let count = Int(((high - low) / step).rounded())
    return (0...count).map { low + Double($0) * step }
  }

  /// Where a figure lies; one beyond an end lies at the end.
  subscript(_ figure: Double) -> Double {
    let part = (min(max(figure, low), high) - low) / (high - low)
    return start + part * (end - start)
  }

  /// The round number (1, 2 or 5 with noughts) at or above a step.
  static func round(_ step: Double) -> Double {
    var power = 1.0
    while power * 10 <= step { power *= 10 }
    while power > step { power /= 10 }
    for factor in [1.0, 2, 5] where factor * power >= step { return factor * power }
    return 10 * power
  }

  /// A figure in pounds as an axis shows it: `£5,000`, `-£200`.
  static func pounds(_ figure: Double) -> String {
    Prose.wholePounds(Money(pence: Int64((figure * 100).rounded())))
  }
}

extension Money {
  /// The pounds, near enough to draw.
  var drawn: Double { Double(pence) / 100 }
}

extension Rational {
  /// The number, near enough to draw.
  var drawn: Double { Double(numerator) / Double(denominator) }
}

extension [Double] {
  /// The figure that a part of all figures lies at or below; nil without figures.
  func quantile(_ part: Double) -> Double? {
    guard !isEmpty else { return nil }
    let sorted = self.sorted()
    return sorted[Swift.min(count - 1, Int(part * Double(count)))]
  }
}
