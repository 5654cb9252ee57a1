public import FundingModel

/// The list of formulae that `cyllido formulas` prints.
public enum FormulaList {
  /// The list as plain text.
  public static func text(_ formulas: [Formula], language: Language) -> String {
    func column(_ word: Word, isFigure: Bool = false, _ cell: (Formula) -> String)
      -> TextTable.Column
    {
      TextTable.Column(header: word[language], isFigure: isFigure, cells: formulas.map(cell))
    }
    return TextTable(columns: [
      column(.name) { $0.name },
      column(.authority) { authority(of: $0, language) },
      column(.year) { $0.year.description },
      column(.status) { Names.status($0.status)[language] },
      column(.factors, isFigure: true) { String($0.factors.count) },
      column(.rates, isFigure: true) { String($0.rates.count) },
      column(.ratesEstimated, isFigure: true) { String($0.rates.filter(\.isFitted).count) },
      column(.title) { $0.title[language] },
    ]).text()
  }

  /// The list as JSON.
  public static func json(_ formulas: [Formula]) -> JSON {
    .array(
      formulas.map { formula in
        .members([
          "formula": .text(formula.name),
          "path": .text(formula.path),
          "title": .bilingual(formula.title),
          "authority": .text(code(of: formula)),
          "year": .text(formula.year.description),
          "status": .text(formula.status.rawValue),
          "factors": .whole(Int64(formula.factors.count)),
          "rates": .whole(Int64(formula.rates.count)),
          "rates_fitted": .whole(Int64(formula.rates.filter(\.isFitted).count)),
          "sources": .array(formula.sources.map(ResultJSON.source)),
        ])
      })
  }

  private static func authority(of formula: Formula, _ language: Language) -> String {
    switch formula.reach {
    case .authority(let code): Names.authority(code, language)
    case .any: Word.anyAuthority[language]
    }
  }

  private static func code(of formula: Formula) -> String {
    switch formula.reach {
    case .authority(let code): String(code)
    case .any: "any"
    }
  }
}
