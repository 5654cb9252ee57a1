import FundingModel
import Testing

@testable import FundingReports

@Suite struct CSVTests {
  private func field(_ text: String) -> String {
    var bytes: [UInt8] = []
    CSV.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("Ysgol Tŷ Gwyn", "Ysgol Tŷ Gwyn"), ("a,b", "\"a,b\""),
    ("say \"a\"", "\"say \"\"a\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("a\rb", "\"a\rb\""), (" spaced ", " spaced "), ("", ""),
  ])
  func `a text is quoted only where it must be`(text: String, expected: String) {
    #expect(field(text) == expected)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-A1", "'-A1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("+", "'+"), ("-.5", "'-.5"), ("+5.", "'+5."), ("+1.2.3", "'+1.2.3"), ("+£50", "'+£50"),
    ("\t=1", "'\t=1"), ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""), ("a=1", "a=1"),
  ])
  func `a text that a spreadsheet would run gets an apostrophe`(text: String, expected: String) {
    #expect(field(text) == expected)
  }

  @Test(arguments: ["+44", "-2", "+0.5", "-1000000.07"])
  func `a text that is a number with a sign stays a figure`(text: String) {
    #expect(field(text) == text)
  }

  @Test func `a negative number gets no apostrophe`() {
    let table = Table(
      name: "t",
      columns: [
        TableColumn("money", .moneys([Money(pence: -5), Money(pence: 100_000_007), nil])),
        TableColumn("whole", .wholes([-12, 0, nil])),
        TableColumn("decimal", .decimals([Rational(-3), try? Rational(1, over: 8), nil])),
      ])
    #expect(
      String(decoding: CSV.bytes(of: table), as: UTF8.self) == """
        money,whole,decimal
        -0.05,-12,-3
        1000000.07,0,0.125
        ,,

        """)
  }

  @Test(arguments: [
    (Int128(80_615), Int128(1000), "80.62"), (-80_615, 1000, "-80.62"), (80_614, 1000, "80.61"),
    (1, 3, "0.33"), (-1, 1000, "0.00"), (5, 1, "5.00"),
  ])
  func `percentages have two decimals, halves away from zero`(
    top: Int128, bottom: Int128, expected: String
  ) throws {
    let cells = TableCells.percents([try Rational(top, over: bottom)])
    #expect(cells.text(at: 0) == expected)
  }

  @Test func `a table writes what its cells say`() {
    for table in ResultTables.all(of: Sample.result(), language: .english)
    where table.name != "shares" && table.name != "comparison" {
      let lines = String(decoding: CSV.bytes(of: table), as: UTF8.self).split(separator: "\n")
      for row in 0..<table.rowCount {
        #expect(
          lines[row + 1]
            == Substring(table.columns.map { $0.cells.text(at: row) }.joined(separator: ",")))
      }
    }
  }

  @Test func `an empty table still has its header`() {
    let table = Table(
      name: "t", columns: [TableColumn("a", .texts([])), TableColumn("b", .flags([]))])
    #expect(CSV.bytes(of: table) == Array("a,b\n".utf8))
  }

  @Test(arguments: [
    ("0", "0"), ("-7", "-7"), ("5520.4541182878", "5520.4541182878"),
    ("0.026290281", "0.026290281"),
    ("-0.0005776999", "-0.0005776999"), ("1.05", "1.05"), ("-0.1", "-0.1"),
    ("0.000000000001", "0.000000000001"), ("9223372.036854775807", "9223372.036854775807"),
    // Too large to be in millionths of millionths: as any number.
    ("9223372.036854775808", "9223372.036854775808"), ("123456789012.5", "123456789012.5"),
  ])
  func `a decimal is written with all its digits and no other`(number: String, written: String)
    throws
  {
    var bytes: [UInt8] = []
    CSV.append(decimal: try #require(Rational(decimal: number)), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }

  @Test func `a third is written as any number that has no end`() throws {
    var bytes: [UInt8] = []
    CSV.append(decimal: try Rational(1, over: 3), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "0.333333333333")
  }
}
