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
      let isHidden = group(row).map {
        hidden.hidesEquity(
          text("measure", row), between: unit, of: $0, run: text("run", row))
      }
      return isHidden ?? false ? ["value"] : []
    }
    let members = source.members.isEmpty ? [] : source.members[row]
    if source.column("without_baseline") != nil { return keptBack(row, ofProtected: members) }
    if let kind = GainsByGroup.Kind(rawValue: text("by", row)) {
      return keptBack(row, kind, of: members)
    }
    guard let group = group(row) else { return [] }
    if source.column("benchmark") != nil { return keptBack(row, ofParity: group) }
    if isPartOfGroup(row, group) { return figures }
    return (hidden.hidesSums(of: group) ? figures : [])
      + (hidden.hidesMeasures(of: group) ? measures(row, of: group) : [])
      + (hidden.pupilLed.contains(group) ? ["pupil_led_pct"] : [])
  }

  /// Whether its rows are the points of a sweep or draws, each about all schools.
  private var isOfPoints: Bool {
    source.column("group") == nil && source.column("largest_gain") != nil
  }

  /// Columns that tell more than a sum; how many schools gain or lose only where many points would
  /// bracket the amount at which one does.
  private func measures(_ row: Int, of group: HiddenFigures.Group) -> [String] {
    let names = source.columns.map(\.name)
    let counts = names.filter {
      ["winners", "losers", "unchanged"].contains($0) || $0.hasPrefix("below_")
    }
    var measures = [
      "gain", "loss", "largest_gain", "largest_loss", "gini", "coefficient_of_variation",
    ]
    if !isOfPoints, let year = FundingYear(text("year", row)),
      hidden.partSums.contains(
        HiddenFigures.PartSum(
          group: group, run: text("run", row), year: year, part: .gainsAndLosses))
    {
      measures.removeFirst(2)
    }
    return names.filter(measures.contains) + (isOfPoints ? counts : [])
  }

  private func keptBack(_ row: Int, ofSchool school: Int) -> [String] {
    if hidden.hides(school: school) { return figures }
    if let year = FundingYear(text("last_year", row)) {
      // Which adjustment acted last is not said.
      return linesKeptBack.contains(Lines(school: school, run: text("run", row), year: year))
        ? ["last_amount"] : []
    }
    // A line of a share, or of a cost, whose run is not a column.
    let isCost = source.column("line") != nil
    guard isCost || source.column("factor") != nil, let year = FundingYear(text("year", row)) else {
      return []
    }
    return hidden.hides(
      line: text(isCost ? "line" : "factor", row), ofSchool: school,
      run: isCost ? AdequacyTables.costRun : text("run", row), year: year) ? ["amount"] : []
  }

  /// Of groups whose schools are known, what would be worked back from the group and its others.
  private func keptBack(
    _ row: Int, _ kind: GainsByGroup.Kind, of members: [Int]
  ) -> [String] {
    let value = text("group", row)
    let comparesAll = hidden.schools.isSubset(of: comparedSchools(row))
    var columns: [String] = []
    let isSumHidden = FundingYear(text("year", row)).map { year in
      hidden.hidesGainSums(kind, value, run: text("run", row), year: year, of: members)
    }
    if isSumHidden ?? true {
      columns += ["gain", "loss", "pupils_winning", "pupils_losing", "pupils_unchanged"]
    }
    if hidden.hidesGains(kind, value, of: members) {
      columns += [
        "largest_gain", "largest_gain_school", "largest_loss", "largest_loss_school",
      ]
      if !kind.isSummed { columns += ["winners", "losers", "unchanged", "pupils"] }
    }
    if hidden.hidesChange(kind, value, of: members, comparesAll: comparesAll) {
      columns += ["change", "change_per_pupil", "pupils"]
    }
    return columns
  }

  /// Every school that is compared in a row's run and year.
  private func comparedSchools(_ row: Int) -> Set<Int> {
    let (run, year) = (text("run", row), text("year", row))
    let all = (0..<source.rowCount).first {
      text("by", $0) == GainsByGroup.Kind.all.rawValue && text("run", $0) == run
        && text("year", $0) == year
    }
    return all.map { Set(source.members[$0]) } ?? []
  }

  /// What an adjustment gives the schools of an authority or a sector, among which a line is kept
  /// back; in all of Wales only where it is one school's.
  private func keptBack(_ row: Int, ofProtected members: [Int]) -> [String] {
    guard let year = FundingYear(text("year", row)) else { return [] }
    let (run, line) = (text("run", row), text("line", row))
    let isWales =
      source.column("authority") == nil
      || Int(text("authority", row)) == nil && text("sector", row) == "all"
    guard !isWales else {
      return hidden.hidesTotal(of: line, run: run, year: year) ? ["amount"] : []
    }
    return members.contains { hidden.hides(line: line, ofSchool: $0, run: run, year: year) }
      ? ["schools", "amount", "without_baseline"] : []
  }

  /// What would lift one school to a benchmark is its share told another way.
  private func keptBack(_ row: Int, ofParity group: HiddenFigures.Group) -> [String] {
    let sums = ["pupils_below", "distance_per_pupil", "cost"]
    guard case .moneys(let benchmarks) = source.column("benchmark")?.cells,
      let benchmark = benchmarks[row], let year = FundingYear(text("year", row))
    else { return sums }
    let run = text("run", row)
    return (hidden.hidesCount(in: group, run: run) ? ["below", "below_pct"] : [])
      + (hidden.hidesBelow(benchmark, in: group, run: run, year: year) ? sums : [])
  }

  /// Whether a sum of costs is over some schools of its group only, while others of which nothing is
  /// shown are among the rest: the difference from the group's own sum would be theirs.
  private func isPartOfGroup(_ row: Int, _ group: HiddenFigures.Group) -> Bool {
    guard source.column("left_out") != nil, hidden.groupsWithHidden.contains(group) else {
      return false
    }
    let most = (0..<source.rowCount).filter { self.group($0) == group }
      .compactMap { Int(text("schools", $0)) }.max()
    return text("left_out", row) != "0" || Int(text("schools", row)) != most
  }

  /// What share of a school's pupils has free school meals is told nowhere else of pupils that were
  /// read, so it is kept back wherever anything is.
  private func keptBack(_ row: Int, ofTwins first: Int, _ second: Int) -> [String] {
    let areAlike = !text("fsm_source", row).isEmpty
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
      return HiddenFigures.Group(key: text("group", row))
    }
    if isOfPoints { return .wales }
    guard source.column("authority") != nil || source.column("benchmark") != nil else {
      return nil
    }
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
