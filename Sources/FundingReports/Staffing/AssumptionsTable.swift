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
          .init(AdequacySentences.name(of: rate)), .init(value(of: rate)),
          .init(Names.unit(rate.unit)),
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
          let keys =
            rate.axes.isEmpty
            ? []
            : cell.path.enumerated().map { place, key in
              Self.key(key, rate.axes.indices.contains(place) ? rate.axes[place] : nil)[language]
            }
          return keys.isEmpty ? figure : keys.joined(separator: ", ") + ": " + figure
        }.joined(separator: "; ")
        return rate.isDated ? "\(table.from): \(cells)" : cells
      }.joined(separator: ". ")
    }
    return BilingualText(en: words(.english), cy: words(.welsh))
  }

  /// A category that a value is for, in words where it has any.
  private static func key(_ key: String, _ axis: RateAxis?) -> BilingualText {
    if key == "otherwise" { return AdequacySentences.otherwise }
    if axis == .field("aln") { return Names.need(key) }
    let name = ReportSentences.sector(key)
    return BilingualText(en: name.english.lowercased(), cy: name.welsh.lowercased())
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
