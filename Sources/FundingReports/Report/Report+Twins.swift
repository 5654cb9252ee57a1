import FundingModel

extension Report {
  /// How many pairs are shown; all are in `twins.csv`.
  static let twinsShown = 10

  /// Schools much alike in different authorities, those with the widest gaps first: by published
  /// budget, which no estimate moves, or where there is none in the baseline.
  var twins: [ReportPage.Block] {
    let published = runs.first { $0.run == ReportRun.published }
    guard let twins = result.twins, let held = published ?? baseline ?? runs.first else {
      return []
    }
    let heading = ReportPage.Block.heading(
      BilingualText(en: "Twin schools", cy: "Ysgolion tebyg"))
    var gaps: [(pair: TwinSchools.Pair, gap: Money)] = []
    let shown = twins.pairs.filter { pair in
      !disclosure.figures.hidesTwins(
        schools.numbers[pair.first], schools.numbers[pair.second],
        alikeInFreeMeals: pair.freeMeals != nil)
    }
    for pair in shown {
      if let gap = gap(pair, held) { gaps.append((pair, gap)) }
    }
    gaps.sort { $0.gap == $1.gap ? $0.pair.first < $1.pair.first : $0.gap > $1.gap }
    let widest = gaps.prefix(Self.twinsShown).map { $0.pair }
    let sentences = TwinSentences(twins: twins, census: result.census)
    let left = twins.pairs.count - shown.count
    let words =
      [sentences.rule, sentences.count(shown: widest.count, by: held.label, keptBack: left)]
      + (left > 0 ? [DisclosureWords.twins(left)] : [])
    let blocks = [heading] + words.map { .paragraph($0) }
    guard !widest.isEmpty else { return blocks }
    return blocks + (schools.areModelled ? [.caution(Sentences.modelledSchools)] : [])
      + [.table(table(widest), isFolded: false)]
  }

  private func gap(_ pair: TwinSchools.Pair, _ run: ReportRun) -> Money? {
    guard let one = run.perPupil(pair.first), let other = run.perPupil(pair.second) else {
      return nil
    }
    return one < other ? other - one : one - other
  }

  private func table(_ pairs: [TwinSchools.Pair]) -> ReportPage.Table {
    let shown = runs.filter { $0.year == result.scenario.year }
    let heads = (baseline ?? runs.first)?.heads ?? []
    let meals = FreeMealsOfTwins(result.census)
    func freeMeals(_ row: Int, _ pair: TwinSchools.Pair) -> ReportPage.Cell {
      let isModelled = pair.freeMeals.map(meals.isModelled) ?? false
      return meals.percent(row, in: pair).map { percent in
        ReportPage.Cell(
          Prose.percent(percent), mark: isModelled ? ReportSentences.estimated : nil)
      } ?? .none
    }
    return ReportPage.Table(
      caption: BilingualText(
        en: "Twin schools, pounds per pupil", cy: "Ysgolion tebyg, punnoedd fesul disgybl"),
      head: [
        BilingualText(en: "School", cy: "Ysgol"), Word.sector.text,
        BilingualText(en: "Language category", cy: "Categori iaith"),
        BilingualText(en: "Free school meals", cy: "Prydau ysgol am ddim"), Word.pupils.text,
      ] + shown.map(\.label),
      words: 3,
      rows: pairs.flatMap { pair -> [ReportPage.Row] in
        let sides = [pair.first, pair.second].map { row -> ReportPage.Row in
          let cells: [ReportPage.Cell] = [
            .init(school(row)), .init(ReportSentences.sector(schools.sectors[row])),
            .init(language(row)),
            // A share of modelled or read pupils is told nowhere else.
            freeMeals(row, pair).keptBack(if: disclosure.hides), .whole(heads[row]),
          ]
          return ReportPage.Row(cells + shown.map { .money($0.perPupil(row)) })
        }
        let gaps = shown.map { run in gap(pair, run).map { ReportPage.Cell.money($0) } ?? .none }
        let name = ReportPage.Cell(BilingualText(en: "Gap", cy: "Bwlch"))
        let blanks = [ReportPage.Cell](repeating: .init(""), count: 4)
        return sides + [ReportPage.Row([name] + blanks + gaps, isSummary: true)]
      })
  }

  /// A school's language category in words.
  private func language(_ row: Int) -> BilingualText {
    guard let value = schools.column("language")?[row] else { return ReportSentences.notGiven }
    return ReportSentences.group(.language, Names.value(value, .english))
  }

  /// A school's name and authority.
  private func school(_ row: Int) -> BilingualText {
    let authority = ReportSentences.authority(schools.authorities[row])
    let name = Names.school(schools.names[row], numbered: schools.numbers[row])
    // Modelled schools bear their authority's name.
    func text(_ language: Language) -> String {
      name[language].hasSuffix(authority[language])
        ? name[language] : "\(name[language]), \(authority[language])"
    }
    return BilingualText(en: text(.english), cy: text(.welsh))
  }
}
