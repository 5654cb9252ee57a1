import FundingModel

extension Report {
  /// The question, the answer in figures, what a reader must know before quoting them, and the answer in
  /// sentences.
  var answer: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if let why = result.scenario.why { blocks.append(.paragraph(why)) }
    let figures = keyFigures
    blocks.append(.figures(figures))
    if figures.contains(where: { $0.mark != nil }) {
      blocks.append(.paragraph(ReportSentences.estimatedMeaning))
    }
    blocks += doubts.map { .caution($0) }
    if !disclosure.warns { blocks += keptBack.map { .paragraph($0) } }
    let sentences = (costsOfSchools?.answers ?? []) + answers
    if !sentences.isEmpty { blocks.append(.points(sentences)) }
    blocks.append(
      .heading(BilingualText(en: "What the runs are", cy: "Beth yw'r rhediadau")))
    blocks.append(.points(whatRunsAre))
    blocks.append(.table(totals, isFolded: false))
    blocks += solved.map { .paragraph($0) }
    return ReportPage.Section(
      id: "answer", title: BilingualText(en: "The answer", cy: "Yr ateb"), blocks: blocks)
  }

  /// How many runs have figures of their own; further ones are in the sentences and tables.
  private static let runsWithFigures = 3

  /// What the scenario asks first, where it does; who gains and loses by each compared run, in its
  /// last year; and what the baseline gives in all.
  private var keyFigures: [ReportPage.Figure] {
    var figures = transitionFigures + delegationFigures
    for (run, schools) in comparedLast.prefix(Self.runsWithFigures) {
      guard let all = gains(run, schools, by: .all).first else { continue }
      let name = run.label.english
      // A change rests on both runs.
      let mark = mark(run) ?? baseline.flatMap(mark)
      figures += [
        ReportPage.Figure(
          value: ReportSentences.same(Prose.whole(all.winners)),
          label: BilingualText(en: "schools gain: \(name)", cy: "ysgol ar eu hennill: \(name)"),
          mark: mark),
        ReportPage.Figure(
          value: ReportSentences.same(Prose.whole(all.losers)),
          label: BilingualText(en: "schools lose: \(name)", cy: "ysgol ar eu colled: \(name)"),
          mark: mark),
      ]
    }
    if let baseline, let total = Self.total(baseline) {
      let isHidden = disclosure.figures.hidesSums(of: .wales)
      figures.append(
        ReportPage.Figure(
          value: ReportSentences.same(isHidden ? DisclosureWords.sign : Prose.pounds(total)),
          label: BilingualText(
            en: "all budget shares: \(baseline.label.english)",
            cy: "pob cyfran o'r gyllideb: \(baseline.label.welsh)"),
          mark: isHidden ? nil : mark(baseline)))
    }
    return figures
  }

  /// How many schools a transition has not brought to their formula share at its end.
  private var transitionFigures: [ReportPage.Figure] {
    Transition.all(of: result).map { transition in
      let (moving, all) = (transition.moving, Prose.whole(transition.schools.count))
      return ReportPage.Figure(
        value: BilingualText(
          en: "\(Prose.whole(moving)) of \(all)", cy: "\(Prose.whole(moving)) o \(all)"),
        label: BilingualText(
          en: "schools still moving in \(transition.last): \(transition.run)",
          cy: "ysgol yn dal i symud yn \(transition.last): \(transition.run)"),
        mark: runs.first { $0.run == transition.run }.flatMap(mark))
    }
  }

  /// The baseline's rates of delegation, where what schools hand back is given.
  private var delegationFigures: [ReportPage.Figure] {
    let row = result.authorities.first {
      $0.authority == nil && $0.run == result.comparison.baseline
        && $0.year == result.scenario.year
    }
    guard let row, !hidesSums(row), let rate = row.delegationRate.flatMap(Names.percent),
      let effective = row.effectiveDelegationRate.flatMap(Names.percent)
    else { return [] }
    let mark = row.estimated.isEmpty ? nil : ReportSentences.estimated
    return [
      ReportPage.Figure(
        value: ReportSentences.same(Prose.percent(rate, places: 2)),
        label: BilingualText(
          en: "delegated, as reported: \(row.run)", cy: "dirprwyir, fel yr adroddir: \(row.run)"),
        mark: mark),
      ReportPage.Figure(
        value: ReportSentences.same(Prose.percent(effective, places: 2)),
        label: BilingualText(
          en: "delegated, without what schools must hand back: \(row.run)",
          cy: "dirprwyir, heb yr hyn y mae'n rhaid i ysgolion ei roi yn ôl: \(row.run)"),
        mark: mark),
    ]
  }

  /// Each compared run in the last year that it is shown in.
  private var comparedLast: [(run: ReportRun, schools: [SchoolComparison])] {
    compared.filter { one in
      one.run.year == compared.last { $0.run.run == one.run.run }?.run.year
    }
  }

  /// The mark of a run's shares: an estimate, where rates, pupils or the schools themselves are;
  /// none otherwise.
  func mark(_ run: ReportRun) -> BilingualText? {
    let rests =
      run.outcome?.restsOnEstimates(result.censuses).contains(true) ?? schools.areModelled
    return rests ? ReportSentences.estimated : nil
  }

  /// The sum of a run's shares; nil where it funds nobody.
  static func total(_ run: ReportRun) -> Money? {
    let funded = run.shares.compactMap(\.self)
    return funded.isEmpty ? nil : funded.reduce(.zero, +)
  }

  /// Each run's schools, pupils and money.
  private var totals: ReportPage.Table {
    ReportPage.Table(
      caption: BilingualText(en: "What each run gives", cy: "Beth mae pob rhediad yn ei roi"),
      head: [
        Word.run.text, Word.schools.text, Word.pupils.text, Word.total.text, Word.perPupil.text,
      ],
      rows: runs.map { run in
        let funded = run.shares.indices.filter { run.shares[$0] != nil }
        let pupils = funded.reduce(Int64(0)) { $0 + run.heads[$1] }
        let total = Self.total(run)
        let isHidden = disclosure.figures.hidesSums(of: .wales)
        let mark = total == nil ? nil : mark(run)
        return ReportPage.Row([
          .init(run.label), .whole(funded.count),
          .whole(pupils).keptBack(if: isHidden), .money(total, mark: mark).keptBack(if: isHidden),
          .money(total?.each(of: Rational(Int(pupils))), mark: mark).keptBack(if: isHidden),
        ])
      })
  }
}
