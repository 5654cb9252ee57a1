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

  /// The words that give the same data.
  var words: [String] {
    [
      ("--schools", schools), ("--pupils", pupils), ("--counts", counts),
      ("--authorities", authorities), ("--quarantine", quarantine),
    ].flatMap { name, value in value.map { [name, $0] } ?? [] }
      + (differences == .allow ? ["--differences", "allow"] : [])
  }

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

/// Options about what schools cost and how they are staffed.
struct StaffingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Work out what each school costs from these assumptions, and hold it against what it gets.",
      valueName: "file"))
  var assumptions: String?

  @Option(
    help: ArgumentHelp("Work out the measures of this file of staffing.", valueName: "file"))
  var staffing: String?

  @Option(
    help: ArgumentHelp("What those measures are held against.", valueName: "file"))
  var bands: String?

  /// The same as plain values.
  var choice: StaffingPaths {
    StaffingPaths(assumptions: assumptions, staffing: staffing, bands: bands)
  }

  /// The words that give the same.
  var words: [String] {
    [("--assumptions", assumptions), ("--staffing", staffing), ("--bands", bands)]
      .flatMap { name, value in value.map { [name, $0] } ?? [] }
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

  /// The words that give the same language.
  var words: [String] {
    language == .english ? [] : ["--language", language.rawValue]
  }
}
