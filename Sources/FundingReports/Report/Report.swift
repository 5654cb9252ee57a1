public import FundingModel

/// The report of a scenario: one file that a person opens, believes and quotes.
///
/// It asks for nothing outside itself, holds both languages, prints on A4 and works without scripts.
public struct Report {
  /// The name of its file.
  public static let fileName = "report.html"

  /// What was read, asked and found.
  let record: RunRecord
  /// The language that it opens in.
  let language: Language
  /// The words of the command that makes it again, after the program's name.
  let command: [String]
  /// What is kept back.
  let disclosure: Disclosure
  /// The same for groups of schools.
  let hiddenGroups: HiddenGroups
  /// Which group of each kind every school is in.
  let groups: SchoolGroups
  /// The published budgets and the runs, in the years that are shown.
  let runs: [ReportRun]

  /// Makes a report of a run.
  ///
  /// - Parameters:
  ///   - record: What was read, asked and found.
  ///   - language: The language that it opens in.
  ///   - command: The words of the command that makes it again, after the program's name.
  ///   - disclosure: What is kept back.
  public init(
    _ record: RunRecord, language: Language, command: [String], disclosure: Disclosure
  ) {
    self.record = record
    self.language = language
    self.command = command
    self.disclosure = disclosure
    let census = record.result.census
    groups = SchoolGroups(census)
    hiddenGroups = HiddenGroups(disclosure.figures, in: groups, of: census.schools)
    runs = ReportRun.all(of: record.result, hiding: disclosure.figures)
  }

  /// The report's file.
  public func file() -> OutputFile {
    OutputFile(name: Self.fileName, bytes: Array(html().utf8))
  }

  /// The report as HTML.
  public func html() -> String {
    ReportPage(
      title: result.scenario.title,
      kicker: BilingualText(
        en: "School funding in Wales, \(years): what a scenario gives, and to whom",
        cy: "Cyllido ysgolion yng Nghymru, \(years): beth mae senario yn ei roi, ac i bwy"),
      sections: sections, language: language,
      data: EmbeddedSchools(
        runs: runs, result: result, explain: explain, hidden: disclosure.figures
      )
      .json()
    ).html()
  }

  private var sections: [ReportPage.Section] {
    [answer, delegation, parity, equity, gains, map] + [courses].compactMap(\.self)
      + [school, provenance]
  }

  var result: ScenarioResult { record.result }
  var schools: SchoolTable { result.census.schools }

  /// The year, or the first and the last.
  private var years: String {
    let all = result.censuses.years
    guard let first = all.first, let last = all.last, first != last else {
      return result.scenario.year.description
    }
    return "\(first) – \(last)"
  }

  /// The amounts per pupil that schools are held against.
  var benchmarks: [Benchmark] {
    result.scenario.benchmarks.isEmpty
      ? [Benchmark.published(in: result.scenario.year)].compactMap(\.self)
      : result.scenario.benchmarks
  }

  /// The baseline in the scenario's own year; nil where it is not among the runs.
  var baseline: ReportRun? {
    runs.first { $0.run == result.comparison.baseline && $0.year == result.scenario.year }
  }

  /// The runs that were compared, in each year that is shown, with their comparisons.
  var compared: [(run: ReportRun, schools: [SchoolComparison])] {
    result.comparison.with.flatMap { name in
      runs.filter { $0.run == name && name != result.comparison.baseline }.map { run in
        (run, result.comparisons.filter { $0.run == name && $0.year == run.year })
      }
    }.filter { !$0.schools.isEmpty }
  }

  /// The command that makes the report again.
  var again: String { Self.shell(["cyllido"] + command) }

  /// The command that explains a school of a run, `NUMBER` standing for the school.
  func explain(_ run: ReportRun) -> String? {
    guard run.outcome != nil, command.first == "run" else { return nil }
    let year = result.hasYears ? ["--year", run.year.description] : []
    return Self.shell(
      ["cyllido", "explain"] + explained + ["--run", run.run] + year
        + ["--school", "NUMBER"])
  }

  /// The command's words that `explain` takes too: an officer's own statement keeps nothing back.
  private var explained: [String] {
    guard let option = command.firstIndex(of: "--suppress") else {
      return Array(command.dropFirst())
    }
    return Array(command[1..<option] + command[(option + 1)...].dropFirst())
  }

  /// Words as a shell takes them, quoted where they must be.
  static func shell(_ words: [String]) -> String {
    words.map { word in
      let isPlain =
        !word.isEmpty
        && word.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "-_./=,:+%£".unicodeScalars.contains($0)
        }
      return isPlain
        ? word
        : "'"
          + word.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
