import FundingModel

extension Report {
  /// A step of the bridge from gross to effectively delegated.
  struct BridgeStep {
    let label: BilingualText
    /// The amount; below nought where it is taken away.
    let amount: Money
    var isTotal = false
  }

  /// The steps: each total is the one before with what lies between.
  ///
  /// They end at what is delegated where it is not known what schools hand back; there are none
  /// where gross is not known.
  static func bridgeSteps(_ row: BudgetRow) -> [BridgeStep] {
    guard let gross = row.gross, let retained = row.retained, let delegated = row.delegated else {
      return []
    }
    var steps = [
      BridgeStep(label: BilingualText(en: "Gross", cy: "Gros"), amount: gross, isTotal: true),
      BridgeStep(
        label: BilingualText(en: "Retained", cy: "A gedwir yn ganolog"), amount: -retained),
    ]
    if let unallocated = row.lines?[.unallocated] {
      steps.append(
        BridgeStep(label: SpendingWords.kind(.unallocated), amount: -unallocated))
    }
    steps.append(
      BridgeStep(
        label: BilingualText(en: "Delegated, as reported", cy: "Dirprwyedig, fel yr adroddir"),
        amount: delegated, isTotal: true))
    guard let buyback = row.line(.mandatoryBuyback), let inOut = row.line(.inOut),
      let effective = row.effectiveDelegated
    else { return steps }
    return steps + [
      BridgeStep(
        label: BilingualText(en: "Mandatory buy-backs", cy: "Pryniant yn ôl gorfodol"),
        amount: -buyback),
      BridgeStep(
        label: BilingualText(en: "In-and-out money", cy: "Arian i mewn ac allan"),
        amount: -inOut),
      BridgeStep(
        label: BilingualText(en: "Effectively delegated", cy: "Dirprwyedig mewn gwirionedd"),
        amount: effective, isTotal: true),
    ]
  }

  /// From gross to what schools may truly decide on: for Wales, for authorities and for sectors of
  /// them, in the baseline and the first year in which they are known.
  var bridges: [ReportPage.Block] {
    var blocks: [ReportPage.Block] = [
      .heading(
        BilingualText(
          en: "From everything to what schools decide on",
          cy: "O'r cyfan i'r hyn y mae ysgolion yn penderfynu arno"))
    ]
    let rows = Self.firstKnown(
      (result.authorities + result.sectors).filter {
        $0.run == result.comparison.baseline && result.yearsShown.contains($0.year)
      })
    let known = rows.filter { $0.gross != nil }
    let shown = known.filter { !hidesSums($0) }
    let (whole, sectors) = (
      shown.filter { $0.sector == nil && $0.authority != nil }, shown.filter { $0.sector != nil }
    )
    if let wales = shown.first(where: { $0.authority == nil && $0.sector == nil }) {
      blocks.append(.drawings([bridge(of: wales)]))
    } else if !known.contains(where: { $0.authority == nil && $0.sector == nil }) {
      blocks.append(.paragraph(noBridge))
    }
    if whole.count == 1 {
      blocks.append(.drawings(whole.map(bridge)))
    } else if !whole.isEmpty {
      blocks.append(.foldedDrawings(Self.ofAuthorities(whole.count), whole.map(bridge)))
    }
    if !sectors.isEmpty {
      blocks.append(.foldedDrawings(Self.ofSectors(sectors.count), sectors.map(bridge)))
    }
    if known.count > shown.count { blocks.append(.paragraph(DisclosureWords.drawing)) }
    if shown.contains(where: { $0.effectiveDelegated == nil }) {
      blocks.append(.caution(Self.notEffective))
    }
    let lacking = rows.filter { $0.sector == nil && $0.gross == nil }.compactMap(\.authority)
    if !lacking.isEmpty, !known.isEmpty {
      blocks.append(.paragraph(Self.lacking(BudgetNotes.names(of: lacking))))
    }
    return blocks
  }

  /// Of each authority and sector the first year's row in which gross is known, or else the first.
  private static func firstKnown(_ rows: [BudgetRow]) -> [BudgetRow] {
    var places: [HiddenFigures.Group: Int] = [:]
    var first: [BudgetRow] = []
    for row in rows {
      let group = HiddenFigures.Group(authority: row.authority, sector: row.sector)
      guard let place = places[group] else {
        places[group] = first.count
        first.append(row)
        continue
      }
      if first[place].gross == nil, row.gross != nil { first[place] = row }
    }
    return first
  }

  /// The bridge of one row: its drawing and its table.
  private func bridge(of row: BudgetRow) -> (drawing: Drawing, figures: ReportPage.Table) {
    let steps = Self.bridgeSteps(row)
    let place = ReportSentences.place(
      authority: row.authority, sector: row.sector, whole: schools.coverage.name)
    let name = ReportSentences.run(row.run)
    let ending = row.effectiveDelegated == nil ? Self.toDelegated : Self.toEffective
    let table = ReportPage.Table(
      caption: BilingualText(
        en: "\(place.english), run \(name.english), \(row.year): \(ending.english)",
        cy: "\(place.welsh), rhediad \(name.welsh), \(row.year): \(ending.welsh)"),
      head: [BilingualText(en: "Step", cy: "Cam"), BilingualText(en: "Pounds", cy: "Punnoedd")],
      rows: steps.map { step in
        ReportPage.Row(
          [.init(step.label), step.isTotal ? .money(step.amount) : .change(step.amount)],
          isSummary: step.isTotal)
      })
    func described(_ language: Language) -> String {
      steps.map { "\($0.label[language]) \(Prose.pounds($0.amount))" }.joined(separator: ", ") + "."
    }
    let drawing = Waterfall(
      steps: steps.map { .init(label: $0.label, amount: $0.amount, isTotal: $0.isTotal) },
      title: table.caption,
      description: BilingualText(en: described(.english), cy: described(.welsh))
    ).drawing
    return (drawing, table)
  }

  private static let toDelegated = BilingualText(
    en: "from gross to delegated, as reported", cy: "o'r gros i'r dirprwyedig, fel yr adroddir")

  private static let toEffective = BilingualText(
    en: "from gross to effectively delegated",
    cy: "o'r gros i'r hyn a ddirprwyir mewn gwirionedd")

  private static func ofAuthorities(_ count: Int) -> BilingualText {
    BilingualText(
      en: "For each authority whose lines say it all: \(count)",
      cy: "Ar gyfer pob awdurdod y mae ei linellau'n dweud y cyfan: \(count)")
  }

  private static func ofSectors(_ count: Int) -> BilingualText {
    BilingualText(
      en: "For each sector whose lines say it all: \(count)",
      cy: "Ar gyfer pob sector y mae ei linellau'n dweud y cyfan: \(count)")
  }

  private static func lacking(_ names: BilingualText) -> BilingualText {
    BilingualText(
      en: "No bridge, since no line says what is kept: \(names.english).",
      cy: "Dim pont, gan nad oes llinell sy'n dweud beth a gedwir: \(names.welsh).")
  }

  private var noBridge: BilingualText {
    let whole = schools.coverage.quoted
    return BilingualText(
      en: "Not given for \(whole.english): what authorities keep. Without it there is no bridge "
        + "for it from gross to delegated.",
      cy: "Heb ei roi ar gyfer \(whole.welsh): yr hyn y mae awdurdodau yn ei gadw. Hebddo nid oes "
        + "pont ar ei gyfer o'r gros i'r dirprwyedig.")
  }

  private static let notEffective = BilingualText(
    en: "Where a bridge ends at what is delegated as reported, mandatory buy-backs and in-and-out "
      + "money are not given, so what is effectively delegated, and its rate, can’t be said. They "
      + "are taken as unknown, not as nought.",
    cy: "Lle mae pont yn gorffen gyda'r dirprwyedig fel yr adroddir, ni roddir pryniant yn ôl "
      + "gorfodol nac arian i mewn ac allan, felly ni ellir dweud beth a ddirprwyir mewn gwirionedd, "
      + "na'r gyfradd. Anhysbys ydynt, nid dim.")

  /// A publication in a line.
  static func words(_ source: FundingSource) -> String {
    [source.title, source.publisher, source.url].compactMap(\.self).joined(separator: ", ")
  }
}
