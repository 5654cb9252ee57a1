public import FundingModel

/// Amounts made of parts, a bar for each: what is delegated and what is retained.
public struct StackedBars: Sendable {
  /// One bar.
  public struct Row: Sendable {
    /// Whose it is.
    public let label: BilingualText
    /// Its parts, in the parts' order; none below nought.
    public let parts: [Money]

    /// Makes a bar.
    public init(label: BilingualText, parts: [Money]) {
      self.label = label
      self.parts = parts
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws bars.
  ///
  /// - Parameters:
  ///   - rows: The bars, from the top.
  ///   - parts: What the parts are called; at most four.
  ///   - title: What the chart shows.
  ///   - description: What can be seen in it.
  public init(
    rows: [Row], parts: [BilingualText], title: BilingualText, description: BilingualText
  ) {
    precondition(rows.allSatisfy { $0.parts.count == parts.count }, "a bar has every part")
    let totals = rows.map { $0.parts.reduce(.zero, +).drawn }
    let scale = Scale(of: totals, from: 0, to: Drawing.width, holdsNought: true)
    var marks = SVG()
    for (index, part) in parts.enumerated() {
      let y = Double(index) * 18 + 4
      marks.rectangle(0, y, 12, 12, fill: Self.colour(index))
      marks.label(part, 18, y + 10)
    }
    var y = Double(parts.count) * 18 + 12
    for (row, total) in zip(rows, totals) {
      marks.label(row.label, 0, y + 11)
      marks.label(Scale.pounds(total), Drawing.width, y + 11, .end, isBold: true)
      var x = 0.0
      for (index, part) in row.parts.enumerated() {
        let width = scale[part.drawn] - scale[0]
        marks.rectangle(x, y + 16, max(0, width - 1), 18, fill: Self.colour(index))
        // A bar of one part has its amount at the right.
        if parts.count > 1, width > 64 {
          marks.text(onBar: Scale.pounds(part.drawn), x + 6, y + 29)
        }
        x += width
      }
      y += 44
    }
    drawing = Drawing(title: title, description: description, height: y, marks: marks)
  }

  /// The colour of a part.
  static func colour(_ index: Int) -> String { "var(--series-\(index % 4 + 1))" }
}

extension SVG {
  /// Adds an amount on a coloured bar.
  fileprivate mutating func text(onBar words: String, _ x: Double, _ y: Double) {
    add(
      raw: "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"11\" "
        + "fill=\"var(--paper)\">\(Self.escaped(words))</text>")
  }
}
