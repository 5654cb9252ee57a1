import FundingModel

extension Report {
  /// What is delegated and what is kept, for Wales, authorities and sectors.
  var delegation: ReportPage.Section {
    var blocks: [ReportPage.Block] = [
      .paragraph(Self.whichMeasure), .paragraph(ReportSentences.marks),
    ]
    let wales = result.authorities.filter { $0.authority == nil && isShown($0) }
    let given = result.authorities.filter { $0.lines != nil && $0.authority != nil }
    if wales.allSatisfy({ $0.retained == nil }) {
      let codes = Set(result.authorities.compactMap(\.authority))
      blocks.append(
        .caution(
          Sentences.delegationNotGiven(
            authorities: Set(given.compactMap(\.authority)).count, of: codes.count)))
    }
    let whole = schools.coverage.name
    for year in result.yearsShown {
      let rows = wales.filter { $0.year == year }
      let of = result.hasYears ? ", \(year)" : ""
      blocks.append(
        .table(
          walesTable(
            rows,
            caption: BilingualText(
              en: "\(whole.english), pounds\(of)", cy: "\(whole.welsh), punnoedd\(of)"),
            isEach: false),
          isFolded: false))
      blocks.append(
        .table(
          walesTable(
            rows,
            caption: BilingualText(
              en: "\(whole.english), pounds per pupil\(of)",
              cy: "\(whole.welsh), punnoedd fesul disgybl\(of)"),
            isEach: true),
          isFolded: false))
    }
    let notes = BudgetNotes.sentences(
      of: result, showsAmounts: !disclosure.figures.hidesSums(of: .wales))
    blocks += notes.map { .caution($0) }
    blocks += linesOfWales
    if leavesYearsOut {
      let left = result.waysOfSharing
      let all = result.authorities.filter { $0.authority == nil && !left.contains($0.run) }
      blocks += known(
        perPupil(
          all,
          caption: BilingualText(
            en: "\(whole.english) in each year, pounds per pupil",
            cy: "\(whole.welsh) ym mhob blwyddyn, punnoedd fesul disgybl")))
      blocks += known(
        money(
          all,
          caption: BilingualText(
            en: "\(whole.english) in each year, pounds",
            cy: "\(whole.welsh) ym mhob blwyddyn, punnoedd")))
    }
    blocks.append(.paragraph(Self.whosePupils))
    blocks += bridges
    if let bars = authorityBars { blocks.append(bars) }
    let authorities = result.authorities.filter { isShown($0) }
    blocks += known(
      perPupil(
        authorities,
        caption: BilingualText(
          en: "Authorities, pounds per pupil", cy: "Awdurdodau, punnoedd fesul disgybl")))
    blocks += known(
      money(
        authorities,
        caption: BilingualText(en: "Authorities, pounds", cy: "Awdurdodau, punnoedd")))
    blocks += known(
      perPupil(
        result.sectors.filter { isShown($0) },
        caption: BilingualText(
          en: "Authorities and sectors, pounds per pupil",
          cy: "Awdurdodau a sectorau, punnoedd fesul disgybl")))
    blocks += bulletin
    return ReportPage.Section(
      id: "delegated",
      title: BilingualText(
        en: "Delegated and retained", cy: "Yr hyn a ddirprwyir a'r hyn a gedwir yn ganolog"),
      blocks: blocks)
  }

  /// A folded table without the columns of which no row has a figure; the sentence after it names
  /// these.
  private func known(_ table: ReportPage.Table) -> [ReportPage.Block] {
    let (table, unknown) = table.leavingOutUnknown()
    guard !unknown.isEmpty else { return [.table(table, isFolded: true)] }
    func list(_ language: Language) -> String {
      unknown.map { $0[language] }.joined(separator: "; ")
    }
    return [
      .table(table, isFolded: true),
      .paragraph(
        BilingualText(
          en: "Not given for any row of “\(table.caption.english)”: \(list(.english)).",
          cy: "Heb ei roi ar gyfer yr un rhes o “\(table.caption.welsh)”: \(list(.welsh)).")),
    ]
  }

  private func isShown(_ row: BudgetRow) -> Bool {
    runs.contains { $0.run == row.run && $0.year == row.year }
  }

  /// Whether a row's money and pupils are kept back.
  func hidesSums(_ row: BudgetRow) -> Bool {
    disclosure.figures.hidesSums(
      of: HiddenFigures.Group(authority: row.authority, sector: row.sector))
  }

  private static let whichMeasure = BilingualText(
    en:
      "Measure of the tables here: the individual schools budget (ISB) is the sum of schools’ budget "
      + "shares. Devolved money is passed to schools beside it (grants). Delegated is the two "
      + "together. Retained is kept by the authority; gross is everything. The bulletin’s own "
      + "figures stand in a table of their own, below.",
    cy: "Mesur y tablau yma: y gyllideb ysgolion unigol yw swm cyfrannau'r ysgolion o'r gyllideb. "
      + "Arian a ddatganolwyd yw'r hyn a roddir i ysgolion ochr yn ochr â hi (grantiau). Dirprwyedig "
      + "yw'r ddau gyda'i gilydd. Yr awdurdod sy'n cadw'r hyn a gedwir yn ganolog; gros yw'r cyfan. "
      + "Mae ffigurau'r bwletin ei hun mewn tabl ar wahân, isod.")

  private static let whosePupils = BilingualText(
    en: "Amounts per pupil here are divided by this run’s own pupils. The bulletin divides by "
      + "another count of pupils, so its amounts per pupil differ even where the pounds agree.",
    cy:
      "Rhennir y symiau fesul disgybl yma â disgyblion y rhediad ei hun. Mae'r bwletin yn rhannu â "
      + "chyfrif arall o ddisgyblion, felly mae ei symiau fesul disgybl yn wahanol hyd yn oed lle "
      + "mae'r punnoedd yn cytuno.")

  private func place(_ row: BudgetRow) -> ReportPage.Cell {
    .init(
      ReportSentences.place(
        authority: row.authority, sector: row.sector, whole: schools.coverage.name))
  }

  private func label(_ row: BudgetRow) -> ReportPage.Cell {
    .init(label(row.run, row.year))
  }

  /// Wales with a column for each run, which fits a page.
  private func walesTable(_ wales: [BudgetRow], caption: BilingualText, isEach: Bool)
    -> ReportPage.Table
  {
    let figures = wales.map { row in self.figures(row).map { cell($0, of: row, isEach: isEach) } }
    let rates = Self.rateHeads.enumerated().map { index, head in
      ReportPage.Row([.init(head)] + wales.map { rateCells($0)[index] })
    }
    let pupils = ReportPage.Row(
      [.init(Word.pupils.text)] + wales.map { .whole($0.pupils).keptBack(if: hidesSums($0)) })
    return ReportPage.Table(
      caption: caption,
      head: [BilingualText(en: "Measure", cy: "Mesur")] + wales.map { label($0).text },
      rows: (isEach ? [pupils] : [])
        + heads(of: wales).enumerated().map { index, head in
          ReportPage.Row([.init(head)] + figures.map { $0[index] })
        } + (isEach ? rates : []))
  }

  /// The heads of the figures of rows; they are the same for each.
  private func heads(of rows: [BudgetRow]) -> [BilingualText] {
    rows.first.map { figures($0).map(\.head) } ?? []
  }

  private func money(_ rows: [BudgetRow], caption: BilingualText) -> ReportPage.Table {
    ReportPage.Table(
      caption: caption, head: [Word.authority.text, Word.run.text] + heads(of: rows), words: 2,
      rows: rows.map { row in
        ReportPage.Row(
          [place(row), label(row)] + figures(row).map { cell($0, of: row, isEach: false) },
          isSummary: row.authority == nil)
      })
  }

  private func perPupil(_ rows: [BudgetRow], caption: BilingualText) -> ReportPage.Table {
    ReportPage.Table(
      caption: caption,
      head: [Word.authority.text, Word.run.text, Word.pupils.text] + heads(of: rows)
        + Self.rateHeads, words: 2,
      rows: rows.map { row in
        ReportPage.Row(
          [place(row), label(row), .whole(row.pupils).keptBack(if: hidesSums(row))]
            + figures(row).map { cell($0, of: row, isEach: true) } + rateCells(row),
          isSummary: row.authority == nil)
      })
  }
}
