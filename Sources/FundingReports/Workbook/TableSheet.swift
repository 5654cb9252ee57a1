import FundingModel

/// A table, or a part of its rows, as a sheet.
///
/// Row 1 says in words what each column is, row 2 has the columns' names as the CSV files write them
/// (so that a program, a filter or a pivot table finds them), and the rows follow.
struct TableSheet {
  /// How many rows of a table fit on a sheet: what a sheet holds, less the two rows above them.
  static let rowLimit = 1_048_576 - 2
  /// Numbers of more digits than this lose some in a spreadsheet, so they are written as texts.
  static let digitLimit = 15

  /// The table.
  let table: Table
  /// Its rows on this sheet.
  let rows: Range<Int>
  /// The sheet's name.
  let name: String
  /// The language of the columns' labels.
  let language: Language
  /// Which shares are estimates.
  let estimates: EstimatedFigures

  /// Writes the sheet.
  func sheet(texts: inout SharedTexts) -> Sheet {
    let marks = TableMarks(of: table, estimates: estimates)
    var writer = SheetWriter()
    writer.beginRow(height: 45)
    for column in table.columns {
      writer.add(text: texts.number(of: label(of: column)), style: .header)
    }
    writer.endRow()
    writer.beginRow()
    for column in table.columns {
      writer.add(text: texts.number(of: column.name), style: .columnName)
    }
    writer.endRow()
    let columns = table.columns.map { SheetColumn($0, texts: &texts) }
    for row in rows {
      writer.beginRow()
      for index in columns.indices {
        switch marks.mark(row: row, column: index) {
        case .hidden:
          writer.add(text: texts.number(of: DisclosureWords.sign), style: .hidden)
        case .estimated: columns[index].write(row, isEstimate: true, &writer, &texts)
        case nil: columns[index].write(row, isEstimate: false, &writer, &texts)
        }
      }
      writer.endRow()
    }
    return Sheet(name: name, part: part(of: writer), repeatedRows: "$1:$2")
  }

  private func label(of column: TableColumn) -> String {
    ColumnWords.label(of: column.name, in: table.name)?[language] ?? column.name
  }

  private func part(of writer: SheetWriter) -> [UInt8] {
    let last = String(
      decoding: SheetWriter.letters(of: max(0, table.columns.count - 1)), as: UTF8.self)
    var part = Array(
      (XMLPart.head + "<worksheet xmlns=\"\(XMLPart.main)\">"
        + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        + "<dimension ref=\"A1:\(last)\(writer.rowCount)\"/>"
        + "<sheetViews><sheetView workbookViewId=\"0\">"
        + "<pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        + "<selection pane=\"bottomLeft\" activeCell=\"A3\" sqref=\"A3\"/></sheetView></sheetViews>"
        + "<sheetFormatPr defaultRowHeight=\"15\"/><cols>" + widths() + "</cols><sheetData>").utf8)
    part += writer.bytes
    part += Array(
      ("</sheetData><autoFilter ref=\"A2:\(last)\(writer.rowCount)\"/>"
        + "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" "
        + "footer=\"0.3\"/>"
        + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
        + "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
        + "<ignoredErrors><ignoredError sqref=\"A1:\(last)\(writer.rowCount)\" "
        + "numberStoredAsText=\"1\"/></ignoredErrors></worksheet>").utf8)
    return part
  }

  /// Widths in characters that show a column's first rows whole, within reason.
  private func widths() -> String {
    table.columns.enumerated().map { index, column in
      let cells = rows.prefix(1000).map { column.cells.text(at: $0).count }.max() ?? 0
      // A pound sign and commas; a percent sign.
      let signs =
        switch column.cells {
        case .moneys: 1 + max(0, cells - 4) / 3
        case .percents: 1
        case .texts, .labels, .wholes, .decimals, .numbers, .flags: 0
        }
      // The label wraps, a word at least to a line.
      let words = label(of: column).split(separator: " ").map(\.count).max() ?? 0
      let width = min(48, max(words, column.name.count, cells + signs) + 3)
      return "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }.joined()
  }
}

/// A column whose repeated texts are already in the workbook.
private struct SheetColumn {
  private let column: TableColumn
  /// The numbers of the labels' texts.
  private let labels: [Int]
  private let style: CellStyle

  init(_ column: TableColumn, texts: inout SharedTexts) {
    self.column = column
    switch column.cells {
    case .labels(let names, _):
      var numbers: [Int] = []
      for name in names { numbers.append(texts.number(of: name)) }
      labels = numbers
      style = .text
    case .texts:
      labels = []
      style = .text
    case .wholes:
      labels = []
      style = column.name == "school" ? .number : .whole
    case .moneys: (labels, style) = ([], .money)
    case .percents: (labels, style) = ([], .percent)
    case .decimals, .numbers: (labels, style) = ([], .decimal)
    case .flags:
      // As texts: not every program shows a truth value as a word.
      labels = [texts.number(of: "false"), texts.number(of: "true")]
      style = .text
    }
  }

  func write(
    _ row: Int, isEstimate: Bool, _ writer: inout SheetWriter, _ texts: inout SharedTexts
  ) {
    let style = isEstimate ? style.estimated : style
    switch column.cells {
    case .labels(_, let codes): writer.add(text: labels[codes[row]], style: style)
    case .texts(let cells):
      guard let text = cells[row], !text.isEmpty else { return writer.skip() }
      writer.add(text: texts.number(of: text), style: style)
    case .wholes(let cells):
      guard let whole = cells[row] else { return writer.skip() }
      var digits: [UInt8] = []
      CSV.append(whole, to: &digits)
      write(digits: digits, style: style, &writer, &texts)
    case .moneys(let cells):
      guard let money = cells[row] else { return writer.skip() }
      var digits: [UInt8] = []
      CSV.append(money, to: &digits)
      write(digits: digits, style: style, &writer, &texts)
    case .percents, .decimals, .numbers:
      let text = column.cells.text(at: row)
      guard !text.isEmpty else { return writer.skip() }
      write(digits: Array(text.utf8), style: style, &writer, &texts)
    case .flags(let cells): writer.add(text: labels[cells[row] ? 1 : 0], style: style)
    }
  }

  /// A number, or, where a spreadsheet would lose digits of it or could not read it, a text.
  private func write(
    digits: [UInt8], style: CellStyle, _ writer: inout SheetWriter, _ texts: inout SharedTexts
  ) {
    guard Self.isNumber(digits) else {
      return writer.add(
        text: texts.number(of: String(decoding: digits, as: UTF8.self)),
        style: style.isEstimated ? .estimatedText : .hidden)
    }
    writer.add(digits: digits, style: style)
  }

  private static func isNumber(_ digits: [UInt8]) -> Bool {
    let rest = digits.first == UInt8(ascii: "-") ? digits.dropFirst() : digits[...]
    let figures = rest.filter { $0 != UInt8(ascii: ".") }
    return !figures.isEmpty && rest.count - figures.count <= 1
      && figures.drop { $0 == UInt8(ascii: "0") }.count <= TableSheet.digitLimit
      && figures.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
