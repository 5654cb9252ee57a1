/// How a cell of a workbook looks.
///
/// - Shape: a case's place is its number in `xl/styles.xml`, so the two can't disagree.
enum CellStyle: Int, CaseIterable {
  // The first must be the plain one: a workbook takes it where nothing is said.
  case plain, title, heading, label, wrapped, link
  case header, columnName
  case text, number, whole, money, percent, decimal
  case estimatedText, estimatedWhole, estimatedMoney, estimatedPercent, estimatedDecimal
  case hidden

  /// The same with the mark of an estimate.
  var estimated: CellStyle {
    switch self {
    case .money: .estimatedMoney
    case .percent: .estimatedPercent
    case .whole: .estimatedWhole
    case .text: .estimatedText
    case .decimal: .estimatedDecimal
    case .plain, .title, .heading, .label, .wrapped, .link, .header, .columnName, .number,
      .estimatedText, .estimatedWhole, .estimatedMoney, .estimatedPercent, .estimatedDecimal,
      .hidden:
      self
    }
  }

  /// Whether it bears the mark of an estimate.
  var isEstimated: Bool { Self.allCases.contains { $0 != $0.estimated && $0.estimated == self } }

  /// The part `xl/styles.xml`.
  static var part: String {
    XMLPart.head
      + "<styleSheet xmlns=\"\(XMLPart.main)\">" + numberFormats + fonts + fills
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs>"
      + "<cellXfs count=\"\(allCases.count)\">" + allCases.map(\.format).joined() + "</cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
      + "</cellStyles></styleSheet>"
  }

  /// Formats of our own begin at 164.
  private static let numberFormats =
    "<numFmts count=\"2\">"
    + "<numFmt numFmtId=\"164\" formatCode=\"&quot;£&quot;#,##0.00;\\-&quot;£&quot;#,##0.00\"/>"
    + "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot;%&quot;\"/></numFmts>"

  private static let fonts: String = {
    func font(_ size: Int, _ face: String = "", colour: String? = nil) -> String {
      "<font>\(face)<sz val=\"\(size)\"/>"
        + (colour.map { "<color rgb=\"FF\($0)\"/>" } ?? "<color theme=\"1\"/>")
        + "<name val=\"Calibri\"/><family val=\"2\"/></font>"
    }
    let all = [
      font(11), font(11, "<b/>"), font(9, "<i/>", colour: "666666"), font(16, "<b/>"),
      font(11, "<i/>"), font(11, "<u/>", colour: "0B5394"), font(11, colour: "666666"),
    ]
    return "<fonts count=\"\(all.count)\">" + all.joined() + "</fonts>"
  }()

  /// The first two are what every workbook must have.
  private static let fills: String = {
    func solid(_ colour: String) -> String {
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF\(colour)\"/>"
        + "<bgColor indexed=\"64\"/></patternFill></fill>"
    }
    return "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill>" + solid("DCE6F1")
      + solid("FFF6D6") + "</fills>"
  }()

  /// This style as an element; number format 49 keeps a text a text, whatever it looks like.
  private var format: String {
    switch self {
    case .plain: xf()
    case .title: xf(font: 3)
    case .heading, .label: xf(font: 1, align: "vertical=\"top\"")
    case .wrapped: xf(49, align: "vertical=\"top\" wrapText=\"1\"")
    case .link: xf(49, font: 5, align: "vertical=\"top\"")
    case .header: xf(49, font: 1, fill: 2, align: "vertical=\"top\" wrapText=\"1\"")
    case .columnName: xf(49, font: 2, fill: 2)
    case .text: xf(49)
    case .number: xf(1, align: "horizontal=\"left\"")
    case .whole: xf(3)
    case .money: xf(164)
    case .percent: xf(165)
    case .decimal: xf()
    case .estimatedText: xf(49, font: 4, fill: 3)
    case .estimatedWhole: xf(3, font: 4, fill: 3)
    case .estimatedMoney: xf(164, font: 4, fill: 3)
    case .estimatedPercent: xf(165, font: 4, fill: 3)
    case .estimatedDecimal: xf(font: 4, fill: 3)
    case .hidden: xf(49, font: 6, align: "horizontal=\"right\"")
    }
  }

  private func xf(_ number: Int = 0, font: Int = 0, fill: Int = 0, align: String? = nil) -> String {
    "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"0\" xfId=\"0\""
      + (number == 0 ? "" : " applyNumberFormat=\"1\"") + (font == 0 ? "" : " applyFont=\"1\"")
      + (fill == 0 ? "" : " applyFill=\"1\"")
      + (align.map { " applyAlignment=\"1\"><alignment \($0)/></xf>" } ?? "/>")
  }
}

/// What the parts of a workbook have in common.
enum XMLPart {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packages = "http://schemas.openxmlformats.org/package/2006"
}
