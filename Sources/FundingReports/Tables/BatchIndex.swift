public import FundingModel

/// The index of a batch: one row for each scenario and run.
public enum BatchIndex {
  /// One scenario of a batch.
  public struct Entry: Sendable {
    /// Its name.
    public let scenario: String
    /// Its file, as the user named it.
    public let path: String
    /// What it found; nil where it failed.
    public let result: ScenarioResult?

    /// Makes an entry.
    public init(scenario: String, path: String, result: ScenarioResult?) {
      self.scenario = scenario
      self.path = path
      self.result = result
    }
  }

  /// The table `index`: a scenario that failed has one row without figures.
  public static func table(of entries: [Entry]) -> Table {
    struct Row {
      let entry: Entry
      let run: RunOutcome?
    }
    let rows = entries.flatMap { entry in
      entry.result.map { $0.runs.map { Row(entry: entry, run: $0) } }
        ?? [Row(entry: entry, run: nil)]
    }
    return Table(
      name: "index",
      columns: [
        TableColumn("scenario", .texts(rows.map(\.entry.scenario))),
        TableColumn("path", .texts(rows.map(\.entry.path))),
        TableColumn("status", .texts(rows.map { $0.run == nil ? "failed" : "done" })),
        TableColumn("run", .texts(rows.map { $0.run?.specification.name })),
        TableColumn(
          "schools",
          .wholes(rows.map { $0.run.map { Int64($0.allocation.shares.count { $0 != nil }) } })),
        TableColumn("total", .moneys(rows.map { $0.run?.allocation.total })),
        TableColumn(
          "digest", .texts(rows.map { $0.entry.result.map { RunRecord.digest(of: $0) } })),
      ])
  }
}
