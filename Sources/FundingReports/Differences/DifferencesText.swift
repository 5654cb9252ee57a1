public import FundingModel

/// Two results held against each other, as plain text of at most 100 characters a line.
public struct DifferencesText {
  /// How many schools in one result only are named; the table of differences has them all.
  private static let shownAtMost = 10

  private let found: ResultDifferences
  private let language: Language

  /// Makes the text in a language.
  public init(_ found: ResultDifferences, language: Language) {
    self.found = found
    self.language = language
  }

  /// Which two, whether they are equal, each run's totals, and what moved most.
  public func text() -> String {
    let title = DifferenceSentences.title[language]
    var text = title + "\n" + String(repeating: "-", count: title.count) + "\n"
    text += say(DifferenceSentences.result("A", found.first))
    text += say(DifferenceSentences.result("B", found.second))
    text += say(DifferenceSentences.verdict(found))
    for (letter, names) in leftOut where !names.isEmpty {
      text += say(DifferenceSentences.leftOut(letter, names))
    }
    let groups = found.groups
    text += "\n" + totals(groups) + keptBack(groups) + onlyInOne(groups)
    let moves = groups.flatMap { group in
      [group.largestGain, group.largestLoss].compactMap { $0 }
    }
    if !moves.isEmpty {
      let title = DifferenceSentences.largest[language]
      text += "\n" + title + "\n" + String(repeating: "-", count: title.count) + "\n"
      text += largest(moves)
    }
    return text
  }

  private var leftOut: [(String, [String])] {
    [
      ("A", found.runsLeftOut(of: found.first, \.first), found.yearsLeftOut(of: found.first)),
      ("B", found.runsLeftOut(of: found.second, \.second), found.yearsLeftOut(of: found.second)),
    ].map { ($0.0, $0.1 + $0.2.map(\.description)) }
  }

  private func totals(_ groups: [DifferenceGroup]) -> String {
    func column(
      _ header: BilingualText, isFigure: Bool = true, _ cell: (DifferenceGroup) -> String
    ) -> TextTable.Column {
      TextTable.Column(header: header[language], isFigure: isFigure, cells: groups.map(cell))
    }
    return TextTable(columns: [
      column(Word.run.text, isFigure: false) { $0.run.name },
      column(Word.year.text, isFigure: false) { $0.year.description },
      column(Word.schools.text) { Prose.whole($0.schools.count) },
      column(DifferenceSentences.moved) { Prose.whole($0.moved) },
      column(DifferenceSentences.firstTotal) { Prose.pounds($0.firstTotal) },
      column(DifferenceSentences.secondTotal) { Prose.pounds($0.secondTotal) },
      column(DifferenceSentences.difference) { Prose.change($0.difference) },
    ]).text()
  }

  private func keptBack(_ groups: [DifferenceGroup]) -> String {
    groups.filter { !$0.keptBack.isEmpty }.map { group in
      say(
        DifferenceSentences.keptBack(
          run: "\(group.run.name) \(group.year)", group.keptBack.count))
    }.joined()
  }

  private func onlyInOne(_ groups: [DifferenceGroup]) -> String {
    groups.flatMap { group in
      [("A", group.onlyFirst), ("B", group.onlySecond)].map { (group, $0.0, $0.1) }
    }.filter { !$0.2.isEmpty }.map { group, letter, schools in
      say(
        DifferenceSentences.only(
          in: letter, run: "\(group.run.name) \(group.year)", schools.map(\.known),
          shownAtMost: Self.shownAtMost))
    }.joined()
  }

  private func largest(_ schools: [ResultDifferences.School]) -> String {
    func column(
      _ header: BilingualText, isFigure: Bool = true, _ cell: (ResultDifferences.School) -> String
    ) -> TextTable.Column {
      TextTable.Column(header: header[language], isFigure: isFigure, cells: schools.map(cell))
    }
    return TextTable(columns: [
      column(Word.run.text, isFigure: false) { "\($0.run.name) \($0.known.year)" },
      TextTable.Column(
        header: DifferenceSentences.school[language], isFigure: false,
        cells: schools.map { "\($0.known.school) \(Names.school($0.known.name)[language])" },
        limit: 34),
      column(Word.authority.text, isFigure: false) {
        Names.authority($0.known.authority, language)
      },
      column(DifferenceSentences.difference) { $0.difference.map(Prose.change) ?? "" },
      column(Word.perPupil.text) { $0.differencePerPupil.map(Prose.change) ?? "" },
      column(DifferenceSentences.percent) {
        $0.differencePercent.map { ($0 > .zero ? "+" : "") + Prose.percent($0, places: 2) } ?? ""
      },
    ]).text()
  }

  private func say(_ sentence: BilingualText) -> String {
    TextLines.wrapped(sentence[language], indent: 2)
  }
}
