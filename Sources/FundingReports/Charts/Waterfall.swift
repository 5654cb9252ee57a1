public import FundingModel

/// A bridge from one amount to another: what each step takes away or adds.
public struct Waterfall: Sendable {
  /// One step.
  public struct Step: Sendable {
    /// What it is.
    public let label: BilingualText
    /// How much; below nought where it takes away.
    public let amount: Money
    /// Whether it is an amount reached, rather than a change.
    public let isTotal: Bool

    /// Makes a step.
    public init(label: BilingualText, amount: Money, isTotal: Bool = false) {
      self.label = label
      self.amount = amount
      self.isTotal = isTotal
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws steps, from the top.
  public init(steps: [Step], title: BilingualText, description: BilingualText) {
    var level = 0.0
    var spans: [(from: Double, to: Double)] = []
    for step in steps {
      let from = step.isTotal ? 0 : level
      let to = step.isTotal ? step.amount.drawn : level + step.amount.drawn
      spans.append((from, to))
      level = to
    }
    let scale = Scale(
      of: spans.flatMap { [$0.from, $0.to] }, from: 0, to: Drawing.width, holdsNought: true)
    var marks = SVG()
    var y = 2.0
    for (index, (step, span)) in zip(steps, spans).enumerated() {
      marks.label(step.label, 0, y + 11, isBold: step.isTotal)
      let amount = Scale.pounds(step.amount.drawn)
      marks.label(
        step.isTotal || step.amount <= .zero ? amount : "+" + amount, Drawing.width, y + 11, .end,
        isBold: step.isTotal)
      let (low, high) = (min(span.from, span.to), max(span.from, span.to))
      let colour =
        step.isTotal ? "var(--series-1)" : step.amount < .zero ? "var(--loss)" : "var(--gain)"
      marks.rectangle(scale[low], y + 16, max(1, scale[high] - scale[low]), 18, fill: colour)
      if index + 1 < steps.count {
        marks.line(
          scale[span.to], y + 34, scale[span.to], y + 42, stroke: "var(--mark)", dashes: "2 2")
      }
      y += 44
    }
    drawing = Drawing(
      title: title, description: description, showsDescription: false, height: y, marks: marks)
  }
}
