import Foundation
import FundingModel
import Testing

@testable import FundingReports

@Suite struct StatementTextTests {
  /// Ysgol y Bryn: two parts of pupils, a lump sum that is an estimate, a rounding, an adjustment.
  ///
  /// 61,200 ÷ 27.5 = 2,225.4545… a pupil; × 27 = 60,087.2727…, × 10.5 = 23,367.2727…; together
  /// 83,454.5454…, which is 83,454.55 to the penny.
  private func statement(others: [StatementText.OtherShare] = [], modelled: Bool = false) throws
    -> StatementText
  {
    let rate = try Rational(612_000, over: 275)
    let first = try rate.multiplied(by: Rational(27))
    let second = try rate.multiplied(by: Rational(21, over: 2))
    let perTeacher = Unit(["£": 1, "teacher": -1])
    let classSize = Unit(["pupil": 1, "teacher": -1])
    func part(_ year: String, _ driver: Rational, _ amount: Rational) throws -> StatementPart {
      StatementPart(
        pupils: [
          FieldReading(field: "year_group", value: .category(year)),
          FieldReading(field: "fsm", value: .flag(true)),
        ],
        workings: [
          Working(name: "teacher", value: Rational(61_200), unit: perTeacher),
          Working(
            name: "pupils_per_teacher[\(year)]", value: try Rational(55, over: 2), unit: classSize),
        ], rate: rate, driver: driver, amount: amount)
    }
    let teaching = StatementLine(
      line: Sample.line("basic"),
      parts: [try part("3", Rational(27), first), try part("R", Rational(21, over: 2), second)],
      exact: try first.adding(second), amount: Money(pence: 8_345_455))
    let lump = StatementLine(
      line: Sample.line("lump_sum"),
      parts: [
        StatementPart(
          pupils: [],
          workings: [
            Working(name: "lump_sum[primary]", value: Rational(150_000), unit: .pounds),
            Working(name: "roll", value: Rational(100), unit: .pupil),
          ], rate: Rational(150_000), driver: .one, amount: Rational(150_000))
      ], exact: Rational(150_000), amount: Money(pounds: 150_000))
    let floor = StatementLine(
      line: Sample.line("minimum", .adjustment), parts: [], exact: Rational(1),
      amount: Money(pounds: 1))
    let formula = Sample.formula(
      "isle-of-anglesey", .authority(660), .fitted, fitted: ["lump_sum"],
      factors: [Sample.factor("basic", each: .pupil), Sample.factor("lump_sum", each: .school)])
    return StatementText(
      statement: Statement(
        row: 0, formula: formula, heads: 100, fte: try Rational(199, over: 2),
        lines: [teaching, lump, floor], share: Money(pence: 23_345_555)),
      census: Sample.census(modelled: modelled), run: "local", year: Sample.year, others: others)
  }

  @Test func `a statement shows rate × driver = amount, estimates and roundings, to the penny`()
    throws
  {
    let others = [
      StatementText.OtherShare(
        run: "national", share: Money(pence: 23_345_500),
        amounts: PurposeAmounts(
          lines: [Sample.line("basic")], amounts: [Money(pence: 23_345_500)]))
    ]
    // Year 3 and reception have the same rate: 27 + 10.5 = 37.5 pupils, £83,454.5454… together.
    #expect(
      try statement(others: others).text(.english) == """
        Ysgol y Bryn (6602001)
        Authority: Isle of Anglesey (660)
        Sector: Primary
        Pupils on roll: 100
        Full-time equivalent: 99.5 = 99 × 1 + 1 × 0.5
        Run: local, 2024-25
        Formula: Formula of isle-of-anglesey (formulas/isle-of-anglesey.yaml)
        Status: fitted: some rates are estimates from published budgets, not the authority's own

        BASIC AMOUNTS                                                                            £233,454.55
        The basic (per pupil, full-time equivalent)                                               £83,454.55
            the formula: 1
            reception, year 3, eligible for free school meals: £2,225.454545… × 37.5 = £83,454.545454…
              from teacher = £61,200.00 per teacher; pupils_per_teacher[R/3] = 27.5 pupils per teacher
            exactly £83,454.545454…, rounded to £83,454.55
        The lump_sum (per school)                                                                £150,000.00
            the formula: 1
            the school: £150,000.00 × 1 = £150,000.00
              from lump_sum[primary] = £150,000.00 (estimate); roll = 100 pupils

        ADJUSTMENTS                                                                                    £1.00
        The minimum (adjustment)                                                                       £1.00
        ----------------------------------------------------------------------------------------------------
        Budget share                                                                             £233,455.55
        Per pupil                                                                                  £2,334.56
        The lines above add up to the share, to the penny.
        Full-time equivalent counts a pupil who is there half the time as a half. Amounts per pupil, heads,
        and the share per pupil count each pupil on roll as one.

        The same school in every run, by purpose
        Purpose                 local     national
        Basic amounts     £233,454.55  £233,455.00
        Adjustments             £1.00            –
        Budget share      £233,455.55  £233,455.00
        Per pupil           £2,334.56    £2,334.55
        Against this run                    -£0.55
        –: the run's formula has no line for that purpose.

        Where the rates come from
          Assumed, not known from any publication of the authority: the structure of basic; lump_sum.

        """)
  }

  @Test func `a Welsh statement is Welsh throughout`() throws {
    let text = try statement(modelled: true).text(.welsh)
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("nid ysgol go iawn yw hi"))
    #expect(text.contains("Awdurdod: Ynys Môn (660)\nSector: Cynradd\n"))
    #expect(
      flat.contains(
        "derbyn, blwyddyn 3, yn gymwys i gael prydau ysgol am ddim: £2,225.454545… × 37.5 = "))
    #expect(text.contains("yn union £83,454.545454…, wedi'i dalgrynnu i £83,454.55"))
    #expect(text.contains("£150,000.00 (amcangyfrif)"))
    #expect(text.contains("27.5 disgybl fesul athro"))
    #expect(text.contains("SYMIAU SYLFAENOL"))
    // Names of rates are the file's own in either language.
    let labels = flat.replacing("pupils_per_teacher", with: "")
    for english in ["Budget share", "year", " per ", "pupil", "Assumed", "the formula:", "from "] {
      #expect(!labels.contains(english), "\(english)")
    }
  }

  @Test func `every line of a statement fits a letter`() throws {
    for language in Language.allCases {
      for line in try statement().text(language).split(separator: "\n") {
        #expect(line.count <= 100)
      }
    }
  }

  @Test func `a statement's JSON has the exact fractions behind its pennies`() throws {
    let data = Data(try statement().json().rendered().utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["share"] as? Double == 233_455.55)
    #expect(json["school"] as? Int == 6_602_001)
    let lines = try #require(json["lines"] as? [[String: Any]])
    // 83,454.5454… = 918,000 ÷ 11.
    #expect(lines[0]["exact_fraction"] as? String == "918000/11")
    #expect(lines[0]["amount"] as? Double == 83_454.55)
    let parts = try #require(lines[1]["parts"] as? [[String: Any]])
    let workings = try #require(parts[0]["workings"] as? [[String: Any]])
    #expect(workings.map { $0["estimate"] as? Bool } == [true, false])
  }
}
