public import FundingModel

extension StatementText {
  /// The statement as plain text of at most 100 characters a line.
  ///
  /// Factors stand under their purpose, each purpose with its sum. Each line shows the formula's own
  /// words and its parts, rate × driver = amount, groups of pupils with the same rate together, then
  /// what the rates were made of, estimates marked; where the exact amount is not whole pennies it
  /// says how it was rounded. At the foot every run stands side by side, and the rates' sources.
  ///
  /// - Parameter language: The language.
  /// - Returns: The text.
  public func text(_ language: Language) -> String {
    var text = header(language) + body(language)
    text += String(repeating: "-", count: TextLines.width) + "\n"
    text += Self.figure(total[language], Prose.pounds(statement.share))
    if let perPupil { text += Self.figure(Word.perPupil[language], Prose.pounds(perPupil)) }
    let sentence = total == Word.budgetShare.text ? Sentences.addsUp : Sentences.addsUpToTotal
    text += TextLines.wrapped(sentence[language])
    if fullTimeParts.count > 1 {
      text += TextLines.wrapped(StatementSentences.fullTimeMeaning[language])
    }
    return text + foot(language)
  }

  private func header(_ language: Language) -> String {
    let schools = census.schools
    let row = statement.row
    let formula = statement.formula
    func field(_ word: Word, _ value: String) -> String {
      TextLines.wrapped("\(word[language]): \(value)", indent: 2)
    }
    var text = TextLines.wrapped(
      "\(Names.school(schools.names[row])[language]) (\(schools.numbers[row]))")
    if schools.areModelled { text += TextLines.wrapped(Sentences.modelledSchool[language]) }
    let code = schools.authorities[row]
    text += field(.authority, "\(Names.authority(code, language)) (\(code))")
    text += field(.sector, Names.sector(schools.sectors[row], language))
    text += field(.heads, Prose.whole(statement.heads))
    text += field(
      .fullTimeEquivalent, StatementSentences.fullTime(statement.fte, fullTimeParts))
    text += field(.run, "\(run), \(year)")
    text += field(.formula, "\(formula.title[language]) (\(formula.path))")
    text += field(.status, Sentences.meaning(of: formula.status)[language])
    return text
  }

  /// A line and its parts one by one: adjustments.
  func lineText(_ line: StatementLine, estimates: Set<String>, _ language: Language)
    -> String
  {
    var text = Self.figure(
      "\(line.line.title[language]) (\(basis(of: line.line)[language]))",
      Prose.pounds(line.amount))
    text += walkText(line.walk, language)
    for part in line.parts {
      text +=
        line.walk.isEmpty
        ? partText(part, of: line, estimates: estimates, language)
        : workingsText(part, estimates: estimates, language)
    }
    if line.exact != line.amount.pounds {
      text += Self.indented(Sentences.rounded(line.exact, to: line.amount)[language])
    }
    return text
  }

  private func partText(
    _ part: StatementPart, of line: StatementLine, estimates: Set<String>, _ language: Language
  ) -> String {
    let sum =
      "\(Prose.pounds(part.rate)) × \(Prose.number(part.driver)) = \(Prose.pounds(part.amount))"
    let text = Self.indented("\(who(part, line.line)[language]): \(sum)")
    return text + workingsText(part, estimates: estimates, language)
  }

  /// What a part's rate was made of, estimates marked; empty where nothing was looked up.
  private func workingsText(_ part: StatementPart, estimates: Set<String>, _ language: Language)
    -> String
  {
    guard !part.workings.isEmpty else { return "" }
    let workings = part.workings.map { working in
      let mark =
        isEstimate(working, among: estimates) ? " (\(Word.estimate[language]))" : ""
      return "\(working.name) = \(Names.quantity(working.value, working.unit, language))\(mark)"
    }
    return TextLines.wrapped(
      Word.workedOutFrom[language] + " " + workings.joined(separator: "; "),
      after: "      ", indent: 8)
  }

  /// Which pupils a part is for.
  func who(_ part: StatementPart, _ line: AllocationLine) -> BilingualText {
    guard part.pupils.isEmpty else {
      func words(_ language: Language) -> String {
        part.pupils.compactMap { Names.pupils($0.field, [$0.value], language) }
          .joined(separator: ", ")
      }
      return BilingualText(en: words(.english), cy: words(.welsh))
    }
    return everybody(line).text
  }

  private static func indented(_ text: String) -> String {
    TextLines.wrapped(text, after: "    ", indent: 6)
  }

  /// A label to the left and an amount to the right.
  private static func figure(_ label: String, _ amount: String) -> String {
    let room = TextLines.width - amount.count - 2
    guard label.count > room else {
      return TextLines.fitted(label, to: room) + "  " + amount + "\n"
    }
    return TextLines.wrapped(label, indent: 2)
      + TextLines.fitted(amount, to: TextLines.width, right: true) + "\n"
  }
}
