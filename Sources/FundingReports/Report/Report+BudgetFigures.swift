import FundingModel

extension Report {
  /// A figure of a budget: its head, its amount, and the columns that it rests on.
  struct BudgetFigure {
    let head: BilingualText
    let amount: Money?
    let rests: [String]
    /// What stands in its place where no line names it though it is counted as nought.
    var unnamed: BilingualText?
  }

  /// The figures of a row, in the order of every table.
  func figures(_ row: BudgetRow) -> [BudgetFigure] {
    let delegated = ["isb", "devolved", "delegated"]
    return [
      BudgetFigure(
        head: BilingualText(en: "ISB", cy: "Cyllideb ysgolion unigol"), amount: row.isb,
        rests: ["isb"]),
      BudgetFigure(
        head: BilingualText(en: "Devolved", cy: "A ddatganolwyd"), amount: row.devolved,
        rests: ["devolved"]),
      BudgetFigure(
        head: BilingualText(en: "Delegated", cy: "Dirprwyedig"), amount: row.delegated,
        rests: delegated),
      BudgetFigure(
        head: BilingualText(en: "Retained", cy: "A gedwir yn ganolog"), amount: row.retained,
        rests: ["retained"]),
    ]
      + (namesUnallocated
        ? [
          BudgetFigure(
            head: SpendingWords.kind(.unallocated), amount: row.line(.unallocated),
            rests: ["unallocated"],
            unnamed: row.lines?[.unallocated] == nil
              ? BilingualText(en: "none named", cy: "dim wedi'i enwi") : nil)
        ] : []) + [
        BudgetFigure(
          head: BilingualText(en: "Gross", cy: "Gros"), amount: row.gross,
          rests: delegated + ["retained", "unallocated", "gross"]),
        BudgetFigure(
          head: BilingualText(en: "Mandatory buy-backs", cy: "Pryniant yn ôl gorfodol"),
          amount: row.line(.mandatoryBuyback), rests: ["mandatory_buyback"]),
        BudgetFigure(
          head: BilingualText(en: "In-and-out money", cy: "Arian i mewn ac allan"),
          amount: row.line(.inOut), rests: ["in_out"]),
        BudgetFigure(
          head: BilingualText(en: "Effectively delegated", cy: "Dirprwyedig mewn gwirionedd"),
          amount: row.effectiveDelegated, rests: delegated + ["mandatory_buyback", "in_out"]),
      ]
  }

  /// Whether any line names money that is not yet allocated, so that the tables have it.
  private var namesUnallocated: Bool {
    result.authorities.contains { $0.lines?[.unallocated] != nil }
  }

  /// A figure in a cell, in pounds or per pupil.
  func cell(_ figure: BudgetFigure, of row: BudgetRow, isEach: Bool) -> ReportPage.Cell {
    let amount = isEach ? figure.amount?.each(of: Rational(Int(row.pupils))) : figure.amount
    if amount != nil, let unnamed = figure.unnamed { return .init(unnamed) }
    return .money(amount, mark: amount == nil ? nil : mark(row, figure.rests, isEach: isEach))
      .keptBack(if: hidesSums(row))
  }

  /// How far a figure of a row may be trusted.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - rests: The columns that the figure rests on.
  ///   - isEach: Whether it is divided, so that it is no published amount any more.
  /// - Returns: The mark.
  func mark(_ row: BudgetRow, _ rests: [String], isEach: Bool) -> BilingualText {
    // Lines are for all schools, the row's pupils of some.
    let isOfOthers = isEach && row.schoolsWithoutShare > 0 && rests != ["isb"]
    if isOfOthers || rests.contains(where: row.estimated.contains) {
      return ReportSentences.estimated
    }
    let origins = row.origins.filter { kind, _ in kind.column.map(rests.contains) ?? false }.values
    let isOfRun = rests.contains("isb") && row.run != ReportRun.published
    if isOfRun || origins.contains(.changed) { return ReportSentences.ofRun }
    return !isEach && rests.count == 1 && origins.contains(.oneLine)
      ? ReportSentences.published : ReportSentences.calculated
  }

  static let rateHeads = [
    BilingualText(en: "Delegation rate, as reported", cy: "Cyfradd ddirprwyo, fel yr adroddir"),
    BilingualText(en: "Effective delegation rate", cy: "Cyfradd ddirprwyo wirioneddol"),
  ]

  /// The cells under `rateHeads`.
  func rateCells(_ row: BudgetRow) -> [ReportPage.Cell] {
    let reported = ["isb", "devolved", "delegated", "retained", "unallocated", "gross"]
    return [
      (row.delegationRate, reported),
      (row.effectiveDelegationRate, reported + ["mandatory_buyback", "in_out"]),
    ].map { rate, rests in
      rate.flatMap(Names.percent).map {
        ReportPage.Cell(Prose.percent($0, places: 2), mark: mark(row, rests, isEach: true))
          .keptBack(if: hidesSums(row))
      } ?? .init(ReportSentences.notGiven)
    }
  }
}
