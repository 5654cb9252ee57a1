import FundingModel

/// What a summary says of a sweep and of draws.
struct SummaryPoints {
  let result: ScenarioResult
  let language: Language

  /// The sweep: how many points, and between which figures each run moves.
  func sweep() -> String {
    guard let sweep = result.sweep else { return "" }
    var text = say(PointSentences.points(sweep))
    text += partial(sweep)
    guard !sweep.figures.isEmpty else { return text }
    let runs = sweep.runs.indices
    func ends(_ pick: (PointFigures) -> Int64?) -> [(least: Int64, most: Int64)?] {
      runs.map { run in
        let found = sweep.figures.compactMap { pick($0[run]) }
        guard let least = found.min(), let most = found.max() else { return nil }
        return (least, most)
      }
    }
    let totals = ends { $0.total.pence }
    let losers = ends { $0.winners.map { Int64($0.losers) } }
    return text
      + TextTable(columns: [
        column(.run, runs.map { sweep.runs[$0].run }, isFigure: false),
        column(.year, runs.map { sweep.runs[$0].year.description }, isFigure: false),
        column(.leastTotal, totals.map { $0.map { pounds($0.least) } ?? "" }),
        column(.mostTotal, totals.map { $0.map { pounds($0.most) } ?? "" }),
        column(.leastLosers, losers.map { $0.map { Prose.whole($0.least) } ?? "" }),
        column(.mostLosers, losers.map { $0.map { Prose.whole($0.most) } ?? "" }),
      ]).text()
  }

  /// The draws: how each run's total spreads.
  func draws() -> String {
    guard let draws = result.draws, let uncertain = result.scenario.uncertain else { return "" }
    var text = say(PointSentences.draws(draws, uncertain))
    text += partial(draws)
    for (path, count) in zip(draws.paths, draws.redrawn) where count > 0 {
      text += say(PointSentences.redrawn(path: path, count: count))
    }
    let rows = UncertaintyRow.rows(of: draws).filter { $0.group == .all }
    guard !rows.isEmpty else { return text }
    return text
      + TextTable(columns: [
        column(.run, rows.map(\.run), isFigure: false),
        column(.year, rows.map(\.year.description), isFigure: false),
        column(.mean, rows.map { Prose.pounds($0.mean) }),
        column(.standardError, rows.map { $0.standardError.map { Prose.pounds($0) } ?? "" }),
        column(.percentile5, rows.map { Prose.pounds($0.p5) }),
        column(.percentile50, rows.map { Prose.pounds($0.median) }),
        column(.percentile95, rows.map { Prose.pounds($0.p95) }),
      ]).text() + say(PointSentences.interval)
  }

  private func partial(_ results: PointResults) -> String {
    var text = ""
    if let disagreement = results.disagreement {
      text += TextLines.wrapped(
        PointSentences.warning[language] + PointSentences.disagreement(disagreement)[language],
        indent: 2)
    }
    if results.isPartial { text += say(PointSentences.partial(results)) }
    return text
  }

  private func column(_ word: Word, _ cells: [String], isFigure: Bool = true) -> TextTable.Column {
    TextTable.Column(header: word[language], isFigure: isFigure, cells: cells)
  }

  private func pounds(_ pence: Int64) -> String { Prose.pounds(Money(pence: pence)) }

  private func say(_ sentence: BilingualText) -> String {
    TextLines.wrapped(sentence[language], indent: 2)
  }
}
