import Diagnostics
import Foundation
import FundingModel
import Testing

@testable import FundingFiles

struct CasesFileTests {
  @Test func `a worked case becomes a census of one school`() throws {
    let formula = try goodFormula("bridgend").formula
    let path = testFolder.appending(path: "good/cases/bridgend.cases.yaml").path
    let file = try CasesFile(
      source: SourceFile(reading: path), formula: formula, fields: .standard)
    let worked = try #require(file.cases.first)
    #expect(worked.name == "thirty in year 3")
    #expect(worked.source == "by hand")
    let schools = worked.census.schools
    #expect(schools.numbers == [6_600_001])
    #expect(schools.authorities == [672])
    #expect(schools.column("authority")?[0] == .category("672"))
    #expect(schools.column("floor_area")?[0] == .number(try Rational(241, over: 2)))
    // Rows alike are added: 30 + 2.
    #expect(worked.census.pupils.counts == [32, 1])
    #expect(worked.census.pupils.column("fte")?[1] == .number(try Rational(1, over: 2)))
    #expect(worked.census.pupils.column("fsm")?[0] == .flag(true))
    #expect(worked.census.pupils.column("fsm")?[1] == nil)
    #expect(
      worked.expected.parts.map(\.amount) == [
        Money(pence: 7_239_147), Money(pounds: 150_000),
      ])
    #expect(worked.expected.share?.amount == Money(pence: 22_239_147))
    #expect(worked.expected.share?.place == Place(line: 10, column: 72, length: 10))
  }

  @Test(arguments: [
    ("cases: []\nx: 1\n", ["unknown-key"]),
    ("- name: a\n", ["wrong-kind"]),
    (
      """
      cases:
        - name: a
          source: b
          school: {sector: primery, roll: three, authority: 660, school: 12}
          pupils: [{count: 0, year_group: 15, fsm: yes, fte: half, hair: red}]
          expect: {factors: {teeching: £1, lump_sum: £0.001}, share: 5}

      """,
      [
        "unknown-category", "bad-value", "other-authority", "bad-value", "bad-value",
        "unknown-category", "bad-value", "bad-value", "unknown-field", "unknown-factor",
        "bad-value", "bad-value",
      ]
    ),
    (
      """
      cases:
        - {name: a, source: b, school: {sector: primary}, pupils: [], expect: {share: £0}}
        - {name: c, source: b, school: {}, expect: {}}

      """, ["expects-nothing"]
    ),
    (
      """
      cases:
        - {name: a, source: b, school: {roll: 3}, pupils: [{count: 2}], expect: {share: £0}}

      """, ["roll-differs"]
    ),
    (
      """
      cases:
        - {name: a, source: b, school: {sector: primary}, pupils: [], expect: {share: £0}}
        - {name: a, source: b, school: {sector: primary}, pupils: [], expect: {share: £0}}

      """, ["case-twice"]
    ),
  ])
  func `mistakes in worked cases are told in order`(text: String, slugs: [String]) throws {
    let formula = try goodFormula("bridgend").formula
    let source = SourceFile(path: "bridgend.cases.yaml", bytes: Array(text.utf8))
    let found = #expect(throws: Mistakes.self) {
      try CasesFile(source: source, formula: formula, fields: .standard)
    }
    #expect(found?.diagnostics.map(\.slug) == slugs)
  }
}
