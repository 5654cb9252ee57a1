import Diagnostics
import FundingModel
import Testing

@testable import FundingFiles

struct FormulaEvaluationFailureTests {
  func told(
    _ reason: EvaluationFailure.Reason, school: Int? = 6_602_130, schools: Int = 1,
    formula: Formula? = nil
  ) -> String {
    let failure = EvaluationFailure(
      formula: "bridgend", path: "formulas/bridgend.yaml", part: "teaching",
      place: Place(line: 32, column: 23, length: 30), school: school, schools: schools,
      reason: reason)
    return EvaluationFailures([failure]).mistakes(in: formula).diagnostics
      .rendered { _, _ in nil }
  }

  @Test func `a rate without a value says for whom, and what to do`() throws {
    let formula = try goodFormula("bridgend").formula
    #expect(
      told(.noRate(rate: "pupils_per_teacher", keys: ["12"]), formula: formula) == """
        formulas/bridgend.yaml:32:23: error: 'teaching': the rate 'pupils_per_teacher' gives no value for year group 12, which school 6602130 has [no-rate]
           = add it to the rate, or give the rate 'otherwise'
        1 error in 1 file

        """)
    #expect(
      told(.noRate(rate: "gone", keys: ["a", "b"]), schools: 3, formula: formula)
        .contains("for 'a', 'b', which school 6602130 and 2 more have"))
  }

  @Test(arguments: [
    (EvaluationFailure.Reason.overflow, "overflow", "in school 6602130"),
    (.divisionByZero, "division-by-zero", "this is nought, and something is divided by it"),
    (
      .noColumn(field: "sites", level: .school), "no-column",
      "the schools of the data have no column 'sites'"
    ),
    (
      .noValue(field: "aln", level: .pupil), "no-value",
      "'aln' has no value for a pupil, in school 6602130"
    ),
    (
      .noValue(field: "sites", level: .school), "no-value",
      "'sites' has no value, in school 6602130"
    ),
    (
      .rateBegins(rate: "heat", first: FundingYear(start: 2025), year: FundingYear(start: 2024)),
      "rate-begins", "the rate 'heat' begins in 2025-26, and the run is of 2024-25"
    ),
    (.nobodyToAverage, "nobody-to-average", "no pupils to average over"),
    (
      .nothingToShareBy(total: Money(pence: 10_050)), "nothing-to-share-by",
      "£100.50 has nobody to go to"
    ),
    (.negativePart, "negative-part", "below nought"),
    (.quantumNotPennies(Rational(1)), "quantum-not-pennies", "not a whole number of pennies"),
  ])
  func `every reason has its words`(
    reason: EvaluationFailure.Reason, slug: String, words: String
  ) {
    let text = told(reason)
    #expect(text.contains("[\(slug)]"))
    #expect(text.contains(words))
    #expect(text.contains("   = "))
  }

  @Test func `several schools are counted`() {
    #expect(told(.overflow, schools: 5).contains("in school 6602130 and 4 more"))
    #expect(!told(.overflow, school: nil).contains("school"))
  }
}
