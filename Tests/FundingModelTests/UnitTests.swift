import FundingModel
import Testing

@Suite struct UnitTests {
  @Test func `units multiply and divide, and what cancels vanishes`() {
    let teacher = Unit(["teacher": 1])
    #expect((.pounds / teacher) / (.pupil / teacher) == .pounds / .pupil)
    #expect(.pupil / .pupil == .number)
    #expect((Unit.pounds / .pupil * .pupil).isMoney)
    #expect(Unit(["pupil": 0]).isNumber)
  }

  @Test func `a unit is written as a formula file writes it`() {
    #expect((.pounds / .pupil).description == "£/pupil")
    #expect(Unit.number.description == "number")
    #expect((.number / .pupil).description == "1/pupil")
    #expect((.pounds * .squareMetre).description == "£·m2")
    #expect(Unit(["pupil": 2]).description == "pupil^2")
  }

  @Test func `money is pounds, per whatever`() {
    #expect(Unit.pounds.isMoney && (.pounds / .school).isMoney)
    #expect(!(.number / .pounds).isMoney && !(.pounds * .pounds).isMoney && !Unit.pupil.isMoney)
  }
}
