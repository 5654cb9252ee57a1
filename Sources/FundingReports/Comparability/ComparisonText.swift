public import FundingModel

/// The comparison of formulae as plain text of at most 100 characters a line.
public struct ComparisonText {
  private let comparison: FormulaComparison
  private let language: Language
  /// The formulae: authorities' own first, then those for any.
  private let formulas: [ComparedFormula]
  /// Each different reason why something can't be worked out, in the order of the tables.
  private let reasons: [String]

  /// Makes the text of a comparison.
  public init(_ comparison: FormulaComparison, language: Language) {
    self.comparison = comparison
    self.language = language
    formulas =
      comparison.formulas.filter { $0.formula.reach != .any }
      + comparison.formulas.filter { $0.formula.reach == .any }
    var reasons: [String] = []
    for formula in formulas {
      for share in formula.shares {
        guard case .notWorked(let failure) = share else { continue }
        let reason = ComparisonSentences.reason(failure)[language]
        if !reasons.contains(reason) { reasons.append(reason) }
      }
    }
    self.reasons = reasons
  }

  /// The text.
  public func text() -> String {
    var text = Self.heading(ComparisonSentences.title[language])
    text += TextLines.wrapped(ComparisonSentences.schools[language]) + "\n"
    text += overview() + TextLines.wrapped(ComparisonSentences.reading[language])
    for (index, reason) in reasons.enumerated() {
      text += TextLines.wrapped(
        "\(ComparisonSentences.notWorkedOut[language]): \(reason)", after: "[\(index + 1)] ",
        indent: 4)
    }
    text += "\n" + Self.heading(ComparisonSentences.ranges[language]) + ranges()
    for (sector, pupils) in [("primary", 210), ("secondary", 1_000)] {
      text += byPurpose(sector: sector, pupils: pupils)
    }
    text += "\n" + Self.heading(ComparisonSentences.complexity[language]) + complexity()
    return text + TextLines.wrapped(ComparisonSentences.complexityFormula[language])
  }

  private static func heading(_ title: String) -> String {
    title + "\n" + String(repeating: "-", count: min(title.count, TextLines.width)) + "\n"
  }

  private func name(_ compared: ComparedFormula) -> String {
    Names.owner(compared.formula, language) + (compared.formula.hasEstimates ? " *" : "")
  }

  /// The schools' places in the comparison at one share of free school meals.
  private var middle: [Int] {
    comparison.schools.indices.filter {
      comparison.schools[$0].freeMealsPercent == ReferenceSchool.middleFreeMealsPercent
    }
  }

  /// Formulae by reference school, then the cheapest, the dearest and their ratio.
  private func overview() -> String {
    let names =
      formulas.map(name)
      + [ComparisonSentences.cheapest, ComparisonSentences.dearest, ComparisonSentences.ratioRow]
      .map { $0[language] }
    let nameWidth = min(28, names.map(\.count).max() ?? 0)
    let width = 8
    var top = ComparisonSentences.perPupil[language] + "\n"
    top += String(repeating: " ", count: nameWidth)
    for sector in ["primary", "secondary"] {
      let count = middle.count { comparison.schools[$0].sector == sector }
      guard count > 0 else { continue }
      top +=
        "  "
        + TextLines.fitted(
          ComparisonSentences.schoolsOf(sector)[language], to: count * (width + 2) - 2)
    }
    var columns = [
      TextTable.Column(
        header: Word.formula[language], isFigure: false, cells: names, limit: nameWidth)
    ]
    for index in middle {
      let range = comparison.range(ofSchool: index)
      let cells =
        formulas.map { cell($0.shares[index], of: comparison.schools[index]) }
        + [
          range.map { pounds($0.least, comparison.schools[index]) } ?? "–",
          range.map { pounds($0.greatest, comparison.schools[index]) } ?? "–",
          range?.ratio.map { $0.decimal(places: 2, atLeast: 2) } ?? "–",
        ]
      let header = Prose.whole(comparison.schools[index].pupils)
      columns.append(
        TextTable.Column(
          header: TextLines.fitted(header, to: width, right: true), isFigure: true, cells: cells))
    }
    return top.trimmedAtEnd + "\n" + TextTable(columns: columns).text()
  }

  private func cell(_ share: ReferenceShare, of school: ReferenceSchool) -> String {
    switch share {
    case .worked(let amounts): pounds(amounts.total, school)
    case .notWorked(let failure): note(failure)
    }
  }

  private func note(_ failure: ReferenceFailure) -> String {
    let reason = ComparisonSentences.reason(failure)[language]
    return "[\((reasons.firstIndex(of: reason) ?? 0) + 1)]"
  }

  /// An amount for each pupil, to the nearest pound, halves away from zero.
  private func pounds(_ amount: Money, _ school: ReferenceSchool) -> String {
    guard let exact = try? amount.pounds.divided(by: Rational(school.pupils)) else { return "–" }
    return Prose.wholePounds(Money(pounds: Int64(exact.rounded())))
  }

  private func ranges() -> String {
    let rows = comparison.schools.indices.compactMap { index in
      comparison.range(ofSchool: index).map { (school: comparison.schools[index], range: $0) }
    }
    typealias Row = (school: ReferenceSchool, range: FormulaComparison.Range)
    func column(_ header: BilingualText, _ isFigure: Bool = true, _ cell: (Row) -> String)
      -> TextTable.Column
    {
      TextTable.Column(
        header: header[language], isFigure: isFigure, cells: rows.map(cell), limit: 28)
    }
    let blank = BilingualText(en: "", cy: "")
    return TextTable(columns: [
      column(ComparisonSentences.school, false) { Names.reference($0.school, language) },
      column(ComparisonSentences.freeMealsHeader) { "\($0.school.freeMealsPercent)%" },
      column(ComparisonSentences.cheapest, false) { Names.owner($0.range.cheapest, language) },
      column(blank) { pounds($0.range.least, $0.school) },
      column(ComparisonSentences.dearest, false) { Names.owner($0.range.dearest, language) },
      column(blank) { pounds($0.range.greatest, $0.school) },
      column(ComparisonSentences.ratio) {
        $0.range.ratio.map { $0.decimal(places: 2, atLeast: 2) } ?? "–"
      },
    ]).text()
  }

  private func byPurpose(sector: String, pupils: Int) -> String {
    guard
      let index = middle.first(where: {
        comparison.schools[$0].sector == sector && comparison.schools[$0].pupils == pupils
      })
    else { return "" }
    let school = comparison.schools[index]
    func amounts(_ compared: ComparedFormula) -> PurposeAmounts? {
      if case .worked(let amounts) = compared.shares[index] { amounts } else { nil }
    }
    let kinds = PurposeAmounts.Kind.all.filter { kind in
      formulas.contains { (amounts($0)?.amount(kind) ?? .zero) != .zero }
    }
    let name = TextTable.Column(
      header: Word.formula[language], isFigure: false, cells: formulas.map(self.name), limit: 28)
    let parts = kinds.map { kind in
      TextTable.Column(
        header: Names.shortPurpose(kind)[language], isFigure: true,
        cells: formulas.map { compared in
          guard let amounts = amounts(compared) else {
            return cell(compared.shares[index], of: school)
          }
          return amounts.amount(kind).map { pounds($0, school) } ?? "–"
        })
    }
    let total = TextTable.Column(
      header: Word.total[language], isFigure: true,
      cells: formulas.map { cell($0.shares[index], of: school) })
    return "\n" + Self.heading(ComparisonSentences.byPurpose(school)[language])
      + TextTable(columns: [name] + parts + [total]).text()
  }

  private func complexity() -> String {
    func column(_ header: String, _ count: (FormulaComplexity) -> Int) -> TextTable.Column {
      TextTable.Column(
        header: header, isFigure: true, cells: formulas.map { String(count($0.complexity)) })
    }
    return TextTable(columns: [
      TextTable.Column(
        header: Word.formula[language], isFigure: false, cells: formulas.map(name), limit: 22),
      column(Word.factors[language]) { $0.factors },
      column(Word.rates[language]) { $0.rates },
      column(ComparisonSentences.cells[language]) { $0.cells },
      column(ComparisonSentences.adjustments[language]) { $0.adjustments },
      column(ComparisonSentences.definitions[language]) { $0.definitions },
      column(ComparisonSentences.functionCount[language]) { $0.functions.count },
      column(ComparisonSentences.conditions[language]) { $0.conditions },
      column(ComparisonSentences.aggregates[language]) { $0.aggregates },
      column(ComparisonSentences.score[language]) { $0.score },
    ]).text()
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmedAtEnd: String {
    let end = lastIndex { $0 != " " }.map(index(after:)) ?? startIndex
    return String(self[..<end])
  }
}
