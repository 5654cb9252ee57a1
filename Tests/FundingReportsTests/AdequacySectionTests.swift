import FundingModel
import Testing

@testable import FundingReports

/// The section on costs: what it shows of four schools made by hand, and what it keeps back.
@Suite struct AdequacySectionTests {
  private static let year = Sample.year

  private static func formula(fitted: [String]) -> Formula {
    Sample.formula("cost", .any, .illustrative, fitted: fitted)
  }

  /// A primary of 100 that costs £500,000 and gets £450,000, a secondary of 300 that costs
  /// £1,800,000 and gets £2,000,000, a primary of 50 that costs £300,000 and gets £299,999.99, and a
  /// special school without a cost.
  private static func adequacy(fitted: [String] = ["teacher"]) -> Adequacy {
    let costs = [500_000, 1_800_000, 300_000].map { Money(pounds: $0) }
    let shares = [45_000_000, 200_000_000, 29_999_999, 7_000_000].map { Sample.pence($0) }
    let pupils: [Int64] = [100, 300, 50, 0]
    let rows = (0..<4).map { row in
      Adequacy.Row(
        row: row, run: "local", year: year, pupils: pupils[row], cost: row < 3 ? costs[row] : nil,
        share: shares[row])
    }
    let assumptions = formula(fitted: fitted)
    let schools = Sample.census().schools
    var groups: [Adequacy.Group] = []
    for authority in [nil, 660, 681] {
      for sector in [nil, "primary", "secondary", "special"] {
        let own = rows.filter {
          (authority == nil || schools.authorities[$0.row] == authority)
            && (sector == nil || schools.sectors[$0.row] == sector)
        }
        guard !own.isEmpty else { continue }
        groups.append(
          Adequacy.Group(
            authority: authority, sector: sector, run: "local", year: year, rows: own))
      }
    }
    let allocation = Allocation(
      run: "cost", year: year,
      groups: [
        FormulaAllocation(
          formula: assumptions, rows: [0, 1, 2, 3],
          lines: [Sample.line("staff"), Sample.line("premises")],
          amounts: [
            Money(pounds: 400_000), Money(pounds: 100_000), Money(pounds: 1_500_000),
            Money(pounds: 300_000), Money(pounds: 280_000), Money(pounds: 20_000), .zero, .zero,
          ])
      ], schoolCount: 4)
    return Adequacy(
      census: Sample.census(), assumptions: assumptions, costs: [allocation], rows: rows,
      groups: groups)
  }

  private static func html(_ section: AdequacySection) -> String {
    ReportPage(
      title: AdequacySentences.title, kicker: BilingualText(en: "Costs", cy: "Costau"),
      sections: [section.section], language: .english
    ).html()
  }

  @Test func `costs per pupil, gaps and lines are those that a hand works out`() {
    let html = Self.html(AdequacySection(adequacy: Self.adequacy()))
    // Primary: £800,000 ÷ 150; secondary: £1,800,000 ÷ 300.
    #expect(html.contains("is: Primary £5,333.33; Secondary £6,000.00. These are estimates."))
    // £2,749,999.99 of £2,600,000.00 is 105.769…%; two of three get less.
    #expect(
      html.contains(
        "local covers 105.8% (estimate) of the cost: £2,749,999.99 against £2,600,000.00 "
          + "(estimate). 2 (estimate) of 3 schools get less than their cost. Without a cost, so not counted: "
          + "1 school (special)."))
    #expect(html.contains("of the cost is covered: local (estimate)"))
    // (£450,000 − £500,000 + £299,999.99 − £300,000) ÷ 150 = −£333.3334.
    #expect(html.contains("-£333.33"))
    // Staff: £680,000 ÷ 150; premises: £300,000 ÷ 300.
    #expect(html.contains("£4,533.33") && html.contains("£1,000.00"))
    // On the map: −£50,000 and +£200,000 over 400 pupils, and a penny less for 50.
    #expect(html.contains(">+£375<") && html.contains(">£0<"))
    #expect(html.contains("no assumption is for them: 1 school (special)."))
  }

  @Test func `what is no estimate is not called one`() {
    let html = Self.html(AdequacySection(adequacy: Self.adequacy(fitted: [])))
    #expect(html.contains("local covers 105.8% of the cost: £2,749,999.99 against £2,600,000.00."))
    #expect(!html.contains("(estimate)"))
    #expect(!html.contains("estimates.") && !html.contains("est.</span>"))
    #expect(html.contains("none is marked an estimate"))
  }

  @Test func `a school that is kept back is nowhere, and no sum gives it away`() {
    // Of 681 the primary is kept back, and so is the sum of primaries of Wales.
    let hidden = HiddenFigures(
      threshold: 5, schools: [6_812_001],
      groups: [
        HiddenFigures.Group(authority: 681, sector: "primary"),
        HiddenFigures.Group(authority: nil, sector: "primary"),
      ],
      groupsWithHidden: [
        HiddenFigures.Group(authority: 681, sector: "primary"),
        HiddenFigures.Group(authority: 681, sector: nil),
        HiddenFigures.Group(authority: nil, sector: "primary"),
        HiddenFigures.Group(authority: nil, sector: nil),
      ])
    let section = AdequacySection(
      adequacy: Self.adequacy(), disclosure: Disclosure(hidden, .asked))
    // Wales and 681 leave the special school out, so their sums are not their groups' own either.
    #expect(
      section.shownGroups.filter { $0.schools > 0 }.map {
        [$0.authority.map(String.init), $0.sector]
      }
        == [["660", nil], ["660", "primary"], ["660", "secondary"], [nil, "secondary"]])
    let html = Self.html(section)
    for secret in ["£5,333.33", "£2,600,000.00", "£300,000.00", "£299,999.99", "6812001"] {
      #expect(!html.contains(secret), "\(secret)")
    }
    // The same look finds them where nothing is kept back.
    let open = Self.html(AdequacySection(adequacy: Self.adequacy()))
    #expect(open.contains("£5,333.33") && open.contains("£2,600,000.00"))
    #expect(open.contains("£300,000.00"))
    #expect(!html.contains("What the cost is made of") && open.contains("What the cost is made of"))
  }

  @Test func `every figure of the cost has its unit, its values and its source`() {
    let table = AssumptionsTable(Self.formula(fitted: ["teacher"])).table
    #expect(table.rows.map { $0.cells[0].text.english } == ["teacher", "lump_sum"])
    #expect(table.rows.map { $0.cells[2].text.english } == ["£", "£"])
    #expect(table.rows.map { $0.cells[3].text.welsh } == ["ie", "na"])
  }
}
