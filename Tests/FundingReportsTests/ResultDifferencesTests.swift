import FundingModel
import Testing

@testable import FundingReports

/// Two results held against each other, worked out by hand.
struct ResultDifferencesTests {
  private static let year = FundingYear(start: 2024)

  private static func row(
    _ school: Int, _ run: String, _ pence: Int64?, pupils: Int64 = 100, year: FundingYear = year
  ) -> FinishedShares.Row {
    FinishedShares.Row(
      school: school, name: "School \(school % 10)", authority: 672, sector: "primary", run: run,
      year: year, pupils: pupils, share: pence.map(Money.init(pence:)))
  }

  private static func shares(
    _ path: String, _ digest: String, _ rows: [FinishedShares.Row]
  ) -> FinishedShares {
    FinishedShares(
      path: path, scenario: "one", title: BilingualText(en: "One", cy: "Un"), digest: digest,
      rows: rows)
  }

  /// School 1 gains £1.50, 2 loses £300 with 10 pupils fewer, 3 is closed, 4 is new.
  private static let before = shares(
    "a", "aaaa",
    [
      row(6_721_001, "new", 100_000), row(6_721_002, "new", 200_000),
      row(6_721_003, "new", 50_000), row(6_721_001, "old", 1),
    ])
  private static let after = shares(
    "b", "bbbb",
    [
      row(6_721_004, "new", 70_001), row(6_721_002, "new", 170_000, pupils: 90),
      row(6_721_001, "new", 100_150),
      row(6_721_001, "new", 5, year: FundingYear(start: 2025)),
    ])
  private static let found = ResultDifferences(
    before, after, pairs: [RunPair("new", "new")])

  @Test func `every school of either result has a row, with blanks where one has none`() {
    // 1: 1.50 ÷ 100 = 0.015, 0.02 to the penny; 1.5 ÷ 1000 = 0.15%.
    // 2: 1700 ÷ 90 − 2000 ÷ 100 = 18.888… − 20 = −1.11; −300 ÷ 2000 = −15%.
    let table = Table.differences(of: Self.found, language: .welsh)
    #expect(
      String(decoding: CSV.bytes(of: table), as: UTF8.self) == """
        school,name,authority,authority_name,sector,run,year,pupils_a,pupils_b,share_a,share_b,difference,difference_per_pupil,difference_pct
        6721001,School 1,672,Pen-y-bont ar Ogwr,primary,new,2024-25,100,100,1000.00,1001.50,1.50,0.02,0.15
        6721002,School 2,672,Pen-y-bont ar Ogwr,primary,new,2024-25,100,90,2000.00,1700.00,-300.00,-1.11,-15.00
        6721003,School 3,672,Pen-y-bont ar Ogwr,primary,new,2024-25,100,,500.00,,,,
        6721004,School 4,672,Pen-y-bont ar Ogwr,primary,new,2024-25,,100,,700.01,,,

        """)
  }

  @Test func `the totals differ by the schools' differences and by what only one funds`() throws {
    let groups = Self.found.groups
    #expect(groups.count == 1)
    let group = try #require(groups.first)
    #expect(group.firstTotal == Money(pence: 350_000))
    #expect(group.secondTotal == Money(pence: 340_151))
    // 1.50 − 300 + 700.01 − 500 = −98.49
    #expect(group.difference == Money(pence: -9_849))
    #expect(group.moved == 2)
    #expect(group.largestGain?.known.school == 6_721_001)
    #expect(group.largestLoss?.known.school == 6_721_002)
    #expect(!Self.found.areEqual)
  }

  @Test func `the summary says all of this, in both languages`() {
    #expect(
      DifferencesText(Self.found, language: .english).text() == """
        Two results: B less A
        ---------------------
        A: a: One (one, digest aaaa).
        B: b: One (one, digest bbbb).
        Not equal.
        Not compared, of A: old.
        Not compared, of B: 2025-26.

        Run  Year     Schools  Moved    Total A    Total B  Difference
        new  2024-25        4      2  £3,500.00  £3,401.51     -£98.49
        new 2024-25, schools in A only: 1 (£500.00): 6721003 School 3.
        new 2024-25, schools in B only: 1 (£700.01): 6721004 School 4.

        Largest moves
        -------------
        Run          School            Authority  Difference  Per pupil  Per cent
        new 2024-25  6721001 School 1  Bridgend       +£1.50     +£0.02    +0.15%
        new 2024-25  6721002 School 2  Bridgend     -£300.00     -£1.11   -15.00%

        """)
    #expect(
      DifferencesText(Self.found, language: .welsh).text().hasPrefix(
        """
        Dau ganlyniad: B llai A
        -----------------------
        A: a: Un (one, crynodeb digidol aaaa).
        """))
  }

  @Test func `a result held against itself differs by nothing`() throws {
    let found = ResultDifferences(
      Self.before, Self.before, pairs: Self.before.runs.map { RunPair($0, $0) })
    #expect(found.areEqual && found.haveSameDigest)
    #expect(found.groups.allSatisfy { $0.difference == .zero && $0.moved == 0 })
    #expect(found.schools.allSatisfy { $0.difference == .zero })
    #expect(
      DifferenceSentences.verdict(found).english
        == "Equal: every share and every line is the same to the penny (equal digests).")
  }

  @Test func `equal shares of unequal digests are no equal results`() {
    let other = Self.shares("c", "cccc", Self.before.rows)
    let found = ResultDifferences(Self.before, other, pairs: [RunPair("new", "new")])
    #expect(found.areEqual && !found.haveSameDigest)
    #expect(DifferenceSentences.verdict(found).english.hasPrefix("No share compared here differs"))
  }

  @Test func `unequal shares of equal digests are told to be read with care`() {
    let edited = Self.shares("c", "aaaa", Self.after.rows)
    let found = ResultDifferences(Self.before, edited, pairs: [RunPair("new", "new")])
    #expect(DifferenceSentences.verdict(found).english.hasPrefix("Read with care"))
  }

  @Test func `a share that is kept back is no nought, and is in neither total`() throws {
    let hidden = Self.shares(
      "c", "aaaa",
      [
        Self.row(6_721_001, "new", nil), Self.row(6_721_002, "new", 200_000),
        Self.row(6_721_003, "new", 50_000),
      ])
    let found = ResultDifferences(Self.before, hidden, pairs: [RunPair("new", "new")])
    #expect(found.areEqual)
    let group = try #require(found.groups.first)
    #expect(group.firstTotal == Money(pence: 250_000) && group.difference == .zero)
    let table = Table.differences(of: found, language: .english)
    #expect(table.column("share_a")?.cells.text(at: 0) == "1000.00")
    for column in ["share_b", "difference", "difference_per_pupil", "difference_pct"] {
      #expect(table.column(column)?.cells.text(at: 0) == "")
    }
    #expect(
      DifferencesText(found, language: .english).text().contains(
        "new 2024-25, schools whose share A or B keeps back, and which are in neither total: 1.\n"))
  }

  @Test func `runs of two names are called by both`() {
    let found = ResultDifferences(Self.before, Self.before, pairs: [RunPair("old", "new")])
    let table = Table.differences(of: found, language: .english)
    #expect(table.column("run")?.cells.text(at: 0) == "old=new")
    #expect(table.column("difference")?.cells.text(at: 0) == "999.99")
    #expect(table.rowCount == 3)
  }

  @Test func `the record of differences names each school that is in one only`() {
    let text = Self.found.json().rendered()
    #expect(text.contains("\"equal\": false"))
    #expect(text.contains("\"difference\": -98.49"))
    #expect(text.contains("\"difference_pct\": -15.00"))
    #expect(text.contains("\"name\": \"School 3\",\n          \"share\": 500.00"))
  }
}
