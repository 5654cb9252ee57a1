public import FundingModel

/// What schools cost against what they get, as a page for a browser.
public struct AdequacyPage {
  /// The name of its file.
  public static let fileName = "adequacy.html"

  private let section: AdequacySection
  private let scenario: Scenario
  private let language: Language
  private let provenance: PageProvenance

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - adequacy: The shares and costs.
  ///   - scenario: The scenario that they are of.
  ///   - language: The language that it opens in.
  ///   - disclosure: What it keeps back.
  ///   - provenance: Where it comes from.
  ///   - explain: The words of the command that explains a school's cost, `NUMBER` for its number.
  public init(
    _ adequacy: Adequacy, of scenario: Scenario, language: Language, disclosure: Disclosure,
    provenance: PageProvenance, explain: [String]
  ) {
    let explain = Report.shell(["cyllido"] + explain)
    section = AdequacySection(adequacy: adequacy, disclosure: disclosure, explain: explain)
    self.scenario = scenario
    self.language = language
    self.provenance = provenance
  }

  /// The file.
  public func file() -> OutputFile {
    OutputFile(name: Self.fileName, bytes: Array(html().utf8))
  }

  /// The page as HTML.
  public func html() -> String {
    ReportPage(
      title: BilingualText(
        en: "\(AdequacySentences.title.english): \(scenario.title.english)",
        cy: "\(AdequacySentences.title.welsh): \(scenario.title.welsh)"),
      kicker: AdequacySentences.kicker(section.adequacy.census.schools.coverage),
      sections: [
        about, section.section, schools,
        provenance.section(
          keepsBack: section.disclosure.hides,
          more: Report.estimates(of: section.adequacy.census)),
      ],
      language: language
    ).html()
  }

  /// What a reader must know of the data first.
  private var about: ReportPage.Section {
    let census = section.adequacy.census
    let disclosure = section.disclosure
    let kept =
      disclosure.reason == .workingTables ? [DisclosureWords.working] : disclosure.sentences
    let doubts =
      [census.schools.coverage.caution].compactMap(\.self)
      + (census.schools.areModelled ? [Sentences.modelledSchools] : [])
      + (disclosure.warns ? kept : [])
    return ReportPage.Section(
      id: "about", title: BilingualText(en: "Read this first", cy: "Darllenwch hyn yn gyntaf"),
      blocks: doubts.map { .caution($0) }
        + (disclosure.warns || disclosure.hides ? [] : kept).map { .paragraph($0) }
        + (disclosure.hides ? [.paragraph(DisclosureWords.meaning)] : [])
        + [.paragraph(AdequacySentences.marks)])
  }

  /// Every school, an authority at a time: its cost, and what each run leaves of it.
  private var schools: ReportPage.Section {
    let table = section.adequacy.census.schools
    let runs = section.runs.map { run in
      Dictionary(
        section.rows(run).map { ($0.row.row, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let kept = Set(
      section.adequacy.rows.filter { $0.cost != nil && !section.isShown($0) }.map(\.row))
    let costed = (0..<table.count).filter { row in
      kept.contains(row) || runs.contains { $0[row] != nil }
    }
    let year = section.firstYear ?? scenario.year
    let heads = section.runs.flatMap { run -> [BilingualText] in
      let name = section.label(run, year)
      return [
        AdequacySentences.of(AdequacySentences.gapPerPupil, name),
        AdequacySentences.of(AdequacySentences.covered, name),
      ]
    }
    let tables = Set(costed.map { table.authorities[$0] }).sorted().map { code in
      ReportPage.Table(
        caption: ReportSentences.authority(code),
        head: [
          StaffingSentences.school, Word.sector.text, Word.pupils.text, AdequacySentences.cost,
          AdequacySentences.costPerPupil,
        ] + heads, words: 2,
        rows: costed.filter { table.authorities[$0] == code }.map { row in
          let names: [ReportPage.Cell] = [
            .init(Names.school(table.names[row], numbered: table.numbers[row])),
            .init(ReportSentences.sector(table.sectors[row])),
          ]
          guard let first = runs.lazy.compactMap({ $0[row] }).first else {
            return ReportPage.Row(
              names + Array(repeating: .sign, count: 3 + heads.count))
          }
          let cells = runs.flatMap { run -> [ReportPage.Cell] in
            guard let one = run[row] else { return [.none, .none] }
            return [
              section.each(one.gap, one.row.pupils), section.covered(one.row.share, of: one.cost),
            ]
          }
          return ReportPage.Row(
            names + [
              .whole(first.row.pupils),
              .money(first.cost, mark: section.mark), section.each(first.cost, first.row.pupils),
            ] + cells)
        })
    }
    return ReportPage.Section(
      id: "schools", title: AdequacySentences.eachSchool,
      blocks: [.paragraph(AdequacySentences.allInFile)]
        + tables.map { .table($0, isFolded: true) })
  }
}
