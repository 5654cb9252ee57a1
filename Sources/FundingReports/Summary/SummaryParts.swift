import FundingModel

/// The parts of a summary, each a text of whole lines; empty where there is nothing to say.
struct SummaryParts {
  /// What was found.
  let result: ScenarioResult
  /// The language.
  let language: Language

  /// Title, year and question.
  func heading() -> String {
    let scenario = result.scenario
    var text = TextLines.wrapped(scenario.title[language] + ", \(scenario.year)")
    if let why = scenario.why { text += TextLines.wrapped(why[language]) }
    if let source = scenario.source {
      text += TextLines.wrapped(source.title + (source.url.map { ", \($0)" } ?? ""))
    }
    return text
  }

  /// Which schools and pupils, and what of them is modelled or estimated.
  func data() -> String {
    let census = result.census
    let pupils = (0..<census.schools.count).reduce(Int64(0)) {
      $0 + census.pupils.heads(ofSchool: $1)
    }
    var text = say(Sentences.data(schools: census.schools.count, pupils: pupils))
    if let caution = census.schools.coverage.caution { text += say(caution) }
    if census.schools.areModelled { text += say(Sentences.modelledSchools) }
    text += say(
      census.estimates.isEmpty ? Sentences.noEstimates : Sentences.estimates(census.estimates))
    return text
  }

  /// Each run's formulae and total, and what was solved.
  func totals() -> String {
    let left = result.waysOfSharing
    let outcomes = OrderedOutcomes(of: result).outcomes.filter {
      !left.contains($0.specification.name)
    }
    let totals = outcomes.map { RunTotals(of: $0, in: result) }
    func column(_ word: Word, _ cells: [String], isFigure: Bool = true) -> TextTable.Column {
      TextTable.Column(header: word[language], isFigure: isFigure, cells: cells)
    }
    let table = TextTable(columns: [
      column(.run, outcomes.map { $0.specification.name }, isFigure: false),
      column(.year, outcomes.map { $0.allocation.year.description }, isFigure: false),
      column(.schools, totals.map { Prose.whole($0.schools) }),
      column(.pupils, totals.map { Prose.whole($0.pupils) }),
      column(.total, totals.map { Prose.pounds($0.total) }),
      column(.perPupil, totals.map { $0.perPupil.map { Prose.pounds($0) } ?? "" }),
    ])
    var text = table.text()
    for outcome in outcomes where outcome.allocation.year == result.scenario.year {
      text += TextLines.wrapped(
        outcome.specification.name + ": " + formulas(of: outcome) + ".", indent: 2)
    }
    for status in Formula.Status.allCases
    where outcomes.contains(where: {
      $0.allocation.groups.contains { $0.formula.status == status }
    }) {
      text += say(Sentences.explained(status))
    }
    for run in left { text += say(Sentences.onlyShares(run)) }
    for outcome in outcomes {
      let run = result.name(of: outcome.specification.name, in: outcome.allocation.year)
      if let lines = outcome.lines { text += say(Sentences.moved(run: run, lines)) }
      guard let solve = outcome.solve else { continue }
      text += say(Sentences.solved(run: run, solve))
      if let search = solve.search { text += say(Sentences.searched(run: run, search)) }
    }
    return text
  }

  /// How many formulae of each status: a reader must see what rests on estimates.
  func formulas(of outcome: RunOutcome) -> String {
    let grants = outcome.specification.grants.map(\.name)
    return own(outcome)
      + (grants.isEmpty
        ? "" : "; \(Word.grants[language]): " + grants.joined(separator: ", "))
  }

  private func own(_ outcome: RunOutcome) -> String {
    let formulas = outcome.allocation.groups.map(\.formula)
    if formulas.count == 1, let formula = formulas.first {
      return "\(formula.title[language]) (\(Names.status(formula.status)[language]))"
    }
    return Word.formulae[language] + ": "
      + Formula.Status.allCases.compactMap { status in
        let count = formulas.filter { $0.status == status }.count
        return count == 0 ? nil : "\(Names.status(status)[language]) \(count)"
      }.joined(separator: ", ")
  }

  /// Winners and losers by sector, a table for each compared run and year.
  func winners() -> String {
    let rows = result.winners.filter { row in
      switch row.group {
      case .all, .sector: true
      case .authority: false
      }
    }.filter { result.yearsShown.contains($0.year) }
    var parts: [(run: String, year: FundingYear, rows: [WinnersRow])] = []
    for row in rows {
      if let index = parts.firstIndex(where: { $0.run == row.run && $0.year == row.year }) {
        parts[index].rows.append(row)
      } else {
        parts.append((row.run, row.year, [row]))
      }
    }
    guard !parts.isEmpty else { return say(Sentences.nothingCompared) }
    return parts.map { part in
      let title = Sentences.held(
        run: part.run, against: runName(result.comparison.baseline), year: part.year)
      return say(title) + winnersTable(part.rows).text()
    }.joined(separator: "\n") + yearsBetween(file: "winners.csv")
      + (PublishedDistance(of: result)?.sentences(areModelled: result.census.schools.areModelled)
      ?? []).map(say).joined()
  }

  /// That years between the first and the last are not shown; empty where there are none.
  private func yearsBetween(file: String) -> String {
    result.censuses.years.count > result.yearsShown.count
      ? say(Sentences.yearsBetween(file: file)) : ""
  }

  private func winnersTable(_ rows: [WinnersRow]) -> TextTable {
    func figures(_ word: Word, _ text: (WinnersRow) -> String) -> TextTable.Column {
      TextTable.Column(header: word[language], isFigure: true, cells: rows.map(text))
    }
    let groups = rows.map { row in
      switch row.group {
      case .all: Word.all[language]
      case .sector(let sector): Names.sector(sector, language)
      case .authority(let code): Names.authority(code, language)
      }
    }
    return TextTable(columns: [
      TextTable.Column(header: Word.sector[language], isFigure: false, cells: groups),
      figures(.schools) { Prose.whole($0.schools) },
      figures(.winners) { Prose.whole($0.winners) },
      figures(.losers) { Prose.whole($0.losers) },
      figures(.unchanged) { Prose.whole($0.unchanged) },
      figures(.gain) { Prose.pounds($0.gain) },
      figures(.loss) { Prose.pounds($0.loss) },
    ])
  }

  /// Schools below each benchmark: secondary schools where there are any, else all.
  func parity() -> String {
    let secondary = result.parity.filter { $0.sector == "secondary" && $0.schools > 0 }
    let all =
      secondary.isEmpty ? result.parity.filter { $0.sector == nil && $0.schools > 0 } : secondary
    let left = result.waysOfSharing
    let rows = all.filter { result.yearsShown.contains($0.year) && !left.contains($0.run) }
    var text = rows.map { row in
      say(
        Sentences.parity(
          row, by: result.name(of: row.run, in: row.year),
          isPublished: row.run == ReportRun.published))
    }.joined()
    text += rows.isEmpty ? "" : yearsBetween(file: "parity.csv")
    guard !rows.isEmpty else { return text }
    for benchmark in result.scenario.benchmarksHeld {
      if let source = benchmark.source { text += say(Sentences.benchmarkSource(source)) }
    }
    return text + BenchmarkSentences.caveats(of: result).map(say).joined()
  }

  /// The schools that are not funded or not compared, by name.
  func leftOut() -> String {
    let schools = result.census.leftOut
    var text = ""
    for school in schools.prefix(Summary.leftOutListed) {
      text += TextLines.wrapped(
        "\(school.school) \(placed(school)): " + Sentences.reason(school.reason)[language],
        indent: 2)
    }
    if schools.count > Summary.leftOutListed {
      text += say(Sentences.moreLeftOut(schools.count - Summary.leftOutListed))
    }
    for (year, school) in result.leftOutLater.prefix(Summary.leftOutListed) {
      text += TextLines.wrapped(
        "\(year): \(school.school) \(placed(school)): "
          + Sentences.reason(school.reason)[language], indent: 2)
    }
    let later = result.leftOutLater.count - Summary.leftOutListed
    if later > 0 { text += say(Sentences.moreLeftOut(later)) }
    return text
  }

  /// A school's name with its authority's, which a modelled school bears already.
  private func placed(_ school: SchoolLeftOut) -> String {
    let name = Names.school(school.name)[language]
    let authority = Names.authority(school.authority, language)
    return name.hasSuffix(authority) ? name : "\(name), \(authority)"
  }

  /// The control totals that were met.
  func controls() -> String {
    let of = BilingualText(en: "of", cy: "o")[language]
    return result.controls.map {
      TextLines.wrapped(
        "\($0.what[language]): \(Prose.whole($0.found)) "
          + ($0.found == $0.expected ? "=" : of) + " \(Prose.whole($0.expected))", indent: 2)
    }.joined()
  }

  private func say(_ sentence: BilingualText) -> String {
    TextLines.wrapped(sentence[language], indent: 2)
  }

  private func runName(_ run: String) -> BilingualText {
    BilingualText(en: Names.run(run, .english), cy: Names.run(run, .welsh))
  }
}
