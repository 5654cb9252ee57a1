import FundingModel

extension Report {
  /// What changes over the years, along a sweep and over draws; nil where there is none of these.
  var courses: ReportPage.Section? {
    let figures = disclosure.figures
    let all = [
      (overYears, figures.hidesSums(of: .wales)), (alongSweep, figures.hidesMeasures(of: .wales)),
    ].compactMap { one, isHidden in one.map { ($0, isHidden) } }
    guard !all.isEmpty else { return nil }
    let shown = all.filter { !$0.1 }.map { $0.0 }
    var blocks: [ReportPage.Block] = shown.isEmpty ? [] : [.drawings(shown)]
    if shown.count < all.count { blocks.append(.paragraph(DisclosureWords.drawing)) }
    if let draws = result.draws {
      blocks.insert(
        .paragraph(
          BilingualText(
            en: "A band holds nine in ten of \(Prose.whole(draws.figures.count)) draws of the "
              + "uncertain rates; the line is the middle one.",
            cy:
              "Mae band yn cynnwys naw o bob deg o \(Prose.whole(draws.figures.count)) hapsampl o'r "
              + "cyfraddau ansicr; yr un ganol yw'r llinell.")), at: 0)
    }
    return ReportPage.Section(
      id: "courses",
      title: BilingualText(en: "Years and other values", cy: "Blynyddoedd a gwerthoedd eraill"),
      blocks: whoseAreEstimates + blocks)
  }

  /// Pounds per pupil of every run by year, with the interval of its draws; nil for a single year
  /// without draws.
  private var overYears: (drawing: Drawing, figures: ReportPage.Table)? {
    let years = result.censuses.years
    let draws = result.draws
    guard years.count > 1 || draws != nil else { return nil }
    let spread = draws.map(UncertaintyRow.rows(of:)) ?? []
    let title = BilingualText(
      en: "Individual schools budget, pounds per pupil by year",
      cy: "Cyllideb ysgolion unigol, punnoedd fesul disgybl yn ôl blwyddyn")
    var series: [LinesWithIntervals.Series] = []
    var rows: [ReportPage.Row] = []
    let left = result.waysOfSharing
    for run in result.scenario.runs.map(\.name) where !left.contains(run) {
      var points: [(low: Money, middle: Money, high: Money)] = []
      for year in years {
        guard
          let wales = result.authorities.first(where: {
            $0.authority == nil && $0.run == run && $0.year == year
          })
        else { continue }
        func each(_ money: Money) -> Money { money.each(of: Rational(Int(wales.pupils))) ?? .zero }
        let row = spread.first { $0.group == .all && $0.run == run && $0.year == year }
        points.append(
          row.map { (each($0.p5), each($0.median), each($0.p95)) }
            ?? (each(wales.isb), each(wales.isb), each(wales.isb)))
        let point = points[points.count - 1]
        rows.append(
          ReportPage.Row(
            [
              .init(ReportSentences.run(run)), .init(year.description),
            ]
              + (draws == nil ? [point.middle] : [point.low, point.middle, point.high])
              .map { .money($0) }))
      }
      if points.count == years.count {
        series.append(.init(label: ReportSentences.run(run), points: points))
      }
    }
    guard !series.isEmpty else { return nil }
    // Without draws there is one amount, neither low nor high.
    let amounts =
      draws == nil
      ? [Word.perPupil.text]
      : [
        BilingualText(en: "Low", cy: "Isel"), BilingualText(en: "Middle", cy: "Canol"),
        BilingualText(en: "High", cy: "Uchel"),
      ]
    let table = ReportPage.Table(
      caption: title, head: [Word.run.text, Word.year.text] + amounts, words: 2, rows: rows)
    return (
      LinesWithIntervals(
        series: series, places: years.map(\.description), title: title,
        description: described(series, title)
      ).drawing, table
    )
  }

  /// The money that moves against the baseline at each value of the one rate that is swept; nil where
  /// several are, or none.
  private var alongSweep: (drawing: Drawing, figures: ReportPage.Table)? {
    guard let sweep = result.sweep, let path = sweep.paths.first, sweep.paths.count == 1,
      !sweep.figures.isEmpty
    else { return nil }
    let places = sweptValues(sweep)
    let title = BilingualText(
      en: "Money that schools gain against \(result.comparison.baseline), by ‘\(path)’",
      cy: "Yr arian y mae ysgolion yn ei ennill o'i gymharu â \(result.comparison.baseline), yn ôl "
        + "‘\(path)’")
    var series: [LinesWithIntervals.Series] = []
    for (place, run) in sweep.runs.enumerated() where run.year == result.scenario.year {
      let gains = sweep.figures.compactMap { $0[place].winners?.gain }
      guard gains.count == sweep.figures.count else { continue }
      series.append(
        .init(label: ReportSentences.run(run.run), points: gains.map { ($0, $0, $0) }))
    }
    guard !series.isEmpty else { return nil }
    let table = ReportPage.Table(
      caption: title, head: [ReportSentences.same(path)] + series.map(\.label),
      rows: places.indices.map { index in
        ReportPage.Row(
          [.init(places[index])] + series.map { .money($0.points[index].middle) })
      })
    return (
      LinesWithIntervals(
        series: series, places: places, title: title,
        description: described(series, title)
      ).drawing, table
    )
  }

  /// The values of the rate that is swept, as a person reads them: in pounds where it is money.
  private func sweptValues(_ sweep: PointResults) -> [String] {
    let written = sweep.values.map { $0[0] }
    guard let swept = result.scenario.sweep?.rates.first, isMoney(swept) else { return written }
    return zip(written, swept.changes).map { text, change in
      if case .becomes(let value) = change.operation { Prose.shortPounds(value) } else { text }
    }
  }

  /// Whether what is swept is a rate of money.
  private func isMoney(_ swept: SweptRate) -> Bool {
    guard let path = swept.changes.first?.path else { return false }
    let named = result.runs.flatMap { $0.allocation.groups }.flatMap(\.formula.rates).filter {
      path.contains($0.name)
    }
    return !named.isEmpty && named.allSatisfy(\.unit.isMoney)
  }

  /// Each line's first and last amount, for those who can't see it.
  private func described(
    _ series: [LinesWithIntervals.Series], _ title: BilingualText
  ) -> BilingualText {
    func words(_ language: Language, _ to: String) -> String {
      series.map { one in
        let (first, last) = (one.points[0].middle, one.points[one.points.count - 1].middle)
        return "\(one.label[language]): \(Prose.pounds(first)) \(to) \(Prose.pounds(last))"
      }.joined(separator: ". ") + "."
    }
    return BilingualText(en: words(.english, "to"), cy: words(.welsh, "i"))
  }
}
