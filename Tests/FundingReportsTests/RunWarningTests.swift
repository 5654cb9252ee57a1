import FundingModel
import Testing

@testable import FundingReports

@Suite struct RunWarningTests {
  private static let all: [(warning: RunWarning, english: String, welsh: String)] = [
    (
      .pupilsDiffer([
        PupilDifference(school: 6_721_001, name: "", stated: 6, found: 5),
        PupilDifference(school: 6_721_002, name: "", stated: 3, found: 4),
      ]),
      "warning: schools whose pupils are not as many as their file states: "
        + "6721001 (6 stated, 5 found), 6721002 (3 stated, 4 found)\n",
      "rhybudd: ysgolion nad yw nifer eu disgyblion fel y mae eu ffeil yn ei nodi: "
        + "6721001 (6 yn ôl y ffeil, 5 yn y data), 6721002 (3 yn ôl y ffeil, 4 yn y data)\n"
    ),
    (
      .rowsSetAside(path: "p.csv", rows: 1, into: "q.csv"),
      "warning: p.csv: 1 bad row was set aside: q.csv\n",
      "rhybudd: p.csv: rhesi gwallus a neilltuwyd: 1, yn q.csv\n"
    ),
    (
      .rowsSetAside(path: "p.csv", rows: 2, into: "q.csv"),
      "warning: p.csv: 2 bad rows were set aside: q.csv\n",
      "rhybudd: p.csv: rhesi gwallus a neilltuwyd: 2, yn q.csv\n"
    ),
    (
      .indexMovesNothing("energy"), "warning: the index 'energy' moves no rate of any run\n",
      "rhybudd: nid yw'r mynegai 'energy' yn symud yr un gyfradd mewn unrhyw rediad\n"
    ),
    (
      .staffingDiffers(staffing: "a.csv", schools: "b.csv", numbers: [1]),
      "warning: a.csv and b.csv say different things of 1 school, and a.csv is followed: 1\n",
      "rhybudd: nid yw a.csv a b.csv yn dweud yr un peth am rai ysgolion (nifer: 1), a dilynir "
        + "a.csv: 1\n"
    ),
    (
      .staffingDiffers(staffing: "a.csv", schools: "b.csv", numbers: Array(1...7)),
      "warning: a.csv and b.csv say different things of 7 schools, and a.csv is followed: "
        + "1, 2, 3, 4, 5, 6 and more\n",
      "rhybudd: nid yw a.csv a b.csv yn dweud yr un peth am rai ysgolion (nifer: 7), a dilynir "
        + "a.csv: 1, 2, 3, 4, 5, 6 a rhagor\n"
    ),
    (
      .staffingUnknown(staffing: "a.csv", numbers: [1]),
      "warning: 1 school of a.csv is not in the scenario's schools; the measures are of what a.csv "
        + "says alone: 1\n",
      "rhybudd: ysgolion a.csv nad ydynt ymhlith ysgolion y senario: 1; daw'r mesurau o'r hyn y mae "
        + "a.csv yn ei ddweud yn unig: 1\n"
    ),
    (
      .bandsWithoutStaffing,
      "warning: bands are given without any staffing: nothing is held against them\n",
      "rhybudd: rhoddwyd bandiau heb ddim staffio: ni chaiff dim ei gymharu â nhw\n"
    ),
  ]

  @Test func `every warning is a line in the language of the terminal`() {
    for one in Self.all {
      #expect(one.warning.line(.english) == one.english)
      #expect(one.warning.line(.welsh) == one.welsh)
    }
  }

  @Test func `a report says its warnings in both languages, a record in English`() {
    let result = Sample.result()
    let record = RunRecord(
      version: "1", inputs: [], options: [], warnings: [.indexMovesNothing("energy")], files: [],
      result: result)
    let html = Report(
      record, language: .english, command: ["run", "a.yaml"], disclosure: Disclosure()
    ).html()
    #expect(html.contains("moves no rate of any run</span>"))
    #expect(html.contains("yn symud yr un gyfradd mewn unrhyw rediad</span>"))
    let json = record.json().rendered()
    #expect(json.contains("moves no rate of any run"))
    #expect(!json.contains("yn symud"))
  }
}
