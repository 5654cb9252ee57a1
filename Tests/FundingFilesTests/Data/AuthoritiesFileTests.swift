import FundingFiles
import FundingModel
import Testing

struct AuthoritiesFileTests {
  private func lines(_ rows: String) throws -> [AuthorityLine] {
    let header = "authority,year,line,amount,status,source\n"
    return try AuthoritiesFile(source: Example.source(header + rows)).lines
  }

  @Test func `lines are read with their kind and name`() throws {
    let lines = try lines(
      """
      681,2024-25,retained.school_improvement,£1234.50,published,Budget book
      Caerdydd,2024-25,buyback.mandatory.catering,-2,estimate,a guess
      wales,2024-25,devolved.pdg,3,published,Bulletin
      Cymru,2024-25,unallocated,0,published,Bulletin
      """)
    #expect(
      lines == [
        AuthorityLine(
          authority: 681, year: FundingYear(start: 2024), kind: .retained,
          name: "school_improvement", amount: Money(pence: 123_450), status: .published,
          source: "Budget book"),
        AuthorityLine(
          authority: 681, year: FundingYear(start: 2024), kind: .mandatoryBuyback,
          name: "catering", amount: Money(pounds: -2), status: .estimate, source: "a guess"),
        AuthorityLine(
          authority: nil, year: FundingYear(start: 2024), kind: .devolved, name: "pdg",
          amount: Money(pounds: 3), status: .published, source: "Bulletin"),
        AuthorityLine(
          authority: nil, year: FundingYear(start: 2024), kind: .unallocated, name: "",
          amount: .zero, status: .published, source: "Bulletin"),
      ])
  }

  @Test func `a line may be of one sector, the same line of others beside it`() throws {
    let lines = try AuthoritiesFile(
      source: Example.source(
        """
        authority,sector,year,line,amount,status,source
        681,primary,2024-25,devolved.pdg,3,published,x
        681,special,2024-25,devolved.pdg,4,published,x
        681,,2024-25,retained.all,5,published,x
        """)
    ).lines
    #expect(lines.map(\.sector) == ["primary", "special", nil])
    #expect(lines.map(\.amount) == [3, 4, 5].map { Money(pounds: $0) })
  }

  @Test(arguments: [
    ("681,2024-26,unallocated,1,published,x", "not-a-year"),
    ("681,2024-25,kept.x,1,published,x", "unknown-line"),
    ("681,2024-25,buyback.catering,1,published,x", "unknown-line"),
    ("681,2024-25,retained,1,published,x", "unknown-line"),
    ("681,2024-25,retained.,1,published,x", "unknown-line"),
    ("681,2024-25,unallocated.x,1,published,x", "unknown-line"),
    ("681,2024-25,unallocated,\"1,000\",published,x", "thousands-comma"),
    ("681,2024-25,unallocated,,published,x", "blank-value"),
    ("681,2024-25,unallocated,1,Published,x", "unknown-category"),
    ("681,2024-25,unallocated,1,published,", "blank-value"),
    ("682,2024-25,unallocated,1,published,x", "unknown-authority"),
  ])
  func `a bad line is a mistake`(row: String, slug: String) {
    #expect(Example.slugs { _ = try lines(row) } == [slug])
  }

  @Test func `an authority gives a line once a year`() throws {
    let row = "681,2024-25,unallocated,1,published,x\n"
    #expect(Example.slugs { _ = try lines(row + row) } == ["duplicate-line"])
    #expect(try lines(row + "681,2025-26,unallocated,1,published,x\n").count == 2)
  }
}
