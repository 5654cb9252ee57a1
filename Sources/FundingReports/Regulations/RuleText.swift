public import FundingModel

/// Formulae held against the rules of a year, as plain text of at most 100 characters a line.
///
/// One formula is shown with every figure; several as a table.
public struct RuleText {
  private let formulas: [FormulaRules]
  private let language: Language

  /// Makes the text of formulae and their rules.
  public init(_ formulas: [FormulaRules], language: Language) {
    self.formulas = formulas
    self.language = language
  }

  /// The text; empty without formulae.
  public func text() -> String {
    guard let first = formulas.first else { return "" }
    guard formulas.count > 1 else { return details(of: first) }
    let years = Set(formulas.map(\.year)).sorted()
    return years.map { year in table(formulas.filter { $0.year == year }, year) }
      .joined(separator: "\n")
  }

  private func details(of rules: FormulaRules) -> String {
    var text = TextLines.wrapped(RuleSentences.title(rules)[language], indent: 2)
    guard !rules.readings.isEmpty else {
      return text + line(RuleSentences.noRules(rules.year))
    }
    text += line(RuleSentences.noAdvice)
    for reading in rules.readings {
      text +=
        "\n"
        + TextLines.wrapped(
          "\(reading.rule.reference[language]): \(reading.rule.text[language])", indent: 2)
      switch reading.finding {
      case .pupilLed(let found): text += found.map(parts) ?? line(RuleSentences.noSchools)
      case .needAmount(let found): text += need(found, of: rules.formula)
      case .notChecked: text += line(RuleSentences.notChecked(reading.rule.standing))
      }
    }
    return text + sources(of: rules.readings)
  }

  private func parts(_ reading: RegulationReading) -> String {
    var text = ""
    for part in reading.parts {
      text += figure(RuleSentences.way(part.tag)[language], Prose.pounds(part.amount))
      if part.tag == .alnUnstatemented, part.amount != .zero {
        text += line(RuleSentences.counted(part, reading), indent: 6)
      }
    }
    text += figure(RuleSentences.numerator[language], Prose.pounds(reading.counted))
    text += figure(RuleSentences.denominator[language], Prose.pounds(reading.allocated))
    if let share = reading.share, let isMet = reading.isMet {
      text += line(RuleSentences.result(share, isMet: isMet))
    }
    return text + line(RuleSentences.schools(reading.schools))
  }

  private func need(_ reading: NeedAmountReading, of formula: Formula) -> String {
    var text = reading.found.map { line(RuleSentences.found($0, in: formula.status)) }.joined()
    if !reading.others.isEmpty { text += line(RuleSentences.others(reading.others)) }
    if !reading.found.isEmpty, let amounts = reading.amounts, !amounts.isEmpty {
      text += line(RuleSentences.paid(amounts, isEstimate: formula.hasEstimates))
    }
    return text + line(RuleSentences.verdict(reading.verdict(of: formula.status)))
  }

  /// Each source once, in the order of the rules.
  private func sources(of readings: [RuleReading]) -> String {
    var seen: [FundingSource] = []
    for reading in readings where !seen.contains(reading.rule.source) {
      seen.append(reading.rule.source)
    }
    return "\n"
      + seen.map { source in
        let parts = [source.title, source.publisher, source.url].compactMap { $0 }
        return TextLines.wrapped(
          "\(RuleSentences.source[language]): \(parts.joined(separator: ", "))", indent: 2)
      }.joined()
  }

  private func table(_ formulas: [FormulaRules], _ year: FundingYear) -> String {
    let title = RuleSentences.tableTitle(year)[language]
    var text = title + "\n" + String(repeating: "-", count: title.count) + "\n"
    guard let readings = formulas.first?.readings, !readings.isEmpty else {
      return text + TextLines.wrapped(RuleSentences.noRules(year)[language])
    }
    text += TextLines.wrapped(RuleSentences.noAdvice[language])
    if readings.contains(where: { $0.rule.check == .pupilLed }) {
      text += TextLines.wrapped(RuleSentences.wholePounds[language])
    }
    var columns = [
      TextTable.Column(
        header: Word.formula[language], isFigure: false,
        cells: formulas.map {
          Names.owner($0.formula, language) + ($0.formula.hasEstimates ? " *" : "")
        }, limit: 26)
    ]
    if readings.contains(where: { $0.rule.check == .pupilLed }) { columns += pupilLed(formulas) }
    let asksNeed = readings.contains { $0.rule.check == .needAmount }
    if asksNeed { columns += need(formulas) }
    text += TextTable(columns: columns).text()
    if formulas.contains(where: \.formula.hasEstimates) {
      text += TextLines.wrapped(RuleSentences.estimates[language])
    }
    if asksNeed { text += TextLines.wrapped(RuleSentences.explanation[language]) }
    for reading in readings where reading.finding == .notChecked {
      text += TextLines.wrapped(
        "\(RuleSentences.notChecked(reading.rule.standing)[language]): "
          + reading.rule.text[language], indent: 2)
    }
    return text + sources(of: readings)
  }

  private func pupilLed(_ formulas: [FormulaRules]) -> [TextTable.Column] {
    let found = formulas.map { rules in
      rules.readings.lazy.compactMap { reading -> RegulationReading? in
        if case .pupilLed(let found) = reading.finding { found } else { nil }
      }.first
    }
    func pounds(_ tags: [RegulationTag]) -> [String] {
      found.map { reading in
        reading.map { reading in
          Prose.wholePounds(
            reading.parts.filter { tags.contains($0.tag) }.reduce(.zero) { $0 + $1.amount })
        } ?? "–"
      }
    }
    return [
      TextTable.Column(
        header: "(a)+(b)", isFigure: true, cells: pounds([.pupilNumbers, .sameAge])),
      TextTable.Column(header: "(c)", isFigure: true, cells: pounds([.nurseryPlaces])),
      TextTable.Column(header: "(d)", isFigure: true, cells: pounds([.alnUnstatemented])),
      TextTable.Column(
        header: "(e)+(f)", isFigure: true, cells: pounds([.alnPlaces, .alnStatemented])),
      TextTable.Column(
        header: RuleSentences.pupilLed[language], isFigure: true,
        cells: found.map { reading in
          reading?.share.flatMap(Names.percent).map { Prose.percent($0, places: 2) } ?? "–"
        }),
      TextTable.Column(
        header: RuleSentences.seventy[language], isFigure: false,
        cells: found.map { reading in
          reading?.isMet.map { ($0 ? RuleSentences.met : RuleSentences.below)[language] } ?? "–"
        }),
    ]
  }

  private func need(_ formulas: [FormulaRules]) -> [TextTable.Column] {
    let found = formulas.map { rules in
      rules.readings.lazy.compactMap { reading -> NeedAmountReading? in
        if case .needAmount(let found) = reading.finding { found } else { nil }
      }.first
    }
    func column(
      _ header: BilingualText, _ cell: (NeedAmountReading, Formula) -> String
    ) -> TextTable.Column {
      TextTable.Column(
        header: header[language], isFigure: false,
        cells: zip(found, formulas).map { reading, rules in
          reading.map { cell($0, rules.formula) } ?? "–"
        }, limit: 34)
    }
    return [
      column(RuleSentences.needAmount) { reading, _ in
        let fields = NeedAmountReading.fields.filter { field in
          reading.found.contains { $0.fields.contains(field) }
        }
        return fields.isEmpty
          ? "–" : fields.map { RuleSentences.field($0)[language] }.joined(separator: ", ")
      },
      column(RuleSentences.basis) { reading, formula in
        guard !reading.found.isEmpty else { return "–" }
        if reading.found.contains(where: \.isPublished) {
          return RuleSentences.shortPublished[language]
        }
        return (formula.status == .fitted ? RuleSentences.shortAssumed : RuleSentences.shortOwn)[
          language]
      },
      column(RuleSentences.unpaid) { reading, _ in
        guard !reading.found.isEmpty, reading.amounts != nil else { return "–" }
        let names = reading.unpaidSectors.map { Names.sector($0, language) }
        return names.isEmpty ? "–" : names.joined(separator: ", ")
      },
      column(RuleSentences.mustChange) { reading, formula in
        RuleSentences.shortVerdict(reading.verdict(of: formula.status))[language]
      },
    ]
  }

  private func line(_ text: BilingualText, indent: Int = 4) -> String {
    TextLines.wrapped(
      text[language], after: String(repeating: " ", count: indent), indent: indent + 2)
  }

  private func figure(_ label: String, _ amount: String) -> String {
    TextLines.fitted("    " + label, to: 60) + TextLines.fitted(amount, to: 24, right: true) + "\n"
  }
}
