import Foundation
import FundingModel
import Testing

@testable import FundingReports

/// What a report keeps back of a result made by hand.
struct ReportDisclosureTests {
  private func html(_ hidden: HiddenFigures, _ reason: Disclosure.Reason = .published) -> String {
    ReportTests.report(disclosure: Disclosure(hidden, reason)).html()
  }

  private static let wales = HiddenFigures.Group(authority: nil, sector: nil)

  /// Ysgol y Bryn, Anglesey's only primary school, with all its figures kept back.
  private let bryn = HiddenFigures(
    threshold: 5, schools: [6_602_001],
    groups: [HiddenFigures.Group(authority: 660, sector: "primary")],
    groupsWithHidden: [
      wales, HiddenFigures.Group(authority: 660, sector: nil),
      HiddenFigures.Group(authority: nil, sector: "primary"),
      HiddenFigures.Group(authority: 660, sector: "primary"),
    ])

  @Test func `a line kept back is null among lines, and the share stands before them`() {
    let line = HiddenFigures.Line(
      school: 6_602_001, run: "local", year: Sample.year, name: "lump_sum")
    let html = html(HiddenFigures(threshold: 5, lines: [line]))
    #expect(html.contains("[0,100,1,2,45000050,40000000,null]"))
    #expect(!html.contains("40000000,5000050"))
    #expect(html.contains("Rank per pupil among the schools given of its sector that are shown"))
    #expect(ReportTests.report().html().contains("[0,100,1,2,45000050,40000000,5000050]"))
  }

  @Test func `a school kept back has no entry, and no rank is left free for it`() {
    let html = html(bryn)
    #expect(html.contains("[6602001,\"Ysgol y Bryn\",660,0,[1,1]]"))
    // The other primary school is first of one, not second of two.
    #expect(html.contains("[1,50,1,1,19999999,20000000,-1]"))
    #expect(!html.contains("45000050"))
    #expect(!html.contains("£450,000.50") && !html.contains("£4,500.01"))
  }

  @Test func `gains, losses and extremes of groups with it are kept back, sums are not`() {
    let html = html(bryn)
    #expect(
      html.contains(
        "national, against local: of 3 schools 1 gain [c], 1 lose [c], and 1 do not move by a penny. "
          + "It costs £89,999.98 less for these schools."))
    #expect(html.contains("the largest gain of one school is [c], the largest loss [c]."))
    // Wales's total is true.
    #expect(html.contains("£2,450,100.49"))
    #expect(
      html.contains(
        "<span aria-hidden=\"true\">[c]</span><span class=\"heard\"><span lang=\"en\">kept back</span>"
          + "<span lang=\"cy\">a gedwir yn ôl</span></span>"))
  }

  @Test func `a sum kept back is in no table, drawing or sentence`() {
    let sums = HiddenFigures(
      threshold: 5, schools: [6_602_001],
      groups: [HiddenFigures.Group(authority: 660, sector: nil), Self.wales],
      groupsWithHidden: [Self.wales])
    let plain = ReportTests.report().html()
    let html = html(sums)
    // 660: £2,250,000.50 for 400 pupils, £5,625.00 each. Wales: £5,444.67 each.
    for figure in ["£2,250,000.50", "£5,625.00", "£2,450,100.49", "£5,444.67"] {
      #expect(plain.contains(figure) && !html.contains(figure), "\(figure)")
    }
    #expect(html.contains("What it costs is kept back for these schools."))
    #expect(html.contains("A drawing is kept back here"))
  }

  @Test func `a group of any kind keeps its gains back with a school in it`() {
    // The bryn has 100 pupils and is a primary school in 660.
    #expect(bryn.hidesGains(.size, "100..199", of: [6_602_001]))
    #expect(!bryn.hidesGains(.size, "50..99", of: [6_812_001]))
    #expect(bryn.hidesGains(.all, "all", of: [6_602_001, 6_604_001, 6_812_001]))
    #expect(bryn.hidesGains(.sector, "primary", of: [6_602_001, 6_812_001]))
    #expect(!bryn.hidesGains(.sector, "secondary", of: [6_604_001]))
    #expect(!bryn.hidesGains(.authority, "681", of: [6_812_001]))
    // The sum of changes is a difference of sums that are shown, unless it is of other schools.
    #expect(!bryn.hidesChange(.all, "all", of: [6_602_001], comparesAll: true))
    #expect(bryn.hidesChange(.all, "all", of: [6_602_001], comparesAll: false))
    #expect(bryn.hidesChange(.size, "100..199", of: [6_602_001], comparesAll: true))
    let none = HiddenFigures(threshold: 5)
    for kind in GainsByGroup.Kind.allCases {
      #expect(!none.hidesGains(kind, "all", of: [6_602_001]))
    }
  }

  @Test func `twins alike in free meals are not named where a line of either is kept back`() {
    let line = HiddenFigures.Line(
      school: 6_602_001, run: "local", year: Sample.year, name: "lump_sum")
    let hidden = HiddenFigures(threshold: 5, lines: [line])
    func twins(alike: Bool, _ hidden: HiddenFigures) -> String {
      var result = Sample.result()
      result.twins = TwinSchools(
        pairs: [
          TwinSchools.Pair(first: 0, second: 2, distance: 1, freeMeals: alike ? .counted : nil)
        ], usesLanguage: false, usesFreeMeals: alike)
      return ReportTests.report(result, disclosure: Disclosure(hidden, .published)).html()
    }
    let cell = ">6602001 Ysgol y Bryn, "
    #expect(twins(alike: true, HiddenFigures(threshold: 5)).contains(cell))
    #expect(twins(alike: false, hidden).contains(cell))
    let html = twins(alike: true, hidden)
    #expect(!html.contains(cell) && html.contains("Pairs kept back: 1."))
    #expect(!twins(alike: false, bryn).contains(cell))
  }

  @Test func `a warning with a school's number is kept back with the school`() {
    func report(_ hidden: HiddenFigures) -> String {
      Report(
        RunRecord(
          version: "1", inputs: [], options: [],
          warnings: [
            .pupilsDiffer([PupilDifference(school: 6_602_001, name: "", stated: 3, found: 2)]),
            .indexMovesNothing("another"),
          ],
          files: [], result: Sample.result()),
        language: .english, command: [], disclosure: Disclosure(hidden, .published)
      ).html()
    }
    #expect(report(HiddenFigures(threshold: 5)).contains("3 stated"))
    let kept = report(bryn)
    #expect(!kept.contains("3 stated") && kept.contains("another"))
    #expect(kept.contains("A warning that tells of single schools is kept back here"))
  }

  @Test func `the digest goes only where something is kept back`() {
    let digest = RunRecord.digest(of: Sample.result())
    #expect(!html(bryn).contains(digest))
    #expect(html(HiddenFigures(threshold: 5)).contains(digest))
    let whole = ReportTests.report(disclosure: Disclosure(.turnedOff)).html()
    #expect(whole.contains(digest) && whole.contains("Not for publication"))
  }
}
