import FundingEngine
import FundingModel
import Testing

@Suite struct FailureTests {
  let basic = Sample.rate(
    [.field("year_group")], [([.categories(["R"])], Rational(4000))])
  let byYear = Amount.rate(
    RateLookup(
      rate: 0, keys: [.field(Sample.field("year_group", .pupil))],
      place: Place(line: 5, column: 9)))

  @Test func `a category without a rate matters only where a pupil has it`() throws {
    let formula = Sample.formula([Sample.factor(.pupil, byYear)], rates: [basic])
    #expect(try Sample.lines(formula, Sample.census([[("R", .one, 2)]])) == [[8000_00]])
    // Nobody of year 1 is there, though the data knows of one.
    #expect(
      try Sample.lines(formula, Sample.census([[("R", .one, 2), ("1", .one, 0)]])) == [[8000_00]])
    let failure = #expect(throws: EvaluationFailures.self) {
      try Sample.lines(
        formula,
        Sample.census([[("R", .one, 2)], [("1", .one, 1)], [("1", .one, 4), ("2", .one, 1)]]))
    }
    #expect(
      failure?.failures == [
        EvaluationFailure(
          formula: "sample", path: "formulas/sample.yaml", part: "factor",
          place: Place(line: 5, column: 9), school: 6_600_002, schools: 2,
          reason: .noRate(rate: "rate", keys: ["1"])),
        EvaluationFailure(
          formula: "sample", path: "formulas/sample.yaml", part: "factor",
          place: Place(line: 5, column: 9), school: 6_600_003, schools: 1,
          reason: .noRate(rate: "rate", keys: ["2"])),
      ])
  }

  @Test func `what a condition leaves out is never worked out`() throws {
    let formula = Sample.formula(
      [
        Sample.factor(
          .pupil, byYear, where: .among(Sample.field("year_group", .pupil), ["R"]))
      ], rates: [basic])
    #expect(
      try Sample.lines(formula, Sample.census([[("R", .one, 1), ("11", .one, 5)]]))
        == [[4000_00]])
    let choice = Amount.choice(
      .always(true), .constant(.one), .quotient(.constant(.one), .constant(.zero), Sample.place))
    #expect(try Sample.pence(choice) == 1_00)
    let missing = Condition.flag(Sample.field("fsm", .pupil))
    let lazy = Sample.formula([
      Sample.factor(.head, .constant(.one), where: .or(.always(true), missing))
    ])
    #expect(try Sample.lines(lazy, Sample.census([[("R", .one, 3)]])) == [[3_00]])
  }

  @Test func `a missing column and a missing value are told apart`() {
    let column = #expect(throws: EvaluationFailures.self) {
      try Sample.lines(
        Sample.formula([
          Sample.factor(.head, .constant(.one), where: .flag(Sample.field("fsm", .pupil)))
        ]), Sample.census([[("R", .one, 3)]]))
    }
    #expect(column?.failures.map(\.reason) == [.noColumn(field: "fsm", level: .pupil)])
    let value = #expect(throws: EvaluationFailures.self) {
      try Sample.lines(
        Sample.formula([Sample.factor(.pupil, byYear)], rates: [basic]),
        Sample.census([[(nil, .one, 3)]]))
    }
    #expect(value?.failures.map(\.reason) == [.noValue(field: "year_group", level: .pupil)])
  }

  @Test func `a pupil without a full-time equivalent counts as a head only`() throws {
    let census = Sample.census([[("R", nil, 3)]])
    #expect(
      try Sample.lines(Sample.formula([Sample.factor(.head, .constant(.one))]), census) == [[3_00]])
    let failure = #expect(throws: EvaluationFailures.self) {
      try Sample.lines(Sample.formula([Sample.factor(.pupil, .constant(.one))]), census)
    }
    #expect(failure?.failures.map(\.reason) == [.noValue(field: "fte", level: .pupil)])
  }

  @Test func `a definition that fails is named itself`() {
    let definition = Definition(
      name: "classes", unit: .number,
      amount: .quotient(.heads(nil), .constant(.zero), Place(line: 2, column: 2)),
      place: Place(line: 2, column: 1))
    let failure = #expect(throws: EvaluationFailures.self) {
      try Sample.lines(
        Sample.formula(
          [Sample.factor(.school, .definition(0)), Sample.factor(.school, .definition(0))],
          definitions: [definition]), Sample.census([[("R", .one, 3)], [("R", .one, 3)]]))
    }
    #expect(failure?.failures.map(\.part) == ["classes"])
    #expect(failure?.failures.map(\.schools) == [2])
  }

  @Test func `money beyond reach is a failure, not a wrong figure`() throws {
    let large = Rational(9_000_000_001)
    func reasons(_ each: Factor.Each, _ amount: Amount) -> [EvaluationFailure.Reason]? {
      let failure = #expect(throws: EvaluationFailures.self) {
        try Sample.lines(
          Sample.formula([Sample.factor(each, amount)]), Sample.census([[("R", .one, 3)]]))
      }
      return failure?.failures.map(\.reason)
    }
    #expect(reasons(.school, .constant(large)) == [.overflow])
    #expect(reasons(.head, .constant(large)) == [.overflow])
    let huge = Amount.constant(try Rational(Int128.max - 1, over: 1))
    #expect(reasons(.head, huge) == [.overflow])
    #expect(reasons(.school, .product(huge, huge)) == [.overflow])
    #expect(reasons(.pupil, .sum(huge, .field(Sample.field("fte", .pupil)))) == [.overflow])
  }

  @Test func `a quantum says why it can't be shared`() {
    func reasons(_ total: Rational, _ part: Amount) -> [EvaluationFailure.Reason]? {
      let failure = #expect(throws: EvaluationFailures.self) {
        try Sample.lines(
          Sample.formula([
            Sample.factor(.quantum(total: .constant(total), within: .formula), part)
          ]), Sample.census([[("R", .one, 3)], [("R", .one, 5)]]))
      }
      return failure?.failures.map(\.reason)
    }
    #expect(
      reasons(Rational(5), .constant(.zero)) == [.nothingToShareBy(total: Money(pounds: 5))])
    #expect(reasons(Rational(5), .constant(Rational(-1))) == [.negativePart])
    let odd = Sample.fraction(1, 3)
    #expect(reasons(odd, .heads(nil)) == [.quantumNotPennies(odd)])
  }

  @Test func `at most twenty failures are told`() {
    let factors = (0..<30).map {
      Sample.factor(
        .school, .quotient(.constant(.one), .constant(.zero), Place(line: 100 - $0, column: 1)))
    }
    let failure = #expect(throws: EvaluationFailures.self) {
      try Sample.lines(Sample.formula(factors), Sample.census([[("R", .one, 3)]]))
    }
    // In the order of the file, whatever the order of working.
    #expect(failure?.failures.compactMap(\.place?.line) == Array(71...90))
  }

  @Test func `mean over nobody is a failure`() {
    let failure = #expect(throws: EvaluationFailures.self) {
      try Sample.lines(
        Sample.formula([
          Sample.factor(
            .school,
            .meanOverPupils(.field(Sample.field("fte", .pupil)), Place(line: 4, column: 4)))
        ]), Sample.census([[]]))
    }
    #expect(failure?.failures.map(\.reason) == [.nobodyToAverage])
  }
}
