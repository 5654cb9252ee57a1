public import ArgumentParser
import Diagnostics
import FundingFiles
public import FundingModel
import FundingReports

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Hold two finished results against each other, school by school: B less A.",
    discussion: """
      Reads shares.csv and run.json of two folders that 'cyllido run' wrote, and joins them on school,
      run and year. With --out: differences.csv, as that file (a name ending in .csv) or in that folder.
      Schools in one of the two only are named, never dropped.
      """)

  @Argument(help: ArgumentHelp("The first result's folder.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("The second result's folder.", valueName: "b"))
  var second: String

  @Option(name: .customLong("run"), help: ArgumentHelp("One run only.", valueName: "name"))
  var runName: String?

  @Option(
    help: ArgumentHelp(
      "Compare runs of different names: run A's with run B's. Repeatable.", valueName: "a=b"))
  var runs: [RunPair] = []

  @Option(
    help: ArgumentHelp("Write the differences into this file or folder.", valueName: "file|folder"))
  var out: String?

  @Flag(help: "Replace files in the folder even if something else wrote it.")
  var force = false

  @OptionGroup(title: "Show") var show: ShowOptions

  func validate() throws {
    if runName != nil, !runs.isEmpty { throw ValidationError("give --run or --runs, not both") }
  }

  func run() throws {
    try Outcome.of(show.language) { files in
      func shares(_ path: String) throws -> FinishedShares {
        try FinishedFolder.shares(in: path) { path throws(WorldFailure) in try files.read(path) }
      }
      let (a, b) = (try shares(first), try shares(second))
      let found = ResultDifferences(a, b, pairs: try pairs(a, b))
      guard !found.years.isEmpty else {
        throw WorldFailure(
          "the two have no year in common: \(a.path) has \(Self.list(a.years)), "
            + "\(b.path) has \(Self.list(b.years))")
      }
      let written = try write(found, inputs: files.inputs)
      if show.json {
        Console.show(found.json().rendered())
      } else if !show.quiet {
        Console.show(DifferencesText(found, language: show.language).text())
        if let written { Console.show("\n\(ConsoleWords.written[show.language]): \(written)\n") }
      }
    }
  }

  /// The runs to compare: those asked for, or all that both have.
  private func pairs(_ a: FinishedShares, _ b: FinishedShares) throws(WorldFailure) -> [RunPair] {
    let wanted = runName.map { [RunPair($0, $0)] } ?? runs
    for pair in wanted {
      for (name, result) in [(pair.first, a), (pair.second, b)] where !result.runs.contains(name) {
        throw WorldFailure(
          (["no run of \(result.path) is called '\(name)'"]
            + Suggestion.notes(for: name, among: result.runs, has: "its runs are"))
            .joined(separator: "; "))
      }
    }
    if !wanted.isEmpty { return wanted }
    let common = a.runs.filter(b.runs.contains).map { RunPair($0, $0) }
    guard !common.isEmpty else {
      throw WorldFailure(
        "the two have no run in common: \(a.path) has \(Self.list(a.runs)), \(b.path) has "
          + "\(Self.list(b.runs)); give --runs a=b to say which is held against which")
    }
    return common
  }

  /// Writes the table where `--out` says.
  ///
  /// - Returns: What was written, in words; nil for nothing.
  private func write(
    _ found: ResultDifferences, inputs: [RunRecord.Input]
  ) throws -> String? {
    guard let out else { return nil }
    let table = Table.differences(of: found, language: show.language)
    let file = OutputFile(name: table.name + ".csv", bytes: CSV.bytes(of: table))
    if out.hasSuffix(".csv") {
      try SingleFile.write(file.bytes, to: out)
      return out
    }
    let record = FolderRecord(
      version: Cyllido.version, title: "compare", inputs: inputs, files: [file.name])
    try OutputFolder.write(files: [file, record.file()], to: out, force: force)
    return "\(out)/ (\(file.name), \(RunRecord.fileName))"
  }

  private static func list(_ items: [some CustomStringConvertible]) -> String {
    items.map(\.description).joined(separator: ", ")
  }
}

extension RunPair: ExpressibleByArgument {
  /// Reads `a=b`.
  public init?(argument: String) {
    let names = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard names.count == 2, !names.contains("") else { return nil }
    self.init(names[0], names[1])
  }
}
