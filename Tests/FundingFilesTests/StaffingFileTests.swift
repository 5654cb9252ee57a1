import Diagnostics
import FundingFiles
import FundingModel
import Testing

/// Files of staffing and bands: what they may say and what a person is told of mistakes.
@Suite struct StaffingFileTests {
  private func rows(_ text: String) throws -> [StaffingRow] {
    try StaffingFile(source: Example.source(text, "staffing.csv")).rows
  }

  @Test func `a school's number is all that a row needs, and blanks stay blank`() throws {
    let row = try #require(try rows("school,pupils,income\n6704001,,\n").first)
    #expect(row.school == 6_704_001 && row.name.isEmpty && !row.isMadeUp)
    for figure in StaffingFigure.allCases { #expect(row[figure] == nil) }
  }

  @Test func `expenditure may be given whole, or by its costs, or both where they agree`() throws {
    let header = "school,teacher_cost,support_cost,other_cost,expenditure\n"
    let rows = try rows(
      header + "6704001,1.10,2,3,\n6704002,,,,£7.25\n6704003,1,2,3,6\n6704004,1,,3,\n")
    #expect(
      rows.map { $0[.expenditure] } == [
        try Rational(61, over: 10), try Rational(29, over: 4), Rational(6), nil,
      ])
  }

  @Test(arguments: ["rows.csv", "columns.csv", "bands.yaml"])
  func `a bad file is told its mistakes in these words`(name: String) throws {
    let text = try BadFiles.rendered(name, in: "staffing") { source in
      if name.hasSuffix(".csv") {
        _ = try StaffingFile(source: source)
      } else {
        _ = try StaffingBandsFile(source: source)
      }
    }
    #expect(try text == BadFiles.expected(name, in: "staffing"))
  }

  @Test func `a school is given once`() {
    #expect(Example.slugs { _ = try rows("school\n6704001\n6704001\n") } == ["duplicate-school"])
  }
}
