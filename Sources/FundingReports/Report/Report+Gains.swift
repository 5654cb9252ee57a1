import FundingModel

extension Report {
  /// Which group of each kind every school is in.
  var groups: SchoolGroups { SchoolGroups(result.census) }

  /// Who gains and who loses.
  var gains: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if compared.isEmpty { blocks.append(.paragraph(Sentences.nothingCompared)) }
    let groups = groups
    let base = ReportSentences.run(result.comparison.baseline)
    for (run, comparisons) in compared {
      blocks.append(
        .heading(
          BilingualText(
            en: "\(run.label.english) against \(base.english)",
            cy: "\(run.label.welsh) o gymharu â: \(base.welsh)")))
      blocks.append(gainsBySize(run, comparisons))
      for kind in GainsByGroup.Kind.allCases where kind != .all {
        let rows = GainsByGroup(comparisons, by: kind, in: groups).rows
        guard !rows.isEmpty else { continue }
        let all = GainsByGroup(comparisons, by: .all, in: groups).rows
        blocks.append(
          .table(table(rows, all: all, by: kind), isFolded: kind != .sector))
      }
      blocks += protection(run)
    }
    return ReportPage.Section(
      id: "gains", title: Word.winnersAndLosers.text, blocks: blocks)
  }

  func table(
    _ rows: [GainsByGroup.Row], all: [GainsByGroup.Row], by kind: GainsByGroup.Kind
  ) -> ReportPage.Table {
    ReportPage.Table(
      caption: Self.caption(kind),
      head: [
        Self.name(kind), Word.schools.text, Word.winners.text, Word.losers.text,
        Word.unchanged.text, Word.gain.text, Word.loss.text, Word.change.text,
        BilingualText(en: "Largest gain", cy: "Enillion mwyaf"),
        BilingualText(en: "Largest loss", cy: "Colled fwyaf"),
        BilingualText(
          en: "Pupils where schools gain", cy: "Disgyblion mewn ysgolion ar eu hennill"),
        BilingualText(
          en: "Pupils where schools lose", cy: "Disgyblion mewn ysgolion ar eu colled"),
      ],
      rows: rows.map { row(ReportSentences.group(kind, $0.value), $0, isSummary: false) }
        + all.map { row(Word.all.text, $0, isSummary: true) })
  }

  private func row(_ name: BilingualText, _ row: GainsByGroup.Row, isSummary: Bool)
    -> ReportPage.Row
  {
    ReportPage.Row(
      [
        .init(name), .whole(row.schools), .whole(row.winners), .whole(row.losers),
        .whole(row.schools - row.winners - row.losers), .money(row.gain), .money(row.loss),
        .change(row.net), .money(row.largestGain), .money(row.largestLoss),
        .whole(row.pupilsGaining), .whole(row.pupilsLosing),
      ], isSummary: isSummary)
  }

  private static func name(_ kind: GainsByGroup.Kind) -> BilingualText {
    switch kind {
    case .all: Word.all.text
    case .sector: Word.sector.text
    case .authority: Word.authority.text
    case .size: BilingualText(en: "Size", cy: "Maint")
    case .language: BilingualText(en: "Language", cy: "Iaith")
    case .freeMeals:
      BilingualText(en: "Fifth by free school meals", cy: "Pumed ran yn ôl prydau ysgol am ddim")
    case .rural: BilingualText(en: "Rural", cy: "Gwledig")
    }
  }

  private static func caption(_ kind: GainsByGroup.Kind) -> BilingualText {
    switch kind {
    case .all: Word.all.text
    case .sector: BilingualText(en: "By sector", cy: "Yn ôl sector")
    case .authority: BilingualText(en: "By authority", cy: "Yn ôl awdurdod")
    case .size: BilingualText(en: "By pupils on roll", cy: "Yn ôl nifer y disgyblion")
    case .language: BilingualText(en: "By language category", cy: "Yn ôl categori iaith")
    case .freeMeals:
      BilingualText(
        en: "By free school meals: fifths of the schools of each sector",
        cy: "Yn ôl prydau ysgol am ddim: pumedau o ysgolion pob sector")
    case .rural: BilingualText(en: "By rural area", cy: "Yn ôl ardal wledig")
    }
  }

  /// What floors and minima of a run give and its caps take.
  private func protection(_ run: ReportRun) -> [ReportPage.Block] {
    guard let outcome = run.outcome else { return [] }
    let rows = ProtectionTotals(of: outcome).rows
    guard !rows.isEmpty else { return [] }
    let name = run.label
    return [
      .table(
        ReportPage.Table(
          caption: BilingualText(
            en: "The cost of protection: \(name.english)", cy: "Cost diogelu: \(name.welsh)"),
          head: [Word.whichAdjustment.text, Word.schools.text, Word.givenOrTaken.text],
          rows: rows.map { row in
            ReportPage.Row([.init(row.title), .whole(row.schools), .change(row.amount)])
          }), isFolded: false)
    ]
      + rows.filter { !$0.withoutBaseline.isEmpty }.map { row in
        .paragraph(
          Sentences.withoutBaseline(
            run: run.label.english, title: row.title,
            schools: row.withoutBaseline.map { schools.numbers[$0] }, listed: Summary.leftOutListed)
        )
      }
  }

  /// The change per pupil of each authority's individual schools budget.
  var map: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if !compared.isEmpty {
      blocks.append(.drawings(compared.map { (tileMap($0.run), mapTable($0.run)) }))
    }
    if compared.isEmpty { blocks.append(.paragraph(Sentences.nothingCompared)) }
    blocks.insert(
      .paragraph(
        Sentences.changesAgainst(ReportSentences.run(result.comparison.baseline))), at: 0)
    return ReportPage.Section(
      id: "map", title: BilingualText(en: "Authorities on the map", cy: "Yr awdurdodau ar y map"),
      blocks: blocks)
  }

  /// An authority's amounts per pupil in the baseline and in a run.
  struct AuthorityChange {
    let authority: Int?
    let before: Money?
    let after: Money?
    /// The difference of the two amounts shown.
    var change: Money? { before.flatMap { before in after.map { $0 - before } } }
  }

  /// Every authority, then Wales.
  func changes(_ run: ReportRun) -> [AuthorityChange] {
    let rows = result.authorities.filter { $0.year == run.year && $0.run == run.run }
    return rows.map { row in
      let before = result.authorities.first {
        $0.year == run.year && $0.run == result.comparison.baseline && $0.authority == row.authority
      }
      func each(_ row: BudgetRow?) -> Money? {
        row.flatMap { $0.isb.each(of: Rational(Int($0.pupils))) }
      }
      return AuthorityChange(authority: row.authority, before: each(before), after: each(row))
    }
  }

  func mapTable(_ run: ReportRun) -> ReportPage.Table {
    ReportPage.Table(
      caption: BilingualText(
        en: "Individual schools budget per pupil: \(run.label.english)",
        cy: "Cyllideb ysgolion unigol fesul disgybl: \(run.label.welsh)"),
      head: [
        Word.authority.text, ReportSentences.run(result.comparison.baseline), run.label,
        Word.change.text,
      ],
      rows: changes(run).map { row in
        ReportPage.Row(
          [
            .init(row.authority.map(ReportSentences.authority) ?? Word.wales.text),
            .money(row.before), .money(row.after), .change(row.change),
          ], isSummary: row.authority == nil)
      })
  }
}
