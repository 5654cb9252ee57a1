import Diagnostics
import FundingModel
import Testing

@testable import FundingFiles

struct AdjustmentReaderTests {
  private func looked(_ amount: Amount, in formula: Formula) throws -> RateCell {
    guard case .rate(let lookup) = amount, case .fixed(let label)? = lookup.keys.first else {
      throw NotALookup()
    }
    let cells = formula.rates[lookup.rate].tables[0].cells
    return try #require(cells.first { $0.keys == [.categories([label])] })
  }

  private struct NotALookup: Error {}

  @Test func `floors and caps are read in order, their percentages as rates`() throws {
    let formula = try goodFormula("protected").formula
    #expect(
      formula.adjustments.map(\.name) == ["minimum_per_pupil", "floor", "cap", "part_year"])
    #expect(formula.rates.map(\.name) == ["basic", "lump", "least", "floor", "cap"])
    guard case .floor(let floor) = formula.adjustments[1].kind,
      case .cap(let cap, let scale, let total) = formula.adjustments[2].kind
    else {
      Issue.record("a floor and a cap")
      return
    }
    #expect(floor.baseline == .previous && cap.baseline == .previous)
    #expect(total == .given)
    #expect(
      floor.leavingOut == [
        Protection.LeftOut(name: "lump_sum", place: Place(line: 31, column: 61, length: 8))
      ])
    #expect(cap.leavingOut.isEmpty)
    let change = try looked(floor.change, in: formula)
    #expect(change.value == (try Rational(-15, over: 1000)))
    #expect(change.path == ["change"])
    #expect(change.place == Place(line: 31, column: 21, length: 5))
    #expect(try looked(cap.change, in: formula).value == (try Rational(3, over: 100)))
    #expect(try looked(scale, in: formula).value == (try Rational(1, over: 2)))
    #expect(formula.adjustments.allSatisfy { $0.path == nil })
  }

  @Test func `a cap that does not say its total may take as much as comes of it`() throws {
    let good = try goodFormula("protected").source
    let text = String(decoding: good.bytes, as: UTF8.self).replacing(", total: given", with: "")
    let formula = try FormulaFile(source: Example.source(text, good.path), fields: .standard)
      .formula
    guard case .cap(_, _, .free) = formula.adjustments[2].kind else {
      Issue.record("a free cap")
      return
    }
    #expect(!formula.adjustments[2].needsAllSchools)
  }

  @Test func `a minimum may be worked out for each school`() throws {
    let formula = try goodFormula("protected").formula
    #expect(formula.adjustments[0].kind == .minimumPerPupil(.definition(0)))
  }

  @Test func `a formula says which columns of last year it needs`() throws {
    let used = try goodFormula("protected").formula.usedFields
    #expect(used.isSuperset(of: ["previous_share", "previous_pupils", "previous_lump_sum"]))
    #expect(!used.contains("previous_entitlement"))
  }

  @Test func `a minimum that is no amount per pupil is told so`() throws {
    let good = try goodFormula("protected").source
    let text = String(decoding: good.bytes, as: UTF8.self)
      .replacing("{amount: level}", with: "{amount: level * roll}")
    #expect(
      Example.slugs {
        _ = try FormulaFile(source: Example.source(text, good.path), fields: .standard)
      } == ["amount-unit"])
  }

  private func runs(_ text: String) throws -> [RunSpecification] {
    let head = """
      cyllido: 1
      scenario: one
      title: {en: One, cy: Un}
      year: 2025-26
      runs:

      """
    return try ScenarioFile(source: Example.source(head + text, "scenarios/one.yaml"))
      .scenario.runs
  }

  @Test func `a run's adjustments come after those of the run that it is from`() throws {
    let runs = try runs(
      """
        local: {formula: local}
        first: {from: local, adjustments: [{floor: {change: -2%, against: local}}]}
        second:
          from: first
          adjustments:
            - minimum_per_pupil: {by: sector, values: {primary: £4500}, otherwise: £0}
            - floor: {change: 0%, against: first, leaving_out: lump_sum}
            - part_year: true

      """)
    #expect(runs[0].adjustments.isEmpty)
    #expect(runs[1].adjustments.map(\.adjustment.name) == ["floor"])
    #expect(
      runs[2].adjustments.map(\.adjustment.name) == [
        "floor", "minimum_per_pupil", "floor", "part_year",
      ])
    #expect(runs[2].adjustments[0] == runs[1].adjustments[0])
    #expect(
      runs[2].adjustments.map { $0.rate?.name } == [
        "floor", "minimum_per_pupil", "floor", nil,
      ])
    #expect(runs[2].adjustments.allSatisfy { $0.adjustment.path == "scenarios/one.yaml" })
    #expect(runs[2].adjustments[0].adjustment.protection?.baseline == .run("local"))
    #expect(runs[2].adjustments[2].adjustment.protection?.baseline == .run("first"))
    #expect(
      runs[2].adjustments[2].adjustment.protection?.place
        == Place(line: 12, column: 38, length: 5))
  }

  @Test func `adjustments added to a formula get names and rates of their own`() throws {
    let runs = try runs(
      """
        local: {formula: local}
        first: {from: local, adjustments: [{floor: {change: -2%, against: local}}, {part_year: true}]}

      """)
    let formula = try goodFormula("protected").formula
    let added = formula.adding(runs[1].adjustments).adding(runs[1].adjustments)
    #expect(
      added.adjustments.map(\.name).suffix(4) == [
        "floor_2", "part_year_2", "floor_3", "part_year_3",
      ])
    #expect(added.rates.map(\.name).suffix(3) == ["cap", "floor_2", "floor_3"])
    for (adjustment, rate) in [(4, "floor_2"), (6, "floor_3")] {
      guard case .rate(let lookup)? = added.adjustments[adjustment].protection?.change else {
        Issue.record("a floor's change is a rate")
        continue
      }
      #expect(added.rates[lookup.rate].name == rate)
    }
    #expect(formula.adding([]) == formula)
  }

  @Test func `last year's columns and a run of that name are not told apart by guessing`() {
    #expect(
      Example.slugs {
        _ = try runs(
          """
            previous: {formula: local}
            next: {from: previous, adjustments: [{floor: {change: 0%, against: previous}}]}

          """)
      } == ["ambiguous-previous"])
  }
}
