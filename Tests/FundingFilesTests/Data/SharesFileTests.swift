import FundingFiles
import FundingModel
import Testing

/// Shares that a run wrote, read again.
struct SharesFileTests {
  private func rows(_ text: String) throws -> [FinishedShares.Row] {
    try SharesFile(source: Example.source(text, "shares.csv")).rows
  }

  @Test func `a row is read by its columns' names, wherever they stand`() throws {
    let rows = try rows(
      """
      share,run,year,school,name,authority,authority_name,sector,pupils,formula
      -12.05,local,2025-26,6721001,"Ysgol Un, Pen-y-bont",672,Bridgend,primary,100,bridgend
      """)
    #expect(
      rows == [
        FinishedShares.Row(
          school: 6_721_001, name: "Ysgol Un, Pen-y-bont", authority: 672, sector: "primary",
          run: "local", year: FundingYear(start: 2025), pupils: 100, share: Money(pence: -1_205))
      ])
  }

  @Test func `a figure is missing only where the row says that it is kept back`() throws {
    let head = "school,name,authority,sector,run,year,pupils,share,hidden\n"
    let start = "6721001,Ysgol Un,672,primary,local,2024-25,"
    let row = try rows(head + start + "3,,share per_pupil\n").first
    #expect(row?.pupils == 3 && row?.share == nil)
    #expect(Example.slugs { _ = try self.rows(head + start + "3,,per_pupil\n") } == ["blank-value"])
    #expect(Example.slugs { _ = try self.rows(head + start + ",1.00,\n") } == ["blank-value"])
  }

  @Test func `the apostrophe that keeps a spreadsheet from running a name is no part of it`() throws
  {
    let head = "school,name,authority,sector,run,year,pupils,share\n"
    func name(_ written: String) throws -> String? {
      try rows(head + "6721001,\(written),672,primary,local,2024-25,1,1.00\n").first?.name
    }
    #expect(try name("'=School") == "=School")
    #expect(try name("'-School") == "-School")
    #expect(try name("'School") == "'School")
  }
}
