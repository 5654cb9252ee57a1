import FundingFiles
import FundingModel
import Testing

struct DataRoundTripTests {
  private let schools = """
    budget_per_pupil,school,authority,sector,pupils,name,wing,pct,rural,floor_area,language
    5053.00,6602130,660,primary,2,"Ysgol ""Tŷ"", Amlwch",east,12.125,yes,1500.5,WM
    ,6602131,660,primary,,Plain,,,no,,
    ,6814000,681,secondary,3,Ysgol,"a ""b"" c",3,no,,EM

    """

  @Test func `schools written and read again are the same`() throws {
    let table = try Example.schools(schools)
    let again = try Example.schools(SchoolsFile.text(table))
    #expect(SchoolContents(table) == SchoolContents(again))
    #expect(table.names[0] == "Ysgol \"Tŷ\", Amlwch")
  }

  @Test func `a school number keeps its leading noughts`() throws {
    let text = "school,authority,sector,pupils\n0012345,660,primary,2\n"
    let written = SchoolsFile.text(try Example.schools(text))
    #expect(
      written == """
        school,name,authority,sector,pupils,budget_per_pupil,months_open
        0012345,0012345,660,primary,2,,12

        """)
  }

  private func pupils(_ text: String) throws -> PupilTable {
    try PupilsFile(source: Example.source(text), schools: Example.schools(schools)).table
  }

  private let mixed = """
    school,year_group,fte,fsm,aln,wimd_decile,ward,points
    6602130,N2,0.5,true,none,1,"Amlwch, Port",1.25
    6602130,N2,0.5,true,none,1,"Amlwch, Port",1.25
    6602130,10,,false,la_idp,10,"the ""Mews"" end",
    6814000,3,1,,school_idp,,Other,7

    """

  @Test func `counts written and read again are the same`() throws {
    let table = try pupils(mixed)
    let text = CountsFile.text(table, of: try Example.schools(schools))
    #expect(
      text == """
        school,year_group,fte,fsm,aln,wimd_decile,points,ward,count
        6602130,N2,0.5,true,none,1,1.25,"Amlwch, Port",2
        6602130,10,1,false,la_idp,10,,"the ""Mews"" end",1
        6814000,3,1,,school_idp,,7,Other,1

        """)
    #expect(PupilContents(try pupils(text)) == PupilContents(table))
  }

  @Test func `pupils written and read again are the same`() throws {
    let table = try pupils(mixed)
    let text = PupilsFile.text(table, of: try Example.schools(schools))
    #expect(text.split(separator: "\n").count == 5)
    #expect(PupilContents(try pupils(text)) == PupilContents(table))
  }

  @Test func `a table that was read is in its right order already`() throws {
    let table = try pupils(mixed)
    #expect(PupilContents(table.canonical()) == PupilContents(table))
  }

  @Test func `a table made in any order is put right`() throws {
    let fte = Field("fte", .pupil, .number(.pupil), meaning: BilingualText(en: "", cy: ""))
    let ward = Field("ward", .pupil, .category(.open), meaning: BilingualText(en: "", cy: ""))
    let table = PupilTable(
      columns: [
        Column(field: ward, values: [.category("z"), .category("a"), .category("unused"), nil]),
        Column(field: fte, values: [.number(.one), .number(.one), .number(.one), .number(.one)]),
      ],
      starts: [0, 2, 3], pupils: [0, 1, 3], counts: [5, 6, 7])
    let right = table.canonical()
    #expect(right.columns.map(\.field.name) == ["fte", "ward"])
    #expect(right.columns[1].domain == [.category("a"), .category("z")])
    #expect(right.columns[1].codes == [-1, 0, 1])
    #expect(right.starts == [0, 2, 3])
    #expect(right.pupils == [1, 2, 0])
    #expect(right.counts == [6, 5, 7])
  }
}
