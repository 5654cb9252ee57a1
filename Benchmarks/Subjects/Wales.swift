public import FundingBatch
public import FundingEngine
import FundingFiles
public import FundingModel

/// All of Wales as the main scenario has it, in memory.
public struct Wales: Sendable {
  /// What schools and pupils are modelled from.
  public let facts: ModelledFacts
  /// The modelled schools and pupils.
  public let census: Census
  /// The engine, packed with them.
  public let engine: Engine
  /// The main scenario.
  public let scenario: Scenario
  /// The authorities' own formulae, by code.
  public let local: [Int: Formula]
  /// The national formula.
  public let national: Formula
  /// The schools that have pupils.
  public let rows: [Int]

  /// Reads the project's own files.
  public init() {
    do {
      facts = try ModelledFacts(folder: Folder.project + "/scenarios/data/wales-2024-25")
      let schools = ModelledSchools.table(from: facts, seed: 1)
      let pupils = ModelledPupils.make(for: schools, facts: facts, seed: 1)
      let census = try CensusAssembly(schools: schools, pupils: pupils.table).census
      self.census = census
      engine = Engine(census: census)
      scenario = try ScenarioFile(
        source: SourceFile(reading: Folder.project + "/scenarios/one-national-formula.yaml")
      ).scenario
      let fields = FieldCatalogue.standard.adding(columnsOf: census)
      func formula(_ name: String) throws -> Formula {
        try FormulaFile(
          source: Folder.formulaSource(name), fields: fields
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

  /// The main scenario, ready to run.
  public func runner(threads: Int) -> ScenarioRunner {
    ScenarioRunner(
      ScenarioInputs(
        scenario: scenario, census: census, formulas: ["national": national],
        localFormulas: local),
      threads: threads)
  }

  /// A scenario of the same form, on the same schools, whose text is given: it may name the local
  /// formulae and the national one.
  public func runner(scenario text: String, threads: Int) throws -> ScenarioRunner {
    let source = SourceFile(path: "benchmark.yaml", bytes: Array(text.utf8))
    return ScenarioRunner(
      ScenarioInputs(
        scenario: try ScenarioFile(source: source).scenario, census: census,
        formulas: ["national": national], localFormulas: local), threads: threads)
  }

  /// All 23 formulae.
  public var formulas: [Formula] { [national] + Authority.all.compactMap { local[$0.code] } }

  /// Makes a formula ready for every school.
  public func plan(_ formula: Formula, on engine: Engine? = nil) -> Plan {
    do {
      return try (engine ?? self.engine).plan(
        formula, rows: rows, runRows: rows, year: scenario.year)
    } catch {
      fatalError("\(formula.name): \(error)")
    }
  }

  /// What every plan gives all its schools, in pence.
  public func total(of plans: [Plan]) -> Int64 {
    var total: Int64 = 0
    for plan in plans {
      do {
        for money in try plan.amounts(of: plan.rows.indices) { total &+= money.pence }
      } catch {
        fatalError("\(plan.formula.name): \(error)")
      }
    }
    return total
  }
}
