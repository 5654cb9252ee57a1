import FundingModel
import FundingTestSupport
import Testing

@testable import FundingBatch

@Suite struct DisclosureTests {
  @Test func `the largest and least of a sum are those of a hand`() throws {
    // x + y + z = 10 and 2x + y = 8: x is at most 4, y at most 8, and z at least 2, at most 6.
    let program = try #require(
      LinearProgram(equations: [[1, 1, 1], [2, 1, 0], [3, 2, 1]], sums: [10, 8, 18]))
    func range(_ weights: [Double]) -> [Double?] {
      [program.maximum(of: weights.map { -$0 }).map { -$0 }, program.maximum(of: weights)]
    }
    for (weights, expected) in [
      ([1.0, 0, 0], [0.0, 4]), ([0, 1, 0], [0, 8]), ([0, 0, 1], [2, 6]), ([1, 1, 1], [10, 10]),
    ] {
      for (found, right) in zip(range(weights), expected) {
        #expect(abs((found ?? .nan) - right) < 1e-9)
      }
    }
    #expect(LinearProgram(equations: [[1, 1], [1, 1]], sums: [1, 2]) == nil)
  }

  /// 80 pupils of no need, 3 with free meals, 17 with a plan.
  private let heads: [Int64] = [80, 3, 17]

  private func line(_ name: String, _ perHead: [Double], small: [[Bool]] = []) -> LineDrivers {
    LineDrivers(
      name: name, perHead: perHead, groups: small + [perHead.map { $0 != 0 }],
      tellsOfPupils: Set(perHead).count > 1
    ) { small.contains($0) }
  }

  private func run(
    _ name: String, meals: Double, need: Double?, heads: [Int64] = [80, 3, 17]
  ) -> SchoolHiding.Run {
    SchoolHiding.Run(
      name: name, year: Samples.year, heads: heads,
      lines: [
        line("basic", [4000, 4000, 4000]),
        line("meals", [0, meals, 0], small: [[false, true, false]]),
      ] + (need.map { [line("need", [0, 0, $0])] } ?? []), revealing: [])
  }

  private func outcome(_ runs: [SchoolHiding.Run], _ heads: [Int64]? = nil) -> SchoolHiding.Outcome?
  {
    SchoolHiding(
      heads: heads ?? self.heads, ftes: [1, 1, 1], runs: runs, threshold: 5
    ).outcome()
  }

  @Test func `a small group is hidden with another that it could be`() {
    // Hidden together they come to £37,000: 3 and 17, or 37 and 0, or anything between.
    guard case .lines(let lines) = outcome([run("a", meals: 1000, need: 2000)]) else {
      Issue.record("lines are hidden, not the school")
      return
    }
    #expect(lines == [["meals", "need"]])
  }

  @Test func `where the share alone tells, the school is kept back`() {
    // The roll gives the basic amount, and the rest of the share is that of three pupils.
    guard case .everything = outcome([run("a", meals: 1000, need: nil)]) else {
      Issue.record("the share less £4,000 a pupil tells")
      return
    }
  }

  @Test func `two runs that differ by one rate tell, so the school is kept back`() {
    let runs = [run("a", meals: 1000, need: 2000), run("b", meals: 1500, need: 2000)]
    guard case .everything = outcome(runs) else {
      Issue.record("the difference of the shares is £500 for each of three pupils")
      return
    }
  }

  @Test func `years of fewer pupils tell no more where every rate moves alike`() {
    // £37,000 in the first year, half of twice that in the second: the same equation.
    let years = [
      run("a", meals: 1000, need: 2000), run("a", meals: 2000, need: 4000, heads: [40, 2, 8]),
    ]
    guard case .lines(let lines) = outcome(years) else {
      Issue.record("0 to 37 of the first year's pupils are 0 to 18 of the second's")
      return
    }
    #expect(lines == [["meals", "need"], ["meals", "need"]])
    // 0 to 37 pupils are 0 to 3.7 where a tenth is left: that it is not 4 would be told.
    let tenth = run("a", meals: 1000, need: 2000, heads: [8, 1, 1])
    guard case .everything = outcome([years[0], tenth]) else {
      Issue.record("of 1 to 4 pupils 4 is ruled out")
      return
    }
  }

  @Test func `years whose rates move apart tell of each other`() {
    let years = [
      run("a", meals: 1000, need: 2000), run("a", meals: 1100, need: 2000, heads: [72, 3, 15]),
    ]
    guard case .everything = outcome(years) else {
      Issue.record("two sums with other rates give both numbers")
      return
    }
  }

  @Test func `a school of few is kept back, one without small groups is not touched`() {
    guard case .everything = outcome([run("a", meals: 0, need: nil, heads: [2, 1, 1])], [2, 1, 1])
    else {
      Issue.record("four pupils are fewer than five")
      return
    }
    let large = SchoolHiding.Run(
      name: "a", year: Samples.year, heads: heads, lines: [line("basic", [4000, 4000, 4000])],
      revealing: [])
    #expect(outcome([large]) == nil)
  }

  private func school(_ number: Int, _ authority: Int, _ sector: String, _ heads: Int64)
    -> GroupHiding.School
  {
    GroupHiding.School(number: number, authority: authority, sector: sector, heads: heads)
  }

  @Test func `a school kept back takes the smallest of its kind with it`() {
    let schools = [
      school(1, 660, "primary", 100), school(2, 660, "primary", 50), school(3, 660, "primary", 20),
      school(4, 660, "secondary", 900), school(5, 661, "primary", 10),
    ]
    let sums = GroupHiding(schools: schools, hiding: [1])
    #expect(sums.hidden == [1, 3])
    #expect(sums.hiddenGroups.isEmpty)
    #expect(GroupHiding(schools: schools, hiding: []).hidden.isEmpty)
  }

  @Test func `a run that funds fewer schools does not give one away`() {
    // All are funded by one run; by the other only authority 660, whose sum is Wales's then.
    let schools = [
      school(1, 660, "primary", 100), school(2, 660, "primary", 50), school(3, 661, "primary", 20),
      school(4, 661, "primary", 30), school(5, 660, "special", 40), school(6, 661, "special", 60),
    ]
    let all = Set(schools.map(\.number))
    let whole = GroupHiding(schools: schools, hiding: [5])
    let sums = GroupHiding(schools: schools, funded: [all, [1, 2, 5]], hiding: [5])
    // In the second run the special school is Wales's only one: that sum is kept back too.
    #expect(sums.hiddenGroups.contains(HiddenFigures.Group(authority: nil, sector: "special")))
    #expect(!whole.hiddenGroups.contains(HiddenFigures.Group(authority: nil, sector: "special")))
  }

  @Test func `what a floor comes to is kept back where one kept-back line is all of it`() {
    let floor = Adjustment(name: "floor", kind: .partYear, place: Samples.place)
    let formula = Formula(
      name: "some", path: "formulas/some.yaml", reach: .any, year: Samples.year,
      title: BilingualText(en: "Some", cy: "Rhyw"), status: .illustrative, sources: [], rates: [],
      definitions: [], factors: [], adjustments: [floor])
    let line = AllocationLine(
      kind: .adjustment, name: "floor", title: formula.title, purpose: nil, regulation: .other)
    func totals(
      _ amounts: [Int64], hiding schools: Set<Int>, lines: Set<HiddenFigures.Line> = []
    ) -> Set<HiddenFigures.AdjustmentTotal> {
      let allocation = Allocation(
        run: "run", year: Samples.year,
        groups: [
          FormulaAllocation(
            formula: formula, rows: [0, 1, 2], lines: [line],
            amounts: amounts.map { Money(pence: $0) })
        ], schoolCount: 3)
      let outcome = RunOutcome(
        specification: RunSpecification(name: "run", formula: .local, place: Samples.place),
        allocation: allocation, solve: nil)
      return AdjustmentHiding.totals(
        of: [outcome], numbers: [11, 12, 13], hiding: schools, lines: lines)
    }
    let total = HiddenFigures.AdjustmentTotal(run: "run", year: Samples.year, name: "floor")
    let own = HiddenFigures.Line(school: 12, run: "run", year: Samples.year, name: "floor")
    #expect(totals([5, 7, 9], hiding: []).isEmpty)
    #expect(totals([5, 7, 9], hiding: [11]) == [total])
    // Two are an unknown sum; a school to which it gives nothing is no part of it.
    #expect(totals([5, 7, 9], hiding: [11, 12]).isEmpty)
    #expect(totals([0, 7, 9], hiding: [11, 12]) == [total])
    #expect(totals([0, 7, 9], hiding: [11]).isEmpty)
    #expect(totals([5, 7, 9], hiding: [], lines: [own]) == [total])
    #expect(totals([5, 7, 9], hiding: [11], lines: [own]).isEmpty)
  }

  @Test func `no school kept back can be worked back from the sums shown`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<60 {
      let schools = (0..<Int(random.next() % 14 + 1)).map { index in
        school(
          index, 660 + Int(random.next() % 3),
          ["primary", "secondary", "special"][
            Int(random.next() % 3)], Int64(random.next() % 200 + 1))
      }
      let first = Set(schools.filter { _ in random.next() % 5 == 0 }.map(\.number))
      let sums = GroupHiding(schools: schools, hiding: first)
      #expect(first.isSubset(of: sums.hidden))
      let unknown = schools.filter { sums.hidden.contains($0.number) }
      let shown = sums.groups.filter { !sums.hiddenGroups.contains($0) }
      for (index, one) in unknown.enumerated() {
        // The sums as columns: does any mixture of them come to this school alone?
        let rows = unknown.enumerated().map { place, other in
          shown.map { $0.holds(authority: other.authority, sector: other.sector) ? 1.0 : 0 }
            + [place == index ? 1.0 : 0]
        }
        #expect(!Self.hasSolution(rows), "\(one.number) of \(schools.count)")
      }
    }
  }

  /// Whether equations, each its factors and its sum, can all be met; by elimination.
  private static func hasSolution(_ equations: [[Double]]) -> Bool {
    var rows = equations
    var next = 0
    let unknowns = (rows.first?.count ?? 1) - 1
    for column in 0..<unknowns {
      guard
        let row = (next..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[row][column]) > 1e-9
      else { continue }
      rows.swapAt(next, row)
      for other in rows.indices where other > next {
        let factor = rows[other][column] / rows[next][column]
        for index in 0...unknowns { rows[other][index] -= factor * rows[next][index] }
      }
      next += 1
      if next == rows.count { return true }
    }
    return rows[next...].allSatisfy { abs($0[unknowns]) < 1e-9 }
  }
}
