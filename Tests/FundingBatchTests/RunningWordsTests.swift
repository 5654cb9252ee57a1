import Diagnostics
import FundingFiles
import FundingModel
import Testing

@Suite struct RunningWordsTests {
  private func words(_ failure: ScenarioFailure) -> String {
    failure.diagnostics(scenario: "scenarios/a.yaml").map { $0.rendered { _, _ in nil } }.joined()
  }

  @Test func `a change that names nothing says what there is and what was meant`() {
    let refused = RefusedChange(
      run: "national", written: "bsic=£5", place: nil,
      reason: .unknownRate("bsic", known: ["basic", "lump_sum"]))
    #expect(
      words(.changes([refused])) == """
        --set bsic=£5: error: no rate is called 'bsic' in run 'national' [unknown-rate]
           = there are: basic, lump_sum
           = did you mean 'basic'?

        """)
  }

  @Test func `pupil differences are counted and the first twenty listed`() {
    let differences = (1...22).map {
      PupilDifference(school: 6_720_000 + $0, name: "A", stated: 10, found: 9)
    }
    let text = words(.pupilDifferences(differences))
    #expect(
      text.hasPrefix(
        "scenarios/a.yaml: error: 22 schools have not as many pupils as the school file states "
          + "[pupil-differences]\n   = 6720001 A: 10 stated, 9 found\n"))
    #expect(text.contains("6720020") && !text.contains("6720021"))
    #expect(text.contains("   = … and 2 more\n"))
  }

  @Test func `a target out of reach is told with its figures`() {
    let failure = SolveFailure(
      run: "national", rates: ["basic"], target: Money(pounds: 1_500_000),
      reason: .aboveTargetAtNought(total: Money(pence: 200_000_050)),
      place: Place(line: 7, column: 3))
    #expect(
      words(.solve(failure)) == """
        scenarios/a.yaml:7:3: error: run 'national' can't reach £1,500,000.00: with 'basic' at \
        nought its total is still £2,000,000.50, so the multiplier would have to be below nought \
        [no-solution]
          = solve by more of the rates, or change the others first

        """)
  }

  @Test func `a rate that can't be estimated is told at its place in the formula`() {
    let use = NonlinearUse(
      rate: "basic", part: "teaching", place: Place(line: 4, column: 9), reason: .function(.max))
    let text = words(
      .fit(.nonlinear(formula: "bridgend", path: "formulas/bridgend.yaml", [use])))
    #expect(
      text.hasPrefix(
        "formulas/bridgend.yaml:4:9: error: rate 'basic' can't be estimated: in 'teaching' it is "
          + "inside max(…) [not-linear]\n"))
  }

  @Test func `schools without a formula are named by authority`() {
    let group = UnfundedSchools(
      run: "local", formula: nil, authority: 681, school: 6_810_001, schools: 3, place: nil)
    #expect(
      words(.noFormula([group])).hasPrefix(
        "scenarios/a.yaml: error: run 'local' has no formula for 3 schools of Cardiff (681), the "
          + "first 6810001 [no-formula]\n   = every school of a local run needs its own "
          + "authority's formula: formulas/cardiff.yaml\n"))
  }
}
