public import FundingModel

/// The 22 authorities as tiles, about where they lie, with an amount on each.
public struct TileMap: Sendable {
  /// One authority.
  public struct Tile: Sendable {
    /// Its code.
    public let authority: Int
    /// Its amount; nil where there is none.
    public let value: Money?

    /// Makes a tile.
    public init(authority: Int, value: Money?) {
      self.authority = authority
      self.value = value
    }
  }

  /// The drawing.
  public let drawing: Drawing

  /// Draws the map: the larger the amount, the deeper the colour of gains or of losses.
  ///
  /// - Parameters:
  ///   - tiles: One an authority; those not given are drawn empty.
  ///   - title: What the map shows.
  ///   - description: What can be seen in it.
  ///   - legend: What an amount above and one below nought mean; a gain and a loss without.
  public init(
    tiles: [Tile], title: BilingualText, description: BilingualText,
    legend: (above: BilingualText, below: BilingualText)? = nil
  ) {
    let most = tiles.compactMap { $0.value?.drawn.magnitude }.max() ?? 0
    let (wide, high, gap) = (60.0, 50.0, 3.0)
    var marks = SVG()
    for (code, place) in Self.places {
      let (x, y) = (Double(place.column) * (wide + gap), Double(place.row) * (high + gap))
      let value = tiles.first { $0.authority == code }?.value
      marks.rectangle(x, y, wide, high, fill: "var(--grid)", opacity: 0.35, radius: 4)
      if let value, most > 0 {
        marks.rectangle(
          x, y, wide, high, fill: value < .zero ? "var(--loss)" : "var(--gain)",
          opacity: Self.depth(value.drawn, of: most), radius: 4)
      }
      marks.label(Self.short(code), x + wide / 2, y + 20, .middle, size: 11.5, isBold: true)
      marks.label(
        value.map { ($0 > .zero ? "+" : "") + Prose.wholePounds($0) } ?? "–", x + wide / 2, y + 38,
        .middle, size: 11.5)
    }
    var y = 6 * (high + gap) + 8
    for (colour, words) in [
      ("var(--gain)", legend?.above ?? ChartWords.gains),
      ("var(--loss)", legend?.below ?? ChartWords.losses),
    ] {
      marks.rectangle(0, y, 24, 12, fill: colour, opacity: Self.depth(most, of: most), radius: 2)
      marks.label(words, 30, y + 10)
      y += 18
    }
    drawing = Drawing(title: title, description: description, height: y, marks: marks)
  }

  /// How deep a colour is: never so deep that words on it can't be read.
  private static func depth(_ value: Double, of most: Double) -> Double {
    most == 0 ? 0 : 0.06 + 0.44 * value.magnitude / most
  }

  /// Where each authority's tile lies, from the top left.
  static let places: [(code: Int, place: (column: Int, row: Int))] = [
    (660, (0, 0)), (661, (1, 1)), (662, (2, 0)), (663, (3, 0)), (664, (4, 0)), (665, (4, 1)),
    (666, (3, 2)), (667, (1, 2)), (668, (0, 3)), (669, (1, 3)), (670, (1, 4)), (671, (2, 4)),
    (672, (2, 5)), (673, (3, 5)), (674, (3, 4)), (675, (3, 3)), (676, (4, 4)), (677, (4, 3)),
    (678, (5, 3)), (679, (6, 3)), (680, (5, 4)), (681, (4, 5)),
  ]

  /// A name short enough for a tile.
  static func short(_ code: Int) -> BilingualText {
    switch code {
    case 660: BilingualText(en: "Anglesey", cy: "Môn")
    case 661: BilingualText(en: "Gwynedd", cy: "Gwynedd")
    case 662: BilingualText(en: "Conwy", cy: "Conwy")
    case 663: BilingualText(en: "Denb.", cy: "Dinbych")
    case 664: BilingualText(en: "Flint.", cy: "Fflint")
    case 665: BilingualText(en: "Wrexham", cy: "Wrecsam")
    case 666: BilingualText(en: "Powys", cy: "Powys")
    case 667: BilingualText(en: "Ceredig.", cy: "Ceredig.")
    case 668: BilingualText(en: "Pembs.", cy: "Penfro")
    case 669: BilingualText(en: "Carms.", cy: "Sir Gâr")
    case 670: BilingualText(en: "Swansea", cy: "Abertawe")
    case 671: BilingualText(en: "NPT", cy: "CNPT")
    case 672: BilingualText(en: "Bridgend", cy: "Pen-y-b.")
    case 673: BilingualText(en: "Vale", cy: "Bro Morg.")
    case 674: BilingualText(en: "RCT", cy: "RhCT")
    case 675: BilingualText(en: "Merthyr", cy: "Merthyr")
    case 676: BilingualText(en: "Caerph.", cy: "Caerffili")
    case 677: BilingualText(en: "Bl. Gwent", cy: "Bl. Gwent")
    case 678: BilingualText(en: "Torfaen", cy: "Torfaen")
    case 679: BilingualText(en: "Monm.", cy: "Mynwy")
    case 680: BilingualText(en: "Newport", cy: "Casnew.")
    case 681: BilingualText(en: "Cardiff", cy: "Caerdydd")
    default: BilingualText(en: String(code), cy: String(code))
    }
  }
}
