import FundingEngine
import FundingFiles
import FundingModel
import FundingReports
import Subjects

// A fixed piece of work for each kernel, in this order, on one thread. `instructions.py` runs it under
// callgrind, which notes a total before each call of `stageBegins` and of `stageEnds`.
// Adding or moving a stage means adding or moving its name in `instructions.py`.

var marks = 0

@inline(never) @MainActor
func stageBegins() { marks += 1 }

@inline(never) @MainActor
func stageEnds() { marks += 1 }

@MainActor
func countedStage(_ work: () throws -> Void) rethrows {
  stageBegins()
  try work()
  stageEnds()
}

let data = FixedPupils()
let run = try NationalRun()
let schools = try SchoolsFile(source: data.schools).table
var pupils: PupilTable?
var engine: Engine?
var plans: [Plan] = []
var pence: Int64 = 0
var bytes = 0

// formulas: two formula files, from bytes to checked formulae.
let sources = try ["own", "national"].map {
  try SourceFile(reading: "\(Folder.nationalRun)/\($0).yaml")
}
try countedStage {
  for source in sources {
    pence += Int64(try FormulaFile(source: source, fields: .standard).formula.factors.count)
  }
}

// counting: rows of pupils, from bytes to counts.
try countedStage { pupils = try PupilsFile(source: data.pupils, schools: schools).table }
guard let pupils else { fatalError("the pupils were read") }

// writing: those counts as a file.
countedStage { bytes += CountsFile.text(pupils, of: schools).utf8.count }

// packing: the census made ready.
let census = Census(schools: schools, pupils: pupils)
countedStage { engine = Engine(census: census) }
guard let engine else { fatalError("the engine was made") }

// planning: both formulae for all schools, the counts by attribute made on the way.
let rows = Array(0..<schools.count)
try countedStage {
  plans = try [
    run.own,
    run.national.with(rates: run.national.rates, adjustments: [], rounding: run.national.rounding),
  ]
  .map { try engine.plan($0, rows: rows, runRows: rows, year: run.scenario.year) }
}

// evaluating: every line of every school by both, ten times.
try countedStage {
  for _ in 0..<10 {
    for plan in plans {
      for money in try plan.amounts(of: plan.rows.indices) { pence += money.pence }
    }
  }
}

// running: the scenario, with its floor, comparison and measures of equity.
let runner = run.runner(on: census)
var result = try runner.result()
try countedStage { result = try runner.result() }

// reporting: every table as bytes.
countedStage {
  for file in ResultTables.files(of: result, language: .english) { bytes += file.bytes.count }
}

print("pence \(pence), bytes \(bytes), marks \(marks)")
