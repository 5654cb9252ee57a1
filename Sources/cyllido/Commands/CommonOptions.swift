public import ArgumentParser
public import FundingModel

extension Language: ExpressibleByArgument {}

/// Options about the data, which replace what a scenario names.
struct DataOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use these schools.", valueName: "file"))
  var schools: String?

  @Option(help: ArgumentHelp("Use these pupils.", valueName: "file"))
  var pupils: String?

  @Option(help: ArgumentHelp("Use these counts of pupils.", valueName: "file"))
  var counts: String?

  @Option(help: ArgumentHelp("Use these lines of authorities' spending.", valueName: "file"))
  var authorities: String?

  @Option(
    help: ArgumentHelp(
      "What to do where a school's pupils are not as many as its file states: stop or allow.",
      valueName: "stop|allow"))
  var differences: Differences = .stop

  @Option(
    help: ArgumentHelp("Write bad rows of the pupils here and go on without.", valueName: "file"))
  var quarantine: String?

  /// The same as plain values.
  var choice: DataChoice {
    DataChoice(
      schools: schools, pupils: pupils, counts: counts, authorities: authorities,
      allowsDifferences: differences == .allow, quarantine: quarantine)
  }

  enum Differences: String, ExpressibleByArgument, CaseIterable { case stop, allow }

  func validate() throws {
    if pupils != nil, counts != nil {
      throw ValidationError("give --pupils or --counts, not both")
    }
  }
}

/// Options about a run.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change a rate: basic.R=£4000, deprivation.fsm=+10%, local.lump_sum=x1.05. Repeatable.",
      valueName: "path=value"))
  var changes: [String] = []

  @Option(help: ArgumentHelp("How many threads (the results are the same).", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes 1 or more") }
  }
}

/// The language of what is shown, for a command that shows only words.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp("The language of labels: en or cy.", valueName: "en|cy"))
  var language: Language = .english
}

/// Options about what is shown.
struct ShowOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The language of labels: en or cy.", valueName: "en|cy"))
  var language: Language = .english

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false
}
