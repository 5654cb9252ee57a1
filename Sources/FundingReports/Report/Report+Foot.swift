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
      ] + runs.compactMap(explain).prefix(1).map { .command($0) }
        + (leavesYearsOut ? [.paragraph(Self.otherYears(result.yearsShown))] : []) + [.search])
  }

  /// Which years a school's statements are shown for, and how to get the others.
  private static func otherYears(_ shown: [FundingYear]) -> BilingualText {
    let years = shown.map(\.description)
    return BilingualText(
      en: "The statements here are those of \(years.joined(separator: " and ")). The command gives "
        + "any other year: put it after --year. Every school’s share in every year is in shares.csv.",
      cy: "Datganiadau \(years.joined(separator: " a ")) sydd yma. Mae'r gorchymyn yn rhoi unrhyw "
        + "flwyddyn arall: rhowch hi ar ôl --year. Mae cyfran pob ysgol ym mhob blwyddyn yn "
        + "shares.csv.")
  }

  /// Where everything comes from, and how to make it again.
  var provenance: ReportPage.Section {
    var blocks: [ReportPage.Block] = [.table(formulae, isFolded: false)]
    blocks += Self.estimates(of: result.census)
    blocks += spendingLines
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
    // With the digest guesses at what is kept back could be checked.
    let digest =
      disclosure.hides
      ? DisclosureWords.digest : ReportSentences.same(RunRecord.digest(of: result))
    return PageProvenance(version: record.version, inputs: record.inputs, command: command)
      .section(
        digest: BilingualText(
          en: "Digest of all shares and lines: \(digest.english)",
          cy: "Crynodeb digidol o bob cyfran a llinell: \(digest.welsh)"),
        keepsBack: disclosure.hides, more: blocks)
  }

  /// What of the data is estimated, and how; nothing where nothing is.
  static func estimates(of census: Census) -> [ReportPage.Block] {
    guard !census.estimates.isEmpty else { return [] }
    return [
      .heading(BilingualText(en: "Estimates of the data", cy: "Amcangyfrifon o'r data")),
      .points(
        census.estimates.map { one in
          func named(_ language: Language) -> String {
            let words = Names.field(one.what, language)
            let name = words == one.what ? words : "\(words) (\(one.what))"
            return "\(name.prefix(1).uppercased() + name.dropFirst()): \(one.how[language])"
          }
          return BilingualText(en: named(.english), cy: named(.welsh))
        }),
    ]
  }

  /// A warning, unless it may tell of a school with all its figures kept back.
  private func shown(_ warning: RunWarning) -> BilingualText {
    let numbers = warning.words.english.split { !$0.isNumber }.compactMap { Int($0) }
    return numbers.contains(where: disclosure.figures.hides(school:))
      ? DisclosureWords.warning : warning.words
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
      + (costs?.assumptions.sources ?? [])
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
          .init(Names.school($0.name, numbered: $0.school)),
          .init(ReportSentences.authority($0.authority)),
          .init(Sentences.reason($0.reason)),
        ])
      })
  }

  private var controls: ReportPage.Table {
    ReportPage.Table(
      caption: Word.controlTotals.text,
      head: [
        BilingualText(en: "Total", cy: "Cyfanswm"),
        BilingualText(en: "Must be", cy: "Disgwylir"),
        BilingualText(en: "Is", cy: "Cafwyd"),
      ],
      rows: result.controls.map {
        ReportPage.Row([.init($0.what), .whole($0.expected), .whole($0.found)])
      })
  }
}
