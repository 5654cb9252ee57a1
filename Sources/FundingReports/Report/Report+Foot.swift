import FundingModel

extension Report {
  /// One school's statement.
  var school: ReportPage.Section {
    ReportPage.Section(
      id: "school", title: BilingualText(en: "A school", cy: "Ysgol"),
      blocks: [
        .paragraph(
          BilingualText(
            en:
              "What each run gives one school, line by line. Every rate and driver behind a line is "
              + "printed by this command, with the school’s number for NUMBER:",
            cy:
              "Yr hyn y mae pob rhediad yn ei roi i un ysgol, llinell wrth linell. Mae'r gorchymyn "
              + "hwn yn argraffu pob cyfradd a gyrrwr y tu ôl i linell, gyda rhif yr ysgol yn lle NUMBER:"
          ))
      ] + runs.compactMap(explain).prefix(1).map { .command($0) } + [.search])
  }

  /// Where everything comes from, and how to make it again.
  var provenance: ReportPage.Section {
    var blocks: [ReportPage.Block] = [
      .paragraph(
        BilingualText(
          en: "This command makes the report again, to the byte, from the same files:",
          cy: "Mae'r gorchymyn hwn yn gwneud yr adroddiad eto, i'r beit, o'r un ffeiliau:")),
      .command(again),
      .points([
        BilingualText(en: "Cyllido \(record.version)", cy: "Cyllido \(record.version)"),
        BilingualText(
          en: "Digest of all shares and lines: \(digest.english)",
          cy: "Crynodeb o bob cyfran a llinell: \(digest.welsh)"),
      ]),
      .table(inputs, isFolded: false), .table(formulae, isFolded: false),
    ]
    if !result.census.estimates.isEmpty {
      blocks.append(
        .heading(BilingualText(en: "Estimates of the data", cy: "Amcangyfrifon o'r data")))
      blocks.append(
        .points(
          result.census.estimates.map { one in
            BilingualText(
              en: "\(one.what): \(one.how.english)", cy: "\(one.what): \(one.how.welsh)")
          }))
    }
    if !sources.isEmpty {
      blocks.append(.heading(BilingualText(en: "Sources", cy: "Ffynonellau")))
      blocks.append(.points(sources.map(ReportSentences.same)))
    }
    if !record.warnings.isEmpty {
      blocks.append(.heading(BilingualText(en: "Warnings", cy: "Rhybuddion")))
      blocks.append(.points(record.warnings.map(shown)))
    }
    if !result.census.leftOut.isEmpty { blocks.append(.table(leftOut, isFolded: true)) }
    if !result.controls.isEmpty { blocks.append(.table(controls, isFolded: true)) }
    return ReportPage.Section(
      id: "provenance",
      title: BilingualText(en: "Where it all comes from", cy: "O ble y daw'r cyfan"),
      blocks: blocks)
  }

  /// A warning, unless it may tell of a school with all its figures kept back.
  private func shown(_ warning: String) -> BilingualText {
    let numbers = warning.split { !$0.isNumber }.compactMap { Int($0) }
    return numbers.contains(where: disclosure.figures.hides(school:))
      ? DisclosureWords.warning : ReportSentences.same(warning)
  }

  /// With the digest guesses at what is kept back could be checked.
  private var digest: BilingualText {
    disclosure.hides ? DisclosureWords.digest : ReportSentences.same(RunRecord.digest(of: result))
  }

  private var inputs: ReportPage.Table {
    ReportPage.Table(
      caption: BilingualText(en: "Files that were read", cy: "Ffeiliau a ddarllenwyd"),
      head: [BilingualText(en: "File", cy: "Ffeil"), ReportSentences.same("SHA-256")], words: 2,
      rows: record.inputs.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }.map {
        ReportPage.Row([.init($0.path), .init($0.sha256)])
      })
  }

  /// Every formula once, with what of it is estimated.
  private var formulae: ReportPage.Table {
    var seen: Set<String> = []
    var rows: [ReportPage.Row] = []
    for outcome in result.runs {
      for formula in outcome.allocation.groups.map(\.formula)
      where seen.insert(formula.path).inserted {
        let fitted = formula.rates.filter(\.isFitted).map(\.name)
        rows.append(
          ReportPage.Row([
            .init(formula.title), .init(formula.path),
            .init(Names.status(formula.status).text),
            .init(fitted.isEmpty ? "–" : fitted.joined(separator: ", ")),
          ]))
      }
    }
    return ReportPage.Table(
      caption: BilingualText(en: "Formulae and their status", cy: "Fformiwlâu a'u statws"),
      head: [
        Word.formula.text, BilingualText(en: "File", cy: "Ffeil"), Word.status.text,
        BilingualText(en: "Rates that are estimates", cy: "Cyfraddau sy'n amcangyfrifon"),
      ], words: 4, rows: rows)
  }

  /// Every publication that the scenario, its benchmarks and formulae name, once.
  private var sources: [String] {
    var seen: Set<String> = []
    let all =
      [result.scenario.source].compactMap(\.self) + benchmarks.compactMap(\.source)
      + result.runs.flatMap { $0.allocation.groups.flatMap { $0.formula.sources } }
    return all.map(Self.words).filter { seen.insert($0).inserted }
  }

  private var leftOut: ReportPage.Table {
    ReportPage.Table(
      caption: Word.schoolsLeftOut.text,
      head: [
        BilingualText(en: "School", cy: "Ysgol"), Word.authority.text,
        BilingualText(en: "Reason", cy: "Rheswm"),
      ], words: 3,
      rows: result.census.leftOut.map {
        ReportPage.Row([
          .init("\($0.school) \($0.name)"), .init(ReportSentences.authority($0.authority)),
          .init(Sentences.reason($0.reason)),
        ])
      })
  }

  private var controls: ReportPage.Table {
    ReportPage.Table(
      caption: Word.controlTotals.text,
      head: [
        BilingualText(en: "Total", cy: "Cyfanswm"),
        BilingualText(en: "Must be", cy: "Rhaid iddo fod"),
        BilingualText(en: "Is", cy: "Mae'n"),
      ],
      rows: result.controls.map {
        ReportPage.Row([.init($0.what), .whole($0.expected), .whole($0.found)])
      })
  }
}
