import FundingModel
import Testing

@testable import FundingBatch

/// Which schools are twins, by hand.
struct TwinSchoolsTests {
  private static func school(
    _ number: Int, _ authority: Int, _ heads: Int64, fsm: Int64, sector: String = "primary"
  ) -> Samples.School {
    Samples.School(
      number: number, authority: authority, sector: sector, pupils: ["3": heads], fsm: fsm)
  }

  @Test func `the nearest pair is taken first and each school once`() {
    let twins = TwinSchools(
      in: Samples.census([
        Self.school(1, 660, 100, fsm: 20), Self.school(2, 661, 102, fsm: 20),
        Self.school(3, 662, 100, fsm: 20), Self.school(4, 663, 97, fsm: 20),
        Self.school(5, 664, 100, fsm: 20, sector: "secondary"),
        Self.school(6, 665, 100, fsm: 30), Self.school(7, 660, 100, fsm: 20),
      ]))
    // 1 and 3 are the same; 2 and 7: 2 of 102 pupils (0.019607…) and 20/100 − 20/102 (0.003921…).
    // 4 would have been 2's, but 7 is nearer; 5 is of another sector; 6 has ten points more meals.
    #expect(
      twins.pairs == [
        TwinSchools.Pair(first: 0, second: 2, distance: 0),
        TwinSchools.Pair(first: 1, second: 6, distance: 19_607 + 3_921),
      ])
    #expect(twins.usesFreeMeals)
    #expect(!twins.usesLanguage)
  }

  @Test(arguments: [(95, 0, 1), (94, 0, 0), (100, 2, 1), (100, 3, 0)])
  func `five in a hundred of the larger and two points are still alike`(
    heads: Int64, fsm: Int64, pairs: Int
  ) {
    let twins = TwinSchools(
      in: Samples.census([
        Self.school(1, 660, 100, fsm: 0), Self.school(2, 661, heads, fsm: fsm),
      ]))
    #expect(twins.pairs.count == pairs)
  }

  @Test func `schools of one authority are no twins`() {
    let twins = TwinSchools(
      in: Samples.census([
        Self.school(1, 660, 100, fsm: 0), Self.school(2, 660, 100, fsm: 0),
        Self.school(3, 661, 0, fsm: 0),
      ]))
    #expect(twins.pairs.isEmpty)
  }

  /// Schools that state a share (per cent, nil for none), of modelled or of read pupils.
  private static func census(
    _ schools: [Samples.School], stating shares: [Rational?], modelled: Bool,
    languages: [String?]? = nil
  ) -> Census {
    let plain = Samples.census(schools)
    let table = plain.schools
    let field = Field(
      "fsm_three_year_pct", .school, .number(.number), meaning: BilingualText(en: "x", cy: "x"))
    var columns =
      table.columns + [
        Column(field: field, values: shares.map { $0.map { .number($0) } })
      ]
    if let languages, let language = StandardFields.school.first(where: { $0.name == "language" }) {
      columns.append(Column(field: language, values: languages.map { $0.map { .category($0) } }))
    }
    return Census(
      schools: SchoolTable(
        numbers: table.numbers, names: table.names, authorities: table.authorities,
        sectors: table.sectors, statedPupils: table.statedPupils,
        budgetPerPupil: table.budgetPerPupil, columns: columns, areModelled: false),
      pupils: plain.pupils,
      estimates: modelled
        ? [Estimate(what: "fte", how: BilingualText(en: "by hand", cy: "â llaw"))] : [])
  }

  /// The share that a school file states, as a decimal.
  private static func percent(_ text: String) -> Rational { Samples.decimal(text) }

  @Test func `modelled pupils do not speak where the file states both shares`() {
    // By their modelled pupils 1 and 2 are the same and 3 is far off; by the file 1 and 3 differ by
    // exactly two points (20,000 millionths), 1 and 2 by 2.1.
    let schools = [
      Self.school(1, 660, 100, fsm: 10), Self.school(2, 661, 100, fsm: 10),
      Self.school(3, 662, 100, fsm: 60),
    ]
    let shares = ["10.5", "12.6", "8.5"].map(Self.percent)
    let modelled = TwinSchools(in: Self.census(schools, stating: shares, modelled: true))
    #expect(
      modelled.pairs == [
        TwinSchools.Pair(first: 0, second: 2, distance: 20_000, freeMeals: .stated)
      ])
    // Pupils that were read are the year's own: they are counted.
    let read = TwinSchools(in: Self.census(schools, stating: shares, modelled: false))
    #expect(
      read.pairs == [TwinSchools.Pair(first: 0, second: 1, distance: 0, freeMeals: .counted)])
    // Where one states no share, both are counted.
    let some = TwinSchools(
      in: Self.census(schools, stating: [shares[0], nil, shares[2]], modelled: true))
    #expect(some.pairs.map(\.freeMeals) == [.counted])
    #expect(some.pairs.map(\.second) == [1])
  }

  @Test func `schools whose language is not given are paired with each other alone`() {
    let schools = (1...4).map { Self.school($0, 659 + $0, 100, fsm: 10) }
    let twins = TwinSchools(
      in: Self.census(
        schools, stating: [nil, nil, nil, nil], modelled: false, languages: ["WM", nil, "WM", nil]))
    #expect(twins.pairs.map { [$0.first, $0.second] } == [[0, 2], [1, 3]])
  }

  @Test func `schools of like need are fifths of their sector`() {
    let schools = (1...10).map { Self.school($0, 660, 100, fsm: Int64($0)) }
    // The most free school meals first: schools 10 and 9 are the first fifth.
    #expect(Strata(Samples.census(schools)).ofRow == [4, 4, 3, 3, 2, 2, 1, 1, 0, 0])
  }
}
