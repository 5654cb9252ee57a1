import FundingModel
import Testing

@Suite struct FundingYearTests {
  @Test func `a year is read as people write it`() {
    #expect(FundingYear("2024-25")?.start == 2024)
    #expect(FundingYear("1999-00")?.start == 1999)
    for text in ["2024-26", "2024", "24-25", "2024-025", "2024/25", "2024-25-26", "-2024-25", ""] {
      #expect(FundingYear(text) == nil, "\(text)")
    }
  }

  @Test func `a year is written as it is read`() {
    #expect(FundingYear(start: 2024).description == "2024-25")
    #expect(FundingYear(start: 1999).description == "1999-00")
    #expect(FundingYear(start: 2008).next.description == "2009-10")
    #expect(FundingYear(start: 2008) < FundingYear(start: 2009))
  }
}
