import FundingModel

/// Blanks the cells of one table that are kept back.
struct TableHiding {
  private let source: Table
  private let hidden: HiddenFigures

  /// Looks at a table.
  init(of table: Table, _ hidden: HiddenFigures) {
    source = table
    self.hidden = hidden
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
      return keptBack(ofTwins: [school, twin])
    }
    if let school = Int(text("school", row)) { return keptBack(row, ofSchool: school) }
    if let unit = source.column("unit")?.cells.text(at: row) {
      return equityIsHidden(row, unit) ? ["value"] : []
    }
    if !source.members.isEmpty { return keptBack(row, ofSchools: source.members[row]) }
    guard let group = group(row) else { return [] }
    if source.column("benchmark") != nil { return keptBack(ofParity: group) }
    if source.column("largest_gain") != nil {
      return hidden.groupsWithHidden.contains(group)
        ? ["gain", "loss", "largest_gain", "largest_loss"] : []
    }
    if hidden.groups.contains(group) || isPartOfGroup(row, group) { return figures }
    return hidden.pupilLed.contains(group) ? ["pupil_led_pct"] : []
  }

  private func keptBack(_ row: Int, ofSchool school: Int) -> [String] {
    if hidden.schools.contains(school) { return figures }
    // A line of a share, or of a cost, whose run is not a column.
    let isCost = source.column("line") != nil
    guard isCost || source.column("factor") != nil, let year = FundingYear(text("year", row)) else {
      return []
    }
    let line = HiddenFigures.Line(
      school: school, run: isCost ? AdequacyTables.costRun : text("run", row), year: year,
      name: text(isCost ? "line" : "factor", row))
    return hidden.lines.contains(line) ? ["amount"] : []
  }

  /// Of groups with a school that is kept back, what would be worked back from it and the others.
  ///
  /// Sums by size, language, free meals or rural area are not among those that are looked at
  /// together, so nothing but the number of schools is told of such a group.
  private func keptBack(_ row: Int, ofSchools members: [Int]) -> [String] {
    let tells = members.contains(where: hidden.schools.contains)
    guard let by = source.column("by")?.cells.text(at: row) else {
      let line = text("line", row)
      let year = FundingYear(text("year", row))
      let hidesLine = members.contains { school in
        year.map {
          hidden.lines.contains(
            HiddenFigures.Line(school: school, run: text("run", row), year: $0, name: line))
        } ?? false
      }
      return tells || hidesLine ? ["schools", "amount", "without_baseline"] : []
    }
    let isSummed = group(row).map(hidden.groups.contains) ?? false
    guard tells || isSummed else { return [] }
    let always = [
      "pupils_winning", "pupils_losing", "pupils_unchanged", "gain", "loss", "change",
      "change_per_pupil", "largest_gain", "largest_gain_school", "largest_loss",
      "largest_loss_school",
    ]
    let isUsual = ["all", "authority", "sector"].contains(by)
    return always + (isUsual ? [] : ["winners", "losers", "unchanged"])
      + (isUsual && !isSummed ? [] : ["pupils"])
  }

  /// What would lift one school to a benchmark is its share told another way.
  private func keptBack(ofParity group: HiddenFigures.Group) -> [String] {
    let sums = ["pupils_below", "distance_per_pupil", "cost"]
    if hidden.groups.contains(group) { return ["below", "below_pct"] + sums }
    return hidden.groupsWithHidden.contains(group) ? sums : []
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

  /// How many of a school's pupils have free school meals is told nowhere else, so it is kept back
  /// wherever anything is.
  private func keptBack(ofTwins pair: [Int]) -> [String] {
    pair.contains(where: hidden.schools.contains)
      ? figures + ["twin_pupils"] : ["fsm_pct", "twin_fsm_pct"]
  }

  /// Many measures of the same few unknowns would give these away.
  private func equityIsHidden(_ row: Int, _ unit: String) -> Bool {
    if unit == EquityRow.Unit.authority.rawValue {
      return hidden.groups.contains { $0.authority != nil }
    }
    return group(row).map { hidden.groupsWithHidden.contains($0) } ?? false
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
    if let by = source.column("by")?.cells.text(at: row) {
      return switch by {
      case "all": HiddenFigures.Group(authority: nil, sector: nil)
      case "authority": HiddenFigures.Group(authority: Int(text("group", row)), sector: nil)
      case "sector": HiddenFigures.Group(authority: nil, sector: text("group", row))
      default: nil
      }
    }
    if source.column("group") != nil {
      // `all`, `sector=primary`, `authority=660`, or the last two with a space between.
      var (authority, sector): (Int?, String?)
      for part in text("group", row).split(separator: " ") {
        let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
        switch (pair.first, pair.last) {
        case ("sector"?, let name?): sector = name
        case ("authority"?, let code?): authority = Int(code)
        case ("all"?, _): break
        default: return nil
        }
      }
      return HiddenFigures.Group(authority: authority, sector: sector)
    }
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
