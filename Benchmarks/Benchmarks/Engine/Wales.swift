import Foundation
import FundingBatch
import FundingEngine
import FundingFiles
import FundingModel

/// All of Wales as the main scenario has it, in memory.
struct Wales: Sendable {
  let facts: ModelledFacts
  let census: Census
  let engine: Engine
  let scenario: Scenario
  let local: [Int: Formula]
  let national: Formula
  let rows: [Int]

  /// Reads the project's own files: run in the folder `Benchmarks/`.
  init() {
    do {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
      facts = try ModelledFacts(folder: root + "/scenarios/data/wales-2024-25")
      let schools = ModelledSchools.table(from: facts, seed: 1)
      let pupils = ModelledPupils.make(for: schools, facts: facts, seed: 1)
      let census = try CensusAssembly(schools: schools, pupils: pupils.table).census
      self.census = census
      engine = Engine(census: census)
      scenario = try ScenarioFile(
        source: SourceFile(reading: root + "/scenarios/one-national-formula.yaml")
      ).scenario
      let fields = FieldCatalogue.standard.adding(columnsOf: census)
      func formula(_ name: String) throws -> Formula {
        try FormulaFile(
          source: SourceFile(reading: root + "/formulas/\(name).yaml"), fields: fields
        ).formula
      }
      national = try formula("national")
      local = try Dictionary(
        uniqueKeysWithValues: Authority.all.map { ($0.code, try formula($0.slug)) })
      let funded = census.pupils
      rows = (0..<census.schools.count).filter { funded.heads(ofSchool: $0) > 0 }
    } catch {
      fatalError("the project's own files can't be read: \(error)")
    }
  }

  func runner(threads: Int) -> ScenarioRunner {
    ScenarioRunner(
      ScenarioInputs(
        scenario: scenario, census: census, formulas: ["national": national],
        localFormulas: local),
      threads: threads)
  }

  /// Every formula on every school it can be worked out for: a local formula has no rate for a
  /// sector that its authority lacks, so it is given the schools of the sectors it pays for.
  func fundEverySchoolByEveryFormula() -> Int64 {
    var total: Int64 = 0
    for formula in [national] + Authority.all.compactMap({ local[$0.code] }) {
      do {
        let plan = try engine.plan(formula, rows: rows, runRows: rows, year: scenario.year)
        for money in try plan.amounts(of: 0..<rows.count) { total &+= money.pence }
      } catch {
        fatalError("\(formula.name): \(error)")
      }
    }
    return total
  }
}
