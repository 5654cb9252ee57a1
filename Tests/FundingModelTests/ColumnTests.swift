import FundingModel
import Testing

@Suite struct ColumnTests {
  @Test func `a closed category keeps its own order, whatever comes first`() {
    let column = Column(
      field: StandardFields.pupil[0],
      values: [.category("R"), nil, .category("N1"), .category("14")])
    #expect(column.codes == [2, -1, 0, 16])
    #expect(column[0] == .category("R"))
    #expect(column[1] == nil)
    #expect(column.domain.count == StandardFields.yearGroups.names.count)
  }

  @Test func `other values are numbered as they appear`() {
    let field = Field(
      "cluster", .school, .category(.open), meaning: BilingualText(en: "c", cy: "c"))
    let column = Column(
      field: field, values: [.category("b"), .category("a"), .category("b")])
    #expect(column.codes == [0, 1, 0])
    #expect(column.domain == [.category("b"), .category("a")])
    // The field as found lists its categories by name.
    #expect(
      column.fieldAsFound.kind == .category(CategoryDomain(["a", "b"], isClosed: false)))
  }

  @Test func `numbers are one value however they were written`() throws {
    let field = Field("fte", .pupil, .number(.pupil), meaning: BilingualText(en: "f", cy: "f"))
    let half = try Rational(1, over: 2)
    let same = try Rational(5, over: 10)
    let column = Column(field: field, values: [.number(half), .number(same), .number(.one)])
    #expect(column.codes == [0, 0, 1])
  }
}
