import FundingModel
import Testing

@testable import FundingBatch

@Suite struct RunningChangesTests {
  private let formula = Samples.formula(
    rates: [
      Samples.rate(
        "basic", by: "year_group",
        [(["R", "1", "2"], "4000"), (["3", "4", "5", "6"], "3500")], otherwise: "5000"),
      Samples.rate("lump_sum", by: "sector", [(["primary"], "150000")], otherwise: "0"),
      Samples.rate("welsh", [([], "100")]),
    ], factors: [])

  /// The values of a rate after a change, as `written keys: categories = value`.
  private func values(
    _ path: String, _ operation: RateChange.Operation
  ) throws(RefusedChange.Reason) -> [String] {
    let changed = try formula.changing(
      Samples.change(path, operation).path, operation, year: Samples.year)
    let rate = Samples.change(path, operation).path[0]
    return changed.rates.filter { $0.name == rate }.flatMap { $0.tables[0].words }
  }

  @Test func `a rate without a category changes all its values`() throws {
    #expect(
      try values("basic", .times(Samples.decimal("1.1"))) == [
        "R 1 2 = 4400", "3 4 5 6 = 3850", "otherwise = 5500",
      ])
  }

  @Test func `a category inside a range is split off and the rest keeps its value`() throws {
    #expect(
      try values("basic.1", .plus(Rational(50))) == [
        "1 = 4050", "R 2 = 4000", "3 4 5 6 = 3500", "otherwise = 5000",
      ])
  }

  @Test func `a range as written changes as one`() throws {
    #expect(
      try values("basic.R..2", .becomes(Rational(1))) == [
        "R 1 2 = 1", "3 4 5 6 = 3500", "otherwise = 5000",
      ])
  }

  @Test func `a range across two values takes a part of each`() throws {
    #expect(
      try values("basic.2..3", .becomes(Rational(1))) == [
        "2 = 1", "R 1 = 4000", "3 = 1", "4 5 6 = 3500", "otherwise = 5000",
      ])
  }

  @Test func `a range as written still means the same after a part was split off`() throws {
    let once = try formula.changing(["basic", "1"], .becomes(Rational(9)), year: Samples.year)
    let twice = try once.changing(["basic", "R..2"], .times(Rational(2)), year: Samples.year)
    #expect(
      twice.rates[0].tables[0].words == [
        "1 = 18", "R 2 = 8000", "3 4 5 6 = 3500", "otherwise = 5000",
      ])
  }

  @Test func `otherwise changes alone, and a category it covers gets a value of its own`() throws {
    #expect(
      try values("lump_sum.otherwise", .becomes(Rational(7))) == [
        "primary = 150000", "otherwise = 7",
      ])
    #expect(
      try values("lump_sum.secondary", .plus(Rational(7))) == [
        "primary = 150000", "secondary = 7", "otherwise = 0",
      ])
  }

  @Test func `what names nothing is refused with what there is`() {
    #expect(
      throws: RefusedChange.Reason.unknownRate("wlsh", known: ["basic", "lump_sum", "welsh"])
    ) {
      try formula.changing(["wlsh"], .times(.one), year: Samples.year)
    }
    #expect(
      throws: RefusedChange.Reason.unknownCategory(
        rate: "lump_sum", key: "primry", known: ["primary", "otherwise"])
    ) {
      try formula.changing(["lump_sum", "primry"], .times(.one), year: Samples.year)
    }
    #expect(throws: RefusedChange.Reason.tooManyKeys(rate: "welsh", axes: 0)) {
      try formula.changing(["welsh", "primary"], .times(.one), year: Samples.year)
    }
  }

  @Test func `bands change by their written key and a number inside one is refused`() throws {
    let place = Samples.place
    let bands = Rate(
      name: "small", unit: Unit(["£": 1]),
      axes: [.bands(of: "roll", unit: .pupil, interpolated: false)],
      tables: [
        DatedTable(
          from: Samples.year,
          cells: [
            RateCell(
              keys: [.range(.zero, Rational(49))], value: Rational(40), path: ["0..49"],
              place: place),
            RateCell(keys: [.range(Rational(50), nil)], value: .zero, path: ["50.."], place: place),
          ])
      ], sources: [], place: place)
    let formula = Samples.formula(rates: [bands], factors: [])
    let changed = try formula.changing(
      ["small", "50", "", ""], .plus(Rational(5)), year: Samples.year)
    #expect(changed.rates[0].tables[0].cells.map(\.value) == [Rational(40), Rational(5)])
    #expect(
      throws: RefusedChange.Reason.insideRange(rate: "small", key: "30", range: "0..49")
    ) {
      try formula.changing(["small", "30"], .times(.one), year: Samples.year)
    }
  }

  @Test func `a prefix of keys changes all beneath`() throws {
    let place = Samples.place
    func cell(_ sector: String, _ meals: String, _ value: Int) -> RateCell {
      RateCell(
        keys: [.categories([sector]), .categories([meals])], value: Rational(value),
        path: [sector, meals], place: place)
    }
    let rate = Rate(
      name: "meals", unit: .pounds, axes: [.field("sector"), .field("fsm")],
      tables: [
        DatedTable(
          from: Samples.year,
          cells: [
            cell("primary", "true", 1), cell("primary", "false", 2), cell("special", "true", 3),
          ])
      ], sources: [], place: place)
    let formula = Samples.formula(rates: [rate], factors: [])
    let all = try formula.changing(["meals", "primary"], .plus(Rational(10)), year: Samples.year)
    #expect(all.rates[0].tables[0].cells.map(\.value) == [11, 12, 3].map { Rational($0) })
    let one = try formula.changing(
      ["meals", "primary", "true"], .plus(Rational(10)), year: Samples.year)
    #expect(one.rates[0].tables[0].cells.map(\.value) == [11, 2, 3].map { Rational($0) })
  }

  @Test func `becomes changes the table of the year, times also those that follow`() throws {
    func table(_ start: Int, _ value: Int) -> DatedTable {
      DatedTable(
        from: FundingYear(start: start),
        cells: [RateCell(keys: [], value: Rational(value), path: [], place: Samples.place)])
    }
    let rate = Rate(
      name: "basic", unit: .pounds, axes: [],
      tables: [table(2023, 1), table(2024, 2), table(2025, 3)],
      isDated: true, sources: [], place: Samples.place)
    let formula = Samples.formula(rates: [rate], factors: [])
    func values(_ operation: RateChange.Operation) throws -> [Rational] {
      try formula.changing(["basic"], operation, year: Samples.year).rates[0].tables
        .map { $0.cells[0].value }
    }
    #expect(try values(.becomes(Rational(9))) == [1, 9, 3].map { Rational($0) })
    #expect(try values(.times(Rational(10))) == [1, 20, 30].map { Rational($0) })
  }
}

extension DatedTable {
  /// Every value as `keys = value`.
  fileprivate var words: [String] {
    cells.map { "\($0.categories(at: 0).joined(separator: " ")) = \($0.value)" }
      + (otherwise.map { ["otherwise = \($0.value)"] } ?? [])
  }
}
