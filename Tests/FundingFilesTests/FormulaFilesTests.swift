import Diagnostics
import Foundation
import FundingModel
import Testing

@testable import FundingFiles

struct FormulaFilesTests {
  /// Five formulae; the second and the fourth name a rate that isn't there.
  private func sources() throws -> [SourceFile] {
    let good = try goodFormula("protected").source.text()
    return (1...5).map { number in
      let text = good.replacingOccurrences(of: "formula: protected", with: "formula: f\(number)")
        .replacingOccurrences(
          of: "amount: basic", with: number % 2 == 0 ? "amount: basik" : "amount: basic")
      return SourceFile(path: "f\(number).yaml", bytes: Array(text.utf8))
    }
  }

  @Test func `files read on any number of threads come, or fail, in their own order`() throws {
    let sources = try sources()
    let alone = sources.map { source in
      Result { () throws(Mistakes) in
        try FormulaFile(source: source, fields: .standard).formula
      }
    }
    for threads in [1, 2, 7] {
      let together = FormulaFile.formulas(of: sources, fields: .standard, threads: threads)
      #expect(together.count == 5)
      for (index, (one, other)) in zip(alone, together).enumerated() {
        switch (one, other) {
        case (.success(let one), .success(let other)):
          #expect(one.name == "f\(index + 1)" && other.name == one.name)
        case (.failure(let one), .failure(let other)):
          #expect(index % 2 == 1)
          #expect(other.diagnostics == one.diagnostics)
          #expect(other.diagnostics.allSatisfy { $0.path == "f\(index + 1).yaml" })
        case (.success, .failure), (.failure, .success):
          Issue.record("file \(index + 1) is read in another way on \(threads) threads")
        }
      }
    }
  }
}
