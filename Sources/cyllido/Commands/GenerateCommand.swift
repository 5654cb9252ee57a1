import ArgumentParser
import Diagnostics
import Foundation
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make schools and pupils whose totals match the published ones.",
    discussion: """
      Writes schools.csv, counts.csv, run.json and, with --rows, pupils.csv. They are modelled.
      A number of pupils scales the national set: every school has its share of the total, rounded
      so that all add up, and keeps its shape.
      """)

  @Option(
    help: ArgumentHelp(
      "How many pupils: national, the published number, or up to 100000000.",
      valueName: "n|national"))
  var pupils = "national"

  @Option(help: ArgumentHelp("The seed; the same seed makes the same bytes.", valueName: "s"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write into this folder.", valueName: "folder"))
  var out: String

  @Option(help: ArgumentHelp("Make the pupils of these schools.", valueName: "file"))
  var schools: String?

  @Flag(help: "Write a row for each pupil too.")
  var rows = false

  @Flag(help: "Replace files in the folder even if something else wrote it.")
  var force = false

  @Option(help: ArgumentHelp("How many threads (the bytes are the same).", valueName: "n"))
  var threads: Int?

  @OptionGroup(title: "Show") var show: LanguageOption

  /// The most pupils that are made.
  private static let pupilsAtMost = 100_000_000

  func validate() throws {
    guard pupils == "national" || wanted != nil else {
      throw ValidationError(
        "--pupils takes 'national' or a number from 1 to \(Self.pupilsAtMost), not '\(pupils)'")
    }
    if let threads, threads < 1 { throw ValidationError("--threads takes 1 or more") }
  }

  /// The number of pupils asked for; nil for the published number.
  private var wanted: Int? {
    guard pupils.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(pupils),
      (1...Self.pupilsAtMost).contains(number)
    else { return nil }
    return number
  }

  func run() throws {
    try Outcome.of(show.language) { files in
      let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
      var cache = CensusLoader.Cache()
      var loader = CensusLoader(
        files: files, data: DataChoice(schools: schools), folders: ProjectFolders(near: nil),
        scenario: nil)
      loader.threads = threads
      let census = try loader.modelled(seed: seed, scaledTo: wanted, cache: &cache)
      let heads = (0..<census.schools.count).reduce(Int64(0)) {
        $0 + census.pupils.heads(ofSchool: $1)
      }
      // Schools that were given and not changed are the user's already.
      let writesSchools = schools == nil || wanted != nil
      let names =
        (writesSchools ? ["schools.csv"] : []) + ["counts.csv"] + (rows ? ["pupils.csv"] : [])
      let record = GenerationRecord(
        version: Cyllido.version, seed: seed, pupils: heads, schools: census.schools.count,
        schoolsFile: schools, files: names)
      try OutputFolder.write(names: names + [RunRecord.fileName], to: out, force: force) { folder in
        func write(_ name: String, _ fill: (([UInt8]) throws -> Void) throws -> Void) throws {
          let file = try StreamedFile("\(folder)/\(name)", named: "\(out)/\(name)")
          try fill { try file.write($0) }
          try file.finish()
        }
        if writesSchools {
          try write("schools.csv") { try $0(Array(SchoolsFile.text(census.schools).utf8)) }
        }
        try write("counts.csv") {
          try CountsFile.write(census.pupils, of: census.schools, threads: threads, to: $0)
        }
        if rows {
          try write("pupils.csv") {
            try PupilsFile.write(census.pupils, of: census.schools, threads: threads, to: $0)
          }
        }
        try write(RunRecord.fileName) { try $0(record.file().bytes) }
      }
      let words = ConsoleWords.generated(
        schools: census.schools.count, pupils: heads, seed: seed, in: "\(out)/")
      Console.show(words[show.language] + "\n")
    }
  }
}
