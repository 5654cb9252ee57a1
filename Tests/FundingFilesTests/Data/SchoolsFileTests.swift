import FundingFiles
import FundingModel
import Testing

struct SchoolsFileTests {
  @Test func `schools are in order of their numbers`() throws {
    let table = try Example.schools(Example.threeSchools)
    #expect(table.numbers == [6_602_130, 6_602_131, 6_814_000])
    #expect(table.authorities == [660, 660, 681])
    #expect(table.sectors == ["primary", "primary", "secondary"])
    #expect(table.statedPupils == [2, nil, 3])
    #expect(table.budgetPerPupil == [nil, nil, nil])
    #expect(table.names == ["6602130", "6602131", "6814000"])
    #expect(table.areModelled == false)
  }

  @Test func `a file without months has every school open for twelve`() throws {
    let months = try #require(try Example.schools(Example.threeSchools).column("months_open"))
    #expect((0..<3).map { months[$0] } == Array(repeating: .number(Rational(12)), count: 3))
  }

  @Test func `the order of columns and rows changes nothing`() throws {
    let left = try Example.schools(
      """
      school,authority,sector,pupils,wing,storeys
      6602130,660,primary,2,east,1
      6814000,681,secondary,3,west,2.50
      """)
    let right = try Example.schools(
      """
      storeys,pupils,wing,school,sector,authority
      2.5,3,west,6814000,secondary,Caerdydd
      1.0,2,east,6602130,primary,Ynys Môn
      """)
    #expect(SchoolContents(left) == SchoolContents(right))
  }

  @Test func `an authority is a code, a name in either language, or a code with its name`() throws {
    let table = try Example.schools(
      """
      school,authority_code,authority,sector,pupils
      6602130,660,Isle of Anglesey,primary,1
      6602131,660,Ynys Môn,primary,1
      6602132,660,,primary,1
      """)
    #expect(table.authorities == [660, 660, 660])
    #expect(table.columns.map(\.field.name) == ["sector", "authority", "months_open"])
  }

  @Test func `further columns take their kind from their values`() throws {
    let table = try Example.schools(
      """
      school,authority,sector,pupils,pct,rural,wing,empty,sites
      6602130,660,primary,1,12.5,yes,east,,1
      6602131,660,primary,1,,No,12,,
      """)
    #expect(table.column("pct")?.field.kind == .number(.number))
    #expect(table.column("pct")?[0] == .number(try Rational(25, over: 2)))
    #expect(table.column("pct")?[1] == nil)
    #expect(table.column("rural")?.field.kind == .flag)
    #expect(table.column("rural")?.domain == [.flag(false), .flag(true)])
    #expect(table.column("wing")?.field.kind == .category(.open))
    #expect(table.column("wing")?.domain == [.category("12"), .category("east")])
    #expect(table.column("empty")?.codes == [-1, -1])
    #expect(table.column("sites")?.codes == [0, -1])
  }

  @Test func `a budget per pupil is money to the penny`() throws {
    let table = try Example.schools(
      """
      school,authority,sector,pupils,budget_per_pupil
      6602130,660,primary,1,£5053.5
      6602131,660,primary,1,4899
      6602132,660,primary,1,
      """)
    #expect(table.budgetPerPupil == [Money(pence: 505_350), Money(pounds: 4899), nil])
    #expect(table.publishedBudget(1) == Money(pounds: 4899))
  }

  @Test func `every mistake of a row is told`() {
    let slugs = Example.slugs {
      _ = try Example.schools(
        "school,authority,sector,pupils,months_open\n660213,Narnia,Primary,-1,13\n")
    }
    #expect(
      slugs == [
        "school-number", "unknown-authority", "unknown-category", "out-of-range", "out-of-range",
      ])
  }

  @Test func `amounts that overflow nothing are refused all the same`() {
    for amount in ["1000001", "99999999999999999999", "-1", "1.005", "1e3", "1,000"] {
      let text =
        "school,authority,sector,pupils,budget_per_pupil\n6602130,660,primary,1,\"\(amount)\""
      #expect(Example.slugs { _ = try Example.schools(text) }.count == 1, "\(amount)")
    }
  }

  @Test func `bad rows may be set aside`() throws {
    let file = try SchoolsFile(
      source: Example.source(
        "school,authority,sector,pupils\n6602130,660,primary,x\n6602131,660,primary,1\nbad\n"),
      quarantine: true)
    #expect(file.table.numbers == [6_602_131])
    #expect(file.quarantined.map(\.line) == [2, 4])
    #expect(file.quarantined[0].bytes == Array("6602130,660,primary,x".utf8))
    #expect(file.quarantined[0].reason == "the number of pupils 'x' is not a whole number")
    #expect(
      QuarantinedRow.text(of: file.quarantined, from: "s.csv") == """
        file,line,reason,row
        s.csv,2,the number of pupils 'x' is not a whole number,"6602130,660,primary,x"
        s.csv,4,"the row has 1 value, the header 4",bad

        """)
  }
}
