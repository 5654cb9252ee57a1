import FundingModel
import Testing

@testable import FundingFiles

struct FormulaRewritingTests {
  @Test func `other values leave comments, order and all else as they were`() throws {
    let file = try goodFormula("bridgend")
    let before = try file.source.text()
    #expect(file.rewriting(values: []) == before)
    let cells = file.formula.rates.flatMap { $0.tables.flatMap(\.cells) }
    let after = file.rewriting(values: cells.map { ($0.place, "£1") })
    let expected =
      before
      .replacing(
        "N1..N2: 30, R..2: 26, 3..6: 27.5, 7..9: 21.5, 10..11: 17.5",
        with: "N1..N2: £1, R..2: £1, 3..6: £1, 7..9: £1, 10..11: £1"
      )
      .replacing("value: £61200", with: "value: £1")
      .replacing("primary: £150000, secondary: £700000", with: "primary: £1, secondary: £1")
    #expect(after == expected)
  }

  @Test func `quoted values, commas and line ends are replaced to the character`() throws {
    let text =
      "cyllido: 1\r\nformula: a\r\nauthority: any\r\nyear: 2024-25\r\ntitle: {en: a, cy: â}\r\nstatus: fitted\r\n"
      + "sources: {h: {title: ŵ}}\r\nrates:\r\n  tŷ: {unit: £, value: '£1,200', source: h}\r\n"
      + "  b:\r\n    unit: £\r\n    value: £61,200   # dear\r\n    source: h\r\n"
      + "factors:\r\n  f: {title: {en: a, cy: b}, purpose: other, regulation: other, structure: assumed, each: school, amount: tŷ + b}\r\n"
    let file = try FormulaFile(
      source: SourceFile(path: "a.yaml", bytes: Array(text.utf8)), fields: .standard)
    let places = file.formula.rates.map { $0.tables[0].cells[0].place }
    #expect(
      places == [Place(line: 9, column: 24, length: 8), Place(line: 12, column: 12, length: 7)])
    #expect(
      file.rewriting(values: [(places[0], "£7"), (places[1], "£8.50")])
        == text.replacing("'£1,200'", with: "£7").replacing("£61,200", with: "£8.50"))
  }
}
