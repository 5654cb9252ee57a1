import FundingModel

extension Report {
  /// How many rows a table may have before it is folded away.
  private static let openAtMost = 12

  /// Every line of spending that the budgets count, with its source; nothing where there is none.
  var spendingLines: [ReportPage.Block] {
    let lines = result.spending.used
    guard !lines.isEmpty else { return [] }
    let table = ReportPage.Table(
      caption: BilingualText(
        en: "Lines of spending, as given, with their sources",
        cy: "Llinellau gwariant, fel y'u rhoddwyd, gyda'u ffynonellau"),
      head: [
        Word.authority.text, Word.year.text, BilingualText(en: "Line", cy: "Llinell"),
        Word.status.text, BilingualText(en: "Source", cy: "Ffynhonnell"),
        BilingualText(en: "Amount", cy: "Swm"),
      ], words: 5,
      rows: lines.map { line in
        ReportPage.Row([
          .init(SpendingWords.whose(line)), .init(line.year.description),
          .init(SpendingWords.named(line)), .init(SpendingWords.status(line)),
          .init(line.source), .money(line.amount),
        ])
      })
    return [
      .heading(SpendingWords.title), .table(table, isFolded: lines.count > Self.openAtMost),
    ] + (changedLines.isEmpty ? [] : [.points(changedLines)])
  }

  /// What runs make of the lines.
  private var changedLines: [BilingualText] {
    runs.compactMap { run in
      run.outcome?.lines.map { Sentences.moved(run: run.label.english, $0) }
    }
  }

  /// That lines for Wales as a whole are counted, each with its source; nothing where none is.
  var linesOfWales: [ReportPage.Block] {
    let lines = result.spending.ofWales
    guard !lines.isEmpty else { return [] }
    return [.caution(SpendingWords.ofWales), .points(lines.map(SpendingWords.told))]
  }
}
