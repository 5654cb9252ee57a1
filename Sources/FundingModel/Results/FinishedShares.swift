/// The shares of a run that was finished and written: what two results are compared by.
public struct FinishedShares: Hashable, Sendable {
  /// One school's share in one run and year.
  public struct Row: Hashable, Sendable {
    /// The school's number.
    public let school: Int
    /// Its name.
    public let name: String
    /// Its authority's code.
    public let authority: Int
    /// Its sector.
    public let sector: String
    /// The run.
    public let run: String
    /// The year.
    public let year: FundingYear
    /// Its heads; nil where the table keeps them back.
    public let pupils: Int64?
    /// Its share; nil where the table keeps it back.
    public let share: Money?

    /// Makes a row.
    public init(
      school: Int, name: String, authority: Int, sector: String, run: String, year: FundingYear,
      pupils: Int64?, share: Money?
    ) {
      self.school = school
      self.name = name
      self.authority = authority
      self.sector = sector
      self.run = run
      self.year = year
      self.pupils = pupils
      self.share = share
    }
  }

  /// The folder, as the user named it.
  public let path: String
  /// The scenario's name.
  public let scenario: String
  /// The scenario's title.
  public let title: BilingualText
  /// The digest that its record carries.
  public let digest: String
  /// Its rows, in the file's order.
  public let rows: [Row]
  /// The runs, in the order in which they first occur.
  public let runs: [String]
  /// The years, in order.
  public let years: [FundingYear]

  /// Makes the shares of a folder.
  public init(
    path: String, scenario: String, title: BilingualText, digest: String, rows: [Row]
  ) {
    self.path = path
    self.scenario = scenario
    self.title = title
    self.digest = digest
    self.rows = rows
    var runs: [String] = []
    for row in rows where !runs.contains(row.run) { runs.append(row.run) }
    self.runs = runs
    years = Set(rows.map(\.year)).sorted()
  }
}

/// A run of one result and the run of another that it is compared with.
public struct RunPair: Hashable, Sendable {
  /// The run of the first result.
  public let first: String
  /// The run of the second.
  public let second: String

  /// Makes a pair.
  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }

  /// How tables call it: one name, or both as `first=second`.
  public var name: String { first == second ? first : "\(first)=\(second)" }
}
