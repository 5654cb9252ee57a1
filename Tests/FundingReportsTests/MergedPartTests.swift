import FundingModel
import Testing

@testable import FundingReports

@Suite struct MergedPartTests {
  private func part(
    _ readings: [(String, FieldValue)], rate: Int, driver: Rational,
    workings: [(String, Rational)] = []
  ) throws -> StatementPart {
    StatementPart(
      pupils: readings.map { FieldReading(field: $0.0, value: $0.1) },
      workings: workings.map { Working(name: $0.0, value: $0.1, unit: .number) },
      rate: Rational(rate), driver: driver, amount: try Rational(rate).multiplied(by: driver))
  }

  private func year(_ name: String) -> (String, FieldValue) { ("year_group", .category(name)) }

  @Test func `year groups of one rate are one part, whose pupils and pounds are the sums`() throws {
    let half = try Rational(1, over: 2)
    let merged = MergedPart.merging([
      try part([year("N2")], rate: 4_000, driver: half, workings: [("basic[N2]", Rational(4_000))]),
      try part(
        [year("R")], rate: 4_000, driver: Rational(10), workings: [("basic[R]", Rational(4_000))]),
      try part(
        [year("3")], rate: 3_500, driver: Rational(20), workings: [("basic[3]", Rational(3_500))]),
      try part(
        [year("4")], rate: 3_500, driver: Rational(25), workings: [("basic[4]", Rational(3_500))]),
    ])
    #expect(merged.map(\.driver) == [try Rational(21, over: 2), Rational(45)])
    #expect(merged.map(\.amount) == [Rational(42_000), Rational(157_500)])
    #expect(merged.map { $0.workings.map(\.name) } == [["basic[N2..R]"], ["basic[3..4]"]])
  }

  @Test func `parts of the same amount by other rates stay apart`() throws {
    let merged = MergedPart.merging([
      try part([year("1")], rate: 100, driver: .one, workings: [("young[1]", Rational(100))]),
      try part([year("7")], rate: 100, driver: .one, workings: [("old[7]", Rational(100))]),
    ])
    #expect(merged.count == 2)
    // Nor are two workings that happen to give the same amount one: 2 × 50 is not 4 × 25.
    let products = MergedPart.merging([
      try part(
        [year("1")], rate: 100, driver: .one,
        workings: [("a[1]", Rational(2)), ("b", Rational(50))]),
      try part(
        [year("2")], rate: 100, driver: .one,
        workings: [("a[2]", Rational(4)), ("b", Rational(25))]),
    ])
    #expect(products.count == 2)
  }

  @Test func `two fields are merged one after the other, only where both agree`() throws {
    func pupil(_ name: String, _ meals: Bool, _ rate: Int) throws -> StatementPart {
      try part([year(name), ("fsm", .flag(meals))], rate: rate, driver: .one)
    }
    // Years 1 and 2 alike with and without free meals; year 3 pays more for free meals.
    let merged = MergedPart.merging([
      try pupil("1", true, 10), try pupil("1", false, 10), try pupil("2", true, 10),
      try pupil("2", false, 10), try pupil("3", true, 12), try pupil("3", false, 10),
    ])
    #expect(merged.map(\.driver) == [Rational(2), Rational(3), .one].map { $0 })
    #expect(merged.reduce(Rational.zero) { (try? $0.adding($1.amount)) ?? $0 } == Rational(62))
  }

  @Test func `year groups are named in words, gaps kept`() {
    #expect(YearWords.words(["3", "4", "5", "6"], .english) == "years 3 to 6")
    #expect(YearWords.words(["N2", "R", "1"], .english) == "nursery N2 to year 1")
    #expect(YearWords.words(["6", "R", "2", "1"], .english) == "reception to year 2, year 6")
    #expect(YearWords.words(["N1", "N2"], .english) == "nursery N1 to N2")
    #expect(YearWords.words(["12"], .welsh) == "blwyddyn 12")
    #expect(YearWords.words(["7", "8"], .welsh) == "blynyddoedd 7 i 8")
    #expect(YearWords.words(["R", "1"], .welsh) == "derbyn i flwyddyn 1")
    #expect(YearWords.words(["N2", "R"], .welsh) == "meithrin N2 i dderbyn")
  }

  @Test func `figures have their units in words`() throws {
    let perTeacher = Unit(["pupil": 1, "teacher": -1])
    let ratio = try Rational(55, over: 2)
    #expect(Names.quantity(ratio, perTeacher, .english) == "27.5 pupils per teacher")
    #expect(Names.quantity(ratio, perTeacher, .welsh) == "27.5 disgybl fesul athro")
    #expect(Names.quantity(.one, .pupil, .english) == "1 pupil")
    #expect(Names.quantity(Rational(1_221), .pupil, .english) == "1,221 pupils")
    #expect(Names.quantity(Rational(90), .pounds / .school, .welsh) == "£90.00 fesul ysgol")
    #expect(Names.quantity(Rational(3), Unit(["desk": 1]), .english) == "3 desk")
    #expect(Names.quantity(Rational(3), Unit(["£": 1, "m2": -2]), .english) == "£3.00/m2^2")
  }

  @Test(arguments: StandardFields.aln.names)
  func `every level of need has words in both languages`(level: String) {
    let english = Names.pupils("aln", [.category(level)], .english)
    let welsh = Names.pupils("aln", [.category(level)], .welsh)
    #expect(english?.contains("_") == false)
    #expect(english != welsh)
  }

  @Test(arguments: Purpose.allCases)
  func `every purpose has a name in both languages`(purpose: Purpose) {
    #expect(Names.purpose(purpose).english != Names.purpose(purpose).welsh)
    #expect(Names.shortPurpose(.purpose(purpose)).english.count <= 16 || purpose == .language)
  }
}
