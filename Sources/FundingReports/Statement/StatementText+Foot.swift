import FundingModel

extension StatementText {
  /// The runs side by side, what moved the rates, and where they come from.
  func foot(_ language: Language) -> String {
    var text = ""
    if !others.isEmpty { text += "\n" + sideBySide(language) }
    if isFirstYear, let budget = census.schools.publishedBudget(statement.row) {
      let sentence =
        census.schools.areModelled
        ? StatementSentences.modelledBudget(budget) : StatementSentences.published(budget)
      text += TextLines.wrapped(sentence[language])
    }
    if let solve {
      text += "\n" + TextLines.wrapped(StatementSentences.solved(solve)[language], indent: 2)
    }
    let moves = rateMoves
    if !moves.isEmpty { text += "\n" }
    for move in moves {
      text += TextLines.wrapped(
        StatementSentences.moved(move, to: year)[language], after: "  ", indent: 4)
    }
    let changes = changes
    if !changes.isEmpty { text += "\n" + StatementSentences.changed[language] + "\n" }
    for change in changes {
      text += TextLines.wrapped(
        StatementSentences.changed(change)[language], after: "  ", indent: 4)
    }
    let sources = sources()
    let assumed =
      statement.formula.status == .fitted
      ? statement.formula.factors.filter { $0.structure == .assumed }.map { $0.title[language] }
      : []
    if !sources.isEmpty || !assumed.isEmpty {
      text += "\n\(StatementSentences.sources[language])\n"
    }
    for use in sources {
      text += TextLines.wrapped(
        StatementSentences.source(use.source, rates: use.rates, estimates: use.estimates)[language],
        after: "  ", indent: 4)
    }
    if !assumed.isEmpty {
      text += TextLines.wrapped(
        StatementSentences.structures(assumed)[language], after: "  ", indent: 4)
    }
    return text
  }

  /// A publication, and which of the rates used come from it or were estimated from it.
  struct SourceUse {
    let source: FundingSource
    let rates: [String]
    let estimates: [String]
  }

  /// The sources of the rates that the statement's workings name, in the formula's order.
  func sources() -> [SourceUse] {
    var used = Set<String>()
    for line in statement.lines {
      for part in line.parts {
        for working in part.workings { used.insert(String(working.name.prefix { $0 != "[" })) }
      }
    }
    return statement.formula.sources.compactMap { source in
      let rates = statement.formula.rates.filter {
        used.contains($0.name) && $0.sources.contains(source.key)
      }
      guard !rates.isEmpty else { return nil }
      return SourceUse(
        source: source, rates: rates.filter { !$0.isFitted }.map(\.name),
        estimates: rates.filter(\.isFitted).map(\.name))
    }
  }

  /// Every run's share by purpose, this run first.
  private func sideBySide(_ language: Language) -> String {
    let all =
      [(run: run, amounts: Optional(amounts), share: statement.share)]
      + others.map { (run: $0.run, amounts: $0.amounts, share: $0.share) }
    let kinds = PurposeAmounts.Kind.all.filter { kind in
      all.contains { $0.amounts?.amount(kind) != nil }
    }
    let labels =
      kinds.map { Names.purpose($0)[language] }
      + [Word.budgetShare[language], Word.perPupil[language]]
      + [StatementSentences.difference[language]]
    let columns = all.enumerated().map { index, item in
      TextTable.Column(
        header: item.run, isFigure: true,
        cells: kinds.map { kind in
          item.amounts?.amount(kind).map { Prose.pounds($0) } ?? "–"
        } + [
          Prose.pounds(item.share),
          item.share.each(of: Rational(Int(statement.heads))).map { Prose.pounds($0) } ?? "–",
          index == 0 ? "" : Prose.change(item.share - statement.share),
        ], limit: 30)
    }
    let first = TextTable.Column(
      header: StatementSentences.purpose[language], isFigure: false, cells: labels, limit: 40)
    return StatementSentences.everyRun[language] + "\n"
      + TextTable(columns: [first] + columns).text()
      + TextLines.wrapped(StatementSentences.noLine[language])
  }

  /// How many pupils count as how much, the fullest first.
  var fullTimeParts: [(fte: Rational, heads: Int64)] {
    guard let column = census.pupils.column("fte") else { return [] }
    var heads = [Int64](repeating: 0, count: column.domain.count)
    for entry in census.pupils.entries(ofSchool: statement.row) {
      let code = Int(column.codes[Int(census.pupils.pupils[entry])])
      guard code >= 0 else { return [] }
      heads[code] += census.pupils.counts[entry]
    }
    return zip(column.domain, heads).compactMap { value, heads in
      guard heads > 0, case .number(let fte) = value else { return nil }
      return (fte, heads)
    }.sorted { $1.fte < $0.fte }
  }
}
