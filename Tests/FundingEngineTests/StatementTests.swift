import FundingEngine
import FundingModel
import Testing

@Suite struct StatementTests {
  let half = Sample.fraction(1, 2)
  let basic = Sample.rate(
    [.field("year_group")],
    [([.categories(["N1", "N2"])], Rational(3000)), ([.categories(["R"])], Rational(4000))])
  let byYear = Amount.rate(
    RateLookup(
      rate: 0, keys: [.field(Sample.field("year_group", .pupil))], place: Sample.place))

  func statement(_ formula: Formula, _ census: Census, at position: Int = 0)
    throws(EvaluationFailures) -> Statement
  {
    let rows = Array(0..<census.schools.count)
    return try Engine(census: census)
      .plan(formula, rows: rows, runRows: rows, year: Sample.year).statement(at: position)
  }

  @Test func `each kind of pupil is a part, youngest first`() throws {
    let census = Sample.census([[("R", .one, 10), ("N2", half, 3)]])
    let statement = try statement(
      Sample.formula([Sample.factor(.pupil, byYear)], rates: [basic]), census)
    #expect(statement.heads == 13)
    #expect(statement.fte == Sample.fraction(23, 2))
    #expect(statement.share == Money(pounds: 44_500))
    let line = try #require(statement.lines.first)
    #expect(
      line.parts.map(\.pupils) == [
        [FieldReading(field: "year_group", value: .category("N2"))],
        [FieldReading(field: "year_group", value: .category("R"))],
      ])
    #expect(line.parts.map(\.rate) == [Rational(3000), Rational(4000)])
    #expect(line.parts.map(\.driver) == [Sample.fraction(3, 2), Rational(10)])
    #expect(line.parts.map(\.amount) == [Rational(4500), Rational(40_000)])
    #expect(
      line.parts.map(\.workings) == [
        [Working(name: "rate[N2]", value: Rational(3000), unit: .pounds / .pupil)],
        [Working(name: "rate[R]", value: Rational(4000), unit: .pounds / .pupil)],
      ])
  }

  @Test func `a school's own amount shows what it counted and looked up`() throws {
    let census = Sample.census([[("R", .one, 10), ("6", .one, 20)]])
    let infants = Condition.among(Sample.field("year_group", .pupil), ["R", "1", "2"])
    let definition = Definition(
      name: "infant_classes", unit: Unit(["class": 1]),
      amount: .call(
        .ceil, [.quotient(.pupils(infants), .constant(Rational(30)), Sample.place)], Sample.place),
      place: Sample.place)
    let statement = try statement(
      Sample.formula(
        [
          Sample.factor(
            .school,
            .product(
              .definition(0),
              .rate(RateLookup(rate: 0, keys: [], place: Sample.place))))
        ], rates: [Sample.rate([], [([], Rational(500))])], definitions: [definition]), census)
    let part = try #require(statement.lines.first?.parts.first)
    #expect(
      part.workings == [
        Working(name: "pupils(year_group in R..2)", value: Rational(10), unit: .pupil),
        Working(name: "infant_classes", value: .one, unit: Unit(["class": 1])),
        Working(name: "rate", value: Rational(500), unit: .pounds / .pupil),
      ])
    #expect(part.rate == Rational(500) && part.driver == .one && part.amount == Rational(500))
  }

  @Test func `a quantum shows the whole, the part and the parts together`() throws {
    let census = Sample.census([[("R", .one, 1)], [("R", .one, 2)]])
    let statement = try statement(
      Sample.formula([
        Sample.factor(.quantum(total: .constant(Rational(100)), within: .formula), .heads(nil))
      ]), census, at: 1)
    let line = try #require(statement.lines.first)
    // Two thirds of £100.
    #expect(line.exact == Sample.fraction(200, 3))
    #expect(line.amount == Money(pence: 6667))
    let workings = try #require(line.parts.first?.workings)
    #expect(workings.map(\.name) == ["heads", "quantum", "part", "sum of parts"])
    #expect(workings.map(\.value) == [Rational(2), Rational(100), Rational(2), Rational(3)])
  }

  @Test func `statements of several schools are each school's own`() throws {
    let census = Sample.census([[("R", .one, 1)], [("N1", half, 2)], [("R", half, 3)]])
    let rows = [0, 1, 2]
    let plan = try Engine(census: census).plan(
      Sample.formula([Sample.factor(.pupil, byYear)], rates: [basic]), rows: rows, runRows: rows,
      year: Sample.year)
    let statements = try plan.statements(of: 1..<3)
    #expect(statements.map(\.row) == [1, 2])
    // 2 × 0.5 × £3,000 and 3 × 0.5 × £4,000.
    #expect(statements.map(\.share) == [Money(pounds: 3000), Money(pounds: 6000)])
  }

  @Test func `a factor that a school is not meant for has no parts`() throws {
    let statement = try statement(
      Sample.formula([Sample.factor(.school, .constant(.one), where: .always(false))]),
      Sample.census([[("R", .one, 1)]]))
    #expect(statement.lines.first?.parts.isEmpty == true)
    #expect(statement.lines.first?.amount == .zero)
  }

  @Test func `an adjustment shows its walk`() throws {
    let census = Sample.census([[("R", half, 3)]], columns: ["months_open": [Rational(6)]])
    let statement = try statement(
      Sample.formula(
        [Sample.factor(.school, .constant(Rational(1000)))],
        adjustments: [.minimumPerPupil(.constant(Rational(1000))), .partYear]), census)
    // 1.5 × £1,000 is £500 more than there is; then half of £1,500 is taken.
    #expect(
      statement.lines.map(\.amount)
        == [Money(pounds: 1000), Money(pounds: 500), Money(pounds: -750)])
    #expect(statement.share == Money(pounds: 750))
    // The share before, £1,000 for each of 1.5, £1,500 in all, £500 added.
    #expect(
      statement.lines[1].walk.map { [$0.kind.rawValue, $0.value?.description ?? ""] } == [
        ["share", "1000"], ["minimum_per_pupil", "1000"], ["fte", "1.5"], ["minimum", "1500"],
        ["added", "500"],
      ])
    #expect(
      statement.lines[2].walk.map { [$0.kind.rawValue, $0.value?.description ?? ""] } == [
        ["share", "1500"], ["months", "6"], ["part_year_share", "750"], ["taken", "-750"],
      ])
  }
}
