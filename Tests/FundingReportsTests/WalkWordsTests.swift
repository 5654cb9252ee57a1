import FundingModel
import Testing

@testable import FundingReports

@Suite struct WalkWordsTests {
  private let formula = Formula(
    name: "f", path: "formulas/f.yaml", reach: .any, year: Sample.year,
    title: BilingualText(en: "F", cy: "F"), status: .illustrative, sources: [], rates: [],
    definitions: [], factors: [Sample.factor("lump_sum", each: .school)],
    adjustments: [Adjustment(name: "floor", kind: .partYear, place: Sample.place)])

  @Test(arguments: WalkStep.Kind.allCases)
  func `every step is called something in each language, and fits a line`(kind: WalkStep.Kind) {
    let label = WalkWords.label(WalkStep(kind, of: "previous", .one, .pounds), in: formula)
    #expect(label.english != label.welsh)
    for language in Language.allCases {
      #expect(label[language].count > 3 && label[language].count < 75)
      #expect(
        !label[language].contains("previous") || kind == .leftOut || kind == .baselineLeftOut
          || kind == .mostTaken)
    }
  }

  @Test func `values have their units`() throws {
    func text(_ kind: WalkStep.Kind, _ value: Rational) -> String {
      WalkWords.value(WalkStep(kind, value, .number))
    }
    #expect(text(.change, try Rational(-15, over: 1000)) == "-1.5%")
    #expect(text(.scale, .one) == "100%")
    #expect(text(.pupils, Rational(1234)) == "1,234")
    #expect(text(.months, Rational(7)) == "7")
    #expect(text(.guaranteed, Rational(1000)) == "£1,000.00")
    #expect(text(.taken, try Rational(-1, over: 8)) == "-£0.125")
    #expect(WalkWords.value(WalkStep(.noBaseline, of: "previous", nil, .number)) == "")
  }

  @Test func `a run's floors and caps are added up over all its formulae, with signs kept`() {
    func group(_ name: String, _ rows: [Int], _ floor: [Int64], _ cap: [Int64])
      -> FormulaAllocation
    {
      let protection = Protection(
        change: .constant(.zero), baseline: .previous, place: Sample.place)
      let formula = Formula(
        name: name, path: "formulas/\(name).yaml", reach: .any, year: Sample.year,
        title: BilingualText(en: name, cy: name), status: .illustrative, sources: [], rates: [],
        definitions: [], factors: [Sample.factor("basic", each: .pupil)],
        adjustments: [
          Adjustment(name: "floor", kind: .floor(protection), place: Sample.place),
          Adjustment(
            name: "cap", kind: .cap(protection, scale: .constant(.one)), place: Sample.place),
        ])
      return FormulaAllocation(
        formula: formula, rows: rows,
        lines: [
          Sample.line("basic"), Sample.line("floor", .adjustment), Sample.line("cap", .adjustment),
        ],
        amounts: rows.indices.flatMap {
          [Money(pounds: 100), Money(pence: floor[$0]), Money(pence: cap[$0])]
        }, withoutBaseline: [FormulaAllocation.WithoutBaseline(line: 1, row: rows[0])])
    }
    let allocation = Allocation(
      run: "local", year: Sample.year,
      groups: [group("a", [1, 2], [0, 305], [-10, 0]), group("b", [0], [95], [-1])],
      schoolCount: 4)
    let rows = ProtectionTotals(of: Sample.outcome("local", allocation, nil)).rows
    #expect(rows.map(\.name) == ["floor", "cap"])
    #expect(rows.map(\.schools) == [2, 2])
    #expect(rows.map(\.amount) == [Money(pence: 400), Money(pence: -11)])
    #expect(rows.map(\.withoutBaseline) == [[0, 1], []])
  }
}
