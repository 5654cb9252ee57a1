import FundingModel
import Testing

@Suite struct FundingRuleTests {
  private func names(_ year: Int) -> [String] {
    FundingRule.wales(in: FundingYear(start: year)).map(\.name)
  }

  @Test func `70% holds from 2011-12 to 2026-27, an amount for need from 2027-28`() {
    #expect(names(2010).isEmpty)
    for year in [2011, 2024, 2026] { #expect(names(year) == ["pupil_led_70", "rest_of_2010"]) }
    for year in [2027, 2031] {
      #expect(!names(year).contains("pupil_led_70"))
      #expect(names(year).first == "need_amount")
    }
  }

  @Test func `what was not read is never checked, and says where to read it`() {
    for rule in FundingRule.wales {
      if rule.standing == .notRead { #expect(rule.check == .none) }
      #expect(rule.source.url?.hasPrefix("http") == true)
      #expect(rule.text.english != rule.text.welsh)
      #expect(!rule.reference.english.isEmpty && !rule.reference.welsh.isEmpty)
    }
    // Whether 70% stays after 2026-27 was not read.
    #expect(FundingRule.wales.first { $0.name == "pupil_led_70_after" }?.standing == .notRead)
    #expect(Set(FundingRule.wales.map(\.name)).count == FundingRule.wales.count)
  }
}
