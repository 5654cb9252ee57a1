public import FundingModel

/// The comparison of formulae as a page for a browser: the tables of the text, every reference
/// school among them.
public struct ComparisonPage {
  private let comparison: FormulaComparison
  /// The formulae: authorities' own first, then those for any.
  private let formulas: [ComparedFormula]

  /// Makes the page of a comparison.
  public init(_ comparison: FormulaComparison) {
    self.comparison = comparison
    formulas =
      comparison.formulas.filter { $0.formula.reach != .any }
      + comparison.formulas.filter { $0.formula.reach == .any }
  }

  /// The file `comparison-of-formulae.html`.
  ///
  /// - Parameter language: The language that it opens in.
  /// - Returns: The file.
  public func file(_ language: Language = .english) -> OutputFile {
    OutputFile(name: "comparison-of-formulae.html", bytes: Array(page().html(language).utf8))
  }

  /// The page.
  public func page() -> Page {
    let purposes = [("primary", 210), ("secondary", 1_000)].compactMap(byPurpose)
    return Page(
      title: ComparisonSentences.title,
      sections: ["primary", "secondary"].compactMap(perPupil) + purposes + [complexity()])
  }

  private func both(_ text: (Language) -> String) -> BilingualText {
    BilingualText(en: text(.english), cy: text(.welsh))
  }

  private func same(_ text: String) -> BilingualText { BilingualText(en: text, cy: text) }

  private func name(_ compared: ComparedFormula) -> BilingualText {
    both { Names.owner(compared.formula, $0) + (compared.formula.hasEstimates ? " *" : "") }
  }

  /// Pounds per pupil at every reference school of a sector; nil where there is none.
  private func perPupil(sector: String) -> Page.Section? {
    let chosen = comparison.schools.indices.filter { comparison.schools[$0].sector == sector }
    guard !chosen.isEmpty else { return nil }
    var rows = formulas.map { compared in
      Page.Row(
        name: name(compared),
        cells: chosen.map { cell(compared.shares[$0], of: comparison.schools[$0]) })
    }
    typealias Summary = (BilingualText, (FormulaComparison.Range, ReferenceSchool) -> String)
    let summaries: [Summary] = [
      (ComparisonSentences.cheapest, { pounds($0.least, $1) }),
      (ComparisonSentences.dearest, { pounds($0.greatest, $1) }),
      (
        ComparisonSentences.ratioRow,
        { range, _ in range.ratio?.decimal(places: 2, atLeast: 2) ?? "–" }
      ),
    ]
    for (title, figure) in summaries {
      rows.append(
        Page.Row(
          name: title,
          cells: chosen.map { index in
            same(
              comparison.range(ofSchool: index).map { figure($0, comparison.schools[index]) } ?? "–"
            )
          }, isSummary: true))
    }
    return Page.Section(
      title: both {
        ComparisonSentences.perPupilIn[$0] + ": "
          + (Names.sector(sector, $0)).lowercasedFirst
      },
      lead: sector == "primary" ? [ComparisonSentences.schools] : [],
      head: [Word.formula.text]
        + chosen.map { index in
          let school = comparison.schools[index]
          return both {
            "\(Prose.whole(school.pupils)), \(ComparisonSentences.freeMealsHeader[$0]) "
              + "\(school.freeMealsPercent)%"
          }
        }, rows: rows, notes: [ComparisonSentences.reading] + reasons)
  }

  /// Why cells have no figure, each reason once.
  private var reasons: [BilingualText] {
    var found: [BilingualText] = []
    for formula in formulas {
      for share in formula.shares {
        guard case .notWorked(let failure) = share else { continue }
        let reason = ComparisonSentences.reason(failure)
        let text = both {
          "\(Names.owner(formula.formula, $0)): \(ComparisonSentences.notWorkedOut[$0]): \(reason[$0])"
        }
        if !found.contains(text) { found.append(text) }
      }
    }
    return found
  }

  private func cell(_ share: ReferenceShare, of school: ReferenceSchool) -> BilingualText {
    switch share {
    case .worked(let amounts): same(pounds(amounts.total, school))
    case .notWorked: ComparisonSentences.notWorkedOut
    }
  }

  /// An amount for each pupil, to the nearest pound, halves away from zero.
  private func pounds(_ amount: Money, _ school: ReferenceSchool) -> String {
    guard let exact = try? amount.pounds.divided(by: Rational(school.pupils)) else { return "–" }
    return Prose.wholePounds(Money(pounds: Int64(exact.rounded())))
  }

  /// Pounds per pupil by purpose at one reference school; nil where there is no such school.
  private func byPurpose(sector: String, pupils: Int) -> Page.Section? {
    guard
      let index = comparison.schools.firstIndex(where: {
        $0.sector == sector && $0.pupils == pupils
          && $0.freeMealsPercent == ReferenceSchool.middleFreeMealsPercent
      })
    else { return nil }
    let school = comparison.schools[index]
    func amounts(_ compared: ComparedFormula) -> PurposeAmounts? {
      if case .worked(let amounts) = compared.shares[index] { amounts } else { nil }
    }
    let kinds = PurposeAmounts.Kind.all.filter { kind in
      formulas.contains { (amounts($0)?.amount(kind) ?? .zero) != .zero }
    }
    return Page.Section(
      title: ComparisonSentences.byPurpose(school),
      head: [Word.formula.text] + kinds.map(Names.shortPurpose) + [Word.total.text],
      rows: formulas.map { compared in
        let whole = cell(compared.shares[index], of: school)
        guard let amounts = amounts(compared) else {
          return Page.Row(name: name(compared), cells: kinds.map { _ in whole } + [whole])
        }
        return Page.Row(
          name: name(compared),
          cells: kinds.map { kind in same(amounts.amount(kind).map { pounds($0, school) } ?? "–") }
            + [whole])
      })
  }

  private func complexity() -> Page.Section {
    let counts: [(BilingualText, (FormulaComplexity) -> Int)] = [
      (Word.factors.text, { $0.factors }), (Word.rates.text, { $0.rates }),
      (ComparisonSentences.cells, { $0.cells }),
      (ComparisonSentences.adjustments, { $0.adjustments }),
      (ComparisonSentences.definitions, { $0.definitions }),
      (ComparisonSentences.functionCount, { $0.functions.count }),
      (ComparisonSentences.conditions, { $0.conditions }),
      (ComparisonSentences.aggregates, { $0.aggregates }),
      (ComparisonSentences.score, { $0.score }),
    ]
    return Page.Section(
      title: ComparisonSentences.complexity,
      head: [Word.formula.text] + counts.map(\.0),
      rows: formulas.map { compared in
        Page.Row(
          name: name(compared), cells: counts.map { same(String($0.1(compared.complexity))) })
      }, notes: [ComparisonSentences.complexityFormula])
  }
}

extension String {
  /// The text with a small first letter, as within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
