import FundingModel

/// The first sheet of a workbook: what it is, in words, and where to look.
struct AboutSheet {
  /// A sheet that follows, for the list.
  struct Entry {
    /// Its name on the tab.
    let sheet: String
    /// The table it shows.
    let table: String
    /// How many rows of the table it holds.
    let rows: Int
  }

  /// What was found.
  let result: ScenarioResult
  /// The language.
  let language: Language
  /// The program's version.
  let version: String
  /// What was kept back.
  let disclosure: Disclosure
  /// The sheets that follow.
  let entries: [Entry]
  /// The rows of links, for the end of the part.
  private var links: [(row: Int, sheet: String)] = []
  private var writer = SheetWriter()

  /// Makes the sheet of a result.
  init(
    result: ScenarioResult, language: Language, version: String, disclosure: Disclosure,
    entries: [Entry]
  ) {
    self.result = result
    self.language = language
    self.version = version
    self.disclosure = disclosure
    self.entries = entries
  }

  /// Its name in a language.
  static let name = BilingualText(en: "About", cy: "Ynghylch")

  /// Writes the sheet.
  mutating func sheet(texts: inout SharedTexts) -> Sheet {
    heading(&texts)
    runs(&texts)
    data(&texts)
    spending(&texts)
    reading(&texts)
    contents(&texts)
    return Sheet(name: Self.name[language], part: part(), repeatedRows: nil)
  }

  private mutating func heading(_ texts: inout SharedTexts) {
    let scenario = result.scenario
    writer.beginRow()
    writer.add(text: texts.number(of: scenario.title[language]), style: .title)
    writer.endRow()
    if let why = scenario.why { pair(WorkbookWords.question, why[language], &texts) }
    if let source = scenario.source {
      pair(WorkbookWords.source, source.title + (source.url.map { ", \($0)" } ?? ""), &texts)
    }
    pair(Word.year.text, scenario.year.description, &texts)
    pair(WorkbookWords.madeBy, "Cyllido \(version), \(scenario.path)", &texts)
    // With it, guesses at what is kept back could be checked.
    let digest =
      disclosure.hides ? DisclosureWords.digest[language] : RunRecord.digest(of: result)
    pair(WorkbookWords.digest, digest, &texts)
  }

  private mutating func runs(_ texts: inout SharedTexts) {
    title(WorkbookWords.runs, &texts)
    let parts = SummaryParts(result: result, language: language)
    for outcome in OrderedOutcomes(of: result).outcomes {
      let totals = RunTotals(of: outcome, in: result)
      var text =
        "\(outcome.allocation.year): \(parts.formulas(of: outcome)). "
        + WorkbookWords.total(schools: totals.schools, total: totals.total)[language]
      if let solve = outcome.solve {
        text += " " + Sentences.solved(run: outcome.specification.name, solve)[language]
      }
      pair(outcome.specification.name, text, &texts)
    }
    if !result.comparison.with.isEmpty {
      pair(
        WorkbookWords.baseline, Names.run(result.comparison.baseline, language), &texts)
    }
  }

  private mutating func data(_ texts: inout SharedTexts) {
    title(Word.data.text, &texts)
    let census = result.census
    let pupils = (0..<census.schools.count).reduce(Int64(0)) {
      $0 + census.pupils.heads(ofSchool: $1)
    }
    line(Sentences.data(schools: census.schools.count, pupils: pupils)[language], &texts)
    if let caution = census.schools.coverage.caution { line(caution[language], &texts) }
    if census.schools.areModelled { line(Sentences.modelledSchools[language], &texts) }
    line(
      (census.estimates.isEmpty ? Sentences.noEstimates : Sentences.estimates(census.estimates))[
        language], &texts)
    var told: [Formula.Status] = []
    for outcome in result.runs {
      for group in outcome.allocation.groups where !told.contains(group.formula.status) {
        told.append(group.formula.status)
      }
    }
    for status in Formula.Status.allCases where told.contains(status) {
      line(Sentences.meaning(of: status)[language] + ".", &texts)
    }
    for sentence in disclosure.sentences { line(sentence[language], &texts) }
  }

  /// Every line of spending that the budgets count, with its source.
  private mutating func spending(_ texts: inout SharedTexts) {
    guard !result.spending.used.isEmpty else { return }
    title(SpendingWords.title, &texts)
    for line in result.spending.used {
      pair(SpendingWords.whose(line), SpendingWords.told(line)[language], &texts)
    }
  }

  private mutating func reading(_ texts: inout SharedTexts) {
    title(WorkbookWords.reading, &texts)
    for sentence in WorkbookWords.howToRead { line(sentence[language], &texts) }
    for sentence in BenchmarkSentences.caveats(of: result) { line(sentence[language], &texts) }
    if disclosure.hides { line(DisclosureWords.meaning[language], &texts) }
  }

  private mutating func contents(_ texts: inout SharedTexts) {
    title(WorkbookWords.sheets, &texts)
    for entry in entries {
      writer.beginRow()
      links.append((writer.rowCount, entry.sheet))
      writer.add(text: texts.number(of: entry.sheet), style: .link)
      let parts = entries.filter { $0.table == entry.table }.count
      let words = WorkbookWords.rows(entry.rows, of: entry.table, parts: parts)[language]
      writer.add(text: texts.number(of: words), style: .wrapped)
      writer.endRow()
    }
  }

  private mutating func title(_ text: BilingualText, _ texts: inout SharedTexts) {
    writer.beginRow()
    writer.endRow()
    writer.beginRow()
    writer.add(text: texts.number(of: text[language]), style: .heading)
    writer.endRow()
  }

  private mutating func pair(
    _ label: BilingualText, _ text: String, _ texts: inout SharedTexts
  ) {
    pair(label[language], text, &texts)
  }

  private mutating func pair(_ label: String, _ text: String, _ texts: inout SharedTexts) {
    writer.beginRow(height: Self.height(of: text))
    writer.add(text: texts.number(of: label), style: .label)
    writer.add(text: texts.number(of: text), style: .wrapped)
    writer.endRow()
  }

  private mutating func line(_ text: String, _ texts: inout SharedTexts) {
    writer.beginRow(height: Self.height(of: text))
    writer.skip()
    writer.add(text: texts.number(of: text), style: .wrapped)
    writer.endRow()
  }

  /// The height of a wrapped text in points: not every program works it out by itself.
  private static func height(of text: String) -> Int {
    15
      * text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + max(0, $1.count - 1) / 95 }
  }

  private func part() -> [UInt8] {
    var part = Array(
      (XMLPart.head + "<worksheet xmlns=\"\(XMLPart.main)\">"
        + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        + "<sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"/>"
        + "</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
        + "<cols><col min=\"1\" max=\"1\" width=\"26\" customWidth=\"1\"/>"
        + "<col min=\"2\" max=\"2\" width=\"100\" customWidth=\"1\"/></cols><sheetData>").utf8)
    part += writer.bytes
    let hyperlinks = links.map { row, sheet in
      let name = XMLText.escaped(sheet.replacing("'", with: "''"))
      return "<hyperlink ref=\"A\(row)\" location=\"'\(name)'!A1\"/>"
    }.joined()
    part += Array(
      ("</sheetData>" + (links.isEmpty ? "" : "<hyperlinks>\(hyperlinks)</hyperlinks>")
        + "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" "
        + "footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
        + "</worksheet>").utf8)
    return part
  }
}
