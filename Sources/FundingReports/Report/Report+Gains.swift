import FundingModel

extension Report {
  /// Who gains and who loses.
  var gains: ReportPage.Section {
    var blocks: [ReportPage.Block] = []
    if compared.isEmpty { blocks.append(.paragraph(Sentences.nothingCompared)) }
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
          .table(
            table(rows, all: all, by: kind, comparesAll: comparesAllHidden(run, comparisons)),
            isFolded: kind != .sector))
      }
      blocks += protection(run)
    }
    return ReportPage.Section(
      id: "gains", title: Word.winnersAndLosers.text, blocks: blocks)
  }

  /// Whether every school with all its figures kept back, of either run, is among those compared.
  func comparesAllHidden(_ run: ReportRun, _ comparisons: [SchoolComparison]) -> Bool {
    let compared = Set(comparisons.map(\.row))
    let base = runs.first { $0.run == result.comparison.baseline && $0.year == run.year }
    return run.isHidden.indices.allSatisfy { row in
      !run.isHidden[row] || compared.contains(row)
        || (run.shares[row] == nil && base?.shares[row] == nil)
    }
  }

  func table(
    _ rows: [GainsByGroup.Row], all: [GainsByGroup.Row], by kind: GainsByGroup.Kind,
    comparesAll: Bool
  ) -> ReportPage.Table {
    ReportPage.Table(
      caption: Self.caption(kind),
      head: [
        Self.name(kind), Word.schools.text, Word.winners.text, Word.losers.text,
        Word.unchanged.text, Word.gain.text, Word.loss.text, Word.change.text,
        BilingualText(en: "Largest gain", cy: "Enillion mwyaf"),
        BilingualText(en: "Largest loss", cy: "Colled fwyaf"),
        BilingualText(
          en: "Pupils where schools gain", cy: "Disgyblion lle mae ysgolion ar eu hennill"),
        BilingualText(
          en: "Pupils where schools lose", cy: "Disgyblion lle mae ysgolion ar eu colled"),
      ],
      rows: rows.map { row($0, kind, comparesAll: comparesAll) }
        + all.map { row($0, .all, comparesAll: comparesAll) })
  }

  private func row(_ row: GainsByGroup.Row, _ kind: GainsByGroup.Kind, comparesAll: Bool)
    -> ReportPage.Row
  {
    let isHidden = hiddenGroups.hides(kind, row.value)
    func kept(_ cell: ReportPage.Cell) -> ReportPage.Cell { cell.keptBack(if: isHidden) }
    return ReportPage.Row(
      [
        .init(ReportSentences.group(kind, row.value)), .whole(row.schools), .whole(row.winners),
        .whole(row.losers), .whole(row.schools - row.winners - row.losers),
        kept(.money(row.gain)), kept(.money(row.loss)),
        .change(row.net).keptBack(
          if: hiddenGroups.hidesChange(kind, row.value, comparesAll: comparesAll)),
        kept(.money(row.largestGain)), kept(.money(row.largestLoss)),
        kept(.whole(row.pupilsGaining)), kept(.whole(row.pupilsLosing)),
      ], isSummary: kind == .all)
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
            ReportPage.Row([
              .init(row.title), .whole(row.schools),
              .change(row.amount).keptBack(
                if: disclosure.figures.hidesTotal(of: row.name, run: run.run, year: run.year)),
            ])
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
    /// Whether they are kept back.
    let isHidden: Bool
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
      return AuthorityChange(
        authority: row.authority, before: each(before), after: each(row), isHidden: hidesSums(row))
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
            .money(row.before).keptBack(if: row.isHidden),
            .money(row.after).keptBack(if: row.isHidden),
            .change(row.change).keptBack(if: row.isHidden),
          ], isSummary: row.authority == nil)
      })
  }
}
