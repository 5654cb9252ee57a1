import FundingModel

/// The parts of a summary that come from authorities' budgets.
struct SummaryBudgets {
  /// What was found.
  let result: ScenarioResult
  /// The language.
  let language: Language

  /// The individual schools budget per pupil of each authority in each run, and its change against
  /// the baseline, a table for each year.
  ///
  /// - Rounding: a change is the difference of the two amounts shown.
  func perPupil() -> String {
    var years: [FundingYear] = []
    for row in result.authorities where !years.contains(row.year) { years.append(row.year) }
    let shown = years.sorted().filter { result.yearsShown.contains($0) }
    return shown.map { year in
      let rows = result.authorities.filter { $0.year == year }
      return (years.count > 1 ? "\(year)\n" : "") + perPupilTable(rows).text()
        + perPupilNotes(rows)
    }.joined(separator: "\n")
      + (years.count > shown.count
        ? TextLines.wrapped(
          Sentences.yearsBetween(file: "authorities.csv")[language], indent: 2) : "")
  }

  /// What the changes are, and whether they compare the same schools.
  private func perPupilNotes(_ rows: [BudgetRow]) -> String {
    guard !result.comparison.with.isEmpty else { return "" }
    let baseline = result.comparison.baseline
    let changes = Sentences.changesAgainst(
      BilingualText(en: Names.run(baseline, .english), cy: Names.run(baseline, .welsh)))
    var text = TextLines.wrapped(changes[language], indent: 2)
    let wales = rows.filter { $0.authority == nil }
    guard let before = wales.first(where: { $0.run == baseline }) else { return text }
    for row in wales
    where result.comparison.with.contains(row.run) && row.schools != before.schools {
      text += TextLines.wrapped(
        Sentences.otherSchools(run: row, baseline: before)[language], indent: 2)
    }
    return text
  }

  private func perPupilTable(_ rows: [BudgetRow]) -> TextTable {
    var authorities: [Int?] = []
    for row in rows where !authorities.contains(row.authority) { authorities.append(row.authority) }
    var amounts: [Key: Money] = [:]
    for row in rows {
      amounts[Key(authority: row.authority, run: row.run)] = row.isb.each(
        of: Rational(Int(row.pupils)))
    }
    let whole = result.census.schools.coverage.name
    let baseline = result.comparison.baseline
    var columns = [
      TextTable.Column(
        header: Word.authority[language], isFigure: false,
        cells: authorities.map { code in
          code.map { Names.authority($0, language) } ?? whole[language]
        })
    ]
    for run in runs(in: rows) {
      let cells = authorities.map { amounts[Key(authority: $0, run: run)] }
      columns.append(
        TextTable.Column(
          header: Names.run(run, language), isFigure: true,
          cells: cells.map { $0.map { Prose.pounds($0) } ?? "–" }))
      guard result.comparison.with.contains(run), run != baseline else { continue }
      columns.append(
        TextTable.Column(
          header: Word.change[language], isFigure: true,
          cells: zip(authorities, cells).map { authority, amount in
            guard let amount, let before = amounts[Key(authority: authority, run: baseline)] else {
              return "–"
            }
            return Prose.change(amount - before)
          }, staysWithPrevious: true))
    }
    return TextTable(columns: columns)
  }

  /// The baseline first, then the others in the order of the rows.
  private func runs(in rows: [BudgetRow]) -> [String] {
    let order = OrderedOutcomes(of: result).outcomes.map(\.specification.name)
    var runs: [String] = []
    let left = result.waysOfSharing
    for run in [result.comparison.baseline, ReportRun.published] + order
    where !runs.contains(run) && !left.contains(run) && rows.contains(where: { $0.run == run }) {
      runs.append(run)
    }
    return runs
  }

  /// What all authorities delegate and keep, or that it is not known.
  func delegation() -> String {
    let left = result.waysOfSharing
    let wales = result.authorities.filter { $0.authority == nil && !left.contains($0.run) }
    let text = wales.compactMap(Sentences.delegation).map {
      TextLines.wrapped($0[language], indent: 2)
    }.joined()
    let lacking = result.censuses.years.filter { year in
      !wales.contains { $0.year == year && $0.retained != nil }
    }
    let notes =
      (BudgetNotes.sentences(of: result)
      + (result.spending.used.isEmpty ? [] : [SpendingWords.whereNamed])).map {
        TextLines.wrapped($0[language], indent: 2)
      }.joined()
    guard text.isEmpty else {
      return text + notes
        + (lacking.isEmpty
          ? ""
          : TextLines.wrapped(Sentences.delegationOtherYears(lacking)[language], indent: 2))
    }
    let codes = Set(result.authorities.compactMap(\.authority))
    let given = Set(result.authorities.filter { $0.lines != nil }.compactMap(\.authority))
    let sentence = Sentences.delegationNotGiven(authorities: given.count, of: codes.count)
    return TextLines.wrapped(sentence[language], indent: 2) + notes
  }

  private struct Key: Hashable {
    let authority: Int?
    let run: String
  }
}
