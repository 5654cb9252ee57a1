import Foundation
import FundingModel
import Testing

@testable import FundingReports

/// Charts, their places worked out by hand on a width of 440.
@Suite struct ChartsTests {
  private let title = BilingualText(en: "A title", cy: "Teitl")
  private let description = BilingualText(en: "Seen here", cy: "I'w weld yma")

  private func pounds(_ amount: Int64) -> Money { Money(pounds: amount) }

  @Test func `a scale begins and ends at round numbers and keeps proportion`() {
    // 950 ÷ 4 = 237.5, so steps of 500: 0, 500, 1,000.
    let scale = Scale(of: [40, 950], from: 0, to: 100)
    #expect(scale.marks == [0, 500, 1_000])
    #expect(scale[250] == 25)
    #expect(scale[2_000] == 100)
    #expect(
      Scale(of: [-30, 70], from: 100, to: 0, steps: 5).marks == [-40, -20, 0, 20, 40, 60, 80])
  }

  @Test(arguments: [
    (1.0, 1.0), (1.2, 2), (2, 2), (3, 5), (7, 10), (237.5, 500), (0.03, 0.05),
  ])
  func `a step is 1, 2 or 5 with noughts`(wanted: Double, step: Double) {
    #expect((Scale.round(wanted) - step).magnitude < 1e-12)
  }

  @Test func `coordinates have a decimal at most`() {
    #expect(SVG.number(12) == "12")
    #expect(SVG.number(12.34) == "12.3")
    #expect(SVG.number(-7.96) == "-8")
    #expect(SVG.number(-0.04) == "0")
    #expect(SVG.hundredths(0.5) == "0.5")
    #expect(SVG.hundredths(0.06) == "0.06")
  }

  @Test func `no text can be taken for marks`() {
    var marks = SVG()
    marks.label("</text><script>&\"'", 0, 0)
    #expect(marks.text.contains("&lt;/text&gt;&lt;script&gt;&amp;&quot;&#39;"))
  }

  @Test func `a bridge's steps begin where the ones before them end`() {
    let svg = Waterfall(
      steps: [
        .init(
          label: BilingualText(en: "Reported", cy: "Fel yr adroddwyd"), amount: pounds(100),
          isTotal: true),
        .init(label: BilingualText(en: "Bought back", cy: "Prynu'n ôl"), amount: pounds(-20)),
        .init(
          label: BilingualText(en: "Effective", cy: "Effeithiol"), amount: pounds(80), isTotal: true
        ),
      ], title: title, description: description
    ).drawing.svg(id: "d")
    // £100 is 440 wide, so £20 is 88, and begins at 352.
    #expect(
      svg.contains("<rect x=\"0\" y=\"18\" width=\"440\" height=\"18\" fill=\"var(--series-1)\"/>"))
    #expect(
      svg.contains("<rect x=\"352\" y=\"62\" width=\"88\" height=\"18\" fill=\"var(--loss)\"/>"))
    #expect(
      svg.contains("<rect x=\"0\" y=\"106\" width=\"352\" height=\"18\" fill=\"var(--series-1)\"/>")
    )
    #expect(svg.contains(">-£20</text>") && svg.contains(">£80</text>"))
  }

  @Test func `a bar of one part has its amount once`() {
    let svg = StackedBars(
      rows: [.init(label: title, parts: [pounds(750)])],
      parts: [BilingualText(en: "Delegated", cy: "Wedi'i ddirprwyo")], title: title,
      description: description
    ).drawing.svg(id: "d")
    #expect(svg.split(separator: ">£750<", omittingEmptySubsequences: false).count == 2)
  }

  @Test func `stacked parts stand side by side and fill their bar`() {
    let svg = StackedBars(
      rows: [.init(label: title, parts: [pounds(750), pounds(250)])],
      parts: [
        BilingualText(en: "Delegated", cy: "Wedi'i ddirprwyo"),
        BilingualText(en: "Retained", cy: "A gedwir"),
      ], title: title, description: description
    ).drawing.svg(id: "d")
    // £1,000 is 440 wide: £750 is 330, less 1 that parts them.
    #expect(
      svg.contains("<rect x=\"0\" y=\"64\" width=\"329\" height=\"18\" fill=\"var(--series-1)\"/>"))
    #expect(
      svg.contains(
        "<rect x=\"330\" y=\"64\" width=\"109\" height=\"18\" fill=\"var(--series-2)\"/>"))
  }

  @Test func `the least funded come first in a Lorenz curve`() {
    let points = LorenzCurves.points([(100, pounds(300)), (100, pounds(100)), (0, pounds(5))])
    #expect(points.map(\.x) == [0, 0.5, 1])
    #expect(points.map(\.y) == [0, 0.25, 1])
  }

  @Test func `every school is a dot, or is counted at the end of its strip`() {
    let values = (0..<200).map { pounds(4_000 + Int64($0)) } + [pounds(90_000)]
    let svg = StripPlot(
      rows: [.init(label: BilingualText(en: "Primary", cy: "Cynradd"), values: values)],
      reference: (BilingualText(en: "£4,100", cy: "£4,100"), pounds(4_100)), title: title,
      description: description
    ).drawing.svg(id: "d")
    #expect(svg.split(separator: "h0").count - 1 == 200)
    #expect(svg.contains(">+1 ›</text>"))
  }

  @Test func `what a strip does not reach is told below it, and what it does is not`() {
    let values = (0..<200).map { pounds(4_000 + Int64($0)) }
    func drawing(_ more: [Money]) -> Drawing {
      StripPlot(
        rows: [.init(label: BilingualText(en: "Primary", cy: "Cynradd"), values: values + more)],
        title: title, description: description
      ).drawing
    }
    // £4,000 to £4,199: steps of £50, so the scale ends at £4,200.
    #expect(
      drawing([pounds(90_000), pounds(80_000)]).description
        == BilingualText(
          en: "Seen here “+” at the right: schools above £4,200, which the drawing does not reach: "
            + "Primary 2, up to £90,000.00.",
          cy: "I'w weld yma “+” ar y dde: ysgolion uwchlaw £4,200, nad yw'r llun yn eu cyrraedd: "
            + "Cynradd 2, hyd at £90,000.00."))
    #expect(drawing([]).description == description)
  }

  @Test func `strips that stand side by side have one axis`() {
    let (low, high) = ([pounds(4_000), pounds(5_000)], [pounds(9_000), pounds(12_000)])
    let places = [low, high].map { values in
      let svg = StripPlot(
        rows: [.init(label: title, values: values)], scaledTo: low + high,
        reference: (title, pounds(6_000)), title: title, description: description
      ).drawing.svg(id: "d")
      return svg.firstMatch(of: /<line x1="([0-9.]+)"[^>]*var\(--loss\)/).map { String($0.1) }
    }
    // £4,000 to £12,000 from 24 to 404: £6,000 is a quarter of the way, at 119.
    #expect(places == ["119", "119"])
  }

  @Test func `schools above the line gain and schools below it lose`() {
    let svg = GainsBySize(
      points: [
        .init(pupils: 100, change: pounds(1_000)), .init(pupils: 50, change: pounds(-500)),
        .init(pupils: 10, change: .zero), .init(pupils: 0, change: pounds(7)),
      ], title: title, description: description
    ).drawing.svg(id: "d")
    for colour in ["gain", "loss", "mark"] {
      #expect(svg.split(separator: "stroke=\"var(--\(colour))\"").count == 2, "\(colour)")
    }
  }

  @Test func `schools beyond the edges are counted at them and told`() throws {
    // 250 schools of 100 pupils: £1 to £248 a pupil, one of £10,000 and one of −£5,000.
    let inside = (1...248).map { GainsBySize.Point(pupils: 100, change: pounds(Int64($0) * 100)) }
    let beyond = [1_000_000, -500_000].map { GainsBySize.Point(pupils: 100, change: pounds($0)) }
    let drawing = GainsBySize(
      points: inside + beyond, title: title, description: description
    ).drawing
    // The hundredth at either end lies within £0 and £250, in steps of £50.
    #expect(
      drawing.description.english
        == "Seen here On the edges are schools that lie beyond them: ↑ 1 above £250, up to "
        + "£10,000.00; ↓ 1 below £0, down to -£5,000.00.")
    #expect(
      drawing.description.welsh
        == "I'w weld yma Ar yr ymylon mae ysgolion sydd y tu hwnt iddynt: ↑ 1 uwchlaw £250, hyd at "
        + "£10,000.00; ↓ 1 islaw £0, i lawr i -£5,000.00.")
    let svg = drawing.svg(id: "d")
    #expect(svg.contains(">↑ 1</text>") && svg.contains(">↓ 1</text>"))
    let without = GainsBySize(points: inside, title: title, description: description).drawing
    #expect(without.description == description)
  }

  @Test func `runs with the same amounts are one line, and a fifth line is told, not drawn`() {
    func series(_ name: String, _ amounts: [Int64]) -> LinesWithIntervals.Series {
      .init(
        label: BilingualText(en: name, cy: name),
        points: amounts.map { (pounds($0), pounds($0), pounds($0)) })
    }
    func drawing(_ all: [LinesWithIntervals.Series]) -> Drawing {
      LinesWithIntervals(
        series: all, places: ["2024-25", "2025-26"], title: title, description: description
      ).drawing
    }
    let alike = drawing([series("a", [10, 12]), series("b", [10, 12]), series("c", [10, 11])])
    #expect(alike.svg(id: "d").split(separator: "stroke-linejoin").count - 1 == 2)
    for name in ["a", "b", "c"] { #expect(alike.svg(id: "d").contains(">\(name)</text>")) }
    #expect(
      alike.description.english
        == "Seen here One line, since all their amounts are the same: a, b.")
    let many = drawing((0..<5).map { series("run \($0)", [10, 12 + $0]) })
    #expect(many.svg(id: "d").split(separator: "stroke-linejoin").count - 1 == 4)
    #expect(many.description.welsh == "I'w weld yma Yn y tabl yn unig: run 4.")
  }

  @Test(arguments: ["--gain", "--loss", "--series-1", "--mark"])
  func `a single dot can be seen against light and dark paper`(colour: String) throws {
    // WCAG 2.2: (L1 + 0.05) ÷ (L2 + 0.05) of the relative luminances, 3 or more.
    func luminance(_ rgb: [Double]) -> Double {
      let parts = rgb.map { $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055) }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    func power(_ base: Double) -> Double { pow(base, 2.4) }
    func values(_ name: String) -> [[Double]] {
      ReportStyle.css.matches(of: /(--[a-z0-9-]+): #([0-9a-f]{6});/).filter { $0.1 == name }.map {
        let hex = Array($0.2)
        return [0, 2, 4].map { Double(Int(String(hex[$0...($0 + 1)]), radix: 16) ?? 0) / 255 }
      }
    }
    let (dots, papers) = (values(colour), values("--paper"))
    try #require(!dots.isEmpty && dots.count == papers.count)
    for (dot, paper) in zip(dots, papers) {
      let seen = zip(dot, paper).map { $0 * SVG.dotOpacity + $1 * (1 - SVG.dotOpacity) }
      let pair = [luminance(seen), luminance(paper)].sorted()
      #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 3)
    }
  }

  @Test func `an interval is drawn where there is one`() {
    func svg(_ high: Int64) -> String {
      LinesWithIntervals(
        series: [
          .init(
            label: title,
            points: [(pounds(10), pounds(10), pounds(high)), (pounds(12), pounds(12), pounds(12))])
        ], places: ["2024-25", "2025-26"], title: title, description: description
      ).drawing.svg(id: "d")
    }
    #expect(svg(11).contains("fill-opacity=\"0.18\""))
    #expect(!svg(10).contains("fill-opacity"))
  }

  @Test func `the map has every authority once, each with a name and a sign`() {
    let places = TileMap.places
    #expect(places.map(\.code).sorted() == Authority.all.map(\.code).sorted())
    #expect(Set(places.map { [$0.place.column, $0.place.row] }).count == 22)
    let svg = TileMap(
      tiles: [
        .init(authority: 660, value: pounds(120)), .init(authority: 681, value: pounds(-80)),
      ],
      title: title, description: description
    ).drawing.svg(id: "d")
    #expect(svg.contains(">+£120</text>") && svg.contains(">-£80</text>"))
    #expect(svg.contains("lang=\"en\">Anglesey</text>") && svg.contains("lang=\"cy\">Môn</text>"))
    #expect(svg.split(separator: ">–</text>").count - 1 == 20)
  }

  @Test func `a strip shades the range, marks its ends and draws every school`() throws {
    let (low, high) = (try Rational(74, over: 100), try Rational(80, over: 100))
    let svg = BandStrip(
      rows: [
        .init(label: title, values: [try Rational(70, over: 100), low, high]),
        .init(label: title, values: [try Rational(90, over: 100)]),
      ], range: (low, high), limits: [low, high], title: title, description: description,
      shown: { $0.decimal(places: 2, atLeast: 2) }
    ).drawing.svg(id: "d")
    // A shaded part and two limits a strip; four dots; the scale goes from 0.70 to 0.90.
    #expect(svg.split(separator: "<rect").count - 1 == 2)
    #expect(svg.split(separator: "stroke-dasharray").count - 1 == 4)
    #expect(svg.split(separator: "h0").count - 1 == 4)
    for figure in ["0.74", "0.80", "0.70", "0.90"] { #expect(svg.contains(">\(figure)</text>")) }
    // An open range reaches the end of the scale: 440 less its margin of 12.
    let open = BandStrip(
      rows: [.init(label: title, values: [.zero, .one])], range: (.zero, nil), limits: [.zero],
      title: title, description: description, shown: { $0.description }
    ).drawing.svg(id: "d")
    #expect(open.contains("<rect x=\"8\" y=\"42\" width=\"420\""))
  }

  @Test func `a drawing is named by the page's words, which are in the language shown`() {
    let drawing = TileMap(tiles: [], title: title, description: description).drawing
    #expect(
      drawing.svg(id: "map-1").hasPrefix(
        "<svg class=\"drawing\" role=\"img\" aria-labelledby=\"map-1-title\" "
          + "aria-describedby=\"map-1-note\" viewBox=\"0 0 440 "))
    #expect(!drawing.svg(id: "map-1").contains("<title>"))
    #expect(drawing.title == title && drawing.description == description)
  }
}
