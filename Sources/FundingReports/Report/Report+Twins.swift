import FundingModel

extension Report {
  /// How many pairs are shown; all are in `twins.csv`.
  static let twinsShown = 10

  /// Schools much alike in different authorities, those with the widest gaps in the baseline first.
  var twins: [ReportPage.Block] {
    guard let twins = result.twins, let held = baseline ?? runs.first else { return [] }
    let heading = ReportPage.Block.heading(
      BilingualText(en: "Twin schools", cy: "Ysgolion tebyg"))
    var gaps: [(pair: TwinSchools.Pair, gap: Money)] = []
    let shown = twins.pairs.filter { pair in
      !disclosure.figures.hidesTwins(
        schools.numbers[pair.first], schools.numbers[pair.second],
        alikeInFreeMeals: twins.usesFreeMeals)
    }
    for pair in shown {
      if let gap = gap(pair, held) { gaps.append((pair, gap)) }
    }
    gaps.sort { $0.gap == $1.gap ? $0.pair.first < $1.pair.first : $0.gap > $1.gap }
    let widest = gaps.prefix(Self.twinsShown).map { $0.pair }
    let rule = Self.rule(twins, shown: widest.count, held: held.label)
    let left = twins.pairs.count - shown.count
    let words =
      [.paragraph(rule)]
      + (left > 0 ? [ReportPage.Block.paragraph(DisclosureWords.twins(left))] : [])
    guard !widest.isEmpty else { return [heading] + words }
    return [heading] + words
      + (schools.areModelled ? [.caution(Sentences.modelledSchools)] : [])
      + [.table(table(widest), isFolded: false)]
  }

  /// What alike means, and how many pairs there are.
  private static func rule(_ twins: TwinSchools, shown: Int, held: BilingualText) -> BilingualText {
    let (size, points) = (TwinSchools.mostSize, TwinSchools.mostFreeMeals)
    let (count, few) = (Prose.whole(twins.pairs.count), Prose.whole(shown))
    let nothing = ReportSentences.same("")
    let language =
      twins.usesLanguage
      ? BilingualText(en: " and language category", cy: " a chategori iaith") : nothing
    let meals =
      twins.usesFreeMeals
      ? BilingualText(
        en: ", and free school meals within \(points) percentage points",
        cy: ", a phrydau ysgol am ddim o fewn \(points) bwynt canran")
      : nothing
    return BilingualText(
      en:
        "Alike means: the same sector\(language.english), different authorities, pupils within \(size)% of "
        + "the larger\(meals.english). The pair most alike is taken first; a school is in one pair only. "
        + "Pairs: \(count). The \(few) with the widest gaps in \(held.english) are below; all are "
        + "in twins.csv.",
      cy:
        "Ystyr tebyg: yr un sector\(language.welsh), awdurdodau gwahanol, nifer y disgyblion o fewn "
        + "\(size)% i'r mwyaf\(meals.welsh). Dewisir y pâr tebycaf gyntaf; mewn un pâr yn unig y mae "
        + "ysgol. Parau: \(count). Isod mae'r rhai â'r bylchau mwyaf (\(few)) yn ôl: "
        + "\(held.welsh); mae pob un yn twins.csv.")
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
    return ReportPage.Table(
      caption: BilingualText(
        en: "Twin schools, pounds per pupil", cy: "Ysgolion tebyg, punnoedd fesul disgybl"),
      head: [
        BilingualText(en: "School", cy: "Ysgol"), Word.sector.text, Word.pupils.text,
      ] + shown.map(\.label),
      words: 2,
      rows: pairs.flatMap { pair in
        [pair.first, pair.second].map { row in
          ReportPage.Row(
            [
              .init(school(row)), .init(ReportSentences.sector(schools.sectors[row])),
              .whole(heads[row]),
            ] + shown.map { .money($0.perPupil(row)) })
        } + [
          ReportPage.Row(
            [.init(BilingualText(en: "Gap", cy: "Bwlch")), .init(""), .init("")]
              + shown.map { run in gap(pair, run).map { .money($0) } ?? .none }, isSummary: true)
        ]
      })
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
