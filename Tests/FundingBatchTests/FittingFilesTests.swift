import FundingFiles
import FundingModel
import Testing

@testable import FundingBatch

/// From a formula's text to changes and estimates, and back to its text.
@Suite struct FittingFilesTests {
  private let text = """
    cyllido: 1
    formula: bridgend
    authority: 672
    year: 2024-25
    title: {en: Bridgend, cy: Pen-y-bont ar Ogwr}
    status: fitted
    sources:
      mls: {title: "School budget per pupil 2024-25"}
    rates:
      pupils_per_teacher:
        unit: pupil/teacher
        by: year_group
        values: {N1..N2: 30, R..2: 26, 3..6: 25}
        otherwise: 20
        source: mls
      teacher: {unit: £/teacher, value: £60000, source: mls, fitted: true}  # what a teacher costs
      small:
        unit: £
        by: {roll: bands}
        values: {0..49: £40000, 50..99: £25000, 100..: £0}
        source: mls
      lump_sum:
        unit: £/school
        by: sector
        values: {primary: £150000, secondary: £700000}
        source: mls
        fitted: true
    factors:
      teaching:
        title: {en: Teaching, cy: Addysgu}
        purpose: basic
        regulation: pupil_numbers
        structure: assumed
        each: pupil
        amount: teacher / pupils_per_teacher[year_group]
      small:
        title: {en: Small school, cy: Ysgol fach}
        purpose: small_school
        regulation: other
        structure: assumed
        each: school
        amount: small[roll]
      lump_sum:
        title: {en: Lump sum, cy: Cyfandaliad}
        purpose: fixed
        regulation: other
        structure: assumed
        each: school
        amount: lump_sum[sector]

    """

  private func file() throws -> FormulaFile {
    try FormulaFile(
      source: SourceFile(path: "formulas/bridgend.yaml", bytes: Array(text.utf8)),
      fields: .standard)
  }

  private func total(_ census: Census, _ changes: [RateChange]) throws -> Money {
    try ScenarioRunner(
      ScenarioInputs(
        scenario: Samples.scenario([Samples.run("run", "bridgend")]), census: census,
        formulas: ["bridgend": file().formula], changes: changes)
    ).result().runs[0].allocation.total
  }

  @Test func `paths reach what the file wrote`() throws {
    // 52 in reception to year 2, 50 in years 3 to 6: 2 teachers each at £60,000.
    let census = Samples.census([.init(number: 6_720_001, pupils: ["1": 26, "2": 26, "5": 50])])
    #expect(try total(census, []) == Money(pounds: 390_000))
    let halved = try Rational(1, over: 2)
    #expect(
      try total(census, [Samples.change("pupils_per_teacher.R..2", .times(halved))])
        == Money(pounds: 510_000))
    #expect(
      try total(census, [Samples.change("pupils_per_teacher.1", .times(halved))])
        == Money(pounds: 450_000))
    #expect(
      try total(census, [Samples.change("run.bridgend.small.100..", .becomes(Rational(7)))])
        == Money(pounds: 390_007))
    #expect(
      try total(census, [Samples.change("lump_sum.primary", .plus(Rational(-150_000)))])
        == Money(pounds: 240_000))
  }

  @Test func `estimates go back into the file and leave the rest alone`() throws {
    // Budgets of £52,000 a teacher and £130,000 a school, for 25 pupils a teacher.
    let census = Samples.census(
      (0..<12).map { index in
        let heads = Int64(25 * (4 + index))
        return .init(
          number: 6_720_001 + index, pupils: ["4": heads], stated: Int(heads),
          budgetPerPupil: (2_080 * heads + 130_000) * 100 / heads)
      })
    let file = try file()
    let outcome = try Fit(formula: file.formula, census: census).outcome()
    let teacher = try #require(outcome.estimates.first)
    #expect(abs(teacher.value.approximation - 52_000) < 1)
    #expect(outcome.estimates.map(\.rate) == ["teacher", "lump_sum", "lump_sum"])
    let rewritten = file.rewriting(values: outcome.rewritings)
    #expect(
      rewritten.contains(
        "{unit: £/teacher, value: \(teacher.text), source: mls, fitted: true}  # what a teacher"))
    // No secondary school: the value stays as its author wrote it.
    #expect(rewritten.contains("secondary: £700000}"))
    let again = try FormulaFile(
      source: SourceFile(path: "formulas/bridgend.yaml", bytes: Array(rewritten.utf8)),
      fields: .standard)
    #expect(again.formula.rates.map(\.name) == file.formula.rates.map(\.name))
    #expect(again.formula.rates[1].tables[0].cells[0].value == teacher.value)
  }
}
