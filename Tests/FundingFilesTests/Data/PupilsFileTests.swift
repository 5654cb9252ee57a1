import Diagnostics
import FundingFiles
import FundingModel
import Testing

struct PupilsFileTests {
  private let few = """
    school,year_group,fsm,band
    6814000,7,yes,b
    6602130,R,no,a
    6602130,R,0,a
    6814000,7,TRUE,b
    6602130,,Y,c

    """

  @Test func `pupils alike are counted`() throws {
    let table = try Example.pupils(few)
    #expect(table.starts == [0, 2, 2, 3])
    #expect(table.counts == [1, 2, 2])
    #expect(table.heads(ofSchool: 0) == 3)
    #expect(table.distinctCount == 3)
    #expect(Example.heads(table, school: 0, "year_group", .category("R")) == 2)
    #expect(Example.heads(table, school: 0, "year_group", nil) == 1)
    #expect(Example.heads(table, school: 0, "fsm", .flag(true)) == 1)
    #expect(Example.heads(table, school: 2, "band", .category("b")) == 2)
  }

  @Test func `without a column fte, and where it is blank, a pupil counts as one`() throws {
    let fte = try #require(try Example.pupils(few).column("fte"))
    #expect(fte.domain == [.number(.one)] && fte.codes == [0, 0, 0])
    let half = try Example.pupils("school,fte\n6602130,0.5\n6602130,\n6602130,0.50\n")
    #expect(Example.heads(half, school: 0, "fte", .number(try Rational(1, over: 2))) == 2)
    #expect(Example.heads(half, school: 0, "fte", .number(.one)) == 1)
  }

  @Test func `rows in another order give the same table`() throws {
    let lines = few.split(separator: "\n")
    let shuffled = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    #expect(PupilContents(try Example.pupils(few)) == PupilContents(try Example.pupils(shuffled)))
  }

  @Test func `columns in another order give the same table`() throws {
    let other = try Example.pupils(
      """
      band,fsm,school,year_group
      b,yes,6814000,7
      a,no,6602130,R
      a,no,6602130,R
      b,yes,6814000,7
      c,yes,6602130,
      """)
    #expect(PupilContents(try Example.pupils(few)) == PupilContents(other))
  }

  @Test func `a file of counts gives the same table as its pupils`() throws {
    let counts = try Example.pupils(
      """
      school,count,year_group,fsm,band
      6602130,1,R,no,a
      6814000,2,7,yes,b
      6602130,1,,yes,c
      6602130,1,R,no,a
      6602131,0,N1,yes,z
      """)
    #expect(PupilContents(try Example.pupils(few)) == PupilContents(counts))
  }

  @Test func `numbers written differently are one value`() throws {
    let table = try Example.pupils("school,points\n6602130,1\n6602130,1.0\n6602130,01\n")
    #expect(table.counts == [3])
    #expect(table.column("points")?.domain == [.number(.one)])
  }

  @Test func `school numbers may be quoted, and long values are told apart`() throws {
    let table = try Example.pupils(
      "school,aln\n\"6602130\",school_action\n6602130,school_action_plus\n6602130,school_action\n")
    #expect(table.counts == [2, 1])
    #expect(Example.heads(table, school: 0, "aln", .category("school_action")) == 2)
  }

  @Test func `many distinct pupils keep their counts`() throws {
    // 900 values of one column by 3 of another at one school, each twice: more than any first size.
    var text = "school,a,b\n"
    for _ in 0..<2 {
      for a in 0..<900 { for b in 0..<3 { text += "6602130,v\(a),\(b)\n" } }
    }
    let table = try Example.pupils(text)
    #expect(table.distinctCount == 2700)
    #expect(table.counts.count == 2700 && table.counts.allSatisfy { $0 == 2 })
  }

  @Test func `bad rows may be set aside and the rest counted`() throws {
    let text = "school,year_group\n6602130,R\n9999999,R\n6602130,Y1\nbad\n6602130,R\n"
    let aside = RowsAside()
    let file = try PupilsFile(
      source: Example.source(text), schools: Example.schools(Example.threeSchools),
      settingAside: aside.take)
    #expect(file.table.heads(ofSchool: 0) == 2)
    #expect(file.setAside == 3)
    #expect(aside.all.map(\.line) == [3, 4, 5])
    #expect(
      aside.all.map(\.reason) == [
        "the school 9999999 is not in the schools file", "the year group 'Y1' is not known",
        "the row has 1 value, the header 2",
      ])
  }

  @Test func `what only a bad row holds leaves no trace`() throws {
    let text = "school,year_group,points\n6602130,R,1\n9999999,R,many\n"
    let file = try PupilsFile(
      source: Example.source(text), schools: Example.schools(Example.threeSchools),
      settingAside: RowsAside().take)
    #expect(file.table.column("points")?.field.kind == .number(.number))
    #expect(file.table.column("points")?.domain == [.number(.one)])
  }

  @Test func `an unclosed quote is never set aside`() {
    let slugs = Example.slugs {
      _ = try PupilsFile(
        source: Example.source("school\n6602130\n\"6602130\n6602130\n"),
        schools: Example.schools(Example.threeSchools), settingAside: RowsAside().take)
    }
    #expect(slugs == ["unclosed-quote"])
  }

  @Test func `a column of a thousand values is a field and one of more is a mistake`() throws {
    func text(_ values: Int) -> String {
      "school,upn\n" + (1...values).map { "6602130,p\($0)\n" }.joined()
    }
    #expect(try Example.pupils(text(1000)).distinctCount == 1000)
    #expect(Example.slugs { _ = try Example.pupils(text(1001)) } == ["too-many-values"])
  }

  @Test func `fewer fields may be kept`() throws {
    let table = try Example.pupils(few).keeping(fields: ["fsm"])
    #expect(table.columns.map(\.field.name) == ["fte", "fsm"])
    #expect(table.counts == [2, 1, 2])
  }

  @Test func `a column of the schools file may not be one of pupils too`() throws {
    let schools = try Example.schools(
      "school,authority,sector,pupils,wing\n6602130,660,primary,1,east\n")
    let slugs = Example.slugs {
      _ = try PupilsFile(source: Example.source("school,wing\n6602130,east\n"), schools: schools)
    }
    #expect(slugs == ["wrong-file"])
  }
}
