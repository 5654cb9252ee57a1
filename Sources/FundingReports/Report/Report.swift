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
  /// The words that name the scenario and its data, for commands that explain a school.
  let naming: [String]
  /// What schools cost against what they get; nil where nobody asked.
  let costs: Adequacy?
  /// The measures of schools' staffing; nil where nobody asked.
  let staffing: StaffingResult?
  /// What is kept back.
  let disclosure: Disclosure
  /// The published budgets and the runs, in the years that are shown.
  let runs: [ReportRun]
  /// The runs that were compared, in every year.
  let gainsOfRuns: GainsOfRuns

  /// Makes a report of a run.
  ///
  /// - Parameters:
  ///   - record: What was read, asked and found.
  ///   - language: The language that it opens in.
  ///   - command: The words of the command that makes it again, after the program's name.
  ///   - disclosure: What is kept back.
  ///   - naming: The words that name the scenario and its data, for commands that explain a school
  ///     under a run; without, those of the command.
  ///   - costs: What schools cost against what they get; nil where nobody asked.
  ///   - staffing: The measures of schools' staffing; nil where nobody asked.
  public init(
    _ record: RunRecord, language: Language, command: [String], disclosure: Disclosure,
    naming: [String]? = nil, costs: Adequacy? = nil, staffing: StaffingResult? = nil
  ) {
    self.naming = naming ?? Array(command.dropFirst())
    self.costs = costs
    self.staffing = staffing
    self.record = record
    self.language = language
    self.command = command
    self.disclosure = disclosure
    runs = ReportRun.all(of: record.result, hiding: disclosure.figures)
    gainsOfRuns = GainsOfRuns(of: record.result)
  }

  /// The report's file.
  public func file() -> OutputFile {
    OutputFile(name: Self.fileName, bytes: Array(html().utf8))
  }

  /// The report as HTML.
  public func html() -> String {
    let kicker = schools.coverage.kicker(years: years)
    return ReportPage(
      title: result.scenario.title,
      kicker: BilingualText(
        en: "\(kicker.english): what a scenario gives, and to whom",
        cy: "\(kicker.welsh): beth mae senario yn ei roi, ac i bwy"),
      sections: sections, language: language,
      data: EmbeddedSchools(
        runs: runs, result: result, explain: explain, hidden: disclosure.figures
      )
      .json()
    ).html()
  }

  private var sections: [ReportPage.Section] {
    [answer, delegation, parity, equity, gains, map] + [courses].compactMap(\.self)
      + [costsOfSchools?.section, staffing.map { StaffingSections($0).together }].compactMap(\.self)
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
  var benchmarks: [Benchmark] { result.scenario.benchmarksHeld }

  /// The baseline in the scenario's own year; nil where it is not among the runs.
  var baseline: ReportRun? {
    runs.first { $0.run == result.comparison.baseline && $0.year == result.scenario.year }
  }

  /// The runs that were compared, in each year that is shown, with their comparisons.
  var compared: [(run: ReportRun, schools: [SchoolComparison])] {
    gainsOfRuns.runs.compactMap { compared in
      runs.first { $0.run == compared.run && $0.year == compared.year }.map {
        ($0, compared.schools)
      }
    }.filter { $0.run.run != result.comparison.baseline }
  }

  /// Who gains and who loses by a run, in groups of a kind.
  func gains(
    _ run: ReportRun, _ schools: [SchoolComparison], by kind: GainsByGroup.Kind
  ) -> [GainsByGroup.Row] {
    gainsOfRuns.gains(
      ComparedRun(run: run.run, year: run.year, schools: schools), by: kind
    ).rows
  }

  /// The command that explains a school of a run, `NUMBER` standing for the school.
  func explain(_ run: ReportRun) -> String? {
    guard run.outcome != nil, command.first == "run" else { return nil }
    let year = result.hasYears ? ["--year", run.year.description] : []
    return Self.shell(
      ["cyllido", "explain"] + naming + ["--run", run.run] + year + ["--school", "NUMBER"])
  }

  /// What schools cost, and the command that explains it of a school; nil where nobody asked.
  var costsOfSchools: AdequacySection? {
    costs.map { costs in
      // The words of a run that `adequacy` does not take say nothing of costs.
      var words: [String] = []
      var rest = command.dropFirst()
      while let word = rest.popFirst() {
        if ["--staffing", "--bands", "--suppress"].contains(word) {
          rest = rest.dropFirst()
        } else {
          words.append(word)
        }
      }
      return AdequacySection(
        adequacy: costs, disclosure: disclosure,
        explain: command.first == "run"
          ? Self.shell(["cyllido", "adequacy"] + words + ["--school", "NUMBER"]) : nil)
    }
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
