import FundingModel
import Testing

@testable import FundingReports

/// How far fitted shares are from published budgets, worked out by hand.
///
/// Four primary schools of 100 pupils in Anglesey; the first three have £5,000 a pupil published, so
/// £500,000 each, the last has none.
///
/// | | local | off by | national | change | against the budget |
/// |---|---|---|---|---|---|
/// | 1 | 510,000 | 10,000, 2% | 505,000 | −5,000, smaller | +5,000, the other sign |
/// | 2 | 480,000 | 20,000, 4% | 470,000 | −10,000, smaller | −30,000 |
/// | 3 | 500,000 | nothing | 500,001 | +1, not smaller | +1 |
/// | 4 | 400,000 | | 300,000 | −100,000 | |
struct PublishedDistanceTests {
  private static let local: [Int64] = [51_000_000, 48_000_000, 50_000_000, 40_000_000]
  private static let national: [Int64] = [50_500_000, 47_000_000, 50_000_100, 30_000_000]

  private static func outcome(
    _ name: String, _ formula: Formula, _ pence: [Int64], changes: [RateChange] = []
  ) -> RunOutcome {
    RunOutcome(
      specification: RunSpecification(
        name: name, formula: .local, changes: changes, place: Sample.place),
      allocation: Allocation(
        run: name, year: Sample.year,
        groups: [
          FormulaAllocation(
            formula: formula, rows: [0, 1, 2, 3], lines: [Sample.line("basic")],
            amounts: pence.map(Sample.pence))
        ], schoolCount: 4), solve: nil)
  }

  private static let fitted = Sample.formula(
    "isle-of-anglesey", .authority(660), .fitted, fitted: ["teacher"])

  static func result(
    modelled: Bool = false, changes: [RateChange] = [], base: Formula = fitted,
    other: Formula = Sample.formula("national", .any, .illustrative)
  ) -> ScenarioResult {
    let five = Money(pounds: 5000)
    let census = Census(
      schools: SchoolTable(
        numbers: [6_602_001, 6_602_002, 6_602_003, 6_602_004], names: ["A", "B", "C", "D"],
        authorities: [660, 660, 660, 660], sectors: Array(repeating: "primary", count: 4),
        statedPupils: [100, 100, 100, 100], budgetPerPupil: [five, five, five, nil], columns: [],
        areModelled: modelled),
      pupils: PupilTable(
        columns: Sample.pupils.columns, starts: [0, 1, 2, 3, 4], pupils: [0, 0, 0, 0],
        counts: [100, 100, 100, 100]), leftOut: [], estimates: [])
    let outcomes = [
      outcome("local", base, local, changes: changes), outcome("national", other, national),
    ]
    let comparison = ComparisonSpecification(baseline: "local", with: ["national"], place: nil)
    return ScenarioResult(
      scenario: Scenario(
        name: "a", path: "a.yaml", title: BilingualText(en: "A", cy: "A"), why: nil, source: nil,
        year: Sample.year, data: .bundled, runs: outcomes.map(\.specification),
        comparison: comparison, benchmarks: []),
      censuses: CensusSeries(from: Sample.year, [census]), runs: outcomes, comparison: comparison,
      comparisons: (0..<4).map { Sample.comparison($0, 100, local[$0], national[$0]) },
      authorities: [], sectors: [], parity: [], winners: [], controls: [])
  }

  @Test func `the middle school's distance and the doubtful changes are those of the table`() throws
  {
    let distance = try #require(PublishedDistance(of: Self.result()))
    #expect(distance.baseline == "local" && distance.schools == 3)
    #expect(distance.median == Rational(2))
    #expect(distance.changes.count == 1)
    #expect(distance.changes[0].schools == 3)
    #expect(distance.changes[0].smaller == 2)
    #expect(distance.changes[0].turned == 1)
    let words = distance.sentences(areModelled: false)
    #expect(
      words[0].english.hasPrefix(
        "local is an estimate. Over 3 schools, the school in the middle is 2.0% away from its "
          + "published budget: half are closer, half further."))
    #expect(
      words[1].english
        == "national against local: for 2 of 3 schools the change is smaller than the distance "
        + "between local and the school’s published budget. For 1 of these a gain becomes a loss, or "
        + "a loss a gain, when national is held against the published budget.")
    #expect(words[1].welsh.contains("a'u cyllideb gyhoeddedig: 2 o 3."))
    #expect(words[2].welsh.contains("heb roi ei chyllideb gyhoeddedig wrth ei ochr."))
    let modelled = distance.sentences(areModelled: true, hidesMedian: true)
    #expect(modelled[0].english.contains("is [c] away from its modelled budget"))
    #expect(modelled.allSatisfy { !$0.english.contains("published budget") })
  }

  @Test func `a run by the same formulae shares their errors, so nothing is said of its changes`()
    throws
  {
    let distance = try #require(PublishedDistance(of: Self.result(other: Self.fitted)))
    #expect(distance.changes.isEmpty)
    #expect(distance.sentences(areModelled: false).count == 1)
  }

  @Test func `a baseline that is published, or changed, is no estimate of the budgets`() {
    let own = Sample.formula("isle-of-anglesey", .authority(660), .published)
    #expect(PublishedDistance(of: Self.result(base: own)) == nil)
    let change = RateChange(
      path: ["teacher"], operation: .plus(.one), written: "teacher=+£1", place: nil)
    #expect(PublishedDistance(of: Self.result(changes: [change])) == nil)
  }

  @Test func `the report says it in a caution, and in no statement as a change of the budget`() {
    let html = ReportTests.report(Self.result()).html()
    #expect(html.contains("for 2 of 3 schools the change is smaller"))
    #expect(
      html.contains("Fitted: estimated from published budgets; not Isle of Anglesey’s own rates."))
    // The published budgets are compared with no run; both runs are read beside them.
    #expect(
      html.contains(
        "\"name\":[\"Published budget\",\"Cyllideb gyhoeddedig\"],\"baseline\":-1,\"published\":-1")
    )
    #expect(html.contains("\"name\":[\"local\",\"local\"],\"baseline\":1,\"published\":0"))
    #expect(html.contains("\"name\":[\"national\",\"national\"],\"baseline\":1,\"published\":0"))
  }

  @Test func `a line is marked where its factor looks an estimated rate up, and no other`() {
    // Of the rates `teacher` (0) and `lump_sum` (1) the second is fitted.
    func factor(_ name: String, _ amount: Amount) -> Factor {
      Factor(
        name: name, title: BilingualText(en: name, cy: name), purpose: .basic, regulation: .other,
        structure: .assumed, each: .school, condition: nil, amount: amount, place: Sample.place)
    }
    func rate(_ index: Int) -> Amount {
      .rate(RateLookup(rate: index, keys: [], place: Sample.place))
    }
    let formula = Sample.formula(
      "isle-of-anglesey", .authority(660), .fitted, fitted: ["lump_sum"],
      factors: [
        factor("own", rate(0)), factor("fitted", .sum(rate(0), rate(1))),
        factor("constant", .constant(.one)),
      ])
    #expect(formula.factors.map(formula.restsOnEstimates) == [false, true, false])
    let html = ReportTests.report(Self.result(base: formula)).html()
    // The result's one line, `basic`, is no factor of this formula: it is marked, to be safe.
    #expect(html.contains("\"estimated\":[0],\"lines\":[[\"The basic\""))
  }
}
