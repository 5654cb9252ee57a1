import FundingModel

/// What a cost is worked out from: every figure with its unit, its source and how far to trust it.
struct AssumptionsTable {
  private let formula: Formula

  /// Lists a formula's rates.
  init(_ formula: Formula) { self.formula = formula }

  /// The table.
  var table: ReportPage.Table {
    ReportPage.Table(
      caption: AdequacySentences.figuresAndSources,
      head: [
        AdequacySentences.figure, StaffingSentences.value, AdequacySentences.unit,
        AdequacySentences.isEstimate, AdequacySentences.source,
      ], words: 5,
      rows: formula.rates.map { rate in
        ReportPage.Row([
          .init(rate.name), .init(value(of: rate)), .init(rate.unit.description),
          .init((rate.isFitted ? Word.yes : Word.no).text),
          .init(sources(of: rate)),
        ])
      })
  }

  /// Every value of a rate: by year where it is dated, by category where it has several.
  private func value(of rate: Rate) -> BilingualText {
    func words(_ language: Language) -> String {
      rate.tables.map { table in
        let cells = (table.cells + [table.otherwise].compactMap(\.self)).map { cell in
          let figure = Self.figure(cell.value, rate.unit)
          let keys = cell.path.filter { _ in !rate.axes.isEmpty }.map { key in
            key == "otherwise"
              ? AdequacySentences.otherwise[language] : Names.sector(key, language).lowercased()
          }
          return keys.isEmpty ? figure : keys.joined(separator: ", ") + ": " + figure
        }.joined(separator: "; ")
        return rate.isDated ? "\(table.from): \(cells)" : cells
      }.joined(separator: ". ")
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  /// A figure without its unit; a plain number below one may be written either way, so both are
  /// shown: `0.2868 (28.68%)`.
  private static func figure(_ value: Rational, _ unit: Unit) -> String {
    guard !unit.isMoney else { return Prose.pounds(value) }
    let number = Prose.number(value)
    guard unit.isNumber, !value.isZero, value < .one, let percent = Names.percent(value) else {
      return number
    }
    return "\(number) (\(Prose.number(percent))%)"
  }

  private func sources(of rate: Rate) -> String {
    rate.sources.compactMap { key in
      formula.sources.first { $0.key == key }.map { source in
        ([source.title] + [source.publisher].compactMap(\.self)).joined(separator: ", ")
      }
    }.joined(separator: "; ")
  }
}
