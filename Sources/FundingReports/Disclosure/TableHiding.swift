import FundingModel

/// Blanks the cells of one table that are kept back.
struct TableHiding {
  private let source: Table
  private let hidden: HiddenFigures
  /// Where a line is kept back, for a table that shows an adjustment's without its name.
  private let linesKeptBack: Set<Lines>

  /// The lines of a school's share.
  private struct Lines: Hashable {
    let school: Int
    let run: String
    let year: FundingYear
  }

  /// Looks at a table.
  init(of table: Table, _ hidden: HiddenFigures) {
    source = table
    self.hidden = hidden
    linesKeptBack =
      table.column("last_amount") == nil
      ? [] : Set(hidden.lines.map { Lines(school: $0.school, run: $0.run, year: $0.year) })
  }

  /// The table without them.
  func table() -> Table {
    let perRow = (0..<source.rowCount).map { row in
      let kept = Set(keptBack(row))
      // What is blank anyway is not known, which is another matter.
      return source.columns.filter { kept.contains($0.name) && !$0.cells.text(at: row).isEmpty }
        .map(\.name)
    }
    guard perRow.contains(where: { !$0.isEmpty }) else { return source }
    let sets = perRow.map { Set($0) }
    var columns = source.columns.map { column in
      TableColumn(
        column.name, column.cells.blanking { sets[$0].contains(column.name) })
    }
    columns.append(TableColumn("hidden", .texts(perRow.map { $0.joined(separator: " ") })))
    return Table(name: source.name, columns: columns)
  }

  /// The columns of a row that are kept back.
  private func keptBack(_ row: Int) -> [String] {
    if let school = Int(text("school", row)), let twin = Int(text("twin", row)) {
      return keptBack(row, ofTwins: school, twin)
    }
    if let school = Int(text("school", row)) { return keptBack(row, ofSchool: school) }
    if let unit = EquityRow.Unit(rawValue: text("unit", row)) {
      return group(row).map { hidden.hidesEquity(between: unit, of: $0) } ?? false ? ["value"] : []
    }
    if let year = FundingYear(text("year", row)), source.column("without_baseline") != nil {
      return hidden.hidesTotal(of: text("line", row), run: text("run", row), year: year)
        ? ["amount"] : []
    }
    guard let group = group(row) else { return [] }
    return (hidden.hidesSums(of: group) ? figures : [])
      + (hidden.hidesMeasures(of: group) ? measures : [])
      + (hidden.pupilLed.contains(group) ? ["pupil_led_pct"] : [])
  }

  /// Whether its rows are the points of a sweep or draws, each about all schools.
  private var isOfPoints: Bool {
    source.column("group") == nil && source.column("largest_gain") != nil
  }

  /// Columns that tell more than a sum; how many schools gain or lose only where many points would
  /// bracket the amount at which one does.
  private var measures: [String] {
    let names = source.columns.map(\.name)
    let counts = names.filter {
      ["winners", "losers", "unchanged"].contains($0) || $0.hasPrefix("below_")
    }
    return names.filter {
      ["gain", "loss", "largest_gain", "largest_loss", "gini", "coefficient_of_variation"]
        .contains($0)
    } + (isOfPoints ? counts : [])
  }

  private func keptBack(_ row: Int, ofSchool school: Int) -> [String] {
    if hidden.hides(school: school) { return figures }
    if let year = FundingYear(text("last_year", row)) {
      // Which adjustment acted last is not said.
      return linesKeptBack.contains(Lines(school: school, run: text("run", row), year: year))
        ? ["last_amount"] : []
    }
    guard source.column("factor") != nil, let year = FundingYear(text("year", row)) else {
      return []
    }
    return hidden.hides(
      line: text("factor", row), ofSchool: school, run: text("run", row), year: year)
      ? ["amount"] : []
  }

  /// How many of a school's pupils have free school meals is told nowhere else, so it is kept back
  /// wherever anything is.
  private func keptBack(_ row: Int, ofTwins first: Int, _ second: Int) -> [String] {
    let areAlike = !text("fsm_pct", row).isEmpty
    guard hidden.hidesTwins(first, second, alikeInFreeMeals: areAlike) else {
      return ["fsm_pct", "twin_fsm_pct"]
    }
    return source.columns.map(\.name).filter { !["pair", "run", "year", "modelled"].contains($0) }
  }

  /// Every column that tells of money or pupils.
  private var figures: [String] {
    source.columns.compactMap { column in
      switch column.cells {
      case .moneys, .percents, .decimals, .numbers: column.name
      case .wholes: column.name == "pupils" ? column.name : nil
      case .texts, .labels, .flags: nil
      }
    }
  }

  /// The group of schools that a row is about.
  private func group(_ row: Int) -> HiddenFigures.Group? {
    if source.column("group") != nil {
      let parts = text("group", row).split(separator: "=", maxSplits: 1).map(String.init)
      return switch (parts.first, parts.last) {
      case ("sector"?, let name?): HiddenFigures.Group(authority: nil, sector: name)
      case ("authority"?, let code?): HiddenFigures.Group(authority: Int(code), sector: nil)
      case ("all"?, _): .wales
      default: nil
      }
    }
    if isOfPoints { return .wales }
    guard source.column("authority") != nil else { return nil }
    let sector = source.column("sector").map { $0.cells.text(at: row) }
    return HiddenFigures.Group(
      authority: Int(text("authority", row)), sector: sector == "all" ? nil : sector)
  }

  private func text(_ column: String, _ row: Int) -> String {
    source.column(column)?.cells.text(at: row) ?? ""
  }
}

extension TableCells {
  /// The same cells, blank in some rows.
  ///
  /// Labels and flags say who and what a row is about; they are never blank.
  func blanking(_ isHidden: (Int) -> Bool) -> TableCells {
    func blanked<Cell>(_ cells: [Cell?]) -> [Cell?] {
      cells.enumerated().map { isHidden($0.offset) ? nil : $0.element }
    }
    return switch self {
    case .texts(let cells): .texts(blanked(cells))
    case .wholes(let cells): .wholes(blanked(cells))
    case .moneys(let cells): .moneys(blanked(cells))
    case .percents(let cells): .percents(blanked(cells))
    case .decimals(let cells): .decimals(blanked(cells))
    case .numbers(let cells): .numbers(blanked(cells))
    case .labels, .flags: self
    }
  }
}
