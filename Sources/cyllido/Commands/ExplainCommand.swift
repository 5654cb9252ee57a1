import ArgumentParser
import Diagnostics
import FundingBatch
import FundingFiles
import FundingModel
import FundingReports

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how one school's share comes about: every rate × driver = amount, to the penny."
  )

  @Argument(help: ArgumentHelp("The scenario file.", valueName: "scenario"))
  var scenario: String

  @Option(help: ArgumentHelp("The school's seven-digit number.", valueName: "number"))
  var school: Int

  @Option(name: .customLong("run"), help: ArgumentHelp("One run only.", valueName: "name"))
  var runName: String?

  @Option(help: ArgumentHelp("The year, such as 2024-25.", valueName: "year"))
  var year: String?

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Run") var running: RunOptions
  @OptionGroup(title: "Show") var show: ShowOptions

  func run() throws {
    try Outcome.of(show.language) { files in
      var loader = ScenarioLoader(files: files, data: data.choice, changes: running.changes)
      let loaded = try loader.load(scenario)
      let runner = ScenarioRunner(loaded.inputs)
      let row = try SchoolLookup(census: loaded.inputs.census).row(of: school)
      let year = try yearWanted(of: loaded.inputs.scenario)
      let result = try Outcome.inWords(of: scenario, data: loaded.columns) {
        () throws(ScenarioFailure) in
        try runner.result()
      }
      let texts = try statements(of: row, in: year, result, runner: runner, inputs: loaded.inputs)
      if show.json {
        Console.show(JSON.array(texts.map { $0.json() }).rendered())
      } else {
        Console.show(texts.map { $0.text(show.language) }.joined(separator: "\n"))
      }
    }
  }

  private func statements(
    of row: Int, in year: FundingYear, _ result: ScenarioResult, runner: ScenarioRunner,
    inputs: ScenarioInputs
  ) throws -> [StatementText] {
    let names = result.runs.map(\.specification.name)
    if let runName, !names.contains(runName) {
      throw WorldFailure(
        (["no run of \(result.scenario.name) is called '\(runName)'"]
          + Suggestion.notes(for: runName, among: names, has: "its runs are"))
          .joined(separator: "; "))
    }
    let wanted = result.runs.filter {
      (runName == nil || $0.specification.name == runName) && $0.allocation.year == year
    }
    let texts = try wanted.compactMap { outcome -> StatementText? in
      let statement = try Outcome.inWords(of: scenario) { () throws(ScenarioFailure) in
        try runner.statement(ofRow: row, in: outcome)
      }
      guard let statement else { return nil }
      let others = result.runs.filter {
        $0.specification.name != outcome.specification.name && $0.allocation.year == year
      }
      .compactMap { other in
        other.allocation.shares[row].map {
          StatementText.OtherShare(
            run: other.specification.name, share: $0,
            amounts: other.allocation.purposeAmounts(ofRow: row))
        }
      }
      return StatementText(
        statement: statement, census: result.census(in: year), run: outcome.specification.name,
        year: outcome.allocation.year, others: others, solve: outcome.solve,
        original: original(of: outcome.specification, row: row, in: inputs),
        isFirstYear: year == result.scenario.year,
        indices: result.scenario.years?.indices ?? [])
    }
    guard !texts.isEmpty else {
      let name = "school \(school) (\(result.census.schools.names[row]))"
      throw WorldFailure(
        year == result.scenario.year
          ? "\(name) is not funded: the data gives it no pupils"
          : "\(name) is not funded in \(year): no pupils are left there")
    }
    return texts
  }

  /// A run's formula for a school as its file has it.
  private func original(
    of run: RunSpecification, row: Int, in inputs: ScenarioInputs
  ) -> Formula? {
    switch run.formula {
    case .local: inputs.localFormulas[inputs.census.schools.authorities[row]]
    case .named(let name, _): inputs.formulas[name]
    }
  }

  /// The year asked for; the scenario's own where none is.
  private func yearWanted(of scenario: Scenario) throws -> FundingYear {
    guard let text = year else { return scenario.year }
    let years = scenario.allYears
    if let wanted = FundingYear(text), years.contains(wanted) { return wanted }
    let known =
      years.count == 1
      ? "its year is \(scenario.year)"
      : "its years are \(years.map(\.description).joined(separator: ", "))"
    throw WorldFailure("\(scenario.name) has no results for '\(text)'; \(known)")
  }
}

/// Finds a school by its number.
struct SchoolLookup {
  let census: Census

  /// The census row of a school.
  ///
  /// - Throws: `WorldFailure` naming the nearest numbers.
  func row(of number: Int) throws(WorldFailure) -> Int {
    if let row = census.schools.row(of: number) { return row }
    let numbers = census.schools.numbers
    let near = numbers.enumerated().sorted { abs($0.element - number) < abs($1.element - number) }
      .prefix(3).map { "\($0.element) (\(census.schools.names[$0.offset]))" }
    throw WorldFailure(
      "no school has the number \(number); the nearest are \(near.joined(separator: ", "))")
  }
}
