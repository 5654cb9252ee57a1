public import FundingModel

/// Shares against costs as plain text of at most 100 characters a line.
public struct AdequacyText {
  private let adequacy: Adequacy
  private let language: Language

  /// Makes the text in a language.
  public init(_ adequacy: Adequacy, language: Language) {
    self.adequacy = adequacy
    self.language = language
  }

  /// The sums of Wales by sector, then of each authority, then the assumptions' sources.
  public func text() -> String {
    var text = Self.heading(AdequacySentences.title[language])
    let coverage = adequacy.census.schools.coverage
    if let caution = coverage.caution { text += TextLines.wrapped(caution[language]) }
    if adequacy.census.schools.areModelled {
      text += TextLines.wrapped(Sentences.modelledSchools[language])
    }
    text += TextLines.wrapped(AdequacySentences.estimates(adequacy.assumptions)[language])
    text += TextLines.wrapped(AdequacySentences.reading[language])
    let wales = adequacy.groups.filter { $0.authority == nil }
    text += "\n" + Self.heading(AdequacySentences.bySector(coverage.name)[language])
    text += table(
      wales, header: Word.sector[language],
      name: { group in
        group.sector.map { Names.sector($0, language) } ?? Word.all[language]
      })
    let beyond = adequacy.yearsBeyond
    if !beyond.isEmpty {
      text += TextLines.wrapped(
        AdequacySentences.beyond(beyond, of: adequacy.assumptions)[language])
    }
    if let left = wales.filter({ $0.sector == nil && !beyond.contains($0.year) }).map(\.leftOut)
      .max(), left > 0
    {
      text += TextLines.wrapped(
        AdequacySentences.leftOut(left, of: adequacy.sectorsWithoutCost)[language])
    }
    text += "\n" + Self.heading(AdequacySentences.byAuthority[language])
    text += table(
      adequacy.groups.filter { $0.authority != nil && $0.sector == nil },
      header: Word.authority[language],
      name: { group in group.authority.map { Names.authority($0, language) } ?? "" })
    text += "\n" + Self.heading(AdequacySentences.assumptions[language])
    for rate in adequacy.assumptions.rates {
      text += TextLines.wrapped(
        AdequacySentences.rate(rate, adequacy.assumptions, language), indent: 2)
    }
    return text
  }

  private static func heading(_ title: String) -> String {
    title + "\n" + String(repeating: "-", count: min(title.count, TextLines.width)) + "\n"
  }

  private func table(
    _ all: [Adequacy.Group], header: String, name: (Adequacy.Group) -> String
  ) -> String {
    // Sectors without any cost are told below the table, not as rows of dashes.
    let groups = all.filter { $0.schools > 0 }
    let years = Set(groups.map(\.year)).count
    func column(_ header: BilingualText, _ cell: (Adequacy.Group) -> String) -> TextTable.Column {
      TextTable.Column(header: header[language], isFigure: true, cells: groups.map(cell))
    }
    return TextTable(
      columns: [
        TextTable.Column(header: header, isFigure: false, cells: groups.map(name)),
        TextTable.Column(
          header: Word.run[language], isFigure: false,
          cells: groups.map { group in
            let run = Names.run(group.run, language)
            return years > 1 ? "\(run) \(group.year)" : run
          }),
        column(Word.schools.text) { Prose.whole($0.schools) },
        column(AdequacySentences.below) { Prose.whole($0.below) },
        column(AdequacySentences.covered) {
          Adequacy.covered($0.share, of: $0.cost).map { Prose.percent($0) } ?? "–"
        },
        column(AdequacySentences.gap) { Prose.wholePounds($0.gap) },
        column(AdequacySentences.perPupil) {
          Adequacy.perPupil($0.gap, $0.pupils).map(Prose.wholePounds) ?? "–"
        },
        column(AdequacySentences.costPerPupil) {
          Adequacy.perPupil($0.cost, $0.pupils).map(Prose.wholePounds) ?? "–"
        },
      ], naming: 2
    ).text()
  }
}
