import FundingModel

extension Report {
  /// A step of the bridge from gross to effectively delegated.
  struct BridgeStep {
    let label: BilingualText
    /// The amount; below nought where it is taken away; nil where it is not given.
    let amount: Money?
    var isTotal = false
  }

  /// The steps: each total is the one before with what lies between.
  static func bridgeSteps(_ row: BudgetRow) -> [BridgeStep] {
    func taken(_ amount: Money?) -> Money? { amount.map { -$0 } }
    return [
      BridgeStep(
        label: BilingualText(en: "Gross", cy: "Gros"), amount: row.gross, isTotal: true),
      BridgeStep(
        label: BilingualText(en: "Retained", cy: "A gedwir yn ganolog"), amount: taken(row.retained)
      ),
      BridgeStep(
        label: BilingualText(en: "Not yet allocated", cy: "Heb ei ddyrannu eto"),
        amount: taken(row.line(.unallocated))),
      BridgeStep(
        label: BilingualText(en: "Delegated, as reported", cy: "Dirprwyedig, fel yr adroddir"),
        amount: row.delegated, isTotal: true),
      BridgeStep(
        label: BilingualText(en: "Mandatory buy-backs", cy: "Pryniant yn ôl gorfodol"),
        amount: taken(row.line(.mandatoryBuyback))),
      BridgeStep(
        label: BilingualText(en: "In-and-out money", cy: "Arian i mewn ac allan"),
        amount: taken(row.line(.inOut))),
      BridgeStep(
        label: BilingualText(en: "Effectively delegated", cy: "Dirprwyedig mewn gwirionedd"),
        amount: row.effectiveDelegated, isTotal: true),
    ]
  }

  /// The bridge of one row: its drawing, its table and what is lacking.
  func bridge(of row: BudgetRow) -> [ReportPage.Block] {
    let steps = Self.bridgeSteps(row)
    let table = ReportPage.Table(
      caption: BilingualText(
        en: "Wales, \(row.year): from gross to effectively delegated",
        cy: "Cymru, \(row.year): o'r gros i'r hyn a ddirprwyir mewn gwirionedd"),
      head: [BilingualText(en: "Step", cy: "Cam"), BilingualText(en: "Pounds", cy: "Punnoedd")],
      rows: steps.map { step in
        ReportPage.Row(
          [
            .init(step.label),
            step.isTotal || step.amount == nil ? .money(step.amount) : .change(step.amount),
          ], isSummary: step.isTotal)
      })
    // A step that is not given ends the drawing: what follows it can't be said.
    let known = steps.prefix { $0.amount != nil }
    let drawing = Waterfall(
      steps: known.map { .init(label: $0.label, amount: $0.amount ?? .zero, isTotal: $0.isTotal) },
      title: table.caption,
      description: BilingualText(
        en: known.map { "\($0.label.english) \(Prose.pounds($0.amount ?? .zero))" }
          .joined(separator: ", ") + ".",
        cy: known.map { "\($0.label.welsh) \(Prose.pounds($0.amount ?? .zero))" }
          .joined(separator: ", ") + ".")
    ).drawing
    var blocks: [ReportPage.Block] = [.drawings([(drawing, table)])]
    if row.effectiveDelegated == nil {
      blocks.append(
        .caution(
          BilingualText(
            en: "Mandatory buy-backs and in-and-out money are not given, so what is effectively "
              + "delegated, and its rate, can’t be said. They are taken as unknown, not as nought.",
            cy: "Ni roddir pryniant yn ôl gorfodol nac arian i mewn ac allan, felly ni ellir dweud "
              + "beth a ddirprwyir mewn gwirionedd, na'r gyfradd. Anhysbys ydynt, nid dim.")))
    }
    return blocks
  }

  /// A publication in a line.
  static func words(_ source: FundingSource) -> String {
    [source.title, source.publisher, source.url].compactMap(\.self).joined(separator: ", ")
  }
}
