import Diagnostics
import FundingModel
import Testing

@testable import FundingFiles

struct FormulaRatesTests {
  func rate(_ name: String) throws -> Rate {
    let formula = try goodFormula("everything").formula
    return try #require(formula.rates.first { $0.name == name })
  }

  func pence(_ pence: Int64) -> Rational { Money(pence: pence).pounds }

  @Test func `ranges of categories are spelled out, each cell with its path and place`() throws {
    let rate = try rate("basic")
    #expect(rate.unit == .pounds / .pupil)
    #expect(rate.axes == [.field("year_group")])
    #expect(rate.uprate == "pay")
    #expect(!rate.isDated && !rate.isFitted)
    let cells = rate.tables[0].cells
    #expect(rate.tables[0].from == FundingYear(start: 2024))
    #expect(
      cells.map(\.keys) == [
        [.categories(["N1", "N2"])], [.categories(["R", "1", "2"])],
        [.categories((3...14).map(String.init))],
      ])
    #expect(cells.map(\.value) == [pence(100_050), Rational(3000), Rational(4000)])
    #expect(cells.map(\.path) == [["N1..N2"], ["R..2"], ["3..14"]])
    #expect(cells[0].place == Place(line: 11, column: 59, length: 8))
    #expect(rate.tables[0].otherwise == nil)
  }

  @Test func `a value on its own line may have thousands commas`() throws {
    let rate = try rate("dear")
    #expect(rate.tables[0].cells.map(\.value) == [pence(6_120_025)])
    #expect(rate.tables[0].cells[0].path == [])
    #expect(rate.sources == ["hand", "other"])
    #expect(rate.isFitted)
    #expect(rate.bounds == RateBounds(ranges: ["": .zero...Rational(90_000)]))
  }

  @Test func `tables nest as deep as there are fields`() throws {
    let rate = try rate("aln_uplift")
    #expect(rate.axes == [.field("sector"), .field("aln")])
    let table = rate.tables[0]
    #expect(
      table.cells.map(\.path) == [
        ["primary", "school_idp"], ["primary", "statemented..la_idp"], ["secondary", "school_idp"],
      ])
    #expect(
      table.cells[1].keys == [
        .categories(["primary"]), .categories(["statemented", "la_idp"]),
      ])
    #expect(table.otherwise?.path == ["otherwise"])
    #expect(
      rate.bounds
        == RateBounds(ranges: [
          "primary.school_idp": .zero...Rational(900), "otherwise": .zero...Rational(5),
        ]))
  }

  @Test func `bands may be open at the top, share ends, and be joined by lines`() throws {
    let small = try rate("small")
    #expect(small.axes == [.bands(of: "roll", unit: .pupil, interpolated: true)])
    #expect(
      small.tables[0].cells.map(\.keys) == [
        [.range(.zero, Rational(49))], [.range(Rational(50), Rational(99))],
        [.range(Rational(100), nil)],
      ])
    let sized = try rate("sized")
    #expect(
      sized.axes == [
        .field("sector"), .bands(of: "pupils", unit: .pupil, interpolated: false),
      ])
    #expect(
      sized.tables[0].cells.map(\.path) == [
        ["primary", "0..10"], ["primary", "10..20"], ["secondary", "0.."],
      ])
  }

  @Test func `numbers, flags, labels and authorities are keys`() throws {
    let wimd = try rate("wimd")
    #expect(wimd.axes == [.numbers(of: "wimd_decile", unit: .number)])
    #expect(
      wimd.tables[0].cells.map(\.keys) == [
        [.range(.one, .one)], [.range(Rational(2), Rational(3))],
      ])
    #expect(
      try rate("fsm_rate").tables[0].cells.map(\.keys) == [
        [.categories(["true"])], [.categories(["false"])],
      ])
    let labels = try rate("deprivation")
    #expect(labels.axes == [.labels])
    #expect(labels.tables[0].cells.map(\.value) == [Rational(1000), Rational(-500)])
    let authorities = try rate("by_authority").tables[0].cells
    #expect(
      authorities.map(\.keys) == [
        [.categories(["681"])], [.categories(["660"])], [.categories(["664"])],
      ])
    #expect(authorities.map(\.path) == [["Cardiff"], ["660"], ["Sir y Fflint"]])
  }

  @Test func `dated tables are oldest first, with the rate's otherwise where they have none`()
    throws
  {
    let heat = try rate("heat")
    #expect(heat.isDated)
    #expect(heat.tables.map(\.from.description) == ["2024-25", "2025-26"])
    #expect(heat.tables.map { $0.cells[0].value } == [Rational(30), Rational(31)])
    let growth = try rate("growth")
    #expect(
      growth.tables[0].cells.map(\.value) == [
        try Rational(25, over: 1000), try Rational(3, over: 100),
      ])
    #expect(growth.tables.map { $0.otherwise?.value } == [try Rational(2, over: 100), .zero])
  }

  @Test func `a minimum becomes a rate of its own name`() throws {
    let formula = try goodFormula("everything").formula
    let minimum = try #require(formula.rates.last)
    #expect(minimum.name == "minimum_per_pupil")
    #expect(minimum.unit == .pounds / .pupil)
    #expect(minimum.tables[0].cells.map(\.value) == [Rational(4500), Rational(6000)])
    let place = Place(line: 122, column: 5, length: 17)
    let key = FieldReference(name: "sector", level: .school, place: place)
    #expect(
      formula.adjustments.map(\.kind) == [
        .minimumPerPupil(
          .rate(
            RateLookup(rate: formula.rates.count - 1, keys: [.field(key)], place: place))),
        .partYear,
      ])
    #expect(
      formula.rounding
        == RoundingPolicy(factor: .one, rate: try Rational(1, over: 100), mode: .halfEven))
  }

  @Test(arguments: [
    ("£", "£"), ("£/pupil", "£/pupil"), ("pupil/teacher", "pupil/teacher"), ("number", "number"),
    ("£/pupil/week", "£/pupil·week"), ("£·hour/pupil", "£·hour/pupil"), ("m2", "m2"),
    ("1/class", "1/class"), (" £ / place ", "£/place"),
  ])
  func `units are read as they are written`(text: String, expected: String) throws {
    #expect(try UnitText.unit(text).get().description == expected)
  }

  @Test(arguments: ["", "/", "£/", "£ per pupil", "pupils", "£/fte", "%", "£2", "£/£/x y"])
  func `what is no unit is refused`(text: String) {
    #expect(throws: UnitText.Problem.self) { try UnitText.unit(text).get() }
  }

  @Test(arguments: [
    ("£61,200", Rational(61_200)), ("£1,234,567.5", Money(pence: 123_456_750).pounds),
    ("-£50", Rational(-50)), ("£1_000", Rational(1000)), ("£0.00", .zero),
  ])
  func `money is read to the penny`(text: String, expected: Rational) throws {
    #expect(try RateValue.number(text, unit: .pounds).get() == expected)
  }

  @Test(arguments: [
    "61200", "£", "£-5", "£1,23", "£12,3456", "£1.2,345", "£1,234,56", "£,123", "£1e3", "5%",
    "1,234", "£ 5", "£5p", "", "£1.", "£.5", "five",
  ])
  func `what is no money is refused, never read as nought`(text: String) {
    #expect(throws: RateValue.Problem.self) { try RateValue.number(text, unit: .pounds).get() }
  }
}
