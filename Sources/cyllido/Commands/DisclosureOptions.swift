import ArgumentParser
import FundingBatch
import FundingModel
import FundingReports

/// Options about figures that could tell of a few pupils.
struct DisclosureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hide figures that rest on fewer than N pupils, and those they could be worked back from, in every file (0: in none). Without it the CSV files are whole and files for publication (report.html, xlsx) hide fewer than 5 of pupils that were read, nothing of modelled ones. See docs/disclosure.md.",
      valueName: "N"))
  var suppress: Int?

  /// The least number of pupils that a published figure rests on where nothing is said.
  static let usual = 5

  /// The least number that keeps anything back: every figure rests on one pupil at least.
  static let least = 2

  func validate() throws {
    if let suppress, suppress < 0 { throw ValidationError("--suppress takes 0 or more") }
  }

  /// What the files of a result keep back.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - runner: What found it.
  ///   - publishing: The files for publication that are written, in words; nil for none.
  ///   - threads: How many threads to use.
  /// - Returns: What the CSV files and what the files for publication keep back.
  /// - Throws: `evaluation`, which a run that has been worked out doesn't meet.
  func disclosures(
    of result: ScenarioResult, by runner: ScenarioRunner, publishing: BilingualText?, threads: Int
  ) throws(ScenarioFailure) -> Disclosures {
    func hidden(_ threshold: Int) throws(ScenarioFailure) -> HiddenFigures {
      try runner.hiddenFigures(in: result, fewerThan: threshold, threads: threads)
    }
    if let suppress {
      let same =
        suppress < Self.least
        ? Disclosure(.turnedOff) : Disclosure(try hidden(suppress), .asked)
      return Disclosures(tables: same, published: publishing.map { ($0, same) })
    }
    guard let publishing else { return Disclosures(tables: Disclosure(), published: nil) }
    return Disclosures(
      tables: Disclosure(),
      published: (
        publishing,
        Self.areModelled(result)
          ? Disclosure(.modelledPupils) : Disclosure(try hidden(Self.usual), .published)
      ))
  }

  /// Whether figures of few pupils are looked for in a result.
  func looks(at result: ScenarioResult, publishing: Bool) -> Bool {
    suppress.map { $0 >= Self.least } ?? (publishing && !Self.areModelled(result))
  }

  private static func areModelled(_ result: ScenarioResult) -> Bool {
    result.census.hasModelledPupils
  }

  /// The fewest teachers whose pay is shown beside a run; nil for what is usual.
  var fewestTeachers: Int? { suppress.map { $0 == 0 ? 0 : PayDisclosure.usual } }
}

/// What the working tables and the files for publication keep back.
struct Disclosures {
  /// The CSV files.
  let tables: Disclosure
  /// The files for publication; nothing to say where none is written.
  private let publication: (files: BilingualText, disclosure: Disclosure)?

  init(tables: Disclosure, published: (files: BilingualText, disclosure: Disclosure)?) {
    self.tables = tables
    publication = published
  }

  /// The files for publication.
  var published: Disclosure { publication?.disclosure ?? Disclosure() }

  /// For `run.json`.
  var json: JSON {
    .members(["tables": tables.json, "published": .optional(publication) { $0.disclosure.json }])
  }

  /// For the terminal: a heading and what is kept back where; empty where there is nothing to say.
  func text(_ language: Language) -> String {
    let lines =
      tables.text(of: Self.tablesWord, language: language)
      + (publication.map { $0.disclosure.text(of: $0.files, language: language) } ?? "")
    guard !lines.isEmpty else { return "" }
    let title = Self.title[language]
    return "\n\(title)\n" + String(repeating: "-", count: title.count) + "\n" + lines
  }

  private static let title = BilingualText(en: "Disclosure", cy: "Datgelu")
  private static let tablesWord = BilingualText(en: "CSV files", cy: "Ffeiliau CSV")
}
