import Testing

@testable import FundingBatch

@Suite struct RunningPathTests {
  @Test func `a range that splitting at dots took apart is put together again`() {
    #expect(RatePath(["basic", "R", "", "2"])?.keys == ["R..2"])
    #expect(RatePath(["small", "100", "", ""])?.keys == ["100.."])
    #expect(
      RatePath(["aln", "primary", "R", "", "2", "none"])?.keys == ["primary", "R..2", "none"])
    #expect(RatePath(["basic"])?.keys == [])
    #expect(RatePath([]) == nil)
  }
}
