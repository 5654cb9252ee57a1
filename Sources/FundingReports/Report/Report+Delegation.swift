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
    for year in result.yearsShown {
      let rows = wales.filter { $0.year == year }
      let of = result.hasYears ? ", \(year)" : ""
      blocks.append(
        .table(
          walesTable(
            rows,
            caption: BilingualText(en: "Wales, pounds\(of)", cy: "Cymru, punnoedd\(of)"),
            isEach: false),
          isFolded: false))
      blocks.append(
        .table(
          walesTable(
            rows,
            caption: BilingualText(
              en: "Wales, pounds per pupil\(of)", cy: "Cymru, punnoedd fesul disgybl\(of)"),
            isEach: true),
          isFolded: false))
    }
    blocks += BudgetNotes.sentences(of: result).map { .caution($0) }
    if leavesYearsOut {
      let all = result.authorities.filter { $0.authority == nil }
      blocks += known(
        perPupil(
          all,
          caption: BilingualText(
            en: "Wales in each year, pounds per pupil",
            cy: "Cymru ym mhob blwyddyn, punnoedd fesul disgybl")))
      blocks += known(
        money(
          all,
          caption: BilingualText(
            en: "Wales in each year, pounds", cy: "Cymru ym mhob blwyddyn, punnoedd")))
    }
    blocks.append(.paragraph(Self.whosePupils))
    blocks += bridge(wales)
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
      + "figures stand apart, below, and are never mixed with these.",
    cy: "Mesur y tablau yma: y gyllideb ysgolion unigol yw swm cyfrannau'r ysgolion o'r gyllideb. "
      + "Arian a ddatganolwyd yw'r hyn a roddir i ysgolion ochr yn ochr â hi (grantiau). Dirprwyedig "
      + "yw'r ddau gyda'i gilydd. Yr awdurdod sy'n cadw'r hyn a gedwir yn ganolog; gros yw'r cyfan. "
      + "Mae ffigurau'r bwletin ar wahân, isod, ac ni chânt eu cymysgu â'r rhain.")

  private static let whosePupils = BilingualText(
    en: "Amounts per pupil here are divided by this run’s own pupils. The bulletin divides by "
      + "another count of pupils, so its amounts per pupil differ even where the pounds agree.",
    cy:
      "Rhennir y symiau fesul disgybl yma â disgyblion y rhediad ei hun. Mae'r bwletin yn rhannu â "
      + "chyfrif arall o ddisgyblion, felly mae ei symiau fesul disgybl yn wahanol hyd yn oed lle "
      + "mae'r punnoedd yn cytuno.")

  private func place(_ row: BudgetRow) -> ReportPage.Cell {
    let name = row.authority.map(ReportSentences.authority) ?? Word.wales.text
    guard let sector = row.sector.map(ReportSentences.sector) else { return .init(name) }
    return .init(
      BilingualText(
        en: "\(name.english), \(sector.english)", cy: "\(name.welsh), \(sector.welsh)"))
  }

  private func label(_ row: BudgetRow) -> ReportPage.Cell {
    .init(label(row.run, row.year))
  }

  private static let heads: [BilingualText] = [
    BilingualText(en: "ISB", cy: "Cyllideb ysgolion unigol"),
    BilingualText(en: "Devolved", cy: "A ddatganolwyd"),
    BilingualText(en: "Delegated", cy: "Dirprwyedig"),
    BilingualText(en: "Retained", cy: "A gedwir yn ganolog"),
    BilingualText(en: "Gross", cy: "Gros"),
    BilingualText(en: "Mandatory buy-backs", cy: "Pryniant yn ôl gorfodol"),
    BilingualText(en: "In-and-out money", cy: "Arian i mewn ac allan"),
    BilingualText(en: "Effectively delegated", cy: "Dirprwyedig mewn gwirionedd"),
  ]

  /// The amounts of a row, in the order of `heads`, each with the columns that it rests on.
  private func amounts(_ row: BudgetRow) -> [(Money?, rests: [String])] {
    [
      (row.isb, ["isb"]), (row.devolved, ["devolved"]), (row.delegated, ["isb", "devolved"]),
      (row.retained, ["retained"]), (row.gross, ["isb", "devolved", "retained", "gross"]),
      (row.line(.mandatoryBuyback), ["mandatory_buyback"]), (row.line(.inOut), ["in_out"]),
      (row.effectiveDelegated, ["isb", "devolved", "mandatory_buyback", "in_out"]),
    ]
  }

  /// How far a figure of a row may be trusted.
  private func mark(_ row: BudgetRow, _ rests: [String]) -> BilingualText {
    if rests.contains(where: row.estimated.contains) { return ReportSentences.estimated }
    let isRead = rests.count == 1 && (rests[0] != "isb" || row.run == ReportRun.published)
    if isRead, !(rests[0] == "isb" && schools.areModelled) { return ReportSentences.published }
    return rests[0] == "isb" && row.run == ReportRun.published && schools.areModelled
      ? ReportSentences.estimated : ReportSentences.calculated
  }

  /// Wales with a column for each run, which fits a page.
  private func walesTable(_ wales: [BudgetRow], caption: BilingualText, isEach: Bool)
    -> ReportPage.Table
  {
    let cells = wales.map { row in
      amounts(row).map { amount, rests -> ReportPage.Cell in
        let shown = isEach ? amount?.each(of: Rational(Int(row.pupils))) : amount
        return .money(shown, mark: shown == nil ? nil : mark(row, rests))
          .keptBack(if: hidesSums(row))
      }
    }
    let rates = Self.rateHeads.enumerated().map { index, head in
      ReportPage.Row([.init(head)] + wales.map { rateCells($0)[index] })
    }
    let pupils = ReportPage.Row(
      [.init(Word.pupils.text)] + wales.map { .whole($0.pupils).keptBack(if: hidesSums($0)) })
    return ReportPage.Table(
      caption: caption,
      head: [BilingualText(en: "Measure", cy: "Mesur")] + wales.map { label($0).text },
      rows: (isEach ? [pupils] : [])
        + Self.heads.indices.map { index in
          ReportPage.Row([.init(Self.heads[index])] + cells.map { $0[index] })
        } + (isEach ? rates : []))
  }

  private static let rateHeads = [
    BilingualText(en: "Delegation rate, as reported", cy: "Cyfradd ddirprwyo, fel yr adroddir"),
    BilingualText(en: "Effective delegation rate", cy: "Cyfradd ddirprwyo wirioneddol"),
  ]

  private func rateCells(_ row: BudgetRow) -> [ReportPage.Cell] {
    let reported = ["isb", "devolved", "retained", "gross"]
    return [
      (row.delegationRate, reported),
      (row.effectiveDelegationRate, reported + ["mandatory_buyback", "in_out"]),
    ].map { rate, rests in
      rate.flatMap(Names.percent).map {
        ReportPage.Cell(Prose.percent($0, places: 2), mark: mark(row, rests))
          .keptBack(if: hidesSums(row))
      } ?? .init(ReportSentences.notGiven)
    }
  }

  private func money(_ rows: [BudgetRow], caption: BilingualText) -> ReportPage.Table {
    ReportPage.Table(
      caption: caption, head: [Word.authority.text, Word.run.text] + Self.heads, words: 2,
      rows: rows.map { row in
        ReportPage.Row(
          [place(row), label(row)]
            + amounts(row).map { amount, rests in
              .money(amount, mark: amount == nil ? nil : mark(row, rests))
                .keptBack(if: hidesSums(row))
            }, isSummary: row.authority == nil)
      })
  }

  private func perPupil(_ rows: [BudgetRow], caption: BilingualText) -> ReportPage.Table {
    ReportPage.Table(
      caption: caption,
      head: [Word.authority.text, Word.run.text, Word.pupils.text] + Self.heads
        + Self.rateHeads, words: 2,
      rows: rows.map { row in
        let pupils = Rational(Int(row.pupils))
        return ReportPage.Row(
          [place(row), label(row), .whole(row.pupils).keptBack(if: hidesSums(row))]
            + amounts(row).map { amount, rests in
              .money(amount?.each(of: pupils), mark: amount == nil ? nil : mark(row, rests))
                .keptBack(if: hidesSums(row))
            } + rateCells(row), isSummary: row.authority == nil)
      })
  }

  /// From gross to what schools may truly decide on.
  private func bridge(_ wales: [BudgetRow]) -> [ReportPage.Block] {
    let heading = ReportPage.Block.heading(
      BilingualText(
        en: "From everything to what schools decide on",
        cy: "O'r cyfan i'r hyn y mae ysgolion yn penderfynu arno"))
    let rows = wales.filter { $0.run == result.comparison.baseline }
    guard let row = rows.first(where: { $0.gross != nil }) else {
      return [heading, .paragraph(Self.noBridge)]
    }
    guard !hidesSums(row) else { return [heading, .paragraph(DisclosureWords.drawing)] }
    return [heading] + bridge(of: row)
  }

  private static let noBridge = BilingualText(
    en: "Not given: what authorities keep. Without it there is no bridge from gross to delegated.",
    cy:
      "Heb ei roi: yr hyn y mae awdurdodau yn ei gadw. Hebddo nid oes pont o'r gros i'r dirprwyedig."
  )
}
