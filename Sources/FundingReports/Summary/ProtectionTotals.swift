import FundingModel

/// What a run's floors and minima give and its caps take, by adjustment.
///
/// - Invariant: an amount is the sum of the adjustment's lines over all the schools.
struct ProtectionTotals {
  /// One adjustment of a run, over all formulae that have it.
  struct Row {
    /// Its name in the formulae.
    let name: String
    /// What it is called.
    let title: BilingualText
    /// The rows of the schools whose formula has it.
    fileprivate(set) var members: [Int] = []
    /// How many schools it gives to or takes from.
    fileprivate(set) var schools = 0
    /// What it gives; below nought, what it takes.
    fileprivate(set) var amount = Money.zero
    /// The rows of schools that it has nothing to hold against, ascending.
    fileprivate(set) var withoutBaseline: [Int] = []
  }

  /// A row for each minimum, floor and cap, in the order in which they are met.
  private(set) var rows: [Row] = []

  private init() {}

  /// Adds up an outcome.
  init(of outcome: RunOutcome) {
    self = Self.byGroup(of: outcome) { _ in [true] }[true] ?? ProtectionTotals()
  }

  /// Adds up an outcome in groups of schools.
  ///
  /// - Parameters:
  ///   - outcome: What a run gave.
  ///   - groups: The groups that the school of a census row is in.
  /// - Returns: The totals of each group; none of one without a school whose formula has such an
  ///   adjustment.
  static func byGroup<Group: Hashable>(
    of outcome: RunOutcome, _ groups: (Int) -> [Group]
  ) -> [Group: ProtectionTotals] {
    var totals: [Group: ProtectionTotals] = [:]
    for allocated in outcome.allocation.groups {
      for (index, adjustment) in allocated.formula.adjustments.enumerated()
      where adjustment.isProtection {
        let line = allocated.formula.factors.count + index
        let missing = Set(allocated.withoutBaseline.lazy.filter { $0.line == line }.map(\.row))
        for (position, row) in allocated.rows.enumerated() {
          let amount = allocated.amounts[position * allocated.lines.count + line]
          for group in groups(row) {
            totals[group, default: ProtectionTotals()].add(
              amount, of: row, adjustment, hasBaseline: !missing.contains(row))
          }
        }
      }
    }
    return totals.mapValues { $0.sorted() }
  }

  private mutating func add(
    _ amount: Money, of school: Int, _ adjustment: Adjustment, hasBaseline: Bool
  ) {
    let position =
      rows.firstIndex { $0.name == adjustment.name }
      ?? {
        rows.append(Row(name: adjustment.name, title: WalkWords.title(adjustment)))
        return rows.count - 1
      }()
    rows[position].members.append(school)
    if amount != .zero { rows[position].schools += 1 }
    rows[position].amount += amount
    if !hasBaseline { rows[position].withoutBaseline.append(school) }
  }

  private func sorted() -> ProtectionTotals {
    var sorted = self
    for index in rows.indices { sorted.rows[index].withoutBaseline.sort() }
    return sorted
  }
}

extension Adjustment {
  /// Whether it gives or takes for another reason than the time that a school is open.
  var isProtection: Bool {
    switch kind {
    case .partYear: false
    case .minimumPerPupil, .floor, .cap, .extra: true
    }
  }
}

extension ResultJSON {
  /// What a run's minima, floors and caps gave and took, and the schools without a baseline.
  static func protection(_ outcome: RunOutcome, in census: Census) -> JSON {
    .array(
      ProtectionTotals(of: outcome).rows.map { row in
        .members([
          "adjustment": .text(row.name),
          "title": .bilingual(row.title),
          "schools": .whole(Int64(row.schools)),
          "amount": .money(row.amount),
          "without_baseline": .array(
            row.withoutBaseline.map {
              .members([
                "school": .whole(Int64(census.schools.numbers[$0])),
                "name": .text(census.schools.names[$0]),
              ])
            }),
        ])
      })
  }
}

extension SummaryParts {
  /// What minima and floors give and caps take in each run; empty where there are none.
  func protection() -> String {
    var (runs, years, titles, schools, amounts):
      ([String], [String], [String], [String], [String]) =
        ([], [], [], [], [])
    var notes = ""
    for outcome in OrderedOutcomes(of: result).outcomes {
      for row in ProtectionTotals(of: outcome).rows {
        runs.append(outcome.specification.name)
        years.append(outcome.allocation.year.description)
        titles.append(row.title[language])
        schools.append(Prose.whole(row.schools))
        amounts.append(Prose.change(row.amount))
        guard !row.withoutBaseline.isEmpty else { continue }
        let numbers = row.withoutBaseline.map { result.census.schools.numbers[$0] }
        notes += TextLines.wrapped(
          Sentences.withoutBaseline(
            run: outcome.specification.name, title: row.title, schools: numbers,
            listed: Summary.leftOutListed)[language], indent: 2)
      }
    }
    guard !runs.isEmpty else { return "" }
    func column(_ word: Word, _ cells: [String], isFigure: Bool) -> TextTable.Column {
      TextTable.Column(header: word[language], isFigure: isFigure, cells: cells)
    }
    return TextTable(columns: [
      column(.run, runs, isFigure: false), column(.year, years, isFigure: false),
      column(.whichAdjustment, titles, isFigure: false), column(.schools, schools, isFigure: true),
      column(.givenOrTaken, amounts, isFigure: true),
    ]).text() + notes
  }
}

extension Sentences {
  /// Which schools a floor or cap had nothing to hold against.
  static func withoutBaseline(
    run: String, title: BilingualText, schools: [Int], listed: Int
  ) -> BilingualText {
    let names = schools.prefix(listed).map { String($0) }.joined(separator: ", ")
    let rest = schools.count > listed ? ", …" : ""
    return BilingualText(
      en: "\(run), \(title.english): schools without a baseline, left as they are: "
        + "\(Prose.whole(schools.count)) (\(names)\(rest)). All are listed in run.json.",
      cy: "\(run), \(title.welsh): ysgolion heb linell sylfaen, heb eu haddasu: "
        + "\(Prose.whole(schools.count)) (\(names)\(rest)). Rhestrir pob un yn run.json.")
  }
}
