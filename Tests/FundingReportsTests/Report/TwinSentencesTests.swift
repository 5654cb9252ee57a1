import FundingModel
import Testing

@testable import FundingReports

/// What is said of twins, and their rows.
@Suite struct TwinSentencesTests {
  private static let pair = TwinSchools.Pair(first: 0, second: 2, distance: 1, freeMeals: .stated)

  /// The sample's schools with published budgets per pupil and stated shares of free school meals.
  private static var census: Census {
    let plain = Sample.census(
      estimates: [Estimate(what: "fte", how: BilingualText(en: "by hand", cy: "â llaw"))])
    let table = plain.schools
    let meals = Column(
      field: Field(
        "fsm_pct", .school, .number(.number), meaning: BilingualText(en: "x", cy: "x")),
      values: [.number(Rational(18)), nil, .number(Rational(17)), nil])
    return Census(
      schools: SchoolTable(
        numbers: table.numbers, names: table.names, authorities: table.authorities,
        sectors: table.sectors, statedPupils: table.statedPupils,
        budgetPerPupil: [Money(pounds: 4700), nil, Money(pounds: 4100), nil], columns: [meals],
        areModelled: false),
      pupils: plain.pupils, estimates: plain.estimates)
  }

  @Test func `the gap by published budget comes first, with where free meals are from`() {
    var result = Sample.result(census: Self.census)
    result.twins = TwinSchools(pairs: [Self.pair], usesLanguage: false, usesFreeMeals: true)
    let rows = Sample.csv("twins.csv", result).split(separator: "\n")
    // 4,700 − 4,100; local 450,000.50 ÷ 100 and 199,999.99 ÷ 50; national 450,000.50 and 210,000.01.
    #expect(
      rows.map { $0.split(separator: ",").suffix(4).joined(separator: ",") }.dropFirst() == [
        "4100.00,600.00,false,stated", "4000.00,500.01,false,stated",
        "4200.00,300.01,false,stated",
      ])
    #expect(rows[1].hasPrefix("1,published,2024-25,primary,,6602001,Ysgol y Bryn,660,"))
    #expect(rows[1].contains(",100,18.00,4700.00,6812001,"))
    #expect(rows[1].contains(",50,17.00,4100.00,"))
    let html = ReportTests.report(result).html()
    #expect(html.contains("The 1 with the widest gaps are below (Published budget)"))
    #expect(html.contains(">£600.00<") && html.contains(">18.0%<"))
  }

  @Test func `what the data lacks is said`() {
    func words(_ pairs: [TwinSchools.Pair], language: Bool, meals: Bool) -> String {
      let sentences = TwinSentences(
        twins: TwinSchools(pairs: pairs, usesLanguage: language, usesFreeMeals: meals),
        census: Self.census)
      let held = BilingualText(en: "local", cy: "local")
      return sentences.rule.english + " " + sentences.count(shown: pairs.count, by: held).english
    }
    let none = words([], language: false, meals: false)
    #expect(none.contains("The data gives no free school meals: pairs are made without them."))
    #expect(none.contains("The data gives no language categories: pairs are made without them."))
    #expect(none.hasSuffix("No two schools here are so alike."))
    // No school of the sample has a language, and one pair is counted of modelled pupils.
    let counted = TwinSchools.Pair(first: 0, second: 2, distance: 1, freeMeals: .counted)
    let some = words([counted], language: true, meals: true)
    #expect(some.contains("pairs with shares of modelled pupils (est.): 1."))
    #expect(some.contains("not given are paired with each other (pairs: 1)."))
    #expect(some.hasSuffix("The 1 with the widest gaps are below (local); all are in twins.csv."))
  }
}
