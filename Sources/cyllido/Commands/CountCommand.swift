import ArgumentParser
import Diagnostics
import Foundation
import FundingFiles
import FundingModel
import FundingReports

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Collapse a file of pupils to counts of pupils alike, the engine's own input.",
    discussion: """
      Reads a file of any size once, on all processors; a dash reads standard input. Memory grows with
      the schools and their distinct pupils, not with the rows.
      """)

  @Argument(help: ArgumentHelp("The file of pupils; - for standard input.", valueName: "pupils"))
  var pupils: String

  @Option(help: ArgumentHelp("The schools that they belong to.", valueName: "file"))
  var schools: String

  @Option(help: ArgumentHelp("Write the counts into this file.", valueName: "file"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "Read only these fields, with commas between; other columns are not looked into.",
      valueName: "fields"))
  var fields: String?

  @Option(help: ArgumentHelp("Write bad rows here and go on without.", valueName: "file"))
  var quarantine: String?

  @Option(help: ArgumentHelp("How many threads (the counts are the same).", valueName: "n"))
  var threads: Int?

  @OptionGroup(title: "Show") var show: LanguageOption

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes 1 or more") }
  }

  func run() throws {
    try Outcome.of(show.language) { files in
      let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
      let schoolsFile = try SchoolsFile(source: try files.read(schools))
      let quarantine = try quarantine.map { path in try files.quarantine(path) }
      let file = try PupilsFile(
        stream: files.stream(pupils), schools: schoolsFile.table,
        settingAside: quarantine?.taker(of: pupils),
        fields: fields?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) },
        threads: threads)
      let output = try StreamedFile(out)
      try CountsFile.write(file.table, of: schoolsFile.table, threads: threads) {
        try output.write($0)
      }
      try output.finish()
      if let quarantine, file.setAside > 0 {
        let warning = RunWarning.rowsSetAside(
          path: pupils, rows: file.setAside, into: quarantine.path)
        Console.tell(warning.line(show.language))
      }
      let words = ConsoleWords.counted(
        file.table.counts.reduce(0, +), rows: file.table.pupils.count, in: out)
      Console.show(words[show.language] + "\n")
    }
  }
}
