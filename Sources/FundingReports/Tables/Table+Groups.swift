import FundingModel

extension Table {
  /// `parity.csv`: how many schools lie below each benchmark, and what would bring them up to it.
  static func parity(of result: ScenarioResult) -> Table {
    Table(name: "parity", columns: gaps(result.parity))
  }

  /// `parity-authorities.csv`: the same for each authority, and last for Wales.
  static func parityOfAuthorities(of result: ScenarioResult, language: Language) -> Table {
    let rows = result.parityByAuthority
    return Table(
      name: "parity-authorities",
      columns: authorityColumns(
        of: rows.map(\.authority), whole: result.census.schools.coverage.name, language: language)
        + gaps(rows))
  }

  private static func gaps(_ rows: [ParityRow]) -> [TableColumn] {
    [
      TableColumn("sector", .texts(rows.map { $0.sector ?? "all" })),
      TableColumn("run", .texts(rows.map(\.run))),
      TableColumn("year", .texts(rows.map(\.year.description))),
      TableColumn("benchmark", .moneys(rows.map(\.benchmark))),
      TableColumn("schools", .wholes(rows.map { Int64($0.schools) })),
      TableColumn("below", .wholes(rows.map { Int64($0.below) })),
      TableColumn("below_pct", .percents(rows.map(\.belowPercent))),
      TableColumn("pupils_below", .wholes(rows.map(\.pupilsBelow))),
      TableColumn("distance_per_pupil", .moneys(rows.map(\.distance))),
      TableColumn("cost", .moneys(rows.map(\.cost))),
    ]
  }

  /// `winners.csv`: who gains and who loses, in all, by sector and by authority.
  static func winners(of result: ScenarioResult) -> Table {
    let rows = result.winners
    return Table(
      name: "winners",
      columns: [
        TableColumn("group", .texts(rows.map(\.group.key))),
        TableColumn("run", .texts(rows.map(\.run))),
        TableColumn("year", .texts(rows.map(\.year.description))),
        TableColumn("schools", .wholes(rows.map { Int64($0.schools) })),
        TableColumn("winners", .wholes(rows.map { Int64($0.winners) })),
        TableColumn("losers", .wholes(rows.map { Int64($0.losers) })),
        TableColumn("unchanged", .wholes(rows.map { Int64($0.unchanged) })),
        TableColumn("gain", .moneys(rows.map(\.gain))),
        TableColumn("loss", .moneys(rows.map(\.loss))),
        TableColumn("largest_gain", .moneys(rows.map(\.largestGain))),
        TableColumn("largest_loss", .moneys(rows.map(\.largestLoss))),
      ])
  }
}

extension ParityRow {
  /// How many of a hundred schools lie below; nil where there are none.
  var belowPercent: Rational? { try? Rational(Int128(below) * 100, over: Int128(schools)) }
}

extension WinnersRow.Group {
  /// The group as files write it: `all`, `sector=primary`, `authority=660`.
  var key: String {
    switch self {
    case .all: "all"
    case .sector(let sector): "sector=\(sector)"
    case .authority(let code): "authority=\(code)"
    }
  }
}

extension HiddenFigures.Group {
  /// Reads a group as files write it: `all`, `sector=primary`, `authority=660`, or the last two with a
  /// space between; nil for anything else.
  init?(key: String) {
    var (authority, sector): (Int?, String?)
    for part in key.split(separator: " ") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      switch (pair.first, pair.last) {
      case ("sector"?, let name?): sector = name
      case ("authority"?, let code?): authority = Int(code)
      case ("all"?, _): break
      default: return nil
      }
    }
    self.init(authority: authority, sector: sector)
  }
}
