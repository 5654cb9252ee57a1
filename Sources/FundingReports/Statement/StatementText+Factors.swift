import FundingModel

extension StatementText {
  /// The factors by purpose, each purpose with its sum; then adjustments, in the formula's order.
  func body(_ language: Language) -> String {
    let rates = estimatedRates
    var text = ""
    for part in amounts.parts {
      text +=
        "\n"
        + Self.row(
          Names.purpose(part.kind)[language].uppercased(), Prose.pounds(part.amount))
      for line in statement.lines where line.line.purposeKind == part.kind {
        switch part.kind {
        case .purpose: text += factorText(line, estimates: rates, language)
        case .adjustments: text += lineText(line, estimates: rates, language)
        }
      }
    }
    return text
  }

  private func factorText(_ line: StatementLine, estimates: Set<String>, _ language: Language)
    -> String
  {
    var text = Self.row(
      "\(line.line.title[language]) (\(basis(of: line.line)[language]))",
      Prose.pounds(line.amount))
    let factor = statement.formula.factors.first { $0.name == line.line.name }
    if let factor { text += Self.indented(rule(of: factor)[language]) }
    guard !line.parts.isEmpty else {
      let reason =
        factor?.condition == nil ? StatementSentences.withoutCondition : StatementSentences.noPart
      return text + Self.indented(reason[language])
    }
    for part in MergedPart.merging(line.parts) {
      text += mergedText(part, of: line.line, estimates: estimates, language)
    }
    if line.exact != line.amount.pounds {
      text += Self.indented(Sentences.rounded(line.exact, to: line.amount)[language])
    }
    return text
  }

  private func mergedText(
    _ part: MergedPart, of line: AllocationLine, estimates: Set<String>, _ language: Language
  ) -> String {
    var text = Self.indented(
      "\(who(part, line)[language]): \(Prose.pounds(part.rate)) × \(Prose.number(part.driver))"
        + " = \(Prose.pounds(part.amount))")
    guard !part.workings.isEmpty else { return text }
    let names = Self.names(of: part.workings, language)
    let workings = zip(names, part.workings).map { name, value in
      let mark = estimates.contains(value.base) ? " (\(Word.estimate[language]))" : ""
      return "\(name) = "
        + Names.quantity(value.working.value, value.working.unit, language) + mark
    }
    text += TextLines.wrapped(
      Word.workedOutFrom[language] + " " + workings.joined(separator: "; "),
      after: "      ", indent: 8)
    return text
  }

  /// What workings are called: rates and fields by their own names; the three figures by which a
  /// quantum is shared out, which come last, in words.
  private static func names(of workings: [MergedPart.Value], _ language: Language) -> [String] {
    let names = workings.map(\.name)
    let shared = StatementSentences.sharing
    guard names.suffix(shared.count) == shared.map(\.english)[...] else { return names }
    return names.dropLast(shared.count) + shared.map { $0[language] }
  }

  /// Which pupils a merged part is for.
  private func who(_ part: MergedPart, _ line: AllocationLine) -> BilingualText {
    func words(_ language: Language) -> String? {
      let words = part.readings.compactMap { Names.pupils($0.field, $0.values, language) }
      return words.isEmpty ? nil : words.joined(separator: ", ")
    }
    guard let english = words(.english), let welsh = words(.welsh) else {
      return everybody(line).text
    }
    return BilingualText(en: english, cy: welsh)
  }

  /// What a part is for that tells no pupils apart.
  func everybody(_ line: AllocationLine) -> Word {
    let basis = basis(of: line)
    return basis == .eachPupilFTE || basis == .eachHead ? .allPupils : .wholeSchool
  }

  /// The factor as its file writes it.
  func rule(of factor: Factor) -> BilingualText {
    let formula = statement.formula
    var shared: String?
    if case .quantum(let total, _) = factor.each {
      shared = ExpressionText.of(total, in: formula)
    }
    return StatementSentences.rule(
      ExpressionText.of(factor.amount, in: formula),
      where: factor.condition.map { ExpressionText.of($0, in: formula) }, shared: shared)
  }

  /// A label to the left and an amount to the right; long labels take a line of their own.
  static func row(_ label: String, _ amount: String) -> String {
    let room = TextLines.width - amount.count - 2
    guard label.count > room else {
      return TextLines.fitted(label, to: room) + "  " + amount + "\n"
    }
    return TextLines.wrapped(label, indent: 2)
      + TextLines.fitted(amount, to: TextLines.width, right: true) + "\n"
  }

  private static func indented(_ text: String) -> String {
    TextLines.wrapped(text, after: "    ", indent: 6)
  }
}
