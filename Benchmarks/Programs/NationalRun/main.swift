import Foundation
import FundingEngine
import FundingFiles
import FundingModel
import Subjects

// national-run SCHOOLS PUPILS [REPEAT] [THREADS]
//
// Reads the files once, then funds the pupils in memory, REPEAT times, and prints what it came to
// with the best times in seconds as JSON:
//   load      the files to a census in memory, on THREADS threads
//   first     the census packed, planned and evaluated, as a first run has it; one thread
//   plan      planned alone, on a packed census whose counts by attribute are there; one thread
//   evaluate  evaluated alone, with those plans, as a run with the same rates has it; one thread
// Planning holds the floor against what the other formula gives, and so evaluates that one.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 2, arguments.count <= 4 else {
  FileHandle.standardError.write(
    Data("usage: national-run SCHOOLS PUPILS [REPEAT] [THREADS]\n".utf8))
  exit(64)
}
let values = Array(arguments)
let repetitions = max(1, values.count > 2 ? Int(values[2]) ?? 1 : 1)
let threads = max(1, values.count > 3 ? Int(values[3]) ?? 1 : 1)

func seconds(_ work: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure { try work() }
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

let run = try NationalRun()
var census: Census?
let load = try seconds {
  let schools = try SchoolsFile(source: SourceFile(reading: values[0])).table
  let pupils = try PupilsFile(
    stream: DataStream(reading: values[1]), schools: schools, threads: threads)
  census = Census(schools: schools, pupils: pupils.table)
}
guard let census else { fatalError("the census was read") }

var first = Double.infinity
var plan = Double.infinity
var evaluate = Double.infinity
var totals: [NationalRun.Total] = []
for _ in 0..<repetitions {
  var engine: Engine?
  first = try min(
    first,
    seconds {
      let packed = Engine(census: census)
      totals = try run.totals(of: run.plans(on: packed))
      engine = packed
    })
  guard let engine else { fatalError("the engine was made") }
  var plans = try run.plans(on: engine)
  plan = try min(plan, seconds { plans = try run.plans(on: engine) })
  for _ in 0..<3 { evaluate = try min(evaluate, seconds { totals = try run.totals(of: plans) }) }
}

let lines = totals.map { "\"\($0.authority)\": [\($0.own), \($0.national)]" }
print(
  """
  {"tool": "cyllido", "pupils": \(census.pupils.counts.reduce(0, +)), \
  "rows": \(census.pupils.pupils.count), "load": \(load), "first": \(first), "plan": \(plan), \
  "evaluate": \(evaluate), \
  "totals": {\(lines.joined(separator: ", "))}}
  """)
