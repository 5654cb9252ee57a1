public import FundingModel

/// What became of each scenario of a batch: the file `index.csv`.
public struct BatchIndex: Sendable {
  /// One scenario of a batch.
  ///
  /// It keeps a result's totals, not the result, so that a batch of any length fits in memory.
  public struct Entry: Sendable {
    /// The scenario's file, as the user named it.
    public let path: String
    /// The folder of its outputs; nil where it failed.
    public let folder: String?
    /// Why it failed, in one line; nil where it was done.
    public let message: BilingualText?
    fileprivate let name: String?
    let title: BilingualText?
    /// What the scenario asks; nil where its file doesn't say.
    let why: BilingualText?
    fileprivate let digest: String?
    let runs: [(name: String, year: FundingYear, totals: RunTotals)]
    /// The runs that only say how another shares money out, which `index.html` leaves out.
    let waysOfSharing: [String]
    /// Whether its schools are those of all 22 authorities; nil where it failed.
    let isWales: Bool?
    /// The columns of `index.csv` that are kept back.
    fileprivate let hidden: [String]
    /// Whether the totals are kept back in `index.html`.
    let hidesTotals: Bool

    /// Notes a scenario that was done.
    ///
    /// - Parameters:
    ///   - path: The scenario's file, as the user named it.
    ///   - folder: The folder of its outputs.
    ///   - result: What was found.
    ///   - tables: What the CSV files keep back.
    ///   - published: What the files for publication keep back.
    public init(
      path: String, folder: String, result: ScenarioResult, tables: Disclosure = Disclosure(),
      published: Disclosure = Disclosure()
    ) {
      self.path = path
      self.folder = folder
      message = nil
      name = result.scenario.name
      title = result.scenario.title
      why = result.scenario.why
      waysOfSharing = result.waysOfSharing
      isWales = result.census.schools.coverage.isWales
      hidden =
        (tables.figures.hidesSums(of: .wales) ? ["pupils", "total", "per_pupil"] : [])
        + (tables.hides ? ["digest"] : [])
      hidesTotals = published.figures.hidesSums(of: .wales)
      digest = RunRecord.digest(of: result)
      runs = OrderedOutcomes(of: result).outcomes.map {
        ($0.specification.name, $0.allocation.year, RunTotals(of: $0, in: result))
      }
    }

    /// Notes a scenario that failed, and why in one line.
    public init(path: String, failed message: BilingualText) {
      self.path = path
      self.message = message
      (folder, name, title, why, digest, runs) = (nil, nil, nil, nil, nil, [])
      (hidden, hidesTotals, waysOfSharing, isWales) = ([], false, [], nil)
    }
  }

  /// The scenarios, in the order in which they were given.
  public let entries: [Entry]

  /// Makes an index.
  public init(entries: [Entry]) { self.entries = entries }

  /// The table: a row for each scenario, run and year; one row, with its reason, for a scenario that
  /// failed.
  public func table(language: Language) -> Table {
    var rows: [(entry: Entry, run: (name: String, year: FundingYear, totals: RunTotals)?)] = []
    for entry in entries {
      if entry.runs.isEmpty { rows.append((entry, nil)) }
      for run in entry.runs { rows.append((entry, run)) }
    }
    let columns = [
      TableColumn("path", .texts(rows.map(\.entry.path))),
      TableColumn("scenario", .texts(rows.map(\.entry.name))),
      TableColumn("title", .texts(rows.map { $0.entry.title?[language] })),
      TableColumn("status", .texts(rows.map { $0.entry.message == nil ? "done" : "failed" })),
      TableColumn("folder", .texts(rows.map(\.entry.folder))),
      TableColumn("run", .texts(rows.map { $0.run?.name })),
      TableColumn("year", .texts(rows.map { $0.run?.year.description })),
      TableColumn("schools", .wholes(rows.map { $0.run.map { Int64($0.totals.schools) } })),
      TableColumn("pupils", .wholes(rows.map { $0.run?.totals.pupils })),
      TableColumn("total", .moneys(rows.map { $0.run?.totals.total })),
      TableColumn("per_pupil", .moneys(rows.map { $0.run?.totals.perPupil })),
      TableColumn("digest", .texts(rows.map(\.entry.digest))),
      TableColumn("message", .texts(rows.map { $0.entry.message?[language] })),
    ]
    let hidden = rows.map(\.entry.hidden)
    guard hidden.contains(where: { !$0.isEmpty }) else {
      return Table(name: "index", columns: columns)
    }
    return Table(
      name: "index",
      columns: columns.map { column in
        TableColumn(column.name, column.cells.blanking { hidden[$0].contains(column.name) })
      } + [TableColumn("hidden", .texts(hidden.map { $0.joined(separator: " ") }))])
  }

  /// The file `index.csv`.
  public func file(language: Language) -> OutputFile {
    OutputFile(name: "index.csv", bytes: CSV.bytes(of: table(language: language)))
  }
}
