import Diagnostics
import Foundation
import FundingEngine
import FundingFiles
import FundingModel

/// Runs a file of worked cases and compares what comes out with what should.
struct CasesRun {
  /// What a file of cases came to.
  struct Outcome {
    let cases: Int
    let failed: Int
    let mistakes: [Diagnostic]
  }

  let files: InputFiles
  let fields: FieldCatalogue

  /// Runs the cases of a file against the formula beside it.
  ///
  /// - Throws: `Mistakes` in either file; `WorldFailure` where there is no such formula.
  func run(_ source: SourceFile) throws -> Outcome {
    let formulaPath = Self.formulaPath(of: source.path)
    let formulaSource = try files.read(formulaPath)
    let own = try CasesFields(source: source)
    let formula = try FormulaFile(
      source: formulaSource, fields: own.catalogue(adding: fields)
    ).formula
    let file = try CasesFile(
      source: source, formula: formula,
      fields: own.catalogue(usedBy: formula, adding: fields))
    var mistakes: [Diagnostic] = []
    var failed = 0
    for item in file.cases {
      let found = Self.differences(item, formula: formula, path: source.path)
      if !found.isEmpty { failed += 1 }
      mistakes += found
    }
    return Outcome(cases: file.cases.count, failed: failed, mistakes: mistakes)
  }

  /// `x.cases.yaml` tests `x.yaml` in the same folder.
  private static func formulaPath(of path: String) -> String {
    path.hasSuffix(".cases.yaml")
      ? path.dropLast(".cases.yaml".count) + ".yaml" : path
  }

  private static func differences(
    _ item: WorkedCase, formula: Formula, path: String
  ) -> [Diagnostic] {
    let allocation: FormulaAllocation
    do {
      allocation = try Engine(census: item.census)
        .plan(formula, rows: [0], runRows: [0], year: formula.year).allocation()
    } catch {
      return error.mistakes(in: formula).diagnostics
    }
    // A factor and an adjustment may have one name; a case means both together.
    let amounts = Dictionary(
      zip(allocation.lines.map(\.name), allocation.amounts), uniquingKeysWith: +)
    var differences: [Diagnostic] = []
    func compare(_ expected: WorkedCase.ExpectedAmount, with found: Money?) {
      guard found != expected.amount else { return }
      differences.append(
        Diagnostic(
          path: path,
          span: SourceSpan(
            line: expected.place.line, column: expected.place.column,
            length: expected.place.length),
          message:
            "case '\(item.name)': \(expected.name) comes to \(found.map { "£\($0)" } ?? "nothing"), not £\(expected.amount)",
          slug: "case-differs"))
    }
    for part in item.expected.parts { compare(part, with: amounts[part.name]) }
    if let share = item.expected.share { compare(share, with: allocation.share(at: 0)) }
    return differences
  }
}
