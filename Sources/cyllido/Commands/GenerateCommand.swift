import ArgumentParser
import Diagnostics
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make schools and pupils whose totals match the published ones.",
    discussion: "Writes schools.csv, counts.csv and, with --rows, pupils.csv. They are modelled.")

  @Option(help: ArgumentHelp("How many pupils: national, the published number.", valueName: "n"))
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

  func validate() throws {
    guard pupils == "national" else {
      throw ValidationError("--pupils takes 'national' in this version, not '\(pupils)'")
    }
  }

  func run() throws {
    try Outcome.of { files in
      var cache = CensusLoader.Cache()
      var loader = CensusLoader(
        files: files, data: DataChoice(schools: schools), folders: ProjectFolders(near: nil),
        scenario: nil)
      let census = try loader.modelled(seed: seed, cache: &cache).census
      let isReal = schools != nil
      var written = [
        OutputFile(name: "counts.csv", text: CountsFile.text(census.pupils, of: census.schools))
      ]
      if !isReal {
        written.append(OutputFile(name: "schools.csv", text: SchoolsFile.text(census.schools)))
      }
      if rows {
        written.append(
          OutputFile(name: "pupils.csv", text: PupilsFile.text(census.pupils, of: census.schools)))
      }
      try OutputFolder.write(files: written, to: out, force: force)
      let heads = (0..<census.schools.count).reduce(Int64(0)) {
        $0 + census.pupils.heads(ofSchool: $1)
      }
      Console.show(
        "\(census.schools.count) schools, \(heads) modelled pupils, seed \(seed): \(out)/\n")
    }
  }
}

extension OutputFile {
  /// A file of text.
  init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}
