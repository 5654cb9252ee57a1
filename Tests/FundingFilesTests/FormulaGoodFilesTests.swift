import Diagnostics
import Foundation
import FundingModel
import Testing

@testable import FundingFiles

/// The folder of this file, where the good and bad files are.
let testFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

/// A good formula file, read.
func goodFormula(_ name: String) throws -> FormulaFile {
  let path = testFolder.appending(path: "good/formula/\(name).yaml").path
  let source = try SourceFile(reading: path)
  do throws(Mistakes) {
    return try FormulaFile(source: source, fields: .standard)
  } catch {
    Issue.record("\(error.diagnostics.rendered { _, line in source.line(line) })")
    throw error
  }
}

struct FormulaGoodFilesTests {
  @Test func `the example of the guide reads as it says`() throws {
    let formula = try goodFormula("bridgend").formula
    #expect(formula.name == "bridgend")
    #expect(formula.reach == .authority(672))
    #expect(formula.rates.map(\.name) == ["pupils_per_teacher", "teacher", "lump_sum"])
    #expect(formula.rounding == .standard)
    guard case .quotient(.rate(let above), .rate(let below), let place) = formula.factors[0].amount
    else {
      Issue.record("the amount should be a quotient of rates")
      return
    }
    #expect(above.rate == 1 && above.keys == [])
    #expect(below.rate == 0)
    #expect(place == Place(line: 32, column: 23, length: 30))
    let key = FieldReference(
      name: "year_group", level: .pupil, place: Place(line: 32, column: 42, length: 10))
    #expect(below.keys == [.field(key)])
  }

  @Test func `a file with every construct reads without a mistake`() throws {
    let formula = try goodFormula("everything").formula
    #expect(
      formula.rates.compactMap(\.title) == [BilingualText(en: "A place", cy: "Lle")])
  }
}
