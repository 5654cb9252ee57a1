public import FundingModel

/// The comparison of formulae as a page for a browser: the tables of the text, every reference
/// school among them.
public struct ComparisonPage {
  /// The name of its file.
  public static let fileName = "comparison-of-formulae.html"

  private let comparison: FormulaComparison
  private let language: Language
  private let provenance: PageProvenance
  /// The formulae: authorities' own first, then those for any.
  private let formulas: [ComparedFormula]

  /// Makes the page of a comparison.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - language: The language that it opens in.
  ///   - provenance: Where it comes from.
  public init(
    _ comparison: FormulaComparison, language: Language, provenance: PageProvenance
  ) {
    self.comparison = comparison
    self.language = language
    self.provenance = provenance
    formulas =
      comparison.formulas.filter { $0.formula.reach != .any }
      + comparison.formulas.filter { $0.formula.reach == .any }
  }

  /// The file.
  public func file() -> OutputFile {
    OutputFile(name: Self.fileName, bytes: Array(html().utf8))
  }

  /// The page as HTML.
  public func html() -> String {
    let purposes = [("primary", 210), ("secondary", 1_000)].compactMap(byPurpose)
    return ReportPage(
      title: ComparisonSentences.title,
      kicker: BilingualText(en: "School funding in Wales", cy: "Cyllido ysgolion yng Nghymru"),
      sections: ["primary", "secondary"].compactMap(perPupil) + purposes
        + [complexity(), provenance.section()], language: language
    ).html()
  }

  private func both(_ text: (Language) -> String) -> BilingualText {
    BilingualText(en: text(.english), cy: text(.welsh))
  }

  private func same(_ text: String) -> BilingualText { BilingualText(en: text, cy: text) }

  private func name(_ compared: ComparedFormula) -> ReportPage.Cell {
    .init(
      both { Names.owner(compared.formula, $0) + (compared.formula.hasEstimates ? " *" : "") })
  }

  /// Pounds per pupil at every reference school of a sector; nil where there is none.
  private func perPupil(sector: String) -> ReportPage.Section? {
    let chosen = comparison.schools.indices.filter { comparison.schools[$0].sector == sector }
    guard !chosen.isEmpty else { return nil }
    var rows = formulas.map { compared in
      ReportPage.Row(
        [name(compared)]
          + chosen.map { .init(cell(compared.shares[$0], of: comparison.schools[$0])) })
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
        ReportPage.Row(
          [.init(title)]
            + chosen.map { index in
              .init(
                comparison.range(ofSchool: index).map { figure($0, comparison.schools[index]) }
                  ?? "–")
            }, isSummary: true))
    }
    let title = both {
      ComparisonSentences.perPupilIn[$0] + ": " + (Names.sector(sector, $0)).lowercasedFirst
    }
    let table = ReportPage.Table(
      caption: title,
      head: [Word.formula.text]
        + chosen.map { index in
          let school = comparison.schools[index]
          return both {
            "\(Prose.whole(school.pupils)), \(ComparisonSentences.freeMealsHeader[$0]) "
              + "\(school.freeMealsPercent)%"
          }
        }, rows: rows)
    return ReportPage.Section(
      id: sector, title: title,
      blocks: (sector == "primary" ? [.paragraph(ComparisonSentences.schools)] : [])
        + [.paragraph(ComparisonSentences.columns), .table(table, isFolded: false)]
        + ([ComparisonSentences.reading] + reasons).map { .paragraph($0) })
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
  private func byPurpose(sector: String, pupils: Int) -> ReportPage.Section? {
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
    let table = ReportPage.Table(
      caption: ComparisonSentences.byPurpose(school),
      head: [Word.formula.text] + kinds.map(Names.shortPurpose) + [Word.total.text],
      rows: formulas.map { compared in
        let whole = ReportPage.Cell(cell(compared.shares[index], of: school))
        let cells = kinds.map { kind -> ReportPage.Cell in
          amounts(compared).map { amounts in
            .init(amounts.amount(kind).map { pounds($0, school) } ?? "–")
          } ?? whole
        }
        return ReportPage.Row([name(compared)] + cells + [whole])
      })
    return ReportPage.Section(
      id: "\(sector)-purposes", title: table.caption, blocks: [.table(table, isFolded: false)])
  }

  private func complexity() -> ReportPage.Section {
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
    return ReportPage.Section(
      id: "complexity", title: ComparisonSentences.complexity,
      blocks: [
        .table(
          ReportPage.Table(
            caption: ComparisonSentences.complexity,
            head: [Word.formula.text] + counts.map(\.0),
            rows: formulas.map { compared in
              ReportPage.Row(
                [name(compared)] + counts.map { .init(String($0.1(compared.complexity))) })
            }), isFolded: false),
        .paragraph(ComparisonSentences.complexityFormula),
      ])
  }
}

extension String {
  /// The text with a small first letter, as within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
