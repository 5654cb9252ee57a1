import FundingModel
import Testing

@Suite struct FactorTests {
  let half = Sample.fraction(1, 2)

  @Test func `a factor is rounded once, halves as the formula says`() throws {
    // 3 × 0.5 × £0.01 = 1.5 pennies; 1 × 0.5 = 0.5 pennies; and the same below nought.
    let census = Sample.census([[("R", half, 3)], [("R", half, 1)]])
    func lines(_ pence: Int, _ mode: RoundingMode) throws -> [Int64] {
      try Sample.lines(
        Sample.formula(
          [Sample.factor(.pupil, .constant(Sample.pence(pence)))],
          rounding: RoundingPolicy(factor: Sample.pence(1), rate: nil, mode: mode)),
        census
      ).map { $0[0] }
    }
    #expect(try lines(1, .halfUp) == [2, 1])
    #expect(try lines(-1, .halfUp) == [-2, -1])
    #expect(try lines(1, .halfEven) == [2, 0])
    #expect(try lines(-1, .halfEven) == [-2, 0])
  }

  @Test func `rounding to whole pounds leaves whole pounds`() throws {
    let formula = Sample.formula(
      [Sample.factor(.head, .constant(Sample.pence(50)))],
      rounding: RoundingPolicy(factor: .one, rate: nil, mode: .halfUp))
    #expect(
      try Sample.lines(formula, Sample.census([[("R", .one, 3)], [("R", .one, 4)]])) == [
        [200], [200],
      ])
  }

  @Test func `a pupil counts by full-time equivalent, a head as one`() throws {
    let census = Sample.census([[("N1", half, 3), ("R", .one, 2)]])
    let formula = Sample.formula([
      Sample.factor(.pupil, .constant(Rational(100))),
      Sample.factor(.head, .constant(Rational(100))),
      Sample.factor(.school, .constant(Rational(100))),
    ])
    #expect(try Sample.lines(formula, census) == [[350_00, 500_00, 100_00]])
  }

  @Test func `places are paid for where there are any to count`() throws {
    let places = Sample.formula([
      Sample.factor(
        .place, .constant(Rational(1000)),
        where: .compare(.field(Sample.field("roll", .school)), .greater, .constant(Rational(5))))
    ])
    let census = Sample.census(
      [[("R", .one, 9)], [("R", .one, 2)]], columns: ["places": [Rational(20), nil]])
    // The second school has no places in the data, but is not funded for them either.
    #expect(try Sample.lines(places, census) == [[20_000_00], [0]])
    let missing = Sample.census([[("R", .one, 9)]], columns: ["places": [nil]])
    let failure = #expect(throws: EvaluationFailures.self) { try Sample.lines(places, missing) }
    #expect(failure?.failures.first?.reason == .noValue(field: "places", level: .school))
  }

  @Test func `a taper falls or rises between its ends, and is a step where they meet`() throws {
    func taper(_ x: Int, _ a: Int, _ b: Int) throws -> Int64 {
      try Sample.pence(
        .call(
          .taper, [x, a, b].map { .constant(Rational($0)) }, Sample.place))
    }
    #expect(
      try [0, 50, 60, 75, 100, 130].map { try taper($0, 50, 100) } == [100, 100, 80, 50, 0, 0])
    #expect(
      try [0, 50, 60, 75, 100, 130].map { try taper($0, 100, 50) } == [0, 0, 20, 50, 100, 100])
    #expect(try [49, 50, 51].map { try taper($0, 50, 50) } == [100, 100, 0])
  }

  @Test func `a share of nought is nought, a quotient by nought is a failure`() throws {
    let zero = Amount.constant(.zero)
    #expect(try Sample.pence(.call(.share, [.constant(.one), zero], Sample.place)) == 0)
    let failure = #expect(throws: EvaluationFailures.self) {
      try Sample.pence(.quotient(.constant(.one), zero, Place(line: 3, column: 4)))
    }
    #expect(failure?.failures.first?.reason == .divisionByZero)
    #expect(failure?.failures.first?.place == Place(line: 3, column: 4))
  }

  @Test func `a quantum is shared within each authority, or over all`() throws {
    let census = Sample.census(
      [[("R", .one, 1)], [("R", .one, 2)], [("R", .one, 7)]], authorities: [660, 660, 661])
    func lines(_ scope: Factor.QuantumScope) throws -> [[Int64]] {
      try Sample.lines(
        Sample.formula([
          Sample.factor(
            .quantum(total: .constant(Rational(1)), within: scope), .heads(nil))
        ]), census)
    }
    #expect(try lines(.formula) == [[10], [20], [70]])
    // A third of 100 pence is 33⅓, two thirds 66⅔.
    #expect(try lines(.authority) == [[33], [67], [100]])
  }

  @Test func `a part year rounds the new share, and is nought in a full year`() throws {
    let census = Sample.census(
      [[("R", .one, 1)], [("R", .one, 1)]], columns: ["months_open": [Rational(7), Rational(12)]])
    let formula = Sample.formula(
      [Sample.factor(.school, .constant(Sample.pence(1001)))], adjustments: [.partYear])
    // £10.01 × 7 ÷ 12 = £5.8391…, so £5.84.
    #expect(try Sample.lines(formula, census) == [[1001, 584 - 1001], [1001, 0]])
  }

  @Test func `a minimum per pupil tops up, and never takes`() throws {
    let census = Sample.census([[("R", half, 3)], [("R", .one, 1)]])
    let formula = Sample.formula(
      [Sample.factor(.school, .constant(Rational(1000)))],
      adjustments: [.minimumPerPupil(.constant(Rational(1000)))])
    // 1.5 × £1,000 − £1,000 = £500; 1 × £1,000 is there already.
    #expect(try Sample.lines(formula, census) == [[1000_00, 500_00], [1000_00, 0]])
  }

  @Test func `amounts over an authority and over the run add up their schools`() throws {
    let census = Sample.census(
      [[("R", .one, 1)], [("R", .one, 2)], [("R", .one, 7)]], authorities: [660, 660, 661])
    let formula = Sample.formula([
      Sample.factor(.school, .overAuthority(.heads(nil))),
      Sample.factor(.school, .overRun(.overAuthority(.heads(nil)))),
    ])
    // By authority 3, 3, 7; those added over the run 13.
    #expect(try Sample.lines(formula, census) == [[300, 1300], [300, 1300], [700, 1300]])
  }
}
