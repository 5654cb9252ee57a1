import FundingModel

/// Every school's statement in each shown run, as compact JSON for the report's search box.
///
/// - Shape: a school is `[number, name, authority, sector, runs]`, a modelled one's name a pair; a
///   run's entry is 0 where it does not fund the school, 1 where all is kept back, else `[group,
///   pupils, rank, of, share, amounts…]`, a group of -1 meaning that there are no lines; an amount
///   that is kept back is null.
/// - Units: pennies.
/// - Invariant: the text holds no `<`, `>` or `&`, so nothing in it can end the element it stands in.
struct EmbeddedSchools {
  /// How many amounts a page carries before it leaves lines to `factors.csv`.
  static let mostAmounts = 120_000

  let runs: [ReportRun]
  let result: ScenarioResult
  /// The command that explains a school, `NUMBER` standing for it, by run.
  let explain: (ReportRun) -> String?
  /// What is kept back.
  let hidden: HiddenFigures

  /// The JSON.
  func json() -> String {
    let hasLines = amountsWithLines <= Self.mostAmounts
    let ranks = runs.map(Ranks.init)
    let entries = runs.map { run in Entries(run, withLines: hasLines) }
    let numbers = result.census.schools.numbers
    let schools = result.census.schools
    let sectors = schools.sectorsFound
    let empty = result.census.leftOut.filter { $0.reason == .noPupils }.map { "\($0.school)" }
    var text = "{\"estimated\":\(result.census.hasModelledPupils),"
    text += "\"modelled\":\(schools.areModelled),\"lines\":\(hasLines),"
    text += "\"empty\":[\(empty.joined(separator: ","))],"
    text += "\"rank\":\(Self.pair(schools.coverage.rank(isOfShown: !hidden.isEmpty))),\"runs\":["
    text += runs.map { head(of: $0) }.joined(separator: ",")
    text += "],\"sectors\":["
    text += sectors.map { sector in Self.pair(ReportSentences.sector(sector)) }.joined(
      separator: ",")
    text += "],\"authorities\":{"
    text += Set(schools.authorities).sorted().map {
      "\"\($0)\":" + Self.pair(ReportSentences.authority($0))
    }.joined(separator: ",")
    text += "},\"schools\":["
    for row in 0..<schools.count {
      if row > 0 { text += "," }
      let sector = sectors.firstIndex(of: schools.sectors[row]) ?? 0
      text += "[\(schools.numbers[row]),\(Self.name(schools.names[row])),"
      text += "\(schools.authorities[row]),\(sector),["
      for index in runs.indices {
        if index > 0 { text += "," }
        entries[index].append(
          row, rank: ranks[index],
          isKeptBack: { line in
            hidden.hides(
              line: line, ofSchool: numbers[row], run: runs[index].run, year: runs[index].year)
          }, to: &text)
      }
      text += "]]"
    }
    return text + "]}"
  }

  private var amountsWithLines: Int {
    runs.reduce(0) { sum, run in
      sum
        + (run.outcome?.allocation.groups.reduce(0) { $0 + $1.amounts.count } ?? run.shares.count)
    }
  }

  private func head(of run: ReportRun) -> String {
    // The published budgets are no change against a run: a fitted run is an estimate of them.
    let baseline =
      run.run == ReportRun.published
      ? nil
      : runs.firstIndex { $0.run == result.comparison.baseline && $0.year == run.year }
    // A change against an estimate is read beside the budget that it is an estimate of.
    let published =
      run.outcome != nil && run.year == result.scenario.year
        && PublishedDistance.baseline(of: result) != nil
      ? runs.firstIndex { $0.run == ReportRun.published } : nil
    let groups = run.outcome?.allocation.groups ?? []
    let rests = run.outcome?.restsOnEstimates(result.censuses) ?? []
    return "{\"name\":\(Self.pair(run.label)),\"baseline\":\(baseline ?? -1),"
      + "\"published\":\(published ?? -1),"
      + "\"explain\":\(explain(run).map(Self.quoted) ?? "null"),\"groups\":["
      + groups.map { group in
        "{\"title\":\(Self.pair(group.formula.title)),"
          + "\"status\":\(Self.pair(Self.status(of: group.formula))),"
          + "\"rests\":\(group.rows.first.map { rests[$0] } ?? false),"
          + "\"estimated\":\(Self.estimatedLines(of: group)),\"lines\":["
          + group.lines.map { Self.pair($0.title) }.joined(separator: ",") + "]}"
      }.joined(separator: ",") + "]}"
  }

  /// What a formula's status means, with the authority's name where it is an authority's.
  private static func status(of formula: Formula) -> BilingualText {
    guard formula.status == .fitted, case .authority(let code) = formula.reach else {
      return Sentences.explained(formula.status)
    }
    let place = ReportSentences.authority(code)
    return BilingualText(
      en: "Fitted: estimated from published budgets; not \(place.english)’s own rates.",
      cy: "Wedi'i ffitio: amcangyfrifwyd o gyllidebau cyhoeddedig; nid cyfraddau'r awdurdod ei "
        + "hun (\(place.welsh)).")
  }

  /// The lines that rest on an estimated rate, by index: such factors, and every adjustment after
  /// one, since it is worked out from them.
  private static func estimatedLines(of group: FormulaAllocation) -> [Int] {
    let formula = group.formula
    guard formula.hasEstimates else { return [] }
    return group.lines.indices.filter { index in
      let line = group.lines[index]
      guard line.kind == .factor else { return true }
      return formula.factors.first { $0.name == line.name }.map(formula.restsOnEstimates) ?? true
    }
  }

  /// A school's name: once where both languages say the same.
  private static func name(_ name: String) -> String {
    let text = Names.school(name)
    return text.english == text.welsh ? quoted(name) : pair(text)
  }

  /// Both sides of a text as JSON: `["Line","Llinell"]`.
  static func pair(_ text: BilingualText) -> String {
    "[\(quoted(text.english)),\(quoted(text.welsh))]"
  }

  /// A text as JSON that may stand inside a script element.
  static func quoted(_ text: String) -> String {
    var safe = ""
    for scalar in JSON.text(text).rendered().dropLast().unicodeScalars {
      switch scalar {
      case "<": safe += "\\u003c"
      case ">": safe += "\\u003e"
      case "&": safe += "\\u0026"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}

/// Where a run's amounts of each school are.
private struct Entries {
  private let run: ReportRun
  private let withLines: Bool
  private var places: [(group: Int, position: Int)?]

  init(_ run: ReportRun, withLines: Bool) {
    self.run = run
    self.withLines = withLines
    places = [(group: Int, position: Int)?](repeating: nil, count: run.shares.count)
    for (index, group) in (run.outcome?.allocation.groups ?? []).enumerated() {
      for (position, row) in group.rows.enumerated() { places[row] = (index, position) }
    }
  }

  func append(
    _ row: Int, rank: Ranks, isKeptBack: (String) -> Bool, to text: inout String
  ) {
    guard let share = run.shares[row], !run.isHidden[row] else {
      text += run.shares[row] == nil ? "0" : "1"
      return
    }
    text += "[\(places[row]?.group ?? -1),\(run.heads[row]),"
    text += "\(rank.ofRow[row] ?? 0),\(rank.counted[row]),\(share.pence)"
    if withLines, let place = places[row], let group = run.outcome?.allocation.groups[place.group] {
      for (line, amount) in zip(group.lines, group.amounts(at: place.position)) {
        text += isKeptBack(line.name) ? ",null" : ",\(amount.pence)"
      }
    }
    text += "]"
  }
}

/// Each school's rank by its amount per pupil among its sector, 1 the highest; ties share a rank.
///
/// Only schools whose figures are shown are ranked: a place left free would say between which two
/// amounts another lies.
struct Ranks {
  /// By census row; nil without an amount per pupil.
  private(set) var ofRow: [Int?]
  /// How many schools of the same sector are ranked, by census row.
  private(set) var counted: [Int]

  init(_ run: ReportRun) {
    ofRow = [Int?](repeating: nil, count: run.shares.count)
    counted = [Int](repeating: 0, count: run.shares.count)
    for sector in run.sectorsFound {
      let rows = run.rowsShown.filter { run.sectors[$0] == sector }
      // Amounts per pupil compared exactly: a/b > c/d as a × d > c × b.
      let sorted = rows.sorted { left, right in
        let (ahead, behind) = (run.weight(left, right), run.weight(right, left))
        return ahead == behind ? left < right : ahead > behind
      }
      for (place, row) in sorted.enumerated() {
        let tied =
          place > 0 && run.weight(sorted[place - 1], row) == run.weight(row, sorted[place - 1])
        ofRow[row] = tied ? ofRow[sorted[place - 1]] : place + 1
        counted[row] = rows.count
      }
    }
  }
}
